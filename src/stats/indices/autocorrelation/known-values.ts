import { restrictedTo, type SparseMatrix } from '../../weights/sparse.ts';

/** Units that have a value in every column, and the weights among them. */
export interface KnownValues {
  /** Their positions among all units, ascending. */
  readonly positions: Int32Array;
  /** Per column: value − mean. */
  readonly deviations: readonly Float64Array[];
  /** Per column: sum of the squared deviations, > 0. */
  readonly squares: readonly number[];
  readonly matrix: SparseMatrix;
}

/**
 * Takes out units without a value (NaN) and their links; a row-standardised matrix is standardised again.
 *
 * @returns null where nothing can correlate: fewer than two units, or a column of equal values.
 * @throws `invalid length: …`, `invalid value: Infinity at 2`.
 * Cost: linear in units and links.
 */
export function knownValues(
  columns: readonly ArrayLike<number>[],
  weights: SparseMatrix,
): KnownValues | null {
  const keep = new Uint8Array(weights.size).fill(1);
  for (const column of columns) {
    if (column.length !== weights.size) {
      throw new Error(`invalid length: ${column.length} (expected ${weights.size})`);
    }
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) keep[i] = 0;
      else if (!Number.isFinite(value)) throw new Error(`invalid value: ${value} at ${i}`);
    }
  }
  let known = 0;
  for (const kept of keep) known += kept;
  if (known < 2) return null;
  const positions = new Int32Array(known);
  for (let i = 0, at = 0; i < keep.length; i++) if (keep[i]) positions[at++] = i;
  const deviations = columns.map((column) => deviationsAt(column, positions));
  if (deviations.some((column) => column === null)) return null;
  const present = deviations as readonly Float64Array[];
  return {
    positions,
    deviations: present,
    squares: present.map((column) => column.reduce((sum, z) => sum + z * z, 0)),
    matrix: known === weights.size ? weights : restrictedTo(weights, keep),
  };
}

/** Null where all values are equal. */
function deviationsAt(column: ArrayLike<number>, positions: Int32Array): Float64Array | null {
  const deviations = new Float64Array(positions.length);
  let sum = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let k = 0; k < positions.length; k++) {
    const value = column[positions[k]!]!;
    deviations[k] = value;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (least === greatest) return null;
  const mean = sum / positions.length;
  for (let k = 0; k < deviations.length; k++) deviations[k]! -= mean;
  return deviations;
}

/** One value per unit from those of the known ones; NaN for the others. */
export function spread(values: ArrayLike<number>, positions: Int32Array, size: number): Float64Array {
  const all = new Float64Array(size).fill(NaN);
  for (let k = 0; k < positions.length; k++) all[positions[k]!] = values[k]!;
  return all;
}
