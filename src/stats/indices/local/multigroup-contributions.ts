import type { LocalManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { isUndefined, simpsonInteractionOf } from '../multigroup/simpson.ts';

/**
 * Contributions to multigroup dissimilarity [Beiträge zum Dissimilaritätsindex mehrerer Gruppen].
 *
 * What each unit adds to D over all groups.
 *
 * d_j = sum_m t_j |p_jm − P_m|/(2 T I), I = sum P_m (1 − P_m); sum d_j = D. With two groups the amount of the contribution
 * to D.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (composed as the city) … 1 per unit, in the order of the units. NaN for units without persons, and throughout
 * if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Sakoda 1981; Reardon & Firebaugh 2002.
 * @example multigroupContributions([[30, 10], [10, 30]]) // [0.25, 0.25]
 */
export function multigroupContributions(groups: readonly Counts[]): Float64Array {
  return multigroupContributionsOf(manyGroupTable(groups));
}

/** `multigroupContributions` of a checked table. */
export function multigroupContributionsOf(table: ManyGroupTable): Float64Array {
  const { size, groups, total, groupSums, totalSum } = table;
  const values = new Float64Array(size);
  if (isUndefined(table)) return values.fill(NaN);
  const most = 2 * simpsonInteractionOf(table);
  groups.forEach((counts, m) => {
    const groupSum = groupSums[m]!;
    for (let j = 0; j < size; j++) values[j]! += Math.abs(counts[j]! * totalSum - total[j]! * groupSum);
  });
  for (let j = 0; j < size; j++) {
    values[j] = total[j]! > 0 ? Math.min(1, values[j]! / totalSum / totalSum / most) : NaN;
  }
  return values;
}

export const multigroupContributionsSpec: LocalManyGroupSpec = {
  id: 'D_multi_contribution',
  dimension: 'evenness',
  groups: 'many',
  scope: 'local',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'Sakoda 1981; Reardon & Firebaugh 2002',
  compute: multigroupContributionsOf,
};
