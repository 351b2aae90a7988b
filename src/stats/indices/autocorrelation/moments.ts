import { normalProbability } from '../../numeric/normal.ts';
import { pairedLinks } from '../../weights/paired-links.ts';
import type { KnownValues } from './known-values.ts';

/** Where a statistic stands among those of values without a pattern, by the normal approximation. */
export interface Standing {
  readonly variance: number;
  /** (value − expected)/sd. */
  readonly z: number;
  /** Two-sided, 0 … 1. */
  readonly p: number;
}

/** A measure of autocorrelation and its distribution without any pattern. */
export interface AutocorrelationMoments {
  readonly value: number;
  readonly expected: number;
  /** All orders of the values over the units are equally likely. */
  readonly randomisation: Standing;
  /** The values are independent draws from one normal distribution. */
  readonly normality: Standing;
}

const nothing: Standing = { variance: NaN, z: NaN, p: NaN };
export const undefinedMoments: AutocorrelationMoments = {
  value: NaN,
  expected: NaN,
  randomisation: nothing,
  normality: nothing,
};

export function momentsUnder(value: number, expected: number, variance: number): Standing {
  const z = variance > 0 ? (value - expected) / Math.sqrt(variance) : NaN;
  return { variance, z, p: twoSidedProbability(z) };
}

/** Two-sided p value of a standard normal z, P(|Z| ≥ |z|). */
export function twoSidedProbability(z: number): number {
  return 2 * normalProbability(-Math.abs(z));
}

/** The sums of Cliff & Ord over the weights, and n sum z⁴/(sum z²)² of the first column. Cost: linear in the links. */
export function weightSums({ matrix, deviations, squares }: KnownValues): {
  readonly n: number;
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
  readonly kurtosis: number;
} {
  const links = pairedLinks(matrix);
  const n = links.size;
  const both = new Float64Array(n);
  let s1 = 0;
  for (let i = 0; i < n; i++) {
    for (let k = links.offsets[i]!; k < links.offsets[i + 1]!; k++) {
      const j = links.neighbours[k]!;
      const weight = links.weights[k]!;
      s1 += i === j ? 2 * weight * weight : weight * weight;
      both[i]! += weight;
      both[j]! += weight;
    }
  }
  let s2 = 0;
  for (const sum of both) s2 += sum * sum;
  let fourth = 0;
  for (const z of deviations[0]!) fourth += z ** 4;
  return { n, s0: links.weightSum, s1, s2, kurtosis: (n * fourth) / squares[0]! ** 2 };
}
