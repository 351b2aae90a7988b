/**
 * Standard normal distribution function, P(Z ≤ z).
 *
 * Φ(z) = erfc(−z/√2)/2; erfc by its series near 0 and by its continued fraction in the tails.
 *
 * @returns 0 … 1, relative error below 1e-13 also far in the lower tail; NaN for NaN.
 * Cost: constant (up to some 60 multiplications).
 * Source: Abramowitz & Stegun 1964, 26.2.10 and 26.2.14.
 * @example normalProbability(1.959963984540054) // 0.975
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / 2.5066282746310002;
  let upper: number;
  if (x < 3) {
    let term = x;
    let series = x;
    for (let k = 3; term > 1e-17 * series; k += 2) {
      term *= (x * x) / k;
      series += term;
    }
    upper = 0.5 - density * series;
  } else {
    let fraction = x;
    for (let k = 100; k >= 1; k--) fraction = x + k / fraction;
    upper = density / fraction;
  }
  return z > 0 ? 1 - upper : upper;
}

/**
 * Standard normal quantile, z with Φ(z) = p.
 *
 * @param p 0 … 1.
 * @returns −∞ … ∞, absolute error below 1e-12; NaN outside 0 … 1.
 * Cost: constant.
 * Source: starting value from Abramowitz & Stegun 1964, 26.2.23, then Halley steps on Φ.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    -t + (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 4; step++) {
    const ratio = (normalProbability(z) - p) / (Math.exp((-z * z) / 2) / 2.5066282746310002);
    const change = ratio / (1 + (z * ratio) / 2);
    z -= change;
    if (Math.abs(change) < 1e-15) break;
  }
  return z;
}
