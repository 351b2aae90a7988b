import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';
import { dot, proximityOf } from './mean-proximity.ts';
import { nearSumsOf } from './near-sums.ts';

/**
 * Relative clustering [relative Klumpung], RCL.
 *
 * How much closer to each other the members of the group live than those of the reference group.
 *
 * RCL = P_xx/P_yy − 1, P_xx = sum_i sum_j x_i x_j c_ij/X².
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns −1 … ∞: 0 = both equally close, 0.5 = members of the group one and a half times as close, below 0 = the
 * group lives farther apart. NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of two pair sums in one pass.
 * Source: Massey & Denton 1988. Agrees with OasisR. PySAL takes x_i² for x_i x_j and a proximity that grows with
 * distance.
 * @example two units with c_ij = 1/2: relativeClustering([2, 0], [1, 1], …) // 1/0.75 − 1 = 1/3
 */
export function relativeClustering(group: Counts, reference: Counts, proximity: PairSums): number {
  return relativeClusteringOf(twoGroupTable(group, reference), proximity);
}

/** `relativeClustering` of a checked table. */
export function relativeClusteringOf(table: TwoGroupTable, proximity: PairSums): number {
  const { group, reference, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const near = nearSumsOf(table, proximity);
  const amongReference = dot(reference, near.reference) / referenceSum / referenceSum;
  if (amongReference === 0) return NaN;
  return dot(group, near.group) / groupSum / groupSum / amongReference - 1;
}

export const relativeClusteringSpec: TwoGroupSpec = {
  id: 'RCL',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['distances'],
  range: [-1, Infinity],
  direction: 'neither',
  invariances: ['composition', 'size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) => relativeClusteringOf(table, proximityOf(context)),
  expected: () => NaN,
};
