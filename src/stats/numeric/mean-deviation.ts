import { binomialChance } from './binomial-chance.ts';

/**
 * Mean absolute deviation of a binomial count from its mean, E|K − n p|.
 *
 * E|K − np| = 2 v (1 − p) P(K = v) with v = floor(n p) + 1 (de Moivre).
 *
 * @param n number of trials, a whole number ≥ 0.
 * @param p chance of success, 0 … 1.
 * @returns ≥ 0, in persons; 0 if p is 0 or 1 or n is 0.
 * Cost: constant.
 * Source: Diaconis & Zabell 1991, Statistical Science 6, 284–302.
 * @example binomialMeanDeviation(2, 0.5) // 0.5: 0 and 2 with 1/4 each are 1 away
 */
export function binomialMeanDeviation(n: number, p: number): number {
  if (!(n > 0 && p > 0 && p < 1)) return 0;
  const v = Math.floor(n * p) + 1;
  if (v > n) return 2 * n * (1 - p) * p ** n;
  return 2 * v * (1 - p) * binomialChance(v, n, p, 1 - p);
}

/**
 * Mean absolute deviation of a hypergeometric count: n persons drawn without replacement out of N, of whom K are in
 * the group.
 *
 * E|k − nK/N| = 2 v (N − K − n + v)/N P(k = v) with v = floor(n K/N) + 1.
 *
 * @param n persons drawn, 0 … N. @param groupSize K, 0 … N. @param population N. All whole numbers.
 * @returns ≥ 0, in persons.
 * Cost: constant.
 * Source: telescoping of k P(k) as for the binomial (Diaconis & Zabell 1991); checked by enumeration in the tests.
 * @example hypergeometricMeanDeviation(1, 1, 2) // 0.5
 */
export function hypergeometricMeanDeviation(n: number, groupSize: number, population: number): number {
  const others = population - groupSize;
  if (!(n > 0 && groupSize > 0 && others > 0 && n < population)) return 0;
  const v = Math.floor((n * groupSize) / population) + 1;
  const factor = (2 * v * (others - n + v)) / population;
  // v above every possible count: nobody is ever above the mean, so nobody is below it
  if (v > n || v > groupSize) return 0;
  // a hypergeometric chance is one of three binomial ones with any common p; n/N keeps all three around their means
  const p = n / population;
  const q = (population - n) / population;
  const chances = binomialChance(v, groupSize, p, q) * binomialChance(n - v, others, p, q);
  return (factor * chances) / binomialChance(n, population, p, q);
}
