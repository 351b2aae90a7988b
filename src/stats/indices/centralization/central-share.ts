import type { Places, TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { type Centre, placesOf, ringsOf } from './rings.ts';

export interface CentralShareOptions {
  /** Centre of the city; default: mean of the places weighted by all residents. */
  readonly centre?: Centre;
  /** How many of the nearest units are the central city; default: a tenth of all units, rounded down. */
  readonly units?: number;
}

/**
 * Share of the group in the central city [Anteil in der Innenstadt], PCC.
 *
 * PCC = X_cc/X; X_cc persons of the group in the units nearest to the centre.
 *
 * Units at the same distance (to 1e-6 m) of which only some fit in count with that part of their persons, so that the
 * order in which they are stored makes no difference.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, everybody else, for the weighted centre.
 * @param places centroids, metres. @param options.units whole number, 1 … n. Units without persons count as units.
 * @returns 0 (nobody in the central city) … 1 (all). To be held against the same share of all residents, its value
 * under chance.
 * NaN if the group is empty, fewer than two units are populated, or a tenth of the units is less than one.
 * @throws `invalid count: …`, `invalid length: …`, `invalid place: …`, `invalid centre: …`, `invalid units: …`.
 * Cost: one sort.
 * Source: Massey & Denton 1988, who take the central city of the statistics; a tenth of the units stands in for it where
 * no such border exists.
 * @example centralShare([6, 2, 2], [1, 1, 1], { x: [0, 1, 2], y: [0, 0, 0] }, { centre: [0, 0], units: 1 }) // 0.6
 */
export function centralShare(
  group: Counts,
  reference: Counts,
  places: Places,
  options: CentralShareOptions = {},
): number {
  return centralShareOf(twoGroupTable(group, reference), places, options);
}

/** `centralShare` of a checked table. */
export function centralShareOf(
  table: TwoGroupTable,
  places: Places,
  options: CentralShareOptions = {},
): number {
  return shareInside(table, table.group, table.groupSum, places, options);
}

/**
 * Expected share in the central city under chance [Zufallserwartung von PCC]: the share of all residents. Exact.
 * @returns 0 … 1. NaN and @throws as `centralShare`.
 */
export function expectedCentralShareOf(
  table: TwoGroupTable,
  places: Places,
  options: CentralShareOptions = {},
): number {
  return shareInside(table, table.total, table.totalSum, places, options);
}

function shareInside(
  table: TwoGroupTable,
  column: Float64Array,
  columnSum: number,
  places: Places,
  { centre, units = Math.floor(table.size / 10) }: CentralShareOptions,
): number {
  if (!(Number.isInteger(units) && units >= 0 && units <= table.size)) {
    throw new Error(`invalid units: ${units}`);
  }
  if (table.groupSum === 0 || table.populated < 2 || units === 0) return NaN;
  const { order, ends } = ringsOf(table, places, centre);
  let inside = 0;
  let k = 0;
  for (const end of ends) {
    const first = k;
    let persons = 0;
    for (; k < end; k++) persons += column[order[k]!]!;
    if (end >= units) {
      inside += (persons * (units - first)) / (end - first);
      break;
    }
    inside += persons;
  }
  return Math.min(1, inside / columnSum);
}

export const centralShareSpec: TwoGroupSpec = {
  id: 'PCC',
  dimension: 'centralization',
  groups: 'two',
  scope: 'global',
  needs: ['centre'],
  range: [0, 1],
  direction: 'neither',
  invariances: ['size'],
  citation: 'Massey & Denton 1988',
  compute: (table, context) => centralShareOf(table, placesOf(context), { centre: context?.centre }),
  expected: (table, context) => expectedCentralShareOf(table, placesOf(context), { centre: context?.centre }),
};
