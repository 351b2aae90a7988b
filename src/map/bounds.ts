import { bbox } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';

/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Smallest box around all geometries; null when there is none. */
export function boundsOf(geometries: Iterable<Polygon | MultiPolygon | null>): Bounds | null {
  const known = [...geometries].filter((geometry) => geometry !== null);
  const [west, south, east, north] = bbox({ type: 'GeometryCollection', geometries: known });
  return west <= east && south <= north ? [west, south, east, north] : null;
}
