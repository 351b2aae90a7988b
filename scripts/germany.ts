/**
 * Writes `src/import/geometry/germanyOutline.ts`: Germany out of Natural Earth's countries at 1:50 million (public
 * domain, redistributed by the package world-atlas), with two decimals. Run with `npx tsx scripts/germany.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ringArea } from '../src/geo/planar.ts';

/** ISO 3166-1. */
const germany = '276';
/** Islands smaller than this many square degrees are left out. */
const smallest = 0.002;

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as Topology;
const countries = (world.objects.countries as GeometryCollection).geometries;
const country = countries.find((one) => one.id === germany);
if (!country) throw new Error('missing country: Germany');
const { geometry } = feature(world, country) as { geometry: Polygon | MultiPolygon };
const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
const outlines = polygons
  .map(([outline = []]) => rounded(outline))
  .filter((ring) => ring.length >= 4 && Math.abs(ringArea(ring)) >= smallest)
  .sort((a, b) => b.length - a.length);

const lines = outlines.map((ring) => `  '${ring.map(([x, y]) => `${x},${y}`).join(' ')}',`);
const file = fileURLToPath(new URL('../src/import/geometry/germanyOutline.ts', import.meta.url));
writeFileSync(
  file,
  `/**
 * Germany, each polygon as \`longitude,latitude\` pairs: Natural Earth 1:50 million (public domain, naturalearthdata.com),
 * rounded to two decimals. Made by \`scripts/germany.ts\`.
 */
export const germanyOutline: readonly string[] = [
${lines.join('\n')}
];
`,
);
console.log(`${outlines.length} polygons, ${outlines.flat().length} corners`);

function rounded(ring: readonly Position[]): Position[] {
  const corners = ring.map(([x = 0, y = 0]): Position => [Number(x.toFixed(2)), Number(y.toFixed(2))]);
  return corners.filter((corner, i) => i === 0 || String(corner) !== String(corners[i - 1]));
}
