import type { ContiguityOptions } from './contiguity.ts';
import { outlineEdges, outlinesOf } from './outlines.ts';
import { type AreaGeometry, polygonsOf } from './polygon.ts';

/** How long the common borders are, as compressed rows in both directions; fits the `general` weights of `stats`. */
export interface BorderLengths {
  /** Number of areas. */
  readonly size: number;
  /** `neighbours[offsets[i] … offsets[i + 1] − 1]` are the areas that share an edge with area i, ascending. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Length of the common border beside `neighbours`, the same in both directions, in the unit of the coordinates. */
  readonly weights: Float64Array;
  readonly style: 'general';
  /** Length of each area's border that it shares with no other area: the outer border of the city, and gaps. */
  readonly outer: Float64Array;
}

/**
 * Common borders [gemeinsame Grenzen] of all pairs of areas.
 *
 * Lengths of the edges that two areas have in common. Corners are compared as `queenContiguity` does, so borders count
 * as common although they are rounded differently; the length is then the mean of the two. As there, a corner in the
 * middle of the other's straight edge is no common one: that edge counts as outer border (`unnoticedContacts` finds it).
 *
 * @param geometries one per area in planar coordinates (metres), null where there is none.
 * @param options.tolerance as `queenContiguity`; 0.1 (metres) for projected coordinates.
 * @returns lengths in both directions, and the outer border. Where areas lie on each other, every two of them share the
 * edge. A seam between two parts of the same area is nobody's border.
 * @throws `invalid tolerance: …`, `invalid coordinate: …`.
 * Cost: linear in the number of vertices.
 * @example borderLengths([square(0, 0), square(1, 0)]) // weights [1, 1], outer [3, 3]
 */
export function borderLengths(
  geometries: readonly (AreaGeometry | null)[],
  options: ContiguityOptions = {},
): BorderLengths {
  const size = geometries.length;
  const outlines = outlinesOf(geometries, options.tolerance);
  const { edges, edge, vertex } = outlineEdges(outlines);
  const lengths = lengthsToNext(geometries, outlines.corner.length);

  // pieces of outline, edge by edge
  const starts = new Int32Array(edges + 1);
  for (let p = 0; p < edge.length; p++) starts[edge[p]! + 1]!++;
  let meetings = 0;
  for (let e = 0; e < edges; e++) {
    meetings += starts[e + 1]! * (starts[e + 1]! - 1);
    starts[e + 1]! += starts[e]!;
  }
  const ends = starts.slice(0, edges);
  const pieces = new Int32Array(edge.length);
  for (let p = 0; p < edge.length; p++) pieces[ends[edge[p]!]!++] = vertex[p]!;

  const outer = new Float64Array(size);
  const offsets = new Int32Array(size + 1);
  const neighbours = new Int32Array(meetings);
  const weights = new Float64Array(meetings);
  const common = new Float64Array(size);
  let end = 0;
  let p = 0;
  for (let i = 0; i < size; i++) {
    const start = end;
    for (; p < edge.length && outlines.area[vertex[p]!] === i; p++) {
      const length = lengths[vertex[p]!]!;
      const first = starts[edge[p]!]!;
      const last = starts[edge[p]! + 1]!;
      if (last - first === 1) outer[i]! += length;
      for (let m = first; m < last; m++) {
        const j = outlines.area[pieces[m]!]!;
        if (j === i) continue;
        // every piece has a length, so 0 means: not met yet
        if (common[j] === 0) neighbours[end++] = j;
        common[j]! += (length + lengths[pieces[m]!]!) / 2;
      }
    }
    neighbours.subarray(start, end).sort();
    for (let k = start; k < end; k++) {
      weights[k] = common[neighbours[k]!]!;
      common[neighbours[k]!] = 0;
    }
    offsets[i + 1] = end;
  }

  // the other direction adds up in another order: take the same figure
  const cursor = offsets.slice(0, size);
  for (let i = 0; i < size; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) weights[cursor[neighbours[k]!]!++] = weights[k]!;
  }
  return {
    size,
    offsets,
    neighbours: neighbours.slice(0, end),
    weights: weights.slice(0, end),
    style: 'general',
    outer,
  };
}

/** From every vertex to the next of its ring, in the order of the outlines. */
function lengthsToNext(geometries: readonly (AreaGeometry | null)[], count: number): Float64Array {
  const lengths = new Float64Array(count);
  let k = 0;
  for (const geometry of geometries) {
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        ring.forEach((from, v) => {
          const to = ring[v + 1 < ring.length ? v + 1 : 0]!;
          const dx = to[0]! - from[0]!;
          const dy = to[1]! - from[1]!;
          lengths[k++] = Math.sqrt(dx * dx + dy * dy);
        });
      }
    }
  }
  return lengths;
}
