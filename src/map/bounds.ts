import type { MultiPolygon, Polygon, Position } from 'geojson';

/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Smallest box around all geometries; null when there is none. */
export function boundsOf(geometries: Iterable<Polygon | MultiPolygon | null>): Bounds | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const ring = (positions: readonly Position[]): void => {
    for (const [x = Number.NaN, y = Number.NaN] of positions) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  };
  for (const geometry of geometries) {
    if (geometry?.type === 'Polygon') geometry.coordinates.forEach(ring);
    else if (geometry) for (const polygon of geometry.coordinates) polygon.forEach(ring);
  }
  return west <= east && south <= north ? [west, south, east, north] : null;
}
