import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { expectedOfSquares, isUndefined, squaredDeviation } from './simpson.ts';

/**
 * Normalised exposure [normalisierter Expositionsindex], P.
 *
 * The isolation of all groups beyond their share, averaged over everybody.
 *
 * P = sum_m sum_j t_j (p_jm − P_m)² / (T (1 − P_m)).
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … 1 (no unit shared). With two groups equal to eta².
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: James 1986; Reardon & Firebaugh 2002. Agrees with PySAL and OasisR.
 * @example normalizedExposure([[30, 10], [10, 30]]) // 0.25
 */
export function normalizedExposure(groups: readonly Counts[]): number {
  return normalizedExposureOf(manyGroupTable(groups));
}

/** `normalizedExposure` of a checked table. */
export function normalizedExposureOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { groups, groupSums, totalSum } = table;
  let sum = 0;
  groups.forEach((counts, m) => {
    sum += squaredDeviation(table, counts, groupSums[m]!) / (1 - groupSums[m]! / totalSum);
  });
  return Math.min(1, sum / totalSum);
}

export const normalizedExposureSpec: ManyGroupSpec = {
  id: 'P_multi',
  dimension: 'exposure',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'James 1986; Reardon & Firebaugh 2002',
  compute: normalizedExposureOf,
  expected: expectedOfSquares,
};
