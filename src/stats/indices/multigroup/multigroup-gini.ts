import { expectedPairDifferences } from '../../inference/chance-of-units.ts';
import { pairDifferences } from '../../numeric/pair-differences.ts';
import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { isUndefined, simpsonInteractionOf } from './simpson.ts';

/**
 * Multigroup Gini index [Mehrgruppen-Gini-Index], G.
 *
 * Mean difference of composition between all pairs of persons' units, relative to complete separation.
 *
 * G = sum_m sum_i sum_j t_i t_j |p_im − p_jm| / (2 T² I), I = sum P_m (1 − P_m); each group by sorting its shares.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … 1 (no unit shared). With two groups equal to G of two groups.
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: one sort per group, n log n; PySAL and OasisR hold n × n arrays.
 * Source: Reardon & Firebaugh 2002. Agrees with PySAL and OasisR.
 * @example multigroupGini([[30, 10], [10, 30]]) // 0.5
 */
export function multigroupGini(groups: readonly Counts[]): number {
  return multigroupGiniOf(manyGroupTable(groups));
}

/** `multigroupGini` of a checked table. */
export function multigroupGiniOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { groups, total, totalSum } = table;
  let sum = 0;
  for (const counts of groups) sum += pairDifferences(counts, total);
  return Math.min(1, sum / totalSum / totalSum / simpsonInteractionOf(table));
}

/** Expected multigroup G under chance; error as `expectedPairDifferences`. */
export function expectedMultigroupGiniOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { total, groupSums, totalSum } = table;
  let sum = 0;
  for (const groupSum of groupSums) {
    if (groupSum > 0 && groupSum < totalSum) sum += expectedPairDifferences(total, groupSum / totalSum);
  }
  return Math.min(1, sum / totalSum / totalSum / (2 * simpsonInteractionOf(table)));
}

export const multigroupGiniSpec: ManyGroupSpec = {
  id: 'G_multi',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Reardon & Firebaugh 2002',
  compute: multigroupGiniOf,
  expected: expectedMultigroupGiniOf,
};
