import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';
import { expectedOfSquares, isUndefined, simpsonInteractionOf, squaredDeviation } from './simpson.ts';

/**
 * Relative diversity [relative Diversität, Goodman-Kruskal tau], R.
 *
 * How much less likely two persons of one unit are of different groups than two persons of the city.
 *
 * R = sum_m sum_j t_j (p_jm − P_m)² / (T I), I = sum P_m (1 − P_m); equals 1 − sum t_j I_j/(T I).
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (all units alike) … 1 (no unit mixed). With two groups equal to eta².
 * NaN if fewer than two groups or fewer than two units have persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Goodman & Kruskal 1954; Carlson 1992; Reardon & Firebaugh 2002. Agrees with PySAL and OasisR.
 * @example relativeDiversity([[30, 10], [10, 30]]) // 0.25
 */
export function relativeDiversity(groups: readonly Counts[]): number {
  return relativeDiversityOf(manyGroupTable(groups));
}

/** `relativeDiversity` of a checked table. */
export function relativeDiversityOf(table: ManyGroupTable): number {
  if (isUndefined(table)) return NaN;
  const { groups, groupSums, totalSum } = table;
  let sum = 0;
  groups.forEach((counts, m) => {
    sum += squaredDeviation(table, counts, groupSums[m]!);
  });
  return Math.min(1, sum / totalSum / simpsonInteractionOf(table));
}

export const relativeDiversitySpec: ManyGroupSpec = {
  id: 'R_multi',
  dimension: 'evenness',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Goodman & Kruskal 1954; Reardon & Firebaugh 2002',
  compute: relativeDiversityOf,
  expected: expectedOfSquares,
};
