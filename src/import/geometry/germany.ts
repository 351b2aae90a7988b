import type { MultiPolygon, Position } from 'geojson';
import { type Bounds, polygonBounds } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { germanyOutline } from './germanyOutline.ts';

/** Germany's outline in WGS 84, coarse (a few kilometres): for previews and for telling coordinate systems apart. */
export const germany: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: germanyOutline.map((ring) => [
    ring.split(' ').map((pair): Position => pair.split(',').map(Number)),
  ]),
};

/** Outlines at 1:50 million cut off mud flats, small islands and bends of rivers. */
const toleranceMetres = 20_000;

/** Too small and too far out for the outline: Helgoland, Borkum. */
const islands = [
  [7.89, 54.18],
  [6.72, 53.59],
] as const;
const metresPerDegree = 111_320;
const bounds: Bounds = polygonBounds(germany) ?? [0, 0, 0, 0];

/** Does a place lie in Germany, or no further than 20 km from its outline? False for NaN. */
export function liesInGermany(lon: number, lat: number): boolean {
  const reach = toleranceMetres / metresPerDegree;
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [west, south, east, north] = bounds;
  const isNear =
    lon >= west - reach / shrink &&
    lon <= east + reach / shrink &&
    lat >= south - reach &&
    lat <= north + reach;
  if (!isNear) return false;
  if (pointInPolygon(lon, lat, germany)) return true;
  if (islands.some(([x, y]) => Math.hypot((lon - x) * shrink, lat - y) <= reach)) return true;
  return germany.coordinates.some(([ring = []]) =>
    ring.some((from, i) => {
      const to = ring[i + 1];
      return to !== undefined && distance(lon, lat, from, to, shrink) <= reach;
    }),
  );
}

/** From a place to a side of the outline, in degrees of latitude. */
function distance(lon: number, lat: number, from: Position, to: Position, shrink: number): number {
  const x = (from[0]! - lon) * shrink;
  const y = from[1]! - lat;
  const dx = (to[0]! - from[0]!) * shrink;
  const dy = to[1]! - from[1]!;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length));
  return Math.hypot(x + along * dx, y + along * dy);
}
