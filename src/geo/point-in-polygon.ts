import { type AreaGeometry, polygonsOf, type Rings } from './polygon.ts';

/**
 * Whether a point lies in a geometry (even–odd rule over all rings, so holes are outside).
 *
 * Points exactly on an outline belong to one of the two areas that share it: left and lower outlines are inside, right
 * and upper ones outside.
 *
 * @returns false for null. Cost: linear in the number of corners.
 * @example pointInPolygon(0.5, 0.5, unitSquare) // true
 */
export function pointInPolygon(x: number, y: number, geometry: AreaGeometry | null): boolean {
  return polygonsOf(geometry).some((rings) => inRings(x, y, rings));
}

function inRings(x: number, y: number, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0, before = ring.length - 1; k < ring.length; before = k++) {
      const ax = ring[k]![0]!;
      const ay = ring[k]![1]!;
      const bx = ring[before]![0]!;
      const by = ring[before]![1]!;
      if (ay > y === by > y) continue;
      // always from the lower to the upper end, so that both areas of a shared edge get the same answer
      const crossing =
        ay < by ? ax + ((y - ay) / (by - ay)) * (bx - ax) : bx + ((y - by) / (ay - by)) * (ax - bx);
      if (x < crossing) inside = !inside;
    }
  }
  return inside;
}
