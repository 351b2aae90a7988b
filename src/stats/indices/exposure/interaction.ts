import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { type ExposureOptions, expectedIsolationOf } from './isolation.ts';

/**
 * Interaction index [Interaktionsindex, Kontaktindex], xPy.
 *
 * The share of the reference group that members of the group meet in their unit on average.
 *
 * xPy = sum x_i/X · y_i/t_i, t_i = x_i + y_i; exact: sum x_i/X · y_i/(t_i − 1). So xPx + xPy = 1 (exact: 1 less the
 * part of the group that is alone in its unit).
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param options.exact whom a person meets are the others alone, see `isolation`; default false.
 * @returns 0 (no unit shared) … 1 − P (same share everywhere). NaN if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Lieberson 1981; Massey & Denton 1988.
 * Agrees with PySAL, OasisR (`exact` too) and segregation. For one group among several use `exposureTo` with the whole total.
 * @example interaction([30, 10], [10, 30]) // 0.375
 */
export function interaction(group: Counts, reference: Counts, options: ExposureOptions = {}): number {
  return interactionOf(twoGroupTable(group, reference), options);
}

/** `interaction` of a checked table. */
export function interactionOf(table: TwoGroupTable, { exact = false }: ExposureOptions = {}): number {
  const { size, group, reference, total, groupSum } = table;
  if (groupSum === 0) return NaN;
  if (exact) return interactionAmongOthers(table);
  let sum = 0;
  for (let i = 0; i < size; i++) if (total[i]! > 0) sum += (group[i]! * reference[i]!) / total[i]!;
  return sum / groupSum;
}

function interactionAmongOthers({ size, group, reference, total, groupSum }: TwoGroupTable): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const others = total[i]! - 1;
    if (others > 0) sum += (group[i]! * Math.min(others, reference[i]!)) / others;
  }
  return sum / groupSum;
}

/** Expected interaction under chance [Zufallserwartung], 1 − E[xPx]. NaN as `expectedIsolation`. */
export function expectedInteraction(group: Counts, reference: Counts): number {
  return 1 - expectedIsolationOf(twoGroupTable(group, reference));
}

export const interactionSpec: TwoGroupSpec = {
  id: 'xPy',
  dimension: 'exposure',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'less',
  invariances: ['size', 'organisation'],
  citation: 'Lieberson 1981',
  compute: (table) => interactionOf(table),
  expected: (table) => 1 - expectedIsolationOf(table),
};
