import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { PairSums } from '../../weights/pair-sums.ts';
import { proximityOf } from '../clustering/mean-proximity.ts';
import { nearSumsOf } from '../clustering/near-sums.ts';

/**
 * Distance-decay isolation [entfernungsgewichtete Isolation], DPxx.
 *
 * The share of their own group that members of the group meet on average if they meet people in other units too, the
 * rarer the farther away.
 *
 * DPxx = sum_i x_i/X sum_j K_ij x_j/t_j, K_ij = c_ij t_j / sum_j c_ij t_j: of all persons weighted by proximity, how
 * many belong to the group.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order; t = x + y.
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns 0 … 1 (nobody else near), about P = X/T without segregation; DPxx + DPxy = 1. NaN if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of two pair sums in one pass.
 * Source: Morgan 1983, Area 15, 211–217; Massey & Denton 1988. No package agrees:
 * OasisR weights with t_i for t_j, PySAL's proximity grows with distance; with either the two parts do not add up to 1.
 * @example two units with c_ij = 1/2: distanceDecayIsolation([2, 0], [0, 2], …) // 2/3
 */
export function distanceDecayIsolation(group: Counts, reference: Counts, proximity: PairSums): number {
  return distanceDecayIsolationOf(twoGroupTable(group, reference), proximity);
}

/** `distanceDecayIsolation` of a checked table. */
export function distanceDecayIsolationOf(table: TwoGroupTable, proximity: PairSums): number {
  const { group, groupSum } = table;
  if (groupSum === 0) return NaN;
  const near = nearSumsOf(table, proximity);
  return meanShareNearby(group, groupSum, near.group, near.total);
}

/**
 * Distance-decay interaction [entfernungsgewichteter Kontakt], DPxy.
 *
 * The share of the reference group that members of the group meet on average if they meet people in other units too,
 * the rarer the farther away.
 *
 * DPxy = sum_i x_i/X sum_j K_ij y_j/t_j, K_ij = c_ij t_j / sum_j c_ij t_j.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order; t = x + y.
 * @param proximity c_ij over the same units, see `exponentialProximity`.
 * @returns 0 (nobody else near) … 1, about 1 − P without segregation; DPxx + DPxy = 1. NaN if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of two pair sums in one pass.
 * Source and packages: as `distanceDecayIsolation`; Massey & Denton 1988.
 * @example two units with c_ij = 1/2: distanceDecayInteraction([2, 0], [0, 2], …) // 1/3
 */
export function distanceDecayInteraction(group: Counts, reference: Counts, proximity: PairSums): number {
  return distanceDecayInteractionOf(twoGroupTable(group, reference), proximity);
}

/** `distanceDecayInteraction` of a checked table. */
export function distanceDecayInteractionOf(table: TwoGroupTable, proximity: PairSums): number {
  const { group, groupSum } = table;
  if (groupSum === 0) return NaN;
  const near = nearSumsOf(table, proximity);
  return meanShareNearby(group, groupSum, near.reference, near.total);
}

/**
 * Distance-decay exposure of one group to another among several [entfernungsgewichteter Kontakt zwischen zwei von
 * mehreren Gruppen].
 *
 * The share of the other group among all persons nearby that members of the group meet on average.
 *
 * sum_i x_i/X sum_j K_ij o_j/t_j, K_ij = c_ij t_j / sum_j c_ij t_j; t_j everybody in the unit.
 *
 * @param group x, persons per unit. @param other o, persons per unit. @param total t, everybody, t_i ≥ o_i.
 * @returns 0 … 1; over all groups of a complete set the values of one group sum to 1. NaN if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: that of two pair sums in one pass.
 * Source and packages: as `distanceDecayIsolation`.
 * @example two units with c_ij = 1/2: distanceDecayExposureTo([2, 0], [0, 1], [2, 2], …) // (0.5 · 1)/(2 + 0.5 · 2) = 1/6
 */
export function distanceDecayExposureTo(
  group: Counts,
  other: Counts,
  total: Counts,
  proximity: PairSums,
): number {
  const { group: members, groupSum, reference: everybody } = twoGroupTable(group, total);
  const { group: others } = twoGroupTable(other, total);
  for (let i = 0; i < everybody.length; i++) {
    const most = Math.max(members[i]!, others[i]!);
    if (most > everybody[i]!) throw new Error(`invalid count: ${most} of ${everybody[i]} at ${i}`);
  }
  if (groupSum === 0) return NaN;
  const [nearOthers, nearEverybody] = proximity.sums([others, everybody]);
  return meanShareNearby(members, groupSum, nearOthers!, nearEverybody!);
}

/**
 * Expected distance-decay isolation under chance [Zufallserwartung von DPxx]; that of DPxy is 1 less it.
 *
 * E[DPxx] = s + (1 − s)/T sum_i c_ii t_i / sum_j c_ij t_j, s = (X − 1)/(T − 1). Exact if the same persons are allocated
 * at random to places of the same size.
 * @returns 0 … 1. NaN if the group is empty, there is a single person, or the proximity does not tell its diagonal.
 * Cost: that of one pair sum.
 * Source: moments of the hypergeometric distribution put into the definition.
 */
export function expectedDistanceDecayIsolationOf(table: TwoGroupTable, proximity: PairSums): number {
  const { size, total, groupSum, totalSum } = table;
  const { diagonal } = proximity;
  if (groupSum === 0 || totalSum <= 1 || !diagonal) return NaN;
  const [nearTotal] = proximity.sums([total]);
  let within = 0;
  for (let i = 0; i < size; i++) {
    if (total[i]! > 0) within += (diagonal[i]! * total[i]!) / nearTotal![i]!;
  }
  const others = Math.max(0, groupSum - 1) / (totalSum - 1);
  return others + ((1 - others) * within) / totalSum;
}

function meanShareNearby(
  group: Float64Array,
  groupSum: number,
  nearOther: Float64Array,
  nearTotal: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < group.length; i++) {
    if (group[i]! > 0) sum += (group[i]! * nearOther[i]!) / nearTotal[i]!;
  }
  return Math.min(1, sum / groupSum);
}

export const distanceDecayIsolationSpec: TwoGroupSpec = {
  id: 'DPxx',
  dimension: 'exposure',
  groups: 'two',
  scope: 'global',
  needs: ['distances'],
  range: [0, 1],
  direction: 'more',
  invariances: ['size'],
  citation: 'Morgan 1983',
  compute: (table, context) => distanceDecayIsolationOf(table, proximityOf(context)),
  expected: (table, context) => expectedDistanceDecayIsolationOf(table, proximityOf(context)),
};

export const distanceDecayInteractionSpec: TwoGroupSpec = {
  id: 'DPxy',
  dimension: 'exposure',
  groups: 'two',
  scope: 'global',
  needs: ['distances'],
  range: [0, 1],
  direction: 'less',
  invariances: ['size'],
  citation: 'Morgan 1983',
  compute: (table, context) => distanceDecayInteractionOf(table, proximityOf(context)),
  expected: (table, context) => 1 - expectedDistanceDecayIsolationOf(table, proximityOf(context)),
};
