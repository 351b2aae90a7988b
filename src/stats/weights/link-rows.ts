import type { PlaceIndex } from './place-index.ts';
import type { SparseMatrix } from './sparse.ts';

/** Where the links of one unit are put: positions of its neighbours in the spatial order, and their weights. */
export interface FoundLinks {
  readonly positions: Int32Array;
  readonly weights: Float64Array;
}

/**
 * The matrix of links that are found unit by unit.
 * @param links `symmetric` if every link is found from both sides with the same weight, else `directed`.
 * @param find puts the links of the unit at a position into `found`, in any order, and returns how many there are.
 * Cost: linear in the links.
 */
export function matrixOfLinks(
  index: PlaceIndex,
  links: 'symmetric' | 'directed',
  find: (p: number, found: FoundLinks) => number,
): SparseMatrix {
  const { size, order, path } = index;
  const found: FoundLinks = { positions: new Int32Array(size), weights: new Float64Array(size) };
  const starts = new Int32Array(size);
  const lengths = new Int32Array(size);
  let to = new Int32Array(Math.max(16, size * 8));
  let weights = new Float64Array(to.length);
  let end = 0;
  for (let t = 0; t < size; t++) {
    const p = path[t]!;
    const count = find(p, found);
    if (end + count > to.length) {
      const room = Math.max(end + count, to.length * 2);
      to = longer(to, new Int32Array(room));
      weights = longer(weights, new Float64Array(room));
    }
    starts[order[p]!] = end;
    lengths[order[p]!] = count;
    for (let k = 0; k < count; k++, end++) {
      to[end] = order[found.positions[k]!]!;
      weights[end] = found.weights[k]!;
    }
  }
  // turned around, every row ascends: the units come in their order
  const turned = transposed({ starts, lengths, to, weights }, end);
  if (links === 'symmetric') return turned;
  const { offsets, neighbours } = turned;
  return transposed(
    {
      starts: offsets.subarray(0, size),
      lengths: lengths.map((_, i) => offsets[i + 1]! - offsets[i]!),
      to: neighbours,
      weights: turned.weights,
    },
    end,
  );
}

interface Rows {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
}

function transposed({ starts, lengths, to, weights }: Rows, count: number): SparseMatrix {
  const size = starts.length;
  const offsets = new Int32Array(size + 1);
  for (let k = 0; k < count; k++) offsets[to[k]! + 1]!++;
  for (let i = 0; i < size; i++) offsets[i + 1]! += offsets[i]!;
  const ends = offsets.slice(0, size);
  const neighbours = new Int32Array(count);
  const sorted = new Float64Array(count);
  for (let i = 0; i < size; i++) {
    const last = starts[i]! + lengths[i]!;
    for (let k = starts[i]!; k < last; k++) {
      const at = ends[to[k]!]!++;
      neighbours[at] = i;
      sorted[at] = weights[k]!;
    }
  }
  return { size, offsets, neighbours, weights: sorted, style: 'general' };
}

function longer<T extends Int32Array | Float64Array>(values: T, room: T): T {
  room.set(values);
  return room;
}
