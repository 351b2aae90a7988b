/** Who is next to whom, without weights; `geo` makes it from polygons. */
export interface Adjacency {
  /** `neighbours[offsets[i] … offsets[i + 1] − 1]` are the neighbours of unit i, ascending. Length n + 1. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** `general`: anything else, e.g. a kernel's values. */
export const weightStyles = ['binary', 'row-standardised', 'general'] as const;
export type WeightStyle = (typeof weightStyles)[number];

/** Spatial weights w_ij of all schemes: compressed sparse rows. Plain arrays, so that they can be sent to a worker. */
export interface SparseMatrix extends Adjacency {
  /** Number of units. */
  readonly size: number;
  /** w_ij beside `neighbours`. */
  readonly weights: Float64Array;
  readonly style: WeightStyle;
}

/**
 * Spatial weights [Gewichtsmatrix] from neighbours.
 *
 * binary: w_ij = 1; row-standardised: w_ij = 1/(number of neighbours of i), rows of units without neighbours stay 0.
 *
 * @param adjacency neighbours in compressed rows.
 * @throws `invalid offsets: …`, `invalid neighbour: …` if the rows do not fit together.
 * Cost: linear in the number of links.
 * @example sparseMatrix({offsets: Int32Array.of(0, 1, 2), neighbours: Int32Array.of(1, 0)}, 'binary').weights // [1, 1]
 */
export function sparseMatrix(adjacency: Adjacency, style: Exclude<WeightStyle, 'general'>): SparseMatrix {
  const { offsets, neighbours } = adjacency;
  const size = checkedRows(offsets, neighbours);
  const weights = new Float64Array(neighbours.length).fill(1);
  const matrix: SparseMatrix = { size, offsets, neighbours, weights, style: 'binary' };
  return style === 'binary' ? matrix : rowStandardised(matrix);
}

/**
 * The same weights with every row divided by its sum; rows that sum to 0 stay as they are.
 * Cost: linear in the number of links.
 */
export function rowStandardised(matrix: SparseMatrix): SparseMatrix {
  const { size, offsets } = matrix;
  const weights = new Float64Array(matrix.weights.length);
  for (let i = 0; i < size; i++) {
    let rowSum = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) rowSum += matrix.weights[k]!;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      weights[k] = rowSum === 0 ? 0 : matrix.weights[k]! / rowSum;
    }
  }
  return { ...matrix, weights, style: 'row-standardised' };
}

/**
 * The weights among the kept units only; a row-standardised matrix is standardised again.
 *
 * @param keep one entry per unit, true for those that stay.
 * @returns a matrix over the kept units, in their order.
 * @throws `invalid length: …`.
 * Cost: linear in the number of links.
 */
export function restrictedTo(matrix: SparseMatrix, keep: ArrayLike<number | boolean>): SparseMatrix {
  const { size } = matrix;
  if (keep.length !== size) throw new Error(`invalid length: ${keep.length} (expected ${size})`);
  const position = new Int32Array(size).fill(-1);
  let kept = 0;
  for (let i = 0; i < size; i++) if (keep[i]) position[i] = kept++;
  const offsets = new Int32Array(kept + 1);
  const neighbours = new Int32Array(matrix.neighbours.length);
  const weights = new Float64Array(matrix.weights.length);
  let end = 0;
  for (let i = 0; i < size; i++) {
    if (!keep[i]) continue;
    for (let k = matrix.offsets[i]!; k < matrix.offsets[i + 1]!; k++) {
      const to = position[matrix.neighbours[k]!]!;
      if (to < 0) continue;
      neighbours[end] = to;
      weights[end++] = matrix.weights[k]!;
    }
    offsets[position[i]! + 1] = end;
  }
  const restricted: SparseMatrix = {
    size: kept,
    offsets,
    neighbours: neighbours.slice(0, end),
    weights: weights.slice(0, end),
    style: matrix.style,
  };
  return matrix.style === 'row-standardised' ? rowStandardised(restricted) : restricted;
}

/** Units without any neighbour, ascending. Cost: linear. */
export function islandsOf(adjacency: Adjacency): Int32Array {
  const { offsets } = adjacency;
  const islands: number[] = [];
  for (let i = 0; i + 1 < offsets.length; i++) if (offsets[i] === offsets[i + 1]) islands.push(i);
  return Int32Array.from(islands);
}

function checkedRows(offsets: Int32Array, neighbours: Int32Array): number {
  const size = offsets.length - 1;
  if (size < 0 || offsets[0] !== 0 || offsets[size] !== neighbours.length) {
    throw new Error(
      `invalid offsets: ${offsets[0]} to ${offsets[size]} (expected 0 to ${neighbours.length})`,
    );
  }
  for (let i = 0; i < size; i++) {
    if (offsets[i]! > offsets[i + 1]!) throw new Error(`invalid offsets: ${offsets[i + 1]} at ${i + 1}`);
  }
  for (let k = 0; k < neighbours.length; k++) {
    const j = neighbours[k]!;
    if (j < 0 || j >= size) throw new Error(`invalid neighbour: ${j} (expected 0 to ${size - 1})`);
  }
  return size;
}
