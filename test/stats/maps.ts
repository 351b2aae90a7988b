import type { SparseMatrix } from '#stats/weights/sparse.ts';
import { neighbourWeights } from '../oracles/input.ts';

/** Squares in rows and columns, neighbours by common edges. */
export function lattice(
  rows: number,
  columns: number,
  style: 'binary' | 'row-standardised' = 'row-standardised',
): SparseMatrix {
  const lists = Array.from({ length: rows * columns }, (_, k) => {
    const [r, c] = [Math.floor(k / columns), k % columns];
    return [
      r > 0 ? k - columns : -1,
      c > 0 ? k - 1 : -1,
      c < columns - 1 ? k + 1 : -1,
      r < rows - 1 ? k + columns : -1,
    ].filter((j) => j >= 0);
  });
  return neighbourWeights(lists, style);
}

/** 1 – 2 – 3 – 4, and beside it an island. */
export const chain: readonly (readonly number[])[] = [[1], [0, 2], [1, 3], [2]];
export const chainAndIsland: readonly (readonly number[])[] = [...chain, []];

/** The same links with weights of their own, not symmetric. */
export function withWeights(matrix: SparseMatrix, weight: (i: number, j: number) => number): SparseMatrix {
  const weights = matrix.weights.slice();
  for (let i = 0; i < matrix.size; i++) {
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++)
      weights[k] = weight(i, matrix.neighbours[k]!);
  }
  return { ...matrix, weights, style: 'general' };
}

/** Every order of the values. */
export function permutations<T>(values: readonly T[]): readonly (readonly T[])[] {
  if (values.length <= 1) return [values];
  return values.flatMap((value, i) =>
    permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Population variance. */
export function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  return meanOf(Array.from({ length: values.length }, (_, i) => (values[i]! - mean) ** 2));
}
