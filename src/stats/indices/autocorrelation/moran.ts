import type { IndexContext, TwoGroupSpec } from '../../spec.ts';
import type { TwoGroupTable } from '../../table.ts';
import { restrictedTo, type SparseMatrix } from '../../weights/sparse.ts';

/**
 * Moran's I [Moran-Index, räumliche Autokorrelation].
 *
 * Whether areas with high values lie next to areas with high values (positive), or high next to low (negative).
 *
 * I = n/S0 · sum_i sum_j w_ij z_i z_j / sum z_i², z_i = value − mean, S0 = sum of all w_ij.
 *
 * @param values one value per unit. NaN = missing: the unit and its links are left out.
 * @param weights spatial weights over the same units; usually row-standardised contiguity.
 * @returns about −1 … 1 (row-standardised); −1/(n − 1) is expected without any pattern.
 * NaN if fewer than two units have a value, all values are equal, or nobody has a neighbour.
 * @throws `invalid length: …` if values and weights differ in size.
 * Cost: linear in the number of links.
 * Source: Moran 1950, Biometrika 37, 17–23; Cliff & Ord 1981. Units without neighbours count in n and in the mean but
 * not in S0, as in esda and spdep (zero.policy).
 * @example On a chain of four units 1 – 2 – 3 – 4 with values 1, 1, 0, 0 and binary weights: 1/3.
 */
export function moran(values: ArrayLike<number>, weights: SparseMatrix): number {
  const known = withValues(values, weights);
  if (!known) return NaN;
  const { deviations, matrix } = known;
  const { offsets, neighbours } = matrix;
  let product = 0;
  let squares = 0;
  let allWeights = 0;
  for (let i = 0; i < matrix.size; i++) {
    const z = deviations[i]!;
    let lag = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      lag += matrix.weights[k]! * deviations[neighbours[k]!]!;
      allWeights += matrix.weights[k]!;
    }
    product += z * lag;
    squares += z * z;
  }
  return allWeights === 0 ? NaN : ((matrix.size / allWeights) * product) / squares;
}

/** Expected Moran's I without any pattern, −1/(n − 1); NaN for fewer than two units. */
export function expectedMoran(units: number): number {
  return units < 2 ? NaN : -1 / (units - 1);
}

/** Units that have a value, as deviations from their mean, and the weights among them; null where I is undefined. */
export function withValues(
  values: ArrayLike<number>,
  weights: SparseMatrix,
): { readonly deviations: Float64Array; readonly matrix: SparseMatrix } | null {
  if (values.length !== weights.size) {
    throw new Error(`invalid length: ${values.length} (expected ${weights.size})`);
  }
  const keep = new Uint8Array(values.length);
  let known = 0;
  let sum = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < keep.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) throw new Error(`invalid value: ${value} at ${i}`);
    keep[i] = 1;
    known++;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (known < 2 || least === greatest) return null;
  const mean = sum / known;
  const deviations = new Float64Array(known);
  let k = 0;
  for (let i = 0; i < keep.length; i++) if (keep[i]) deviations[k++] = values[i]! - mean;
  return { deviations, matrix: known === weights.size ? weights : restrictedTo(weights, keep) };
}

/**
 * Share x_i/t_i of every unit, the variable of the indices of autocorrelation.
 * @param emptyUnits a unit without persons has no share and is left out (`drop`), or counts as share 0 (`zero`): so the
 * reference packages do, although the result then depends on which of the two groups is asked about.
 */
export function sharesOf(table: TwoGroupTable, emptyUnits: 'zero' | 'drop' = 'drop'): Float64Array {
  const { size, group, total } = table;
  const shares = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    shares[i] = total[i]! > 0 ? group[i]! / total[i]! : emptyUnits === 'zero' ? 0 : NaN;
  }
  return shares;
}

export function weightsOf(context: IndexContext | undefined): SparseMatrix {
  if (!context?.weights) throw new Error('invalid weights: undefined');
  return context.weights;
}

export const moranSpec: TwoGroupSpec = {
  id: 'moran',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['weights'],
  range: [-Infinity, Infinity],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Moran 1950; Cliff & Ord 1981',
  compute: (table, context) =>
    table.groupSum === 0 || table.referenceSum === 0
      ? NaN
      : moran(sharesOf(table, context?.emptyUnits), weightsOf(context)),
  expected: (table, context) => expectedMoran(context?.emptyUnits === 'zero' ? table.size : table.populated),
};
