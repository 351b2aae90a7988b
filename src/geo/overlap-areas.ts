import { type Bounds, polygonBounds, ringArea } from './planar.ts';
import { type AreaGeometry, polygonsOf } from './polygon.ts';

/** How much two areas have in common. */
export interface Overlap {
  readonly first: number;
  readonly second: number;
  /** In the square of the unit of the coordinates. */
  readonly area: number;
}

/** An outline as straight pieces, ready to be laid over others. */
export interface OverlapOutline {
  readonly bounds: Bounds;
  /** Left end, right end, heights there, and +1 or −1 for each piece that is not upright; by left end. */
  readonly pieces: Float64Array;
}

const perPiece = 5;

/**
 * Area of the intersection of two polygons [Schnittfläche], without making the intersection.
 *
 * A polygon is the sum of the strips under its pieces of outline, taken positive where the polygon lies below the piece
 * and negative where it lies above. The common area is then the sum, over all pairs of pieces above the same x, of the
 * signed integral of the lower one:
 *
 * area = sum_a sum_b s_a * s_b * integral min(f_a(x), f_b(x)) dx
 *
 * with f the height of a piece and s its sign. Outlines that touch, share corners or run along each other need no
 * special care: they contribute nothing, up to rounding (about 1e-6 m² for a city in metres).
 *
 * @param first, second as `overlapOutline` gives them, of valid geometries in planar coordinates.
 * @returns ≥ 0; 0 where the bounds do not meet. Cost: pieces, times the few that lie above each other.
 * @example overlapArea of the unit squares at (0, 0) and (0.5, 0) // 0.5
 */
export function overlapArea(first: OverlapOutline, second: OverlapOutline): number {
  const left = Math.max(first.bounds[0], second.bounds[0]);
  const right = Math.min(first.bounds[2], second.bounds[2]);
  const bottom = Math.max(first.bounds[1], second.bounds[1]);
  const top = Math.min(first.bounds[3], second.bounds[3]);
  if (!(left < right && bottom < top)) return 0;
  const a = first.pieces;
  const b = second.pieces;
  // Heights count from the middle of what is common: small numbers lose nothing.
  const base = (bottom + top) / 2;
  let sum = 0;
  /** Offsets of the pieces of b that may lie above the piece of a in turn. */
  const open: number[] = [];
  let next = 0;
  for (let i = 0; i < a.length; i += perPiece) {
    const a0 = a[i]!;
    const a1 = a[i + 1]!;
    if (a0 >= right) break;
    if (a1 <= left) continue;
    while (next < b.length && b[next]! < a1) {
      if (b[next + 1]! > left) open.push(next);
      next += perPiece;
    }
    let kept = 0;
    const slopeA = (a[i + 3]! - a[i + 2]!) / (a1 - a0);
    for (const k of open) {
      const b0 = b[k]!;
      const b1 = b[k + 1]!;
      if (b1 <= a0) continue;
      open[kept++] = k;
      const from = Math.max(a0, b0);
      const to = Math.min(a1, b1);
      if (from >= to) continue;
      const slopeB = (b[k + 3]! - b[k + 2]!) / (b1 - b0);
      const startA = a[i + 2]! - base + slopeA * (from - a0);
      const startB = b[k + 2]! - base + slopeB * (from - b0);
      const endA = a[i + 2]! - base + slopeA * (to - a0);
      const endB = b[k + 2]! - base + slopeB * (to - b0);
      const sign = a[i + 4]! * b[k + 4]!;
      sum += sign * lowerIntegral(to - from, startA, endA, startB, endB);
    }
    open.length = kept;
  }
  return Math.max(0, sum);
}

/** Integral of the lower one of two straight lines over `width`. */
function lowerIntegral(width: number, startA: number, endA: number, startB: number, endB: number): number {
  const start = startA - startB;
  const end = endA - endB;
  if (start <= 0 && end <= 0) return (width * (startA + endA)) / 2;
  if (start >= 0 && end >= 0) return (width * (startB + endB)) / 2;
  const share = start / (start - end);
  const middle = startA + share * (endA - startA);
  return start < 0
    ? (width * (share * (startA + middle) + (1 - share) * (middle + endB))) / 2
    : (width * (share * (startB + middle) + (1 - share) * (middle + endA))) / 2;
}

/** What `overlapArea` takes; null without any area. Cost: corners, sorted. */
export function overlapOutline(geometry: AreaGeometry | null): OverlapOutline | null {
  const bounds = polygonBounds(geometry);
  if (!bounds) return null;
  const pieces: number[][] = [];
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((ring, r) => {
      // Outlines count positive, holes negative, whatever their direction.
      const direction = ringArea(ring) >= 0 === (r === 0) ? 1 : -1;
      for (let k = 1; k < ring.length; k++) {
        const [x0, y0] = [ring[k - 1]![0]!, ring[k - 1]![1]!];
        const [x1, y1] = [ring[k]![0]!, ring[k]![1]!];
        // Anticlockwise, the upper side runs to the left.
        if (x0 > x1) pieces.push([x1, x0, y1, y0, direction]);
        else if (x0 < x1) pieces.push([x0, x1, y0, y1, -direction]);
      }
    });
  }
  pieces.sort((a, b) => a[0]! - b[0]!);
  return { bounds, pieces: Float64Array.from(pieces.flat()) };
}

/** Pairs of positions whose bounds meet, in the order of `first`. Cost: sorting, and the pairs that overlap in x. */
export function meetingBounds(
  first: readonly (Bounds | null)[],
  second: readonly (Bounds | null)[],
): readonly (readonly [first: number, second: number])[] {
  const byLeft = (bounds: readonly (Bounds | null)[]) =>
    bounds.flatMap((box, i) => (box ? [{ i, box }] : [])).sort((a, b) => a.box[0] - b.box[0]);
  const others = byLeft(second);
  const pairs: [number, number][] = [];
  let next = 0;
  let open: { readonly i: number; readonly box: Bounds }[] = [];
  for (const { i, box } of byLeft(first)) {
    for (; next < others.length && others[next]!.box[0] <= box[2]; next++) open.push(others[next]!);
    open = open.filter((other) => other.box[2] >= box[0]);
    for (const other of open) {
      // One that was let in for a wider box before may begin further right than this one ends.
      if (other.box[0] <= box[2] && other.box[1] <= box[3] && box[1] <= other.box[3])
        pairs.push([i, other.i]);
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/**
 * Common areas of all pairs of two sets of areas [Verschneidung], those without any left out.
 *
 * @param first, second one geometry per area in planar coordinates, null where there is none.
 * @returns in the order of `first`, then of `second`.
 * Cost: the pairs whose bounds meet, each with the sum of its corners.
 * @example overlapAreas([square(0, 0)], [square(0.5, 0), square(5, 5)]) // [{ first: 0, second: 0, area: 0.5 }]
 */
export function overlapAreas(
  first: readonly (AreaGeometry | null)[],
  second: readonly (AreaGeometry | null)[],
): readonly Overlap[] {
  const one = first.map(overlapOutline);
  const other = second.map(overlapOutline);
  const boundsOf = (outline: OverlapOutline | null): Bounds | null => outline?.bounds ?? null;
  return meetingBounds(one.map(boundsOf), other.map(boundsOf)).flatMap(([i, j]) => {
    const area = overlapArea(one[i]!, other[j]!);
    return area > 0 ? [{ first: i, second: j, area }] : [];
  });
}
