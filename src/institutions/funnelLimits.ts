import { binomialLimits, type Limits } from '#stats/numeric/binomial.ts';
import type { InstitutionAnswer } from './answer.ts';

/** Probability between the limits. */
export const funnelLevels = { 'funnel-95': 0.95, 'funnel-998': 0.998 } as const;

/**
 * Funnel limits of an institution [Trichtergrenzen].
 *
 * Between which shares an institution of this size lies by chance alone, were its children drawn blindly from all.
 *
 * A share below `low` has P(K ≤ k) < a, one above `high` has P(K ≥ k) < a, K ~ Bin(n, P), a = (1 − level)/2; between
 * whole counts the limits are interpolated (Spiegelhalter 2005).
 *
 * @param total n, children, > 0; rounded to whole children. @param share P, 0 … 1.
 * @returns shares, `low` ≤ P ≤ `high`; 0 and 1 where the size is too small to stand out.
 * NaN: both for no children.
 * @throws as `binomialLimits`.
 * Cost: as `binomialLimits`, twice.
 * Deviates from the printed formula at the upper end: that one reads P(K < k) there, so 5 of 5 children would stand out
 * at 99.8 % although chance brings them about once in 57 times (P = 0.445). The upper limit here mirrors the lower.
 * @example funnelLimits(5, 0.445, 0.998) // { low: 0, high: 1 }
 */
export function funnelLimits(total: number, share: number, level: number): Limits {
  const n = Math.round(total);
  return {
    low: binomialLimits(n, share, level).low,
    high: 1 - binomialLimits(n, 1 - share, level).low,
  };
}

/** Steps of the ladder: close where the funnel opens, even further out. */
const steps = 160;

/** Limits at a ladder of sizes from 1 to `largest`, for drawing; empty without children. */
export function funnelLadder(share: number, largest: number): InstitutionAnswer['funnel'] {
  const top = Math.round(largest);
  const ladder = new Set<number>();
  if (top >= 1 && share >= 0) {
    for (let step = 0; step <= steps; step++) ladder.add(Math.round(1 + (top - 1) * (step / steps) ** 2));
  }
  const sizes = Float64Array.from(ladder);
  const inner = Array.from(sizes, (size) => funnelLimits(size, share, funnelLevels['funnel-95']));
  const outer = Array.from(sizes, (size) => funnelLimits(size, share, funnelLevels['funnel-998']));
  return {
    sizes,
    low95: Float64Array.from(inner, ({ low }) => low),
    high95: Float64Array.from(inner, ({ high }) => high),
    low998: Float64Array.from(outer, ({ low }) => low),
    high998: Float64Array.from(outer, ({ high }) => high),
  };
}
