import type { SparseMatrix } from './sparse.ts';

/**
 * Every pair of linked units once: w_ij + w_ji beside j > i, and w_ii beside i. Quadratic forms sum w_ij z_i z_j need
 * no more, whether the weights are symmetric or not.
 */
export interface PairedLinks {
  readonly size: number;
  /** `neighbours[offsets[i] … offsets[i + 1] − 1]` are the partners j ≥ i of unit i. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  /** Sum of all w_ij. */
  readonly weightSum: number;
  /** Units without any link of their own (empty row). */
  readonly islands: number;
}

/** Pairs the links of a matrix; links that name the same pair twice become one. Cost: linear in the links. */
export function pairedLinks(matrix: SparseMatrix): PairedLinks {
  const { size } = matrix;
  const counts = new Int32Array(size + 1);
  let weightSum = 0;
  let islands = 0;
  for (let i = 0; i < size; i++) {
    if (matrix.offsets[i] === matrix.offsets[i + 1]) islands++;
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++) {
      weightSum += matrix.weights[k]!;
      counts[Math.min(i, matrix.neighbours[k]!) + 1]!++;
    }
  }
  for (let i = 0; i < size; i++) counts[i + 1]! += counts[i]!;
  const ends = counts.slice(0, size);
  const to = new Int32Array(matrix.neighbours.length);
  const weights = new Float64Array(matrix.neighbours.length);
  for (let i = 0; i < size; i++) {
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++) {
      const j = matrix.neighbours[k]!;
      const at = ends[Math.min(i, j)]!++;
      to[at] = Math.max(i, j);
      weights[at] = matrix.weights[k]!;
    }
  }
  return { size, ...merged(size, counts, to, weights), weightSum, islands };
}

function merged(
  size: number,
  starts: Int32Array,
  to: Int32Array,
  weights: Float64Array,
): Pick<PairedLinks, 'offsets' | 'neighbours' | 'weights'> {
  const place = new Int32Array(size).fill(-1);
  const offsets = new Int32Array(size + 1);
  let end = 0;
  for (let i = 0; i < size; i++) {
    const start = end;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = to[k]!;
      const seen = place[j]!;
      if (seen >= start) {
        weights[seen]! += weights[k]!;
      } else {
        place[j] = end;
        to[end] = j;
        weights[end++] = weights[k]!;
      }
    }
    offsets[i + 1] = end;
  }
  return { offsets, neighbours: to.slice(0, end), weights: weights.slice(0, end) };
}
