import { inStyle } from './distance-band.ts';
import type { SparseMatrix } from './sparse.ts';

/**
 * Neighbours of higher order [Nachbarn höherer Ordnung]: neighbours, their neighbours, and so on.
 *
 * w_ij = 1 where at most `order` links lead from i to j, i ≠ j.
 *
 * @param matrix links of order 1, usually contiguity; their weights do not matter.
 * @param order whole number ≥ 1; 1 gives the same neighbours again (a unit's link to itself left out).
 * @returns rows ascending, row-standardised if the matrix is, else binary. Islands stay islands.
 * @throws `invalid order: …`.
 * Cost: linear in the links that are followed.
 * @example on a chain 1 – 2 – 3 – 4, order 2: 1 has the neighbours 2 and 3, 2 has 1, 3 and 4
 */
export function higherOrder(matrix: SparseMatrix, order: number): SparseMatrix {
  if (!(Number.isInteger(order) && order >= 1)) throw new Error(`invalid order: ${order}`);
  const { size, offsets, neighbours } = matrix;
  const reached = new Int32Array(size).fill(-1);
  const ends = new Int32Array(size + 1);
  let found = new Int32Array(Math.max(16, neighbours.length * 2));
  let end = 0;
  for (let i = 0; i < size; i++) {
    const start = end;
    reached[i] = i;
    follow(i, i);
    let from = start;
    for (let step = 1; step < order && from < end; step++) {
      const to = end;
      for (; from < to; from++) follow(found[from]!, i);
    }
    found.subarray(start, end).sort();
    ends[i + 1] = end;
  }
  return inStyle(
    { size, offsets: ends, neighbours: found.slice(0, end), weights: new Float64Array(0), style: 'binary' },
    { style: matrix.style === 'row-standardised' ? 'row-standardised' : 'binary' },
  );

  /** Adds the neighbours of unit j that i has not reached yet. */
  function follow(j: number, i: number): void {
    for (let k = offsets[j]!; k < offsets[j + 1]!; k++) {
      const next = neighbours[k]!;
      if (reached[next] === i) continue;
      reached[next] = i;
      if (end === found.length) {
        const longer = new Int32Array(end * 2);
        longer.set(found);
        found = longer;
      }
      found[end++] = next;
    }
  }
}
