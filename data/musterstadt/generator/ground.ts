import type { FeatureCollection, Position } from 'geojson';
import { lines, type Mosaic, metres } from './blocks.ts';
import { type Arc, polygonsOf, ringPoints } from './borders.ts';
import { stadtteile, villageCores } from './masterplan.ts';
import { field } from './partition.ts';
import { distance, nearestOn, type Point, resample, strip } from './plane.ts';
import { toDegrees, toLonLat } from './projection.ts';
import type { Random } from './random.ts';

/** Land use of a block, as far as the map shows it. */
export const uses = ['plain', 'green', 'village'] as const;
const GREEN = 1;
const VILLAGE = 2;

/** Parks inside the city, by middle and reach in metres. */
const parks: readonly (readonly [Point, number])[] = [
  [[3.95, 1.75], 420],
  [[-0.95, 0.15], 190],
  [[-3.9, -0.2], 320],
  [[2.2, -2.9], 330],
  [[1.3, 3.9], 300],
  [[-1.4, -3.0], 280],
];
/** Villages of the neighbouring municipalities. */
const beyond: readonly Point[] = [
  [-9.6, 5.6],
  [-3.8, 10.2],
  [3.6, 9.9],
  [8.6, 6.9],
  [11.2, 3.1],
  [10.9, -3.2],
  [8.9, -8.6],
  [2.0, -10.6],
  [-4.6, -10.2],
  [-9.4, -7.6],
  [-10.6, -1.9],
  [-10.9, 2.6],
  [6.6, 9.6],
  [-7.0, 7.2],
];

export function landUse(mosaic: Mosaic, random: Random): Uint8Array {
  const forest = field(random, 4200);
  const edge = field(random, 1500);
  const settled = [...metres(villageCores), ...metres(beyond)];
  const cores = [...settled, ...metres(stadtteile.map((plan) => plan.centre))];
  const meadow = resample(lines.river, 120);
  return Uint8Array.from(mosaic.sites, (site) => {
    if (parks.some(([centre, reach]) => distance(metres([centre])[0]!, site) < reach)) return GREEN;
    if (settled.some((core) => distance(core, site) < 430 + 130 * edge(site))) return VILLAGE;
    const out = distance(site, [0, 0]);
    if (out < 4200) return 0;
    const remote = Math.min(...cores.map((core) => distance(core, site)));
    if (remote > 900 && forest(site) + 0.45 * edge(site) > 0.5) return GREEN;
    return out > 4600 && nearestOn(meadow, site).distance < 330 && edge(site) > -0.2 ? GREEN : 0;
  });
}

/** Water, railways, woods, villages and the neighbouring municipalities: the ground under the map. */
export function groundMap(
  arcs: readonly Arc[],
  region: {
    readonly neighbours: number;
    readonly isCity: (r: number) => boolean;
    readonly neighbour: (r: number) => number;
    readonly use: (r: number) => number;
  },
): FeatureCollection {
  const features: FeatureCollection['features'] = [];
  const add = (kind: string, polygons: readonly (readonly Point[][])[], name?: string) => {
    if (polygons.length === 0) return;
    features.push({
      type: 'Feature',
      properties: name === undefined ? { kind } : { kind, name },
      geometry: {
        type: 'MultiPolygon',
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map((p) => toDegrees(p) as Position))),
      },
    });
  };
  const of = (member: (r: number) => boolean) =>
    polygonsOf(arcs, member).map((polygon) => polygon.map((ring) => ringPoints(arcs, ring)));
  for (let k = 0; k < region.neighbours; k++)
    add(
      'neighbour',
      of((r) => region.neighbour(r) === k),
    );
  add('outline', of(region.isCity));
  add(
    'green',
    of((r) => r >= 0 && region.use(r) === GREEN),
  );
  add(
    'village',
    of((r) => r >= 0 && region.use(r) === VILLAGE),
  );

  const water = (ring: readonly Point[]) =>
    features.push({
      type: 'Feature',
      properties: { kind: 'water' },
      geometry: { type: 'Polygon', coordinates: [ring.map(toLonLat)] },
    });
  water(strip(within(lines.river), (at) => 34 + 16 * at + 5 * Math.sin(at * 61)));
  water(strip(within(lines.brook), () => 6));
  for (const pond of ponds) water(pondRing(pond));
  for (const basin of docks) water(basin.map(([x, y]) => [x * 1000, y * 1000] as Point));
  for (const railway of lines.railways) {
    features.push({
      type: 'Feature',
      properties: { kind: 'rail' },
      geometry: { type: 'LineString', coordinates: resample(within(railway), 120).map(toLonLat) },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** The part of a line on the ground that is drawn at all. */
function within(line: readonly Point[]): Point[] {
  return resample(line, 80).filter((p) => distance(p, [0, 0]) < 12200);
}

/** Gravel pits and a mill pond: middle in kilometres, half axes in metres, angle in degrees. */
const ponds: readonly (readonly [number, number, number, number, number])[] = [
  [-3.05, 5.35, 420, 190, 35],
  [-2.55, 6.15, 260, 160, 80],
  [1.75, -5.6, 330, 150, 110],
  [4.15, 1.8, 90, 55, 20],
  [-0.75, 4.75, 130, 90, 60],
];

function pondRing([x, y, long, short, angle]: (typeof ponds)[number]): Point[] {
  const turnBy = (angle * Math.PI) / 180;
  const ring: Point[] = [];
  for (let k = 0; k < 28; k++) {
    const t = (k / 28) * 2 * Math.PI;
    const swell =
      1 + 0.13 * Math.sin(2 * t + angle) + 0.09 * Math.sin(3 * t + 2 * angle) + 0.05 * Math.sin(5 * t);
    const u = long * swell * Math.cos(t);
    const v = short * swell * Math.sin(t);
    ring.push([
      x * 1000 + u * Math.cos(turnBy) - v * Math.sin(turnBy),
      y * 1000 + u * Math.sin(turnBy) + v * Math.cos(turnBy),
    ]);
  }
  return [...ring, ring[0]!];
}

/** Two dock basins cut into the western bank. */
const docks: readonly (readonly Point[])[] = [
  [
    [-2.42, 3.42],
    [-3.12, 3.2],
    [-3.15, 3.29],
    [-2.45, 3.52],
    [-2.42, 3.42],
  ],
  [
    [-2.72, 3.85],
    [-3.42, 3.62],
    [-3.46, 3.7],
    [-2.85, 3.93],
    [-2.72, 3.85],
  ],
];
