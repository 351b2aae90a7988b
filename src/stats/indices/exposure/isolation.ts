import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';

export interface ExposureOptions {
  /** Whom a person meets: everybody in the unit, itself included (default), or only the others (`exact`). */
  readonly exact?: boolean;
}

/**
 * Isolation index [Isolationsindex], xPx.
 *
 * The share of their own group that members of the group meet in their unit on average.
 *
 * xPx = sum x_i/X · x_i/t_i, t_i = x_i + y_i; exact: sum x_i/X · (x_i − 1)/(t_i − 1), which is noticeable only in units
 * of few persons, such as classes and groups.
 *
 * @param group x, persons per unit. @param reference y, persons per unit, same order.
 * @param options.exact whom a person meets are the others alone; default false. Who is alone in its unit meets nobody:
 * its summand is 0. Estimated counts below one person: neither share leaves 0 … 1.
 * @returns P = X/T (same share everywhere; exact: a little less) … 1 (among themselves). NaN if the group is empty.
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Bell 1954; Lieberson 1981; Massey & Denton 1988.
 * Agrees with PySAL, OasisR (`exact` too) and segregation.
 * @example isolation([30, 10], [10, 30]) // 0.625
 */
export function isolation(group: Counts, reference: Counts, options: ExposureOptions = {}): number {
  return isolationOf(twoGroupTable(group, reference), options);
}

/** `isolation` of a checked table. */
export function isolationOf(table: TwoGroupTable, { exact = false }: ExposureOptions = {}): number {
  const { size, group, total, groupSum } = table;
  if (groupSum === 0) return NaN;
  if (exact) return isolationAmongOthers(table);
  let sum = 0;
  for (let i = 0; i < size; i++) if (total[i]! > 0) sum += (group[i]! * group[i]!) / total[i]!;
  return Math.min(1, sum / groupSum);
}

function isolationAmongOthers({ size, group, total, groupSum }: TwoGroupTable): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const x = group[i]!;
    if (x > 1 && total[i]! > 1) sum += (x * (x - 1)) / (total[i]! - 1);
  }
  return Math.min(1, sum / groupSum);
}

/**
 * Expected isolation under chance [Zufallserwartung der Isolation], E[xPx] = P + (1 − P)(n − 1)/(T − 1).
 *
 * Exact if the X persons of the group are allocated at random to the T places of the n populated units.
 * @returns P … 1. NaN if the group is empty or there is a single person.
 * Source: variance of the hypergeometric distribution, t_i P(1 − P)(T − t_i)/(T − 1), put into the definition.
 * @example expectedIsolation([30, 10], [10, 30]) // 0.5 + 0.5/79
 */
export function expectedIsolation(group: Counts, reference: Counts): number {
  return expectedIsolationOf(twoGroupTable(group, reference));
}

/** `expectedIsolation` of a checked table. */
export function expectedIsolationOf(table: TwoGroupTable): number {
  const { groupSum, totalSum, populated } = table;
  if (groupSum === 0 || totalSum <= 1) return NaN;
  const share = groupSum / totalSum;
  // fractions of persons can be spread over more units than there are persons
  return share + (1 - share) * Math.min(1, (populated - 1) / (totalSum - 1));
}

export const isolationSpec: TwoGroupSpec = {
  id: 'xPx',
  dimension: 'exposure',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'more',
  invariances: ['size', 'organisation', 'exchange'],
  citation: 'Bell 1954; Lieberson 1981',
  compute: (table) => isolationOf(table),
  expected: expectedIsolationOf,
};
