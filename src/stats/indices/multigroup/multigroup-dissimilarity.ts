import { unitSizes } from '../../inference/chance-of-units.ts';
import { hypergeometricMeanDeviation } from '../../numeric/mean-deviation.ts';
import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { isUndefined, simpsonInteractionOf } from './simpson.ts';

/**
 * Multigroup dissimilarity [Mehrgruppen-Dissimilaritätsindex], D.
 *
 * The share of everybody who would have to move for all units to be composed alike, relative to complete separation.
 *
 * D = sum_m sum_j t_j |p_jm − P_m| / (2 T I); p_jm share of group m in unit j, P_m in the city, I = sum P_m (1 − P_m).
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … 1 (no unit shared). With two groups equal to D of two groups.
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Morgan 1975; Sakoda 1981; Reardon & Firebaugh 2002, Sociological Methodology 32, 33–67.
 * Agrees with PySAL and OasisR.
 * @example multigroupDissimilarity([[30, 10], [10, 30]]) // 0.5
 */
export function multigroupDissimilarity(groups: readonly Counts[]): number {
  return multigroupDissimilarityOf(manyGroupTable(groups));
}

/** `multigroupDissimilarity` of a checked table. */
export function multigroupDissimilarityOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { size, groups, total, groupSums, totalSum } = table;
  let sum = 0;
  groups.forEach((counts, m) => {
    const groupSum = groupSums[m]!;
    for (let j = 0; j < size; j++) sum += Math.abs(counts[j]! * totalSum - total[j]! * groupSum);
  });
  return Math.min(1, sum / totalSum / totalSum / (2 * simpsonInteractionOf(table)));
}

/** Expected multigroup D under chance: every group's exact mean deviation (hypergeometric). Cost: linear. */
export function expectedMultigroupDissimilarityOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { total, groupSums, totalSum } = table;
  const { population, units } = unitSizes(total);
  if (population === 0) return NaN;
  let sum = 0;
  for (const groupSum of groupSums) {
    const groupSize = Math.round((groupSum / totalSum) * population);
    for (const [size, count] of units) {
      sum += count * hypergeometricMeanDeviation(size, groupSize, population);
    }
  }
  return Math.min(1, sum / population / (2 * simpsonInteractionOf(table)));
}

export const multigroupDissimilaritySpec: ManyGroupSpec = {
  id: 'D_multi',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Morgan 1975; Sakoda 1981; Reardon & Firebaugh 2002',
  compute: multigroupDissimilarityOf,
  expected: expectedMultigroupDissimilarityOf,
};
