import proj4 from 'proj4';
import type { Point } from './plane.ts';

/** ETRS89 / UTM 32N, EPSG:25832. The market square lies at an arbitrary place of that zone. */
const utm32 = '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const transform = proj4(utm32, 'WGS84');
const market = transform.inverse([10.05, 50.95]) as [number, number];

/** Grid of all published coordinates: 0.00001°, about a metre. */
export const GRID = 100000;

/** Integer multiples of 0.00001° of longitude and latitude. */
export function toGrid(p: Point): Point {
  const [lon, lat] = transform.forward([p[0] + market[0], p[1] + market[1]]) as [number, number];
  return [Math.round(lon * GRID), Math.round(lat * GRID)];
}

export function toDegrees(grid: Point): [number, number] {
  return [grid[0] / GRID, grid[1] / GRID];
}

export function toLonLat(p: Point): [number, number] {
  return toDegrees(toGrid(p));
}
