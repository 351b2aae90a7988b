import type { IndexContext, TwoGroupSpec } from '../../spec.ts';
import type { TwoGroupTable } from '../../table.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { knownValues } from './known-values.ts';
import { type AutocorrelationMoments, momentsUnder, undefinedMoments, weightSums } from './moments.ts';
import { sharesOf, weightsOf } from './moran.ts';

/**
 * Geary's c [Gearys c, räumliche Autokorrelation].
 *
 * Whether neighbouring areas differ less (below 1) or more (above 1) than any two areas.
 *
 * c = (n − 1)/(2 S0) · sum_i sum_j w_ij (v_i − v_j)² / sum (v_i − mean)², S0 = sum of all w_ij.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units.
 * @returns 0 (neighbours equal) … 1 (no pattern) … about 2. NaN as Moran's I.
 * @throws `invalid length: …`.
 * Cost: linear in the number of links.
 * Source: Geary 1954, The Incorporated Statistician 5, 115–146. Agrees with esda and spdep.
 * @example On a chain of four units 1 – 2 – 3 – 4 with values 1, 1, 0, 0 and binary weights: 0.5.
 */
export function geary(values: ArrayLike<number>, weights: SparseMatrix): number {
  const known = knownValues([values], weights);
  if (!known) return NaN;
  const { matrix } = known;
  const { offsets, neighbours } = matrix;
  const deviations = known.deviations[0]!;
  let differences = 0;
  let allWeights = 0;
  for (let i = 0; i < matrix.size; i++) {
    const z = deviations[i]!;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const difference = z - deviations[neighbours[k]!]!;
      differences += matrix.weights[k]! * difference * difference;
      allWeights += matrix.weights[k]!;
    }
  }
  return allWeights === 0 ? NaN : (((matrix.size - 1) / (2 * allWeights)) * differences) / known.squares[0]!;
}

/**
 * Geary's c with its variance and test [Geary-Test, analytisch].
 *
 * How far c lies from what values without a pattern would give, in standard deviations.
 *
 * S0, S1, S2, b as for `moranMoments`.
 * Normality: Var = ((2 S1 + S2)(n − 1) − 4 S0²)/(2 (n + 1) S0²).
 * Randomisation: Var = [(n − 1) S1 (n² − 3n + 3 − (n − 1) b) − (n − 1) S2 (n² + 3n − 6 − (n² − n + 2) b)/4 +
 * S0² (n² − 3 − (n − 1)² b)]/(n (n − 2)(n − 3) S0²). E = 1 both times.
 *
 * @param values one per unit, NaN = missing (left out with its links). @param weights over the same units.
 * @returns value, expectation and, under both models, variance, z = (c − E)/sd (negative: neighbours are alike) and p
 * (two-sided, 0 … 1). NaN as Geary's c; randomisation also for fewer than four units.
 * @throws `invalid length: …`, `invalid value: …`.
 * Cost: linear in the number of links.
 * Source: Cliff & Ord 1981. esda has the same sign of z, spdep the opposite one, (E − c)/sd.
 * @example gearyMoments(values, weights).randomisation.z
 */
export function gearyMoments(values: ArrayLike<number>, weights: SparseMatrix): AutocorrelationMoments {
  const value = geary(values, weights);
  const known = knownValues([values], weights);
  if (!known || Number.isNaN(value)) return undefinedMoments;
  const { n, s0, s1, s2, kurtosis: b } = weightSums(known);
  const normality = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0);
  const randomisation =
    ((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * b) -
      ((n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * b)) / 4 +
      s0 * s0 * (n * n - 3 - (n - 1) ** 2 * b)) /
    (n * (n - 2) * (n - 3) * s0 * s0);
  return {
    value,
    expected: 1,
    randomisation: momentsUnder(value, 1, n < 4 ? NaN : randomisation),
    normality: momentsUnder(value, 1, normality),
  };
}

export const gearySpec: TwoGroupSpec = {
  id: 'geary',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['weights'],
  range: [0, Infinity],
  direction: 'less',
  chance: 'areas',
  invariances: ['size', 'symmetry'],
  citation: 'Geary 1954',
  compute: gearyOfShares,
  expected: (table, context) => (Number.isNaN(gearyOfShares(table, context)) ? NaN : 1),
};

function gearyOfShares(table: TwoGroupTable, context?: IndexContext): number {
  if (table.groupSum === 0 || table.referenceSum === 0) return NaN;
  return geary(sharesOf(table, context?.emptyUnits), weightsOf(context));
}
