import type { LocalTwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

/**
 * Contributions to dissimilarity [Beiträge zum Dissimilaritätsindex].
 *
 * What each unit adds to D, with sign: positive where the group is over-represented.
 *
 * d_i = (x_i/X − y_i/Y)/2; sum |d_i| = D, sum d_i = 0.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns −1/2 … 1/2 per unit, in the order of the units. NaN for units without persons, and throughout if a group is
 * empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Duncan & Duncan 1955.
 * @example contributions([30, 10], [10, 30]) // [0.25, −0.25]
 */
export function contributions(group: Counts, reference: Counts): Float64Array {
  return contributionsOf(twoGroupTable(group, reference));
}

/** `contributions` of a checked table. */
export function contributionsOf(table: TwoGroupTable): Float64Array {
  const { size, group, reference, total, groupSum, referenceSum } = table;
  const values = new Float64Array(size).fill(NaN);
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return values;
  for (let i = 0; i < size; i++) {
    if (total[i] === 0) continue;
    values[i] = (group[i]! * referenceSum - reference[i]! * groupSum) / groupSum / referenceSum / 2;
  }
  return values;
}

export const contributionsSpec: LocalTwoGroupSpec = {
  id: 'D_contribution',
  dimension: 'evenness',
  groups: 'two',
  scope: 'local',
  needs: [],
  range: [-0.5, 0.5],
  direction: 'neither',
  invariances: ['composition', 'size'],
  citation: 'Duncan & Duncan 1955',
  compute: contributionsOf,
};
