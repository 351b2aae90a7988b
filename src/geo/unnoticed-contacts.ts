import type { Contiguity } from './contiguity.ts';
import { innerPoint } from './inner-point.ts';
import { type Bounds, polygonBounds } from './planar.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import { type AreaGeometry, polygonsOf } from './polygon.ts';

/** Two areas that lie on or against each other although their outlines do not say so. */
export interface UnnoticedContact {
  readonly first: number;
  readonly second: number;
  /** `overlap`: the middle of one lies in the other. `touch`: they meet without a common corner, so they are no neighbours. */
  readonly kind: 'overlap' | 'touch';
}

/**
 * What contiguity by common corners does not notice [unbemerkte Berührungen]: areas that lie on top of each other, and
 * areas that meet in the middle of an edge. Both mean that the outlines do not fit together.
 *
 * An overlap is found where a point inside one area lies in the other, or a corner of one in the other where they are
 * no neighbours; slivers between neighbours are none.
 *
 * @param geometries one per area. @param contiguity of the same areas.
 * @param tolerance how near an outline counts as touching, in the unit of the coordinates.
 * @returns pairs with first < second, in the order of the areas.
 * Cost: corners times edges of areas whose bounds meet and that are no neighbours; nothing for those far apart.
 * @example squares at (0, 0) and (1, 0.5): neighbours for everyone but the corners → touch
 */
export function unnoticedContacts(
  geometries: readonly (AreaGeometry | null)[],
  { offsets, neighbours }: Pick<Contiguity, 'offsets' | 'neighbours'>,
  tolerance = 0,
): readonly UnnoticedContact[] {
  const bounds = geometries.map(polygonBounds);
  const inner = geometries.map(innerPoint);
  const order = bounds
    .flatMap((box, area) => (box ? [{ area, box }] : []))
    .sort((a, b) => a.box[0] - b.box[0]);
  const found: UnnoticedContact[] = [];
  let open: { readonly area: number; readonly box: Bounds }[] = [];
  for (const entry of order) {
    open = open.filter(({ box }) => box[2] + tolerance >= entry.box[0]);
    for (const { area, box } of open) {
      if (box[1] - tolerance > entry.box[3] || box[3] + tolerance < entry.box[1]) continue;
      const first = Math.min(area, entry.area);
      const second = Math.max(area, entry.area);
      const kind = contactOf(first, second);
      if (kind) found.push({ first, second, kind });
    }
    open.push(entry);
  }
  return found.sort((a, b) => a.first - b.first || a.second - b.second);

  function contactOf(a: number, b: number): UnnoticedContact['kind'] | null {
    if (holds(b, inner[a]!) || holds(a, inner[b]!)) return 'overlap';
    if (areNeighbours(a, b)) return null;
    const one = cornersWithin(a, bounds[b]!);
    const other = cornersWithin(b, bounds[a]!);
    if (one.some((corner) => isNearOutline(corner, b)) || other.some((corner) => isNearOutline(corner, a))) {
      return 'touch';
    }
    return one.some((corner) => holds(b, corner)) || other.some((corner) => holds(a, corner))
      ? 'overlap'
      : null;
  }

  function holds(area: number, point: readonly number[] | null): boolean {
    return point !== null && pointInPolygon(point[0]!, point[1]!, geometries[area]!);
  }

  function areNeighbours(a: number, b: number): boolean {
    return neighbours.subarray(offsets[a]!, offsets[a + 1]!).includes(b);
  }

  function cornersWithin(area: number, [minX, minY, maxX, maxY]: Bounds): readonly (readonly number[])[] {
    return polygonsOf(geometries[area]!)
      .flat(2)
      .filter(
        ([x = NaN, y = NaN]) =>
          x >= minX - tolerance && x <= maxX + tolerance && y >= minY - tolerance && y <= maxY + tolerance,
      );
  }

  function isNearOutline([x = NaN, y = NaN]: readonly number[], area: number): boolean {
    return polygonsOf(geometries[area]!).some((rings) =>
      rings.some((ring) =>
        ring.some((to, k) => k > 0 && distanceToEdge(x, y, ring[k - 1]!, to) <= tolerance),
      ),
    );
  }
}

function distanceToEdge(x: number, y: number, from: readonly number[], to: readonly number[]): number {
  const dx = to[0]! - from[0]!;
  const dy = to[1]! - from[1]!;
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]!) * dx + (y - from[1]!) * dy) / length));
  return Math.hypot(x - from[0]! - along * dx, y - from[1]! - along * dy);
}
