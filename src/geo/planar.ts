import { type AreaGeometry, polygonsOf, type Ring } from './polygon.ts';

/**
 * Signed area of a ring in planar coordinates: positive anticlockwise, in the square of their unit.
 * Cost: linear. @example ringArea of the unit square, anticlockwise // 1
 */
export function ringArea(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  const [originX, originY] = [origin[0]!, origin[1]!];
  let twice = 0;
  let x = 0;
  let y = 0;
  // relative to the first corner: projected coordinates are large, areas small
  for (let k = 1; k <= ring.length; k++) {
    const position = ring[k % ring.length]!;
    const nextX = position[0]! - originX;
    const nextY = position[1]! - originY;
    twice += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return twice / 2;
}

/** Area of a geometry in planar coordinates, holes taken off, whatever the direction of its rings; 0 for null. */
export function polygonArea(geometry: AreaGeometry | null): number {
  let area = 0;
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, r) => {
      area += r === 0 ? Math.abs(ringArea(ring)) : -Math.abs(ringArea(ring));
    });
  }
  return area;
}

/** Length of all outlines, those of holes included, in planar coordinates; 0 for null. */
export function polygonPerimeter(geometry: AreaGeometry | null): number {
  let length = 0;
  for (const rings of polygonsOf(geometry)) {
    for (const ring of rings) {
      for (let k = 1; k < ring.length; k++) {
        const dx = ring[k]![0]! - ring[k - 1]![0]!;
        const dy = ring[k]![1]! - ring[k - 1]![1]!;
        length += Math.sqrt(dx * dx + dy * dy);
      }
    }
  }
  return length;
}

/**
 * Centre of mass of a geometry in planar coordinates, holes taken off. It can lie outside the geometry.
 * @returns [x, y]; the mean of the corners where the area is 0, null without any corner.
 * Cost: linear.
 * @example polygonCentroid of the unit square // [0.5, 0.5]
 */
export function polygonCentroid(geometry: AreaGeometry | null): readonly [number, number] | null {
  const first = polygonsOf(geometry)[0]?.[0]?.[0];
  if (!first) return null;
  const [originX, originY] = [first[0]!, first[1]!];
  let area = 0;
  let momentX = 0;
  let momentY = 0;
  let cornerX = 0;
  let cornerY = 0;
  let corners = 0;
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, r) => {
      let twice = 0;
      let ringX = 0;
      let ringY = 0;
      for (let k = 1; k < ring.length; k++) {
        const x0 = ring[k - 1]![0]! - originX;
        const y0 = ring[k - 1]![1]! - originY;
        const x1 = ring[k]![0]! - originX;
        const y1 = ring[k]![1]! - originY;
        const cross = x0 * y1 - x1 * y0;
        twice += cross;
        ringX += (x0 + x1) * cross;
        ringY += (y0 + y1) * cross;
        cornerX += x1;
        cornerY += y1;
        corners++;
      }
      const sign = twice >= 0 === (r === 0) ? 1 : -1;
      area += (sign * twice) / 2;
      momentX += (sign * ringX) / 6;
      momentY += (sign * ringY) / 6;
    });
  }
  if (area !== 0) return [originX + momentX / area, originY + momentY / area];
  return corners === 0 ? [originX, originY] : [originX + cornerX / corners, originY + cornerY / corners];
}

/** Least and greatest coordinates. */
export type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Bounds of a geometry; null without any corner. Cost: linear. */
export function polygonBounds(geometry: AreaGeometry | null): Bounds | null {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const rings of polygonsOf(geometry)) {
    for (const position of rings[0] ?? []) {
      const x = position[0]!;
      const y = position[1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : null;
}
