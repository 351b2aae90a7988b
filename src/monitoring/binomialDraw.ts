import type { Random } from '#stats/numeric/random.ts';

/** Below this many expected successes or failures the draw is exact; above, the normal approximation is used. */
const exactBelow = 25;

/**
 * One draw from a binomial distribution [Binomialziehung]: successes in n trials with chance p.
 *
 * Exact by inversion while n·min(p, 1 − p) < 25; else the normal approximation, rounded and kept within 0…n, whose
 * quantiles are then within about half a case of the exact ones.
 *
 * @param n whole number ≥ 0. @param p 0…1. @returns whole number 0…n. NaN when n or p is NaN.
 * Cost: O(n·p) below the limit, else constant.
 */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (Number.isNaN(n) || Number.isNaN(p)) return NaN;
  if (p > 0.5) return n - binomialDraw(random, n, 1 - p);
  if (n === 0 || p === 0) return 0;
  if (n * p >= exactBelow) {
    const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normalDraw(random));
    return Math.min(n, Math.max(0, drawn));
  }
  const odds = p / (1 - p);
  let chance = (1 - p) ** n;
  let left = random.uniform() - chance;
  let k = 0;
  while (left >= 0 && k < n) {
    k++;
    chance *= (odds * (n - k + 1)) / k;
    left -= chance;
  }
  return k;
}

/** One draw from the standard normal distribution (Marsaglia's polar method, one of the pair). */
export function normalDraw(random: Random): number {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
