import type { SparseMatrix } from './sparse.ts';

/**
 * Weighted sums over pairs of units: what indices ask of distances, without ever holding an n × n array. Made once for
 * the places, used for any number of columns.
 */
export interface PairSums {
  /** Number of units. */
  readonly size: number;
  /** w_ii, where known; expected values under chance need it. */
  readonly diagonal?: Float64Array;
  /** For every column f: the sums over j of w_ij f_j, per unit i. @throws `invalid length: …`. */
  sums(columns: readonly Float64Array[]): readonly Float64Array[];
}

/**
 * The sums of a sparse matrix. Cost: linear in its links per column.
 * @example pairSums(sparseMatrix(adjacency, 'binary')).sums([counts])
 */
export function pairSums(matrix: SparseMatrix): PairSums {
  const { size, offsets, neighbours, weights } = matrix;
  return {
    size,
    sums: (columns) =>
      columns.map((column) => {
        if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
        const sums = new Float64Array(size);
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let k = offsets[i]!; k < offsets[i + 1]!; k++) sum += weights[k]! * column[neighbours[k]!]!;
          sums[i] = sum;
        }
        return sums;
      }),
  };
}
