import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { expectedGiniOf, giniOf } from './gini.ts';
import { beyondChance } from './modified-dissimilarity.ts';

/**
 * Gini index corrected for chance [zufallskorrigierter Gini-Index], modified G.
 *
 * How far the group is from chance on the way to complete separation: 0 means as uneven as blind allocation.
 *
 * G* = (G − E)/(1 − E) for G ≥ E, (G − E)/E below; E = expected G under chance.
 *
 * @param group x, persons per unit. @param reference y, same order.
 * @returns −1 (perfectly even) … 0 (as under chance) … 1 (complete separation).
 * NaN as G, and where E is 1 (every unit holds one person).
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: one sort, and the pairs of the different unit sizes (see `expectedGini`).
 * Source: Carrington & Troske 1997, after Winship 1977. PySAL estimates E from a single random table; this is the
 * expectation, with the error of `expectedGini`.
 * @example modifiedGini([30, 10], [10, 30]) // about 0.45
 */
export function modifiedGini(group: Counts, reference: Counts): number {
  return modifiedGiniOf(twoGroupTable(group, reference));
}

/** `modifiedGini` of a checked table. */
export function modifiedGiniOf(table: TwoGroupTable): number {
  return beyondChance(giniOf(table), expectedGiniOf(table));
}
