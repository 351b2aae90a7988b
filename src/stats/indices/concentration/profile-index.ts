import { expectedOfCount, unitSizes } from '../../inference/chance-of-units.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Index of the concentration profile [Index des Konzentrationsprofils], ConProf (R).
 *
 * How far the profile of the group – the part of it that lives where its share is at least s, for every s – lies from
 * that of a group with the same share everywhere.
 *
 * R = (∫_0^P (1 − v(s)) ds + ∫_P^1 v(s) ds)/(1 − P), v(s) = sum of x_i/X over the units with p_i ≥ s, p_i = x_i/t_i,
 * P = X/T. As v is a step function both areas are known exactly: R = sum x_i/X |p_i − P|/(1 − P).
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order (t = x + y).
 * @returns 0 (same share everywhere) … 1 (no unit shared) for groups up to half of the population. Above half values
 * may pass 1: most for P → 1, where they stay below 2.
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Hong & Sadahiro 2014, J. Geographical Systems 16, 211–231. PySAL and seg read the profile at m = 1000
 * thresholds, which is off by up to about 1/(m (1 − P)) and depends on m: `profileIndexOnGrid`.
 * @example profileIndex([30, 10], [10, 30]) // 0.5: |3/4 − 1/2| and |1/4 − 1/2|, over 1/2
 */
export function profileIndex(group: Counts, reference: Counts): number {
  return profileIndexOf(twoGroupTable(group, reference));
}

/** `profileIndex` of a checked table. */
export function profileIndexOf(table: TwoGroupTable): number {
  const { size, group, reference, total, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    if (x === 0) continue;
    // x (p_i − P) T, without the difference of two nearly equal shares
    sum += (x / total[i]!) * Math.abs(x * referenceSum - reference[i]! * groupSum);
  }
  return sum / groupSum / referenceSum;
}

/**
 * Expected index of the concentration profile under chance [Zufallserwartung von ConProf]. Exact.
 *
 * E[R] = sum E[x_i |x_i/t_i − P|]/(X (1 − P)), x_i hypergeometric (t_i of T persons, X of them in the group).
 *
 * @returns 0 … 2. NaN as `profileIndex`. Fractional counts are rounded to whole persons per unit.
 * Cost: linear, and for each different size of a unit proportional to the standard deviation of x_i.
 * Source: the reasoning of Winship 1977, applied to this index.
 * @example expectedProfileIndex([1, 1], [1, 1]) // 1/3: R is 1 in two of the six deals, else 0
 */
export function expectedProfileIndex(group: Counts, reference: Counts): number {
  return expectedProfileIndexOf(twoGroupTable(group, reference));
}

/** `expectedProfileIndex` of a checked table. */
export function expectedProfileIndexOf(table: TwoGroupTable): number {
  const { total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const { population, units } = unitSizes(total);
  const groupSize = Math.round((groupSum / totalSum) * population);
  if (groupSize === 0 || groupSize === population) return NaN;
  const share = groupSize / population;
  let sum = 0;
  for (const [t, count] of units) {
    sum += count * expectedOfCount(t, groupSize, population, (x) => x * Math.abs(x / t - share));
  }
  return sum / groupSize / (1 - share);
}

/**
 * `profileIndex` as the packages compute it [mit Stützstellen]: the areas as sums over the thresholds k/(m − 1),
 * k = 0 … m − 1, divided by m.
 *
 * R_m = (P − (sum of v(s) over s < P)/m + (sum of v(s) over s ≥ P)/m)/(1 − P).
 *
 * For comparison with values from PySAL (`ConProf`) and seg (`conprof`); for anything else use `profileIndex`, to which
 * it tends for large m. A unit whose share falls on a threshold may count or not by the last bit of both.
 *
 * @param thresholds m, a whole number ≥ 2; 1000 in the packages.
 * @returns about as `profileIndex`, up to 1/(m (1 − P)) off; a little below 0 or above 1 is possible. NaN as there.
 * @throws `invalid thresholds: …`, `invalid count: …`, `invalid length: …`.
 * Cost: linear in the units, whatever m.
 * Source: Hong & Sadahiro 2014; the packages' discretisation.
 * @example profileIndexOnGrid([30, 10], [10, 30], 5) // 0.8: thresholds 0, 1/4 … 1 against 0.5 exactly
 */
export function profileIndexOnGrid(group: Counts, reference: Counts, thresholds = 1000): number {
  return profileIndexOnGridOf(twoGroupTable(group, reference), thresholds);
}

/** `profileIndexOnGrid` of a checked table. */
export function profileIndexOnGridOf(table: TwoGroupTable, thresholds = 1000): number {
  if (!(Number.isInteger(thresholds) && thresholds >= 2))
    throw new Error(`invalid thresholds: ${thresholds}`);
  const { size, group, total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const share = groupSum / totalSum;
  // a product with the rounded step, as the packages have it, decides in which cell a share falls
  const step = 1 / (thresholds - 1);
  const at = (k: number): number => (k === thresholds - 1 ? 1 : k * step);
  const upTo = (p: number): number => {
    let k = Math.min(thresholds - 1, Math.floor(p / step));
    while (k > 0 && at(k) > p) k--;
    while (k < thresholds - 1 && at(k + 1) <= p) k++;
    return k + 1;
  };
  const reached = upTo(share);
  const below = at(reached - 1) === share ? reached - 1 : reached;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    if (x === 0) continue;
    const count = upTo(x / total[i]!);
    sum += (x / groupSum) * (Math.max(0, count - below) - Math.min(count, below));
  }
  return (share + sum / thresholds) / (1 - share);
}

export const profileIndexSpec: TwoGroupSpec = {
  id: 'ConProf',
  dimension: 'concentration',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 2],
  direction: 'more',
  invariances: ['size', 'organisation'],
  citation: 'Hong & Sadahiro 2014',
  compute: profileIndexOf,
  expected: expectedProfileIndexOf,
};
