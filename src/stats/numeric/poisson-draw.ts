import { logGamma } from './log-gamma.ts';
import type { Random } from './random.ts';

/** From this mean on, rejection is faster than counting up. */
const rejectFrom = 10;

/**
 * A draw from the Poisson distribution [Poissonverteilung].
 *
 * P(K = k) = m^k e^−m/k!. Below a mean of 10 by inversion (counting up), above by transformed rejection with squeeze;
 * both exact but for the rounding of the floating-point functions.
 *
 * @param mean m ≥ 0.
 * @returns a whole number ≥ 0; always 0 for m = 0.
 * @throws `invalid mean: …`.
 * Cost: constant, about 2.4 uniform numbers.
 * Source: Hörmann 1993, Insurance: Mathematics and Economics 12, 39–45 (algorithm PTRS).
 * @example poissonDraw(randomStream(1), 3.5) // a whole number around 3 or 4
 */
export function poissonDraw(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < 1e15)) throw new Error(`invalid mean: ${mean}`);
  return mean < rejectFrom ? byInversion(random, mean) : byRejection(random, mean);
}

function byInversion(random: Random, mean: number): number {
  const none = Math.exp(-mean);
  for (;;) {
    let left = random.uniform();
    let chance = none;
    // past 110 the remaining chance is lost in rounding: draw again
    for (let k = 0; k < 110; k++) {
      if (left < chance) return k;
      left -= chance;
      chance *= mean / (k + 1);
    }
  }
}

function byRejection(random: Random, mean: number): number {
  const root = Math.sqrt(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const scale = 1.1239 + 1.1328 / (b - 3.4);
    if (Math.log((v * scale) / (a / (us * us) + b)) <= k * Math.log(mean) - mean - logGamma(k + 1)) {
      return k;
    }
  }
}

/**
 * Chances of the Poisson distribution for the values `first`, `first + 1`, …; those below 1e-17 of the largest are
 * left out. Relative to the largest one.
 */
export function poissonChances(mean: number): { readonly first: number; readonly chances: Float64Array } {
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, chance = 1; k > 0; k--) {
    chance *= k / mean;
    if (chance < 1e-17) break;
    below.push(chance);
  }
  const above: number[] = [];
  for (let k = mode + 1, chance = 1; ; k++) {
    chance *= mean / k;
    if (chance < 1e-17) break;
    above.push(chance);
  }
  return { first: mode - below.length, chances: Float64Array.from([...below.reverse(), 1, ...above]) };
}
