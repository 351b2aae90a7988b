import type { PlaceIndex } from './place-index.ts';
import type { SparseMatrix } from './sparse.ts';

/** Takes one link of the unit whose turn it is: position of the neighbour in the spatial order, and weight. */
export type TakeLink = (position: number, weight: number) => void;

/**
 * The matrix of links that are found unit by unit in spatial order.
 * @param find reports the links of the unit at a position, in any order.
 * Cost: linear in the links.
 */
export function matrixOfLinks(index: PlaceIndex, find: (p: number, take: TakeLink) => void): SparseMatrix {
  const { size, order, path } = index;
  let from = new Int32Array(Math.max(16, size * 8));
  let to = new Int32Array(from.length);
  let weights = new Float64Array(from.length);
  let count = 0;
  let unit = 0;
  const take = (position: number, weight: number): void => {
    if (count === to.length) {
      from = longer(from, new Int32Array(count * 2));
      to = longer(to, new Int32Array(count * 2));
      weights = longer(weights, new Float64Array(count * 2));
    }
    from[count] = unit;
    to[count] = order[position]!;
    weights[count++] = weight;
  };
  for (let t = 0; t < size; t++) {
    const p = path[t]!;
    unit = order[p]!;
    find(p, take);
  }
  // sorted by neighbour, then by unit without disturbing that order: every row ascends
  const byNeighbour = sortedBy(size, to, from, weights, count);
  const byUnit = sortedBy(size, byNeighbour.second, byNeighbour.first, byNeighbour.weights, count);
  return {
    size,
    offsets: byUnit.offsets,
    neighbours: byUnit.second,
    weights: byUnit.weights,
    style: 'general',
  };
}

function longer<T extends Int32Array | Float64Array>(values: T, room: T): T {
  room.set(values);
  return room;
}

/** Links in the order of their first unit; those of the same first unit stay in the order they have. */
function sortedBy(
  size: number,
  first: Int32Array,
  second: Int32Array,
  weights: Float64Array,
  count: number,
): { offsets: Int32Array; first: Int32Array; second: Int32Array; weights: Float64Array } {
  const offsets = new Int32Array(size + 1);
  for (let k = 0; k < count; k++) offsets[first[k]! + 1]!++;
  for (let i = 0; i < size; i++) offsets[i + 1]! += offsets[i]!;
  const ends = offsets.slice(0, size);
  const sorted = {
    offsets,
    first: new Int32Array(count),
    second: new Int32Array(count),
    weights: new Float64Array(count),
  };
  for (let k = 0; k < count; k++) {
    const at = ends[first[k]!]!++;
    sorted.first[at] = first[k]!;
    sorted.second[at] = second[k]!;
    sorted.weights[at] = weights[k]!;
  }
  return sorted;
}
