import type { Places } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { centrality, ringsAround } from './rings.ts';

/** Neighbours of every unit, without itself: unit i has `neighbours[offsets[i]]` … `neighbours[offsets[i + 1] − 1]`. */
export interface Neighbourhoods {
  readonly offsets: ArrayLike<number>;
  readonly neighbours: ArrayLike<number>;
}

/**
 * Local relative centralization [lokale relative Zentralisierung], local RCE.
 *
 * Around which units the group lives nearer than the reference group, within their surroundings.
 *
 * RCE_i = relative centralization over unit i and its neighbours with the place of i as the centre; units at the same
 * distance (to 1e-6 m) are taken together.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order. @param places centroids, metres.
 * @param surroundings neighbours of every unit without itself, usually the 5 nearest.
 * @returns −1 (the reference group in the middle) … 0 … 1 (the group in the middle) per unit, in the order of the units.
 * NaN where a group has nobody in the surroundings.
 * @throws `invalid count: …`, `invalid length: …`, `invalid place: …`.
 * Cost: one sort of the neighbours per unit.
 * Source: Folch & Rey 2016, Papers in Regional Science 95, 555–576. Agrees with PySAL except for its ties (see
 * `relativeCentralization`).
 * @example in a row of three units, x = 0, 5, 0, y = 5, 0, 5, each with its direct neighbours: −1, 1, −1
 */
export function localRelativeCentralization(
  group: Counts,
  reference: Counts,
  places: Places,
  surroundings: Neighbourhoods,
): Float64Array {
  return localRelativeCentralizationOf(twoGroupTable(group, reference), places, surroundings);
}

/** `localRelativeCentralization` of a checked table. */
export function localRelativeCentralizationOf(
  table: TwoGroupTable,
  places: Places,
  { offsets, neighbours }: Neighbourhoods,
): Float64Array {
  const { size, group, reference } = table;
  for (const length of [places.x.length, places.y.length, offsets.length - 1]) {
    if (length !== size) throw new Error(`invalid length: ${length} (expected ${size})`);
  }
  return Float64Array.from({ length: size }, (_, i) => {
    const count = offsets[i + 1]! - offsets[i]!;
    const units = new Uint32Array(count + 1);
    units[0] = i;
    for (let k = 0; k < count; k++) units[k + 1] = neighbours[offsets[i]! + k]!;
    return centrality(ringsAround(places, [places.x[i]!, places.y[i]!], units), group, reference);
  });
}
