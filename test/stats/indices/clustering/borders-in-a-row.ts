import type { SparseMatrix } from '#stats/weights/sparse.ts';

/** Units in a row whose neighbours have borders of the given lengths, in both directions. */
export function bordersInARow(lengths: readonly number[]): SparseMatrix {
  const size = lengths.length + 1;
  const offsets = new Int32Array(size + 1);
  const neighbours: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < size; i++) {
    if (i > 0) {
      neighbours.push(i - 1);
      weights.push(lengths[i - 1]!);
    }
    if (i + 1 < size) {
      neighbours.push(i + 1);
      weights.push(lengths[i]!);
    }
    offsets[i + 1] = neighbours.length;
  }
  return {
    size,
    offsets,
    neighbours: Int32Array.from(neighbours),
    weights: Float64Array.from(weights),
    style: 'general',
  };
}
