import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';
import { dot, proximityOf } from './mean-proximity.ts';
import { nearSumsOf } from './near-sums.ts';

/**
 * Absolute clustering [absolute Klumpung], ACL.
 *
 * How large a part of the people near a member of the group belong to the group, beyond what an even spread would give.
 *
 * ACL = [ sum_i x_i/X sum_j c_ij x_j − S ] / [ sum_i x_i/X sum_j c_ij t_j − S ], S = X/n² sum_i sum_j c_ij.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order; t = x + y.
 * @param proximity c_ij over the same units: `exponentialProximity` or `contiguityProximity`.
 * @param emptyUnits units without persons are left out of n and of the sum of all c_ij (`drop`, default), or kept
 * (`zero`). The literature says nothing; OasisR drops them.
 * @returns about 0 (no clustering) … near 1 (the group lives in one cluster of its own). Below 0 where the group lives
 * in units that lie farther apart than units do on average. NaN if a group is empty, fewer than two units are populated
 * or the denominator is 0.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of three pair sums in one pass.
 * Source: Massey & Denton 1988, Social Forces 67, 281–315. Agrees with OasisR. PySAL's proximity grows with
 * distance, so its values are other ones.
 * @example four units of 10 persons in a row, neighbours as proximity: absoluteClustering([10, 10, 0, 0], [0, 0, 10, 10])
 * // (20 − 12.5)/(25 − 12.5) = 0.6
 */
export function absoluteClustering(
  group: Counts,
  reference: Counts,
  proximity: PairSums,
  emptyUnits: 'zero' | 'drop' = 'drop',
): number {
  return absoluteClusteringOf(twoGroupTable(group, reference), proximity, emptyUnits);
}

/** `absoluteClustering` of a checked table. */
export function absoluteClusteringOf(
  table: TwoGroupTable,
  proximity: PairSums,
  emptyUnits: 'zero' | 'drop' = 'drop',
): number {
  const { size, populated, group, total, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || populated < 2) return NaN;
  const isKept = emptyUnits === 'zero';
  const counted = total.map((count) => (isKept || count > 0 ? 1 : 0));
  const units = isKept ? size : populated;
  const near = nearSumsOf(table, proximity, counted);
  const even = (groupSum / units / units) * dot(counted, near.further);
  const above = dot(group, near.group) / groupSum - even;
  const most = dot(group, near.total) / groupSum - even;
  return most === 0 ? NaN : above / most;
}

export const absoluteClusteringSpec: TwoGroupSpec = {
  id: 'ACL',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['distances'],
  range: [-Infinity, Infinity],
  direction: 'more',
  invariances: ['size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) => absoluteClusteringOf(table, proximityOf(context), context?.emptyUnits),
  expected: () => NaN,
};
