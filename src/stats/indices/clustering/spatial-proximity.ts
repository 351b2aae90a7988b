import type { ManyGroupSpec, TwoGroupSpec } from '../../spec.ts';
import {
  type Counts,
  type ManyGroupTable,
  manyGroupTable,
  type TwoGroupTable,
  twoGroupTable,
} from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';
import { dot, expectedProximityPerMember, proximityOf } from './mean-proximity.ts';
import { nearSumsOf } from './near-sums.ts';

/**
 * Spatial proximity [räumliche Nähe der Gruppen], SP.
 *
 * How much closer people live to their own group than people live to each other at all.
 *
 * SP = (X P_xx + Y P_yy)/(T P_oo), P_xx = sum_i sum_j x_i x_j c_ij/X², P_yy alike, P_oo the same of everybody.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns 1 (no clustering) and above (each group lives closer to its own members); below 1 in the rare case that they
 * live closer to the other group. NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of two pair sums in one pass.
 * Source: White 1983, American J. of Sociology 88, 1008–1018; Massey & Denton 1988. Agrees with OasisR. seg's
 * isp() leaves out pairs within a unit; PySAL's proximity grows with distance.
 * @example two units with c_ij = 1/2: spatialProximity([1, 0], [0, 1], …) // (1 + 1)/(2 · 0.75) = 4/3
 */
export function spatialProximity(group: Counts, reference: Counts, proximity: PairSums): number {
  return spatialProximityOf(twoGroupTable(group, reference), proximity);
}

/** `spatialProximity` of a checked table. */
export function spatialProximityOf(table: TwoGroupTable, proximity: PairSums): number {
  const { group, reference, groupSum, referenceSum, totalSum, total } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const near = nearSumsOf(table, proximity);
  return proximityRatio([group, reference], [groupSum, referenceSum], total, totalSum, [
    near.group,
    near.reference,
  ]);
}

/**
 * Expected spatial proximity under chance [Zufallserwartung von SP]. Exact if the same persons are allocated at random
 * to places of the same size: a little above 1, for everybody is at no distance from themselves.
 * @returns NaN as SP, and where the proximity does not tell its diagonal.
 * Source: moments of the hypergeometric distribution put into the definition.
 */
export function expectedSpatialProximityOf(table: TwoGroupTable, proximity: PairSums): number {
  const { groupSum, referenceSum, totalSum, total } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  return expectedRatio([groupSum, referenceSum], total, totalSum, proximity);
}

/**
 * Spatial proximity of several groups [räumliche Nähe mehrerer Gruppen], SP.
 *
 * How much closer people live to their own group than people live to each other at all, over all groups.
 *
 * SP = sum_m X_m P_mm/(T P_oo), P_mm = mean proximity within group m, P_oo among everybody.
 *
 * @param groups persons per unit, one column for each group; exclusive and together the population.
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns 1 (no clustering) and above; with two groups the value of `spatialProximity`. NaN if fewer than two groups
 * have members or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: that of one pair sum per group in one pass.
 * Source: White 1983; Massey & Denton 1988. Agrees with OasisR.
 * @example two units with c_ij = 1/2: multigroupSpatialProximity([[1, 0], [0, 1]], …) // 4/3
 */
export function multigroupSpatialProximity(groups: readonly Counts[], proximity: PairSums): number {
  return multigroupSpatialProximityOf(manyGroupTable(groups), proximity);
}

/** `multigroupSpatialProximity` of a checked table. */
export function multigroupSpatialProximityOf(table: ManyGroupTable, proximity: PairSums): number {
  if (table.present < 2 || table.populated < 2) return NaN;
  const { groups, groupSums, total, totalSum } = table;
  return proximityRatio(groups, groupSums, total, totalSum, proximity.sums(groups));
}

/** As `expectedSpatialProximityOf`, for several groups. */
export function expectedMultigroupSpatialProximityOf(table: ManyGroupTable, proximity: PairSums): number {
  if (table.present < 2 || table.populated < 2) return NaN;
  return expectedRatio(table.groupSums, table.total, table.totalSum, proximity);
}

function proximityRatio(
  groups: readonly Float64Array[],
  groupSums: ArrayLike<number>,
  total: Float64Array,
  totalSum: number,
  near: readonly Float64Array[],
): number {
  let own = 0;
  let everybody = 0;
  for (let m = 0; m < groups.length; m++) {
    if (groupSums[m] === 0) continue;
    own += dot(groups[m]!, near[m]!) / groupSums[m]!;
    everybody += dot(total, near[m]!);
  }
  return everybody === 0 ? NaN : (own * totalSum) / everybody;
}

function expectedRatio(
  groupSums: ArrayLike<number>,
  total: Float64Array,
  totalSum: number,
  proximity: PairSums,
): number {
  if (!proximity.diagonal) return NaN;
  const everybody = dot(total, proximity.sums([total])[0]!);
  const within = dot(total, proximity.diagonal);
  let own = 0;
  for (let m = 0; m < groupSums.length; m++) {
    const members = groupSums[m]!;
    if (members > 0) own += expectedProximityPerMember(members, totalSum, everybody, within);
  }
  return everybody === 0 ? NaN : (own * totalSum) / everybody;
}

export const spatialProximitySpec: TwoGroupSpec = {
  id: 'SP',
  dimension: 'clustering',
  groups: 'two',
  scope: 'global',
  needs: ['distances'],
  range: [0, Infinity],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'White 1983',
  compute: (table, context) => spatialProximityOf(table, proximityOf(context)),
  expected: (table, context) => expectedSpatialProximityOf(table, proximityOf(context)),
};

export const multigroupSpatialProximitySpec: ManyGroupSpec = {
  id: 'SP_multi',
  dimension: 'clustering',
  groups: 'many',
  scope: 'global',
  needs: ['distances'],
  range: [0, Infinity],
  direction: 'more',
  invariances: ['size', 'symmetry'],
  citation: 'White 1983',
  compute: (table, context) => multigroupSpatialProximityOf(table, proximityOf(context)),
  expected: (table, context) => expectedMultigroupSpatialProximityOf(table, proximityOf(context)),
};
