import type { ManyGroupSpec } from '../../spec.ts';
import { type Counts, type ManyGroupTable, manyGroupTable } from '../../table.ts';

/**
 * Simpson's interaction index [Simpson-Vielfalt], I.
 *
 * The chance that two persons of the city, drawn at random, are of different groups.
 *
 * I = sum P_m (1 − P_m).
 *
 * @param groups one column of persons per unit for each group.
 * @returns 0 (one group only) … 1 − 1/k (k equal groups). NaN without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Simpson 1949, Nature 163, 688; Lieberson 1969. Agrees with PySAL and OasisR.
 * @example simpsonInteraction([[30, 10], [10, 30]]) // 0.5
 */
export function simpsonInteraction(groups: readonly Counts[]): number {
  return simpsonInteractionOf(manyGroupTable(groups));
}

/** `simpsonInteraction` of a checked table. */
export function simpsonInteractionOf({ groupSums, totalSum }: ManyGroupTable): number {
  if (totalSum === 0) return NaN;
  let sum = 0;
  for (const groupSum of groupSums) sum += (groupSum / totalSum) * ((totalSum - groupSum) / totalSum);
  return sum;
}

/**
 * Simpson's concentration index [Simpson-Konzentration].
 *
 * The chance that two persons of the city, drawn at random, are of the same group.
 *
 * sum P_m² = 1 − I.
 *
 * @param groups one column of persons per unit for each group.
 * @returns 1/k (k equal groups) … 1 (one group only). NaN without persons.
 * @throws `invalid count: …`, `invalid length: …`, `invalid groups: 0`.
 * Cost: linear in the cells.
 * Source: Simpson 1949. Agrees with PySAL.
 * @example simpsonConcentration([[30, 10], [10, 30]]) // 0.5
 */
export function simpsonConcentration(groups: readonly Counts[]): number {
  return simpsonConcentrationOf(manyGroupTable(groups));
}

/** `simpsonConcentration` of a checked table. */
export function simpsonConcentrationOf({ groupSums, totalSum }: ManyGroupTable): number {
  if (totalSum === 0) return NaN;
  let sum = 0;
  for (const groupSum of groupSums) sum += (groupSum / totalSum) ** 2;
  return sum;
}

/** Whether an index of segregation has no value: fewer than two groups, or fewer than two units, have persons. */
export function isUndefined(table: ManyGroupTable): boolean {
  return table.present < 2 || table.populated < 2;
}

/** sum_j t_j (p_jm − P_m)², in persons. */
export function squaredDeviation(table: ManyGroupTable, counts: Float64Array, groupSum: number): number {
  const { size, total, totalSum } = table;
  let sum = 0;
  for (let j = 0; j < size; j++) {
    const t = total[j]!;
    if (t === 0) continue;
    const surplus = counts[j]! * totalSum - t * groupSum;
    sum += (surplus / totalSum) * (surplus / t / totalSum);
  }
  return sum;
}

/**
 * Expected value under chance of every index that is a weighted mean of squared deviations (P, R, C, eta²):
 * (n − 1)/(T − 1), exactly, whatever the groups.
 */
export function expectedOfSquares(table: ManyGroupTable): number {
  if (isUndefined(table) || table.totalSum <= 1) return NaN;
  return Math.min(1, (table.populated - 1) / (table.totalSum - 1));
}

export const simpsonInteractionSpec: ManyGroupSpec = {
  id: 'simpson_interaction',
  dimension: 'diversity',
  groups: 'many',
  scope: 'global',
  needs: [],
  range: [0, 1],
  direction: 'neither',
  invariances: ['size', 'organisation', 'symmetry', 'exchange'],
  citation: 'Simpson 1949; Lieberson 1969',
  compute: simpsonInteractionOf,
  expected: simpsonInteractionOf,
};

export const simpsonConcentrationSpec: ManyGroupSpec = {
  ...simpsonInteractionSpec,
  id: 'simpson_concentration',
  citation: 'Simpson 1949',
  compute: simpsonConcentrationOf,
  expected: simpsonConcentrationOf,
};
