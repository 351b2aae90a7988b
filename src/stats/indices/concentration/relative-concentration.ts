import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { areasOf } from './areas.ts';
import { extremeAreas, meanAreaOf } from './extreme-areas.ts';

/**
 * Relative concentration [relative Konzentration], RCO.
 *
 * Whether the group lives in smaller units than the reference group, measured at the greatest possible difference.
 *
 * RCO = ((sum x_i a_i/X)/(sum y_i a_i/Y) − 1)/(S/L − 1); x_i, y_i persons of both groups, a_i land area of unit i,
 * S = sum over the n1 smallest units of t_i a_i/T1, L = the same over the largest units from n2 on, n1 and n2 both from
 * X (see `extremeAreas`).
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order (t = x + y).
 * @param areas a, land area per unit, ≥ 0, any unit of area.
 * @returns 0 (both alike), positive: the group lives in smaller units than the reference group; negative: in larger
 * ones. Without fixed bounds: about 1 at most for a minority, but where the group is most of the population its smallest
 * and largest units are nearly the same ones, the scale S/L − 1 shrinks, and values pass 1 far.
 * NaN if a group is empty, fewer than two units are populated, all units have the same area, the group needs all units
 * both ways, or the reference group lives without land.
 * @throws `invalid count: …`, `invalid length: …`, `invalid area: …`.
 * Cost: one sort.
 * Source: Massey & Denton 1988. Agrees with PySAL. OasisR takes n2 and T2 from the reference group instead,
 * which the words of the source suggest but its formula does not say: 0.344 against 0.306 for foreigners in Berlin.
 * @example relativeConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3]) // 0.9: (1/2.5 − 1)/(1/3 − 1)
 */
export function relativeConcentration(group: Counts, reference: Counts, areas: ArrayLike<number>): number {
  return relativeConcentrationOf(twoGroupTable(group, reference), areas);
}

/** `relativeConcentration` of a checked table. */
export function relativeConcentrationOf(table: TwoGroupTable, areas: ArrayLike<number>): number {
  const { group, reference, groupSum, referenceSum } = table;
  const extremes = extremeAreas(table, areas);
  if (!extremes || groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const ofReference = meanAreaOf(reference, referenceSum, areas);
  if (ofReference === 0) return NaN;
  const ratio = meanAreaOf(group, groupSum, areas) / ofReference;
  return (ratio - 1) / (extremes.smallest / extremes.largest - 1);
}

/**
 * Expected relative concentration under chance [Zufallserwartung von RCO], nearly 0.
 *
 * U = sum x_i a_i has mean X m and variance v = X Y/(T (T − 1)) (sum t_i a_i²/T − m²) T, m = sum t_i a_i/T, under random
 * allocation; the ratio of both mean areas is expanded around the mean of U to the second order.
 *
 * @returns about 0, a little below. NaN as `relativeConcentration`. Error: of the order of (v/(Y m)²)², below 1e-4 from
 * some hundred persons on unless a single unit holds most of the land.
 * Cost: one sort.
 * @example expectedRelativeConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3]) // about −0.013
 */
export function expectedRelativeConcentration(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
): number {
  return expectedRelativeConcentrationOf(twoGroupTable(group, reference), areas);
}

/** `expectedRelativeConcentration` of a checked table. */
export function expectedRelativeConcentrationOf(table: TwoGroupTable, areas: ArrayLike<number>): number {
  const { size, total, groupSum, referenceSum, totalSum } = table;
  const extremes = extremeAreas(table, areas);
  if (!extremes || groupSum === 0 || referenceSum === 0 || totalSum <= 1) return NaN;
  const mean = meanAreaOf(total, totalSum, areas);
  let squares = 0;
  for (let i = 0; i < size; i++) squares += total[i]! * (areas[i]! - mean) ** 2;
  // variance of the mean area around a person of the reference group
  const variance = ((squares / totalSum) * groupSum) / referenceSum / (totalSum - 1);
  // (U/X)/((T m − U)/Y) = Y T m/(X (T m − U)) − Y/X, convex in U
  const ratio = 1 + ((totalSum / groupSum) * variance) / (mean * mean);
  return (ratio - 1) / (extremes.smallest / extremes.largest - 1);
}

export const relativeConcentrationSpec: TwoGroupSpec = {
  id: 'RCO',
  dimension: 'concentration',
  groups: 'two',
  scope: 'global',
  needs: ['areas'],
  range: [-Infinity, Infinity],
  direction: 'more',
  invariances: ['size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) => relativeConcentrationOf(table, areasOf(context)),
  expected: (table, context) => expectedRelativeConcentrationOf(table, areasOf(context)),
};
