import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal.ts';

/**
 * Binomial probability, P(K = k) for K ~ Bin(n, p).
 *
 * @param k whole number; outside 0 … n the result is 0. @param n trials, whole number ≥ 0. @param p chance, 0 … 1.
 * @throws `invalid trials: …`, `invalid chance: …`.
 * Cost: constant. Relative error about 1e-12 up to n = 1e5 (cancellation of logarithms of factorials).
 * @example binomialProbability(1, 2, 0.5) // 0.5
 */
export function binomialProbability(k: number, n: number, p: number): number {
  checkBinomial(n, p);
  if (k < 0 || k > n || !Number.isInteger(k)) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  return Math.exp(
    logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p),
  );
}

/**
 * Binomial distribution function, P(K ≤ k) for K ~ Bin(n, p).
 *
 * Sums the chances outwards from k on the shorter side of the mean until they no longer count.
 *
 * @param k any number; its integer part counts. @param n trials. @param p chance.
 * @returns 0 … 1. NaN if k is NaN.
 * @throws `invalid trials: …`, `invalid chance: …`.
 * Cost: proportional to the standard deviation, sqrt(n p (1 − p)).
 * @example binomialDistribution(1, 2, 0.5) // 0.75
 */
export function binomialDistribution(k: number, n: number, p: number): number {
  checkBinomial(n, p);
  if (Number.isNaN(k)) return NaN;
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  if (p === 0) return 1;
  if (p === 1) return 0;
  return whole < n * p ? tail(whole, n, p) : 1 - tail(n - whole - 1, n, 1 - p);
}

/** P(K ≤ k) for k below the mean: the largest chance first, then smaller and smaller ones. */
function tail(k: number, n: number, p: number): number {
  const odds = (1 - p) / p;
  let chance = binomialProbability(k, n, p);
  let sum = chance;
  for (let j = k; j > 0 && chance > sum * 1e-17; j--) {
    chance *= (j / (n - j + 1)) * odds;
    sum += chance;
  }
  return Math.min(1, sum);
}

/**
 * Binomial quantile: the smallest k with P(K ≤ k) ≥ level.
 *
 * @param level 0 … 1. @param n trials. @param p chance.
 * @throws `invalid level: …`, `invalid trials: …`, `invalid chance: …`.
 * Cost: a few steps from the normal approximation, each of constant cost after the first.
 * @example binomialQuantile(0.5, 2, 0.5) // 1
 */
export function binomialQuantile(level: number, n: number, p: number): number {
  return quantileWithChances(level, n, p).k;
}

/** The quantile with P(K ≤ k) and P(K = k). */
function quantileWithChances(
  level: number,
  n: number,
  p: number,
): { readonly k: number; readonly upTo: number; readonly at: number } {
  checkBinomial(n, p);
  if (!(level >= 0 && level <= 1)) throw new Error(`invalid level: ${level}`);
  if (level === 1) return { k: p === 0 ? 0 : n, upTo: 1, at: binomialProbability(n, n, p) };
  if (p === 0 || p === 1 || n === 0) return { k: p === 1 ? n : 0, upTo: 1, at: 1 };
  const guess =
    n * p + normalQuantile(Math.min(Math.max(level, 1e-300), 1 - 1e-16)) * Math.sqrt(n * p * (1 - p));
  let k = Math.min(n, Math.max(0, Math.floor(guess)));
  let upTo = binomialDistribution(k, n, p);
  let at = binomialProbability(k, n, p);
  const odds = p / (1 - p);
  while (upTo < level && k < n) {
    at *= ((n - k) / (k + 1)) * odds;
    k++;
    upTo += at;
  }
  while (k > 0 && upTo - at >= level) {
    upTo -= at;
    at *= k / (n - k + 1) / odds;
    k--;
  }
  return { k, upTo, at };
}

export interface Limits {
  /** Shares, 0 … 1. */
  readonly low: number;
  readonly high: number;
}

/**
 * Exact binomial funnel limits [Trichtergrenzen] of a share.
 *
 * Between which shares an institution with n children lies by chance alone if each child is in the group with chance p.
 *
 * Lower limit with a = (1 − level)/2: r = smallest k with P(K ≤ k) ≥ a, then (r − (P(K ≤ r) − a)/P(K = r))/n, cut at 0;
 * the interpolation lets it move smoothly with n instead of jumping. Upper limit: one minus the lower limit of all the
 * others, who are in it with chance 1 − p. So k of n lies outside exactly when P(K ≤ k) < a or P(K ≥ k) < a.
 *
 * @param n children, a whole number ≥ 0. @param p overall share, 0 … 1.
 * @param level probability between the limits, e.g. 0.95 or 0.998.
 * @returns low ≤ p ≤ high, 0 … 1; 0 and 1 where n is too small for anything to stand out; both NaN for n = 0. Narrower
 * for larger n. `low(n, p)` = 1 − `high(n, 1 − p)`.
 * @throws `invalid level: …`, `invalid trials: …`, `invalid chance: …`.
 * Cost: as `binomialDistribution`, twice.
 * Source: Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202, appendix A.1.1.
 * Deviates from it at the upper limit, which the appendix interpolates in P(K ≤ k) as well: k of n would then stand out
 * where only P(K > k) is that small, 5 of 5 children at 99.8 % although chance brings them once in 57 times (p = 0.445),
 * and the limits of a group and of its rest would differ.
 * @example binomialLimits(100, 0.5, 0.95) // low 0.3968…, high 0.6031…
 */
export function binomialLimits(n: number, p: number, level: number): Limits {
  checkBinomial(n, p);
  if (!(level > 0 && level < 1)) throw new Error(`invalid level: ${level}`);
  if (n === 0) return { low: NaN, high: NaN };
  if (p === 0 || p === 1) return { low: p, high: p };
  const tailChance = (1 - level) / 2;
  return { low: lowerLimit(tailChance, n, p), high: 1 - lowerLimit(tailChance, n, 1 - p) };
}

function lowerLimit(chance: number, n: number, p: number): number {
  const { k, upTo, at } = quantileWithChances(chance, n, p);
  return Math.min(1, Math.max(0, (k - (upTo - chance) / at) / n));
}

function checkBinomial(n: number, p: number): void {
  if (!(Number.isInteger(n) && n >= 0)) throw new Error(`invalid trials: ${n}`);
  if (!(p >= 0 && p <= 1)) throw new Error(`invalid chance: ${p}`);
}
