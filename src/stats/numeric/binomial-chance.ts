import { logGamma } from './log-gamma.ts';

const halfLogTwoPi = 0.9189385332046727;

/**
 * Chance of a binomial count, P(K = k), for numbers of any size.
 *
 * Factorials of millions of persons have logarithms so large that their differences lose digit after digit; here the
 * large parts are cancelled before anything is computed.
 *
 * P = exp(e(n) − e(k) − e(n − k) − g(k, n p) − g(n − k, n q)) (n/(2π k (n − k)))^½, e the error of Stirling's formula,
 * g(x, m) = x ln(x/m) + m − x.
 *
 * @param k @param n whole numbers, 0 ≤ k ≤ n. @param p @param q chances, p + q = 1, both above 0.
 * @returns 0 … 1, relative error about 1e-13 around the mean.
 * Cost: constant.
 * Source: Loader 2000, Fast and accurate computation of binomial probabilities.
 * @example binomialChance(1, 2, 0.5, 0.5) // 0.5
 */
export function binomialChance(k: number, n: number, p: number, q: number): number {
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (k === n) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const log =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - excess(k, n * p) - excess(n - k, n * q);
  return Math.exp(log - halfLogTwoPi - (Math.log(k) + Math.log1p(-k / n)) / 2);
}

/** ln n! − ½ ln(2π n) − n ln n + n. */
function stirlingError(n: number): number {
  if (n === 0) return 0;
  if (n < 16) return logGamma(n + 1) - halfLogTwoPi - (n + 0.5) * Math.log(n) + n;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x/m) + m − x, without cancellation where both are nearly equal. */
function excess(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = difference / (x + m);
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let j = 3; j < 200; j += 2) {
    term *= ratio * ratio;
    const next = sum + term / j;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
