import { binomialLimits, type Limits } from '#stats/numeric/binomial.ts';
import type { InstitutionAnswer } from './answer.ts';

/** Probability between the limits. */
export const funnelLevels = { 'funnel-95': 0.95, 'funnel-998': 0.998 } as const;

/**
 * Funnel limits of an institution [Trichtergrenzen], the same for standing and drawing.
 *
 * @param total children, > 0; rounded to whole children. @param share of the group among all, 0 … 1.
 * @returns as `binomialLimits`; shares.
 * @throws as `binomialLimits`.
 * @example funnelLimits(5, 0.445, 0.998) // { low: 0, high: 1 }: five children are too few to stand out
 */
export function funnelLimits(total: number, share: number, level: number): Limits {
  return binomialLimits(Math.round(total), share, level);
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
