import { type Bounds, polygonBounds } from './planar.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import type { AreaGeometry } from './polygon.ts';

export interface PolygonLocator {
  /** Position of the first geometry the point lies in; −1 if it lies in none or a coordinate is NaN. */
  locate(x: number, y: number): number;
}

/**
 * Finds the areas of many points [Punkt-in-Fläche-Suche]: a grid over the bounds of the geometries.
 *
 * @param geometries one per area, null where there is none.
 * Cost: linear to build; a look-up reads one cell and tests the few geometries whose bounds touch it.
 * @example createPolygonLocator(areas).locate(13.4, 52.5)
 */
export function createPolygonLocator(geometries: readonly (AreaGeometry | null)[]): PolygonLocator {
  const bounds = geometries.map(polygonBounds);
  const all = union(bounds);
  if (!all) return { locate: () => -1 };
  const [minX, minY, maxX, maxY] = all;
  const side = Math.max(1, Math.ceil(Math.sqrt(geometries.length)));
  const cellWidth = (maxX - minX) / side || 1;
  const cellHeight = (maxY - minY) / side || 1;
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  const column = (x: number): number => Math.min(side - 1, Math.max(0, Math.floor((x - minX) / cellWidth)));
  const row = (y: number): number => Math.min(side - 1, Math.max(0, Math.floor((y - minY) / cellHeight)));
  bounds.forEach((box, area) => {
    if (!box) return;
    for (let r = row(box[1]); r <= row(box[3]); r++) {
      for (let c = column(box[0]); c <= column(box[2]); c++) cells[r * side + c]!.push(area);
    }
  });
  return {
    locate(x, y) {
      if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return -1;
      for (const area of cells[row(y) * side + column(x)]!) {
        const box = bounds[area]!;
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        if (pointInPolygon(x, y, geometries[area]!)) return area;
      }
      return -1;
    },
  };
}

function union(bounds: readonly (Bounds | null)[]): Bounds | null {
  let all: Bounds | null = null;
  for (const box of bounds) {
    if (!box) continue;
    all = all
      ? [
          Math.min(all[0], box[0]),
          Math.min(all[1], box[1]),
          Math.max(all[2], box[2]),
          Math.max(all[3], box[3]),
        ]
      : box;
  }
  return all;
}
