import type { Places, TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { areasOf, checkedAreas } from '../concentration/areas.ts';
import { type Centre, centrality, placesOf, ringsOf } from './rings.ts';

export interface CentralizationOptions {
  /** Centre of the city; default: mean of the places weighted by all residents. */
  readonly centre?: Centre;
  /** Units without persons: they count with their land and in a plain mean (`keep`, default), or are left out (`drop`). */
  readonly emptyUnits?: 'keep' | 'drop';
}

/**
 * Absolute centralization [absolute Zentralisierung], ACE.
 *
 * Whether the group lives nearer to the centre than the land lies.
 *
 * ACE = sum X_(k−1) A_k − sum X_k A_(k−1); X_k, A_k the parts of the group and of the land within the k nearest units.
 * Units at the same distance (to 1e-6 m) are taken together.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, everybody else, for the weighted centre.
 * @param areas a, land area per unit, ≥ 0. @param places centroids, metres.
 * @returns −1 (all as far out as possible) … 0 (spread like the land) … 1 (all in the centre).
 * NaN if the group is empty, fewer than two units are populated or there is no land.
 * @throws `invalid count: …`, `invalid length: …`, `invalid area: …`, `invalid place: …`, `invalid centre: …`.
 * Cost: one sort.
 * Source: Massey & Denton 1988; after Duncan & Duncan 1955. Agrees with PySAL (units without persons kept) and OasisR
 * (dropped) where no two units are equally far; where they are, those values depend on the order of the units.
 * @example absoluteCentralization([10, 0], [0, 10], [1, 1], { x: [0, 9], y: [0, 0] }, { centre: [0, 0] }) // 0.5
 */
export function absoluteCentralization(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return absoluteCentralizationOf(twoGroupTable(group, reference), areas, places, options);
}

/** `absoluteCentralization` of a checked table. */
export function absoluteCentralizationOf(
  table: TwoGroupTable,
  areas: ArrayLike<number>,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return towardsCentre(table, table.group, areas, places, options);
}

/**
 * Expected absolute centralization under chance [Zufallserwartung von ACE]: that of all residents, because the index is
 * linear in the counts of the group. Exact.
 * @returns −1 … 1. NaN and @throws as `absoluteCentralization`.
 */
export function expectedAbsoluteCentralization(
  group: Counts,
  reference: Counts,
  areas: ArrayLike<number>,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return expectedAbsoluteCentralizationOf(twoGroupTable(group, reference), areas, places, options);
}

/** `expectedAbsoluteCentralization` of a checked table. */
export function expectedAbsoluteCentralizationOf(
  table: TwoGroupTable,
  areas: ArrayLike<number>,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return towardsCentre(table, table.total, areas, places, options);
}

function towardsCentre(
  table: TwoGroupTable,
  column: Float64Array,
  areas: ArrayLike<number>,
  places: Places,
  { centre, emptyUnits }: CentralizationOptions,
): number {
  const land = checkedAreas(areas, table.size);
  if (table.groupSum === 0 || table.populated < 2) return NaN;
  return centrality(ringsOf(table, places, centre, emptyUnits), column, land);
}

export const absoluteCentralizationSpec: TwoGroupSpec = {
  id: 'ACE',
  dimension: 'centralization',
  groups: 'two',
  scope: 'global',
  needs: ['areas', 'centre'],
  range: [-1, 1],
  direction: 'neither',
  invariances: ['size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) =>
    absoluteCentralizationOf(table, areasOf(context), placesOf(context), {
      centre: context?.centre,
      emptyUnits: context?.emptyUnits === 'drop' ? 'drop' : 'keep',
    }),
  expected: (table, context) =>
    expectedAbsoluteCentralizationOf(table, areasOf(context), placesOf(context), {
      centre: context?.centre,
      emptyUnits: context?.emptyUnits === 'drop' ? 'drop' : 'keep',
    }),
};
