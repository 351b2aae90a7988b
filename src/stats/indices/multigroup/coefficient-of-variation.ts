import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { expectedOfSquares, isUndefined, squaredDeviation } from './simpson.ts';

/**
 * Squared coefficient of variation [quadrierter Variationskoeffizient], C.
 *
 * How far the units' shares of every group lie from the city's, small groups counting as much as large ones.
 *
 * C = sum_m sum_j t_j (p_jm − P_m)² / (T (k − 1) P_m); k groups with persons.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … 1 (no unit shared). With two groups equal to eta².
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Reardon & Firebaugh 2002. Agrees with PySAL and OasisR. Groups without persons are left out of k.
 * @example coefficientOfVariation([[30, 10], [10, 30]]) // 0.25
 */
export function coefficientOfVariation(groups: readonly Counts[]): number {
  return coefficientOfVariationOf(manyGroupTable(groups));
}

/** `coefficientOfVariation` of a checked table. */
export function coefficientOfVariationOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { groups, groupSums, present } = table;
  let sum = 0;
  groups.forEach((counts, m) => {
    const groupSum = groupSums[m]!;
    if (groupSum > 0) sum += squaredDeviation(table, counts, groupSum) / groupSum;
  });
  return Math.min(1, sum / (present - 1));
}

export const coefficientOfVariationSpec: ManyGroupSpec = {
  id: 'C_multi',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Reardon & Firebaugh 2002',
  compute: coefficientOfVariationOf,
  expected: expectedOfSquares,
};
