import { expectedPairDifferences } from '../../inference/chance-of-units.ts';
import { pairDifferences } from '../../numeric/pair-differences.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Gini index of segregation [Gini-Index], G.
 *
 * Mean difference of the shares of all pairs of persons' units; twice the area between Lorenz curve and diagonal.
 *
 * G = sum_i sum_j t_i t_j |p_i − p_j| / (2 T² P (1 − P)), p_i = x_i/t_i, P = X/T; computed from the units in ascending
 * order of p as sum (x_i T_before − t_i X_before)/(X Y).
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (same share everywhere) … 1 (no unit shared); D ≤ G ≤ 2D − D².
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: sorting, n log n; PySAL and OasisR compare all pairs.
 * Source: Duncan & Duncan 1955; Massey & Denton 1988. Agrees with PySAL and OasisR.
 * @example gini([30, 10], [10, 30]) // 0.5
 */
export function gini(group: Counts, reference: Counts): number {
  return giniOf(twoGroupTable(group, reference));
}

/** `gini` of a checked table. */
export function giniOf(table: TwoGroupTable): number {
  const { group, total, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  return Math.min(1, pairDifferences(group, total) / groupSum / referenceSum);
}

/**
 * Expected Gini index under chance [Zufallserwartung von G].
 *
 * From the expected difference of every pair of units; see `expectedPairDifferences` for its error.
 * @returns 0 … 1. NaN as G.
 * Cost: linear plus the pairs of the different unit sizes.
 * Source: after Winship 1977. PySAL's ModifiedGini draws one random table instead.
 * @example expectedGini([30, 10], [10, 30]) // about 0.09
 */
export function expectedGini(group: Counts, reference: Counts): number {
  return expectedGiniOf(twoGroupTable(group, reference));
}

/** `expectedGini` of a checked table. */
export function expectedGiniOf(table: TwoGroupTable): number {
  const { total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const pairs = expectedPairDifferences(total, groupSum / totalSum);
  // no whole person in one of the groups
  return pairs === 0 ? NaN : Math.min(1, pairs / (2 * groupSum * referenceSum));
}

export const giniSpec: TwoGroupSpec = {
  id: 'G',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['composition', 'size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Duncan & Duncan 1955',
  compute: giniOf,
  expected: expectedGiniOf,
};
