import { expectedOfCount } from '../../inference/chance-of-units.ts';
import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { areasOf, checkedAreas } from './areas.ts';

/** Whether the land of units without persons belongs to the city (`keep`, default) or not (`drop`). */
export type EmptyUnits = 'keep' | 'drop';

/**
 * Delta [Hoover-Index der Flächenkonzentration], DEL.
 *
 * The share of the group that would have to move for it to be equally dense everywhere.
 *
 * DEL = 1/2 sum |x_i/X − a_i/A|; x_i persons of the group, a_i land area of unit i, X, A their sums.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order; only tells which units are populated.
 * @param areas a, land area per unit, ≥ 0, any unit of area.
 * @param emptyUnits units without persons: their land counts (`keep`, default) or is left out (`drop`).
 * @returns 0 (the same density everywhere) … 1 (all in units without land worth mentioning).
 * NaN if the group is empty, fewer than two units are populated or there is no land.
 * @throws `invalid count: …`, `invalid length: …`, `invalid area: …`.
 * Cost: linear.
 * Source: Hoover 1941, J. Economic History 1, 162–171; Duncan, Cuzzort & Duncan 1961; Massey & Denton 1988.
 * PySAL keeps units without persons, OasisR drops them; here the choice is a parameter.
 * @example delta([30, 10], [10, 30], [1, 3]) // 0.5
 */
export function delta(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
  emptyUnits: EmptyUnits = 'keep',
): number {
  return deltaOf(twoGroupTable(group, reference), areas, emptyUnits);
}

/** `delta` of a checked table. */
export function deltaOf(
  table: TwoGroupTable,
  areas: ArrayLike<number>,
  emptyUnits: EmptyUnits = 'keep',
): number {
  const { size, group, total, groupSum } = table;
  const land = checkedAreas(areas, size);
  if (groupSum === 0 || table.populated < 2) return NaN;
  const areaSum = landOf(table, land, emptyUnits);
  if (areaSum === 0) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (emptyUnits === 'drop' && total[i] === 0) continue;
    sum += Math.abs(group[i]! / groupSum - land[i]! / areaSum);
  }
  return Math.min(1, sum / 2);
}

/**
 * Expected delta under chance [Zufallserwartung von DEL]: the persons of the group allocated at random among all
 * residents. Close to the delta of the whole population, for people live denser here than there anyway.
 *
 * E[DEL] = 1/2 sum E|x_i/X − a_i/A|, x_i hypergeometric (t_i of T persons, X of them in the group). Exact.
 *
 * @returns 0 … 1. NaN as `delta`. Fractional counts are rounded to whole persons per unit.
 * Cost: per unit proportional to the standard deviation of x_i.
 * Source: the reasoning of Winship 1977, applied to delta.
 * @example expectedDelta([1, 1], [1, 1], [1, 1]) // 1/6: DEL is 1/2 in two of the six deals, else 0
 */
export function expectedDelta(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
  emptyUnits: EmptyUnits = 'keep',
): number {
  return expectedDeltaOf(twoGroupTable(group, reference), areas, emptyUnits);
}

/** `expectedDelta` of a checked table. */
export function expectedDeltaOf(
  table: TwoGroupTable,
  areas: ArrayLike<number>,
  emptyUnits: EmptyUnits = 'keep',
): number {
  const { size, total, groupSum, totalSum } = table;
  const land = checkedAreas(areas, size);
  if (groupSum === 0 || table.populated < 2) return NaN;
  const areaSum = landOf(table, land, emptyUnits);
  if (areaSum === 0) return NaN;
  let population = 0;
  for (let i = 0; i < size; i++) population += Math.round(total[i]!);
  const groupSize = Math.round((groupSum / totalSum) * population);
  if (groupSize === 0) return NaN;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (emptyUnits === 'drop' && total[i] === 0) continue;
    const share = land[i]! / areaSum;
    sum += expectedOfCount(Math.round(total[i]!), groupSize, population, (x) =>
      Math.abs(x / groupSize - share),
    );
  }
  return Math.min(1, sum / 2);
}

function landOf({ size, total }: TwoGroupTable, areas: ArrayLike<number>, emptyUnits: EmptyUnits): number {
  let sum = 0;
  for (let i = 0; i < size; i++) if (emptyUnits === 'keep' || total[i]! > 0) sum += areas[i]!;
  return sum;
}

export const deltaSpec: TwoGroupSpec = {
  id: 'DEL',
  dimension: 'concentration',
  groups: 'two',
  scope: 'global',
  needs: ['areas'],
  range: [0, 1],
  direction: 'more',
  invariances: ['composition', 'size'],
  citation: 'Hoover 1941; Duncan, Cuzzort & Duncan 1961',
  compute: (table, context) =>
    deltaOf(table, areasOf(context), context?.emptyUnits === 'drop' ? 'drop' : 'keep'),
  expected: (table, context) =>
    expectedDeltaOf(table, areasOf(context), context?.emptyUnits === 'drop' ? 'drop' : 'keep'),
};
