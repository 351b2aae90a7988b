import type { IndexContext, TwoGroupSpec } from '../../spec.ts';
import type { TwoGroupTable } from '../../table.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { knownValues } from './known-values.ts';
import { type AutocorrelationMoments, momentsUnder, undefinedMoments, weightSums } from './moments.ts';

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
  const known = knownValues([values], weights);
  if (!known) return NaN;
  const { matrix } = known;
  const { offsets, neighbours } = matrix;
  const deviations = known.deviations[0]!;
  let product = 0;
  let allWeights = 0;
  for (let i = 0; i < matrix.size; i++) {
    let lag = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      lag += matrix.weights[k]! * deviations[neighbours[k]!]!;
      allWeights += matrix.weights[k]!;
    }
    product += deviations[i]! * lag;
  }
  return allWeights === 0 ? NaN : ((matrix.size / allWeights) * product) / known.squares[0]!;
}

/** Expected Moran's I without any pattern, −1/(n − 1); NaN for fewer than two units. */
export function expectedMoran(units: number): number {
  return units < 2 ? NaN : -1 / (units - 1);
}

/**
 * Moran's I with its variance and test [Moran-Test, analytisch].
 *
 * How far I lies from what values without a pattern would give, in standard deviations.
 *
 * S0 = sum w_ij, S1 = sum (w_ij + w_ji)²/2, S2 = sum_i (w_i. + w_.i)², b = n sum z⁴/(sum z²)².
 * Normality: Var = (n² S1 − n S2 + 3 S0²)/(S0² (n² − 1)) − E².
 * Randomisation: Var = [n((n² − 3n + 3) S1 − n S2 + 3 S0²) − b((n² − n) S1 − 2n S2 + 6 S0²)] /
 * ((n − 1)(n − 2)(n − 3) S0²) − E². E = −1/(n − 1) both times.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units.
 * @returns value, expectation and, under both models, variance, z = (I − E)/sd and p (two-sided, 0 … 1).
 * NaN as Moran's I; randomisation also for fewer than four units.
 * @throws `invalid length: …`, `invalid value: …`.
 * Cost: linear in the number of links.
 * Source: Cliff & Ord 1981. Agrees with spdep (two-sided) and esda where every unit has neighbours; units
 * without neighbours count in n, as in esda (spdep: `adjust.n = FALSE`).
 * @example moranMoments(values, weights).randomisation.p
 */
export function moranMoments(values: ArrayLike<number>, weights: SparseMatrix): AutocorrelationMoments {
  const value = moran(values, weights);
  const known = knownValues([values], weights);
  if (!known || Number.isNaN(value)) return undefinedMoments;
  const { n, s0, s1, s2, kurtosis: b } = weightSums(known);
  const expected = expectedMoran(n);
  const normality = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected ** 2;
  const randomisation =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
      b * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
      ((n - 1) * (n - 2) * (n - 3) * s0 * s0) -
    expected ** 2;
  return {
    value,
    expected,
    randomisation: momentsUnder(value, expected, n < 4 ? NaN : randomisation),
    normality: momentsUnder(value, expected, normality),
  };
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
  chance: 'areas',
  invariances: ['size', 'symmetry'],
  citation: 'Moran 1950; Cliff & Ord 1981',
  compute: moranOfShares,
  expected: (table, context) =>
    Number.isNaN(moranOfShares(table, context))
      ? NaN
      : expectedMoran(context?.emptyUnits === 'zero' ? table.size : table.populated),
};

function moranOfShares(table: TwoGroupTable, context?: IndexContext): number {
  if (table.groupSum === 0 || table.referenceSum === 0) return NaN;
  return moran(sharesOf(table, context?.emptyUnits), weightsOf(context));
}
