import type { MultiPolygon, Polygon } from 'geojson';
import { polygonBounds } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';

/** Points per side of the grid laid over an area. */
const side = 10;

/**
 * Sample points [Stichprobenpunkte] spread evenly over an area: those of a 10 × 10 grid over its bounding box that lie
 * inside; a finer grid where an odd shape catches none.
 *
 * @param geometry WGS 84 lon/lat or planar.
 * @returns at least one point: at worst the corner of its bounding box.
 * Cost: at most 100 + 400 + 1600 + 6400 point-in-polygon tests.
 */
export function samplePoints(geometry: Polygon | MultiPolygon): readonly (readonly [number, number])[] {
  const [west, south, east, north] = polygonBounds(geometry) ?? [NaN, NaN, NaN, NaN];
  for (let cells = side; cells <= 8 * side; cells *= 2) {
    const points: [number, number][] = [];
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        const x = west + ((column + 0.5) / cells) * (east - west);
        const y = south + ((row + 0.5) / cells) * (north - south);
        if (pointInPolygon(x, y, geometry)) points.push([x, y]);
      }
    }
    if (points.length > 0) return points;
  }
  return [[west, south]];
}
