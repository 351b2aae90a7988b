import { polygonBounds } from './planar.ts';
import { type AreaGeometry, polygonsOf } from './polygon.ts';

/** Halfway up first; further heights for geometries that have nothing there. */
const heights = [1 / 2, 1 / 3, 2 / 3, 1 / 5, 4 / 5, 1 / 11, 10 / 11, 1 / 23, 22 / 23];

/**
 * A point well inside a geometry: the middle of the widest stretch on the line halfway up (at another height where the
 * geometry has nothing there).
 *
 * @returns [x, y]; null without any area. Cost: linear in the number of corners.
 * @example innerPoint of the unit square // [0.5, 0.5]
 */
export function innerPoint(geometry: AreaGeometry | null): readonly [number, number] | null {
  const box = polygonBounds(geometry);
  if (!box) return null;
  for (const height of heights) {
    const y = box[1] + height * (box[3] - box[1]);
    const middle = widestMiddle(geometry, y);
    if (middle !== null) return [middle, y];
  }
  return null;
}

function widestMiddle(geometry: AreaGeometry | null, y: number): number | null {
  const crossings: number[] = [];
  for (const rings of polygonsOf(geometry)) {
    for (const ring of rings) {
      for (let k = 1; k < ring.length; k++) {
        const [ax, ay] = [ring[k - 1]![0]!, ring[k - 1]![1]!];
        const [bx, by] = [ring[k]![0]!, ring[k]![1]!];
        if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      }
    }
  }
  crossings.sort((a, b) => a - b);
  let widest = 0;
  let middle: number | null = null;
  for (let k = 1; k < crossings.length; k += 2) {
    const width = crossings[k]! - crossings[k - 1]!;
    if (width <= widest) continue;
    widest = width;
    middle = (crossings[k]! + crossings[k - 1]!) / 2;
  }
  return middle;
}
