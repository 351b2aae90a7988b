import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { dissimilarityOf, expectedDissimilarityOf } from './dissimilarity.ts';

/**
 * Gorard's segregation index [Gorards Segregationsindex], GS.
 *
 * The share of the group that would have to move for its share to be the same everywhere, if nobody else moves in return.
 *
 * GS = 1/2 sum |x_i/X − t_i/T|, t_i = x_i + y_i; equals D (1 − P).
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @returns 0 (same share everywhere) … 1 − P (no unit shared).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Gorard & Taylor 2002, Sociology 36, 875–895. Agrees with PySAL.
 * @example gorard([30, 10], [10, 30]) // 0.25
 */
export function gorard(group: Counts, reference: Counts): number {
  return gorardOf(twoGroupTable(group, reference));
}

/** `gorard` of a checked table. */
export function gorardOf(table: TwoGroupTable): number {
  return (dissimilarityOf(table) * table.referenceSum) / table.totalSum;
}

/** Expected GS under chance, E[D] (1 − P); exact. */
export function expectedGorardOf(table: TwoGroupTable): number {
  return (expectedDissimilarityOf(table) * table.referenceSum) / table.totalSum;
}

export const gorardSpec: TwoGroupSpec = {
  id: 'GS',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  // 1 − P
  greatestVaries: true,
  invariances: ['size', 'organisation', 'exchange'],
  citation: 'Gorard & Taylor 2002',
  compute: gorardOf,
  expected: expectedGorardOf,
};
