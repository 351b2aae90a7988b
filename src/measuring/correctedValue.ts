import type { IndexSpec } from '#stats/spec.ts';

/**
 * A value freed of what chance alone gives [um den Zufall bereinigter Wert].
 *
 * How far the value lies above chance, as a part of the way from chance to complete segregation.
 *
 * (v − e)/(1 − e) for indices of segregation of which 1 is the largest value, v value and e expected value under chance:
 * 0 = no more than chance, 1 = complete. v − e where there is another largest value or none, or one
 * that depends on the size of the group (GS).
 *
 * @param expected under chance, in closed form or simulated; NaN = unknown.
 * @returns at most 1; slightly negative where chance alone would give more.
 * NaN where value or expectation is, for indices about the places of areas alone (`chance: 'areas'`), for those that fall
 * with segregation or tell nothing about it, and for those that are freed of chance already.
 * Source: Winship 1977; Carrington & Troske 1997, who divide by e below chance (`beyondChance`, the index D_modified): one
 * scale on both sides keeps what lies a little below chance near 0.
 * @example correctedValue(dissimilaritySpec, 0.4, 0.2) // 0.25
 */
export function correctedValue(
  spec: Pick<IndexSpec, 'direction' | 'chance' | 'freeOfChance' | 'greatestVaries' | 'range'>,
  value: number,
  expected: number,
): number {
  const { direction, chance, freeOfChance, greatestVaries, range } = spec;
  const [, most] = range;
  if (direction !== 'more' || chance === 'areas' || freeOfChance) return NaN;
  return most === 1 && !greatestVaries ? (value - expected) / (1 - expected) : value - expected;
}
