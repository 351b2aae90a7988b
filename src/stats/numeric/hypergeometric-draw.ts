import { logGamma } from './log-gamma.ts';
import type { Random } from './random.ts';

/** Up to this variance the steps from the mode are fewer than the work of rejection. */
const stepsUpTo = 25;

/**
 * A draw from the hypergeometric distribution [hypergeometrische Verteilung]: how many of the group are among the
 * persons drawn without replacement.
 *
 * P(K = k) = C(X, k) C(T − X, t − k)/C(T, t). Small variance: inversion in steps from the mode outwards; else ratio of
 * uniforms. Exact but for the rounding of the floating-point functions (values beyond 16 standard deviations are left
 * out).
 *
 * @param drawn t, 0 … T. @param group X, 0 … T. @param population T. Whole numbers.
 * @returns a whole number between max(0, t + X − T) and min(t, X).
 * @throws `invalid hypergeometric: …`.
 * Cost: constant; about 1.5 trials of two uniform numbers.
 * Source: Stadlober 1990, J. Computational and Applied Mathematics 31, 181–189 (ratio of uniforms, HRUA).
 * @example hypergeometricDraw(randomStream(1), 5, 10, 20) // around 2 or 3
 */
export function hypergeometricDraw(random: Random, drawn: number, group: number, population: number): number {
  const whole = Number.isInteger(drawn) && Number.isInteger(group) && Number.isInteger(population);
  if (!(whole && drawn >= 0 && group >= 0 && drawn <= population && group <= population)) {
    throw new Error(`invalid hypergeometric: ${drawn} of ${population}, group ${group}`);
  }
  // by symmetry: the smaller half of the persons drawn, the smaller of the two groups
  const n = Math.min(drawn, population - drawn);
  const x = Math.min(group, population - group);
  if (n === 0 || x === 0) return drawn === population ? group : group === population ? drawn : 0;
  const k = smallest(random, n, x, population);
  const ofGroup = group === x ? k : n - k;
  return n === drawn ? ofGroup : group - ofGroup;
}

function smallest(random: Random, n: number, x: number, population: number): number {
  const share = x / population;
  const variance = (n * share * (1 - share) * (population - n)) / (population - 1);
  return variance < stepsUpTo
    ? fromMode(random, n, x, population)
    : byRatio(random, n, x, population, n * share, variance);
}

function fromMode(random: Random, n: number, x: number, population: number): number {
  const others = population - x;
  const highest = Math.min(n, x);
  const lowest = Math.max(0, n - others);
  const mode = Math.floor(((n + 1) * (x + 1)) / (population + 2));
  const most = Math.exp(
    logGamma(x + 1) +
      logGamma(others + 1) +
      logGamma(n + 1) +
      logGamma(population - n + 1) -
      logGamma(population + 1) -
      logs(mode, n, x, others),
  );
  for (;;) {
    let left = random.uniform();
    if (left < most) return mode;
    left -= most;
    let up = most;
    let down = most;
    for (let k = 1; mode + k <= highest || mode - k >= lowest; k++) {
      const above = mode + k;
      if (above <= highest) {
        up *= ((x - above + 1) / above) * ((n - above + 1) / (others - n + above));
        if (left < up) return above;
        left -= up;
      }
      const below = mode - k;
      if (below >= lowest) {
        down *= ((below + 1) / (x - below)) * ((others - n + below + 1) / (n - below));
        if (left < down) return below;
        left -= down;
      }
      if (up < 1e-18 && down < 1e-18) break;
    }
    // the chance that is left is rounding: draw again
  }
}

/** Constants of the table-free ratio of uniforms: 2 sqrt(2/e) and 3 − 2 sqrt(3/e). */
const slope = 1.7155277699214135;
const intercept = 0.8989161620588988;

function byRatio(
  random: Random,
  n: number,
  x: number,
  population: number,
  mean: number,
  variance: number,
): number {
  const others = population - x;
  const centre = mean + 0.5;
  const deviation = Math.sqrt(variance + 0.5);
  const width = slope * deviation + intercept;
  const mode = Math.floor(((n + 1) * (x + 1)) / (population + 2));
  const peak = logs(mode, n, x, others);
  const end = Math.min(Math.min(n, x) + 1, Math.floor(centre + 16 * deviation));
  for (;;) {
    const u = random.uniform();
    const at = centre + (width * (random.uniform() - 0.5)) / u;
    if (!(at >= 0 && at < end)) continue;
    const k = Math.floor(at);
    const relative = peak - logs(k, n, x, others);
    // squeezes around 2 ln u ≤ ln of the relative chance
    if (u * (4 - u) - 3 <= relative) return k;
    if (u * (u - relative) >= 1) continue;
    if (2 * Math.log(u) <= relative) return k;
  }
}

function logs(k: number, n: number, x: number, others: number): number {
  return logGamma(k + 1) + logGamma(x - k + 1) + logGamma(n - k + 1) + logGamma(others - n + k + 1);
}
