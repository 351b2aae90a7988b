import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { areasOf } from './areas.ts';
import { extremeAreas, meanAreaOf } from './extreme-areas.ts';

/**
 * Absolute concentration [absolute Konzentration], ACO.
 *
 * How far the group lives in small units, between the largest (0) and the smallest (1) units that could hold it.
 *
 * ACO = 1 − (sum x_i a_i/X − S)/(L − S); x_i persons of the group, a_i land area of unit i, S = sum over the n1 smallest
 * units of t_i a_i/T1, L = the same over the largest units from n2 on (see `extremeAreas`).
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, everybody else, same order (t = x + y).
 * @param areas a, land area per unit, ≥ 0, any unit of area.
 * @returns about 0 (in the largest units) … 1 (in the smallest). As the unit that fills n1 or n2 up counts as a whole,
 * values beyond both ends are possible, and far beyond where few large units hold most people.
 * NaN if the group is empty, fewer than two units are populated, all units have the same area, or the group is so large
 * that it needs all units both ways.
 * @throws `invalid count: …`, `invalid length: …`, `invalid area: …`.
 * Cost: one sort.
 * Source: Massey & Denton 1988. Agrees with PySAL and OasisR.
 * @example absoluteConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3]) // 1
 */
export function absoluteConcentration(group: Counts, reference: Counts, areas: ArrayLike<number>): number {
  return absoluteConcentrationOf(twoGroupTable(group, reference), areas);
}

/** `absoluteConcentration` of a checked table. */
export function absoluteConcentrationOf(table: TwoGroupTable, areas: ArrayLike<number>): number {
  return onTheScale(table, areas, table.group, table.groupSum);
}

/**
 * Expected absolute concentration under chance [Zufallserwartung von ACO]: that of a group spread like everybody,
 * because the index is linear in the counts of the group. Exact.
 * @returns as `absoluteConcentration`, NaN as there.
 * @example expectedAbsoluteConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3]) // 0.5
 */
export function expectedAbsoluteConcentration(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
): number {
  return expectedAbsoluteConcentrationOf(twoGroupTable(group, reference), areas);
}

/** `expectedAbsoluteConcentration` of a checked table. */
export function expectedAbsoluteConcentrationOf(table: TwoGroupTable, areas: ArrayLike<number>): number {
  return onTheScale(table, areas, table.total, table.totalSum);
}

function onTheScale(
  table: TwoGroupTable,
  areas: ArrayLike<number>,
  column: Float64Array,
  columnSum: number,
): number {
  const extremes = extremeAreas(table, areas);
  if (!extremes || table.groupSum === 0 || table.populated < 2) return NaN;
  const { smallest, largest } = extremes;
  return (largest - meanAreaOf(column, columnSum, areas)) / (largest - smallest);
}

export const absoluteConcentrationSpec: TwoGroupSpec = {
  id: 'ACO',
  dimension: 'concentration',
  groups: 'two',
  scope: 'global',
  needs: ['areas'],
  range: [-Infinity, Infinity],
  direction: 'more',
  invariances: ['size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) => absoluteConcentrationOf(table, areasOf(context)),
  expected: (table, context) => expectedAbsoluteConcentrationOf(table, areasOf(context)),
};
