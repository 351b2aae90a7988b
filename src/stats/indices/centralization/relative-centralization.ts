import type { Places, TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import type { CentralizationOptions } from './absolute-centralization.ts';
import { centrality, placesOf, ringsOf } from './rings.ts';

/**
 * Relative centralization [relative Zentralisierung], RCE.
 *
 * How much more often a person of the group lives nearer to the centre than one of the reference group, if one of each
 * is picked at random.
 *
 * RCE = sum X_(k−1) Y_k − sum X_k Y_(k−1); X_k, Y_k the parts of both groups within the k nearest units. Units at the
 * same distance (to 1e-6 m) are taken together.
 *
 * @param group x, persons per unit, ≥ 0. @param reference y, same order. @param places centroids, metres.
 * @returns −1 (all of the group farther out than all of the reference group) … 0 (alike) … 1 (all farther in).
 * NaN if a group is empty or fewer than two units are populated.
 * @throws `invalid count: …`, `invalid length: …`, `invalid place: …`, `invalid centre: …`.
 * Cost: one sort.
 * Source: Duncan & Duncan 1955; Massey & Denton 1988. Agrees with OasisR; PySAL leaves equally distant units in the order
 * in which they are stored (checkerboard around its middle: 0.0074 instead of 0).
 * @example relativeCentralization([10, 0], [0, 10], { x: [0, 9], y: [0, 0] }, { centre: [0, 0] }) // 1
 */
export function relativeCentralization(
  group: Counts,
  reference: Counts,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return relativeCentralizationOf(twoGroupTable(group, reference), places, options);
}

/** `relativeCentralization` of a checked table. */
export function relativeCentralizationOf(
  table: TwoGroupTable,
  places: Places,
  { centre, emptyUnits }: CentralizationOptions = {},
): number {
  const { group, reference, groupSum, referenceSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  return centrality(ringsOf(table, places, centre, emptyUnits), group, reference);
}

/** Expected relative centralization under chance, exactly 0: the index is linear in the counts of the group. */
export function expectedRelativeCentralizationOf(table: TwoGroupTable): number {
  return table.groupSum === 0 || table.referenceSum === 0 || table.populated < 2 ? NaN : 0;
}

/**
 * Duncan's centralization against all residents [Zentralisierung nach Duncan], ACE after Duncan.
 *
 * Relative centralization of the group against everybody, divided by 1 − P, its greatest possible value.
 *
 * ACE' = (sum X_(k−1) T_k − sum X_k T_(k−1))/(1 − P), P = X/T.
 *
 * As everybody is the group and the others, it is RCE against the others, only written differently: the same figure
 * to rounding. It is here for readers who look for it by this name.
 *
 * @returns −1 … 1. NaN and @throws as `relativeCentralization`.
 * Cost: one sort.
 * Source: Duncan & Duncan 1955; OasisR (ACEDuncan).
 * @example duncanCentralization([10, 0], [0, 10], { x: [0, 9], y: [0, 0] }, { centre: [0, 0] }) // 1
 */
export function duncanCentralization(
  group: Counts,
  reference: Counts,
  places: Places,
  options: CentralizationOptions = {},
): number {
  return duncanCentralizationOf(twoGroupTable(group, reference), places, options);
}

/** `duncanCentralization` of a checked table. */
export function duncanCentralizationOf(
  table: TwoGroupTable,
  places: Places,
  { centre, emptyUnits }: CentralizationOptions = {},
): number {
  const { group, total, groupSum, referenceSum, totalSum } = table;
  if (groupSum === 0 || referenceSum === 0 || table.populated < 2) return NaN;
  const againstAll = centrality(ringsOf(table, places, centre, emptyUnits), group, total);
  return (againstAll * totalSum) / referenceSum;
}

export const relativeCentralizationSpec: TwoGroupSpec = {
  id: 'RCE',
  dimension: 'centralization',
  groups: 'two',
  scope: 'global',
  needs: ['centre'],
  range: [-1, 1],
  direction: 'neither',
  invariances: ['size'],
  citation: 'Duncan & Duncan 1955; Massey & Denton 1988',
  compute: (table, context) =>
    relativeCentralizationOf(table, placesOf(context), { centre: context?.centre }),
  expected: expectedRelativeCentralizationOf,
};
