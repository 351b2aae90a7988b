import type { Random } from '#stats/numeric/random.ts';
import { normalDraw } from './binomialDraw.ts';

/**
 * One draw from a Dirichlet distribution [Dirichlet-Ziehung]: random weights around given ones.
 *
 *   w ~ Dirichlet(c · m_1, …, c · m_k),  m = weights / Σ weights;  E(w_k) = m_k, Var(w_k) = m_k (1 − m_k) / (c + 1)
 *
 * @param weights ≥ 0, at least one positive; a weight of 0 stays 0.
 * @param concentration c > 0; at 30, three equal weights of 33 % spread by ± 8 points (one SD).
 * @returns weights with the same sum as the given ones.
 * @throws `invalid concentration: …`. Cost: O(weights).
 * Source: Marsaglia & Tsang 2000 (gamma variates), normalised.
 */
export function dirichletDraw(random: Random, weights: readonly number[], concentration: number): number[] {
  if (!(concentration > 0)) throw new Error(`invalid concentration: ${concentration}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gammas = weights.map((weight) =>
    weight > 0 ? gammaDraw(random, (concentration * weight) / total) : 0,
  );
  const sum = gammas.reduce((all, gamma) => all + gamma, 0);
  return gammas.map((gamma) => (gamma / sum) * total);
}

function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
