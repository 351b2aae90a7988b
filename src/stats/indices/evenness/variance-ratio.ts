import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Variance ratio, correlation ratio [Varianzverhältnis, Korrelationsverhältnis], eta².
 *
 * Which part of the variance "in the group or not" lies between the units; isolation freed of the size of the group.
 *
 * eta² = (xPx − P)/(1 − P); computed as sum t_i (p_i − P)²/(T P (1 − P)), which cannot fall below 0.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (same share everywhere) … 1 (no unit shared).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Bell 1954, Social Forces 32, 357–364 (V); Massey & Denton 1988. Agrees with PySAL and OasisR.
 * @example varianceRatio([30, 10], [10, 30]) // 0.25
 */
export function varianceRatio(group: Counts, reference: Counts): number {
  return varianceRatioOf(twoGroupTable(group, reference));
}

/** `varianceRatio` of a checked table. */
export function varianceRatioOf(table: TwoGroupTable): number {
  const { size, group, total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const t = total[i]!;
    if (t === 0) continue;
    const surplus = group[i]! * totalSum - t * groupSum;
    sum += (surplus / totalSum) * (surplus / t);
  }
  return Math.min(1, sum / groupSum / referenceSum);
}

/**
 * Expected eta² under chance [Zufallserwartung], (n − 1)/(T − 1) for n populated units and T persons; exact.
 * NaN as eta².
 */
export function expectedVarianceRatioOf(table: TwoGroupTable): number {
  const { groupSum, referenceSum, totalSum, populated } = table;
  if (groupSum === 0 || referenceSum === 0 || populated < 2) return NaN;
  return totalSum > 1 ? Math.min(1, (populated - 1) / (totalSum - 1)) : NaN;
}

export const varianceRatioSpec: TwoGroupSpec = {
  id: 'eta2',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Bell 1954',
  compute: varianceRatioOf,
  expected: expectedVarianceRatioOf,
};
