import type { TwoGroupSpec } from '../../spec.ts';
import { type Counts, type TwoGroupTable, twoGroupTable } from '../../table.ts';
import { type ChanceModel, dissimilarityOf, expectedDissimilarityOf } from './dissimilarity.ts';

/**
 * Dissimilarity corrected for chance [zufallskorrigierter Dissimilaritätsindex], modified D.
 *
 * How far the group is from chance on the way to complete separation: 0 means as uneven as blind allocation.
 *
 * D* = (D − E)/(1 − E) for D ≥ E, (D − E)/E below; E = expected D under chance.
 *
 * @param group x, persons per unit. @param reference y, same order.
 * @param model as `expectedDissimilarity`; the default here is the cited authors' binomial.
 * @returns −1 (perfectly even) … 0 (as under chance) … 1 (complete separation).
 * NaN as D, and where E is 1 (every unit holds one person).
 * @throws `invalid count: …`, `invalid length: …`.
 * Cost: linear.
 * Source: Carrington & Troske 1997, after Winship 1977 and Cortese, Falk & Cohen 1976.
 * PySAL estimates E from a single random table; this is the exact expectation.
 * @example modifiedDissimilarity([30, 10], [10, 30]) // about 0.43
 */
export function modifiedDissimilarity(
  group: Counts,
  reference: Counts,
  model: ChanceModel = 'binomial',
): number {
  return modifiedDissimilarityOf(twoGroupTable(group, reference), model);
}

/** `modifiedDissimilarity` of a checked table. */
export function modifiedDissimilarityOf(table: TwoGroupTable, model: ChanceModel = 'binomial'): number {
  return beyondChance(dissimilarityOf(table), expectedDissimilarityOf(table, model));
}

/**
 * An index of the range 0 … 1 set against its expected value: (value − expected)/(1 − expected), below the expected
 * value divided by `expected` instead, so that it ends at −1.
 */
export function beyondChance(value: number, expected: number): number {
  // an expected value of 1 comes out of logarithms a few units in the last place too small
  if (expected > 1 - 1e-12) return NaN;
  return value >= expected ? (value - expected) / (1 - expected) : (value - expected) / expected;
}

export const modifiedDissimilaritySpec: TwoGroupSpec = {
  id: 'D_modified',
  dimension: 'evenness',
  groups: 'two',
  scope: 'global',
  needs: [],
  range: [-1, 1],
  direction: 'more',
  freeOfChance: true,
  invariances: ['symmetry', 'exchange'],
  citation: 'Winship 1977; Carrington & Troske 1997',
  compute: (table) => modifiedDissimilarityOf(table),
  // 0 is its zero point, but not quite its mean: values below chance are stretched to reach −1
  expected: () => NaN,
};
