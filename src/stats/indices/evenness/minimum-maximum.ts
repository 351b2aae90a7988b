import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { dissimilarityOf, expectedDissimilarityOf } from './dissimilarity.ts';

/**
 * Minimum–maximum index of segregation [Minimum-Maximum-Index], MM.
 *
 * Of all shares that the two groups hold in the units, the part that is not common to both.
 *
 * MM = 1 − sum min(x_i/X, y_i/Y) / sum max(x_i/X, y_i/Y) = 2 D/(1 + D).
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (same distribution) … 1 (no unit shared). NaN as D.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: O'Sullivan & Wong 2007, Geographical Analysis 39, 147–168. Agrees with PySAL.
 * @example minimumMaximum([30, 10], [10, 30]) // 2/3
 */
export function minimumMaximum(group: Counts, reference: Counts): number {
  return minimumMaximumOf(twoGroupTable(group, reference));
}

/** `minimumMaximum` of a checked table. */
export function minimumMaximumOf(table: TwoGroupTable): number {
  const d = dissimilarityOf(table);
  return (2 * d) / (1 + d);
}

/**
 * Expected MM under chance, 2 E[D]/(1 + E[D]): a little too high, by less than the sampling variance of D.
 */
export function expectedMinimumMaximumOf(table: TwoGroupTable): number {
  const d = expectedDissimilarityOf(table);
  return (2 * d) / (1 + d);
}

export const minimumMaximumSpec: TwoGroupSpec = {
  id: 'MinMax',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['composition', 'size', 'organisation', 'symmetry', 'exchange'],
  citation: "O'Sullivan & Wong 2007",
  compute: minimumMaximumOf,
  expected: expectedMinimumMaximumOf,
};
