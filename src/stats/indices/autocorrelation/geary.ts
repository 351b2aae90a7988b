import type { TwoGroupSpec } from '../../spec.ts';
import type { SparseMatrix } from '../../weights/sparse.ts';
import { sharesOf, weightsOf, withValues } from './moran.ts';

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
  const known = withValues(values, weights);
  if (!known) return NaN;
  const { deviations, matrix } = known;
  const { offsets, neighbours } = matrix;
  let differences = 0;
  let squares = 0;
  let allWeights = 0;
  for (let i = 0; i < matrix.size; i++) {
    const z = deviations[i]!;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const difference = z - deviations[neighbours[k]!]!;
      differences += matrix.weights[k]! * difference * difference;
      allWeights += matrix.weights[k]!;
    }
    squares += z * z;
  }
  return allWeights === 0 ? NaN : (((matrix.size - 1) / (2 * allWeights)) * differences) / squares;
}

export const gearySpec: TwoGroupSpec = {
  id: 'geary',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['weights'],
  range: [0, Infinity],
  direction: 'less',
  invariances: ['size', 'symmetry'],
  citation: 'Geary 1954',
  compute: (table, context) =>
    table.groupSum === 0 || table.referenceSum === 0
      ? NaN
      : geary(sharesOf(table, context?.emptyUnits), weightsOf(context)),
  expected: () => 1,
};
