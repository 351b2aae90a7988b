import type { TwoGroupSpec } from '#stats/spec.ts';

/**
 * A value freed of what chance alone gives [um den Zufall bereinigter Wert].
 *
 * How far the value lies above chance, as a part of the way from chance to complete segregation.
 *
 * (v − e)/(1 − e) for indices of segregation from 0 to 1, v value and e expected value under chance: 0 = no more than
 * chance, 1 = complete. v − e where there is no largest value 1 and a higher one means more segregation.
 *
 * @param expected under chance, in closed form or simulated; NaN = unknown.
 * @returns at most 1; slightly negative where chance alone would give more.
 * NaN where value or expectation is, and for indices whose zero is no absence of segregation: autocorrelation (negative
 * values have a meaning), and those that fall with segregation.
 * Source: Winship 1977; Carrington & Troske 1997.
 * @example correctedValue(dissimilaritySpec, 0.4, 0.2) // 0.25
 */
export function correctedValue(
  { direction, range: [least, most] }: Pick<TwoGroupSpec, 'direction' | 'range'>,
  value: number,
  expected: number,
): number {
  if (direction !== 'more' || least !== 0) return NaN;
  return most === 1 ? (value - expected) / (1 - expected) : value - expected;
}
