import { logGamma } from './log-gamma.ts';
import type { Random } from './random.ts';

/** From this mean on, rejection is faster than counting up. */
const rejectFrom = 10;

/**
 * A draw from the binomial distribution [Binomialverteilung].
 *
 * P(K = k) = C(n, k) p^k (1 − p)^(n−k). Below a mean of 10 by inversion (counting up), above by transformed rejection
 * with squeeze; both exact but for the rounding of the floating-point functions.
 *
 * @param n trials, a whole number ≥ 0. @param p chance, 0 … 1.
 * @returns a whole number, 0 … n.
 * @throws `invalid trials: …`, `invalid chance: …`.
 * Cost: constant, about 2.3 uniform numbers. For many draws with the same p use `Binomials`.
 * Source: Hörmann 1993, J. Statistical Computation and Simulation 46, 101–110 (algorithm BTRS).
 * @example binomialDraw(randomStream(1), 10, 0.5) // a whole number around 5
 */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (!(Number.isInteger(n) && n >= 0)) throw new Error(`invalid trials: ${n}`);
  if (!(p >= 0 && p <= 1)) throw new Error(`invalid chance: ${p}`);
  if (p > 0.5) return n - lessLikely(random, n, 1 - p);
  return lessLikely(random, n, p);
}

function lessLikely(random: Random, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  return n * p < rejectFrom ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: Random, n: number, p: number): number {
  const none = Math.exp(n * Math.log1p(-p));
  const odds = p / (1 - p);
  const most = Math.min(n, 110);
  for (;;) {
    let left = random.uniform();
    let chance = none;
    for (let k = 0; k <= most; k++) {
      if (left < chance) return k;
      left -= chance;
      chance *= ((n - k) / (k + 1)) * odds;
    }
    // the chance that is left is rounding: draw again
  }
}

function byRejection(random: Random, n: number, p: number): number {
  const q = 1 - p;
  const deviation = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const squeeze = 0.92 - 4.2 / b;
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const mode = Math.floor((n + 1) * p);
    const scale = (2.83 + 5.1 / b) * deviation;
    const bound =
      logGamma(mode + 1) -
      logGamma(k + 1) +
      (logGamma(n - mode + 1) - logGamma(n - k + 1)) +
      (k - mode) * Math.log(p / q);
    if (Math.log((v * scale) / (a / (us * us) + b)) <= bound) return k;
  }
}

/** As `poissonChances`, of the binomial distribution; 0 < p < 1. */
export function binomialChances(
  n: number,
  p: number,
): { readonly first: number; readonly chances: Float64Array } {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const below: number[] = [];
  for (let k = mode, chance = 1; k > 0; k--) {
    chance *= k / (n - k + 1) / odds;
    if (chance < 1e-17) break;
    below.push(chance);
  }
  const above: number[] = [];
  for (let k = mode, chance = 1; k < n; k++) {
    chance *= ((n - k) / (k + 1)) * odds;
    if (chance < 1e-17) break;
    above.push(chance);
  }
  return { first: mode - below.length, chances: Float64Array.from([...below.reverse(), 1, ...above]) };
}
