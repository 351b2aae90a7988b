import { beyondChance } from '../indices/evenness/modified-dissimilarity.ts';
import type { BootstrapStatistic } from './bootstrap.ts';

/** The raw value and what is left of it when chance is taken off, side by side. */
export interface Corrected {
  /** As counted, and as expected if the same persons were allocated at random. */
  readonly value: number;
  readonly expected: number;
  /** value − expected, in the unit of the index. */
  readonly excess: number;
  /** Position between chance (0) and the greatest possible value (1); below chance down to −1 (see `beyondChance`). */
  readonly beyondChance: number;
  /** 2 value − mean of the bootstrap replicates; NaN without a bootstrap. */
  readonly bootstrap: number;
}

/**
 * Index corrected for the bias of small units [Korrektur der Verzerrung kleiner Einheiten].
 *
 * What is left of a figure when the unevenness is taken off that blind allocation to small units brings about by itself.
 *
 * excess = S − E; beyondChance = (S − E)/(G − E) for S ≥ E, (S − E)/E below, with G the greatest value; bootstrap =
 * 2 S − mean S*. The three answer different questions: excess and beyondChance take off all that chance could have made
 * (right if there were no segregation), the bootstrap only the bias at the segregation there is, mostly much less.
 *
 * @param value S. @param expected E under random allocation: `spec.expected`, or `mean` of `beginAllocationTest`.
 * @param options `bootstrap`: result for the same figure. `greatest`: G, default 1; Infinity for M without a limit.
 * @returns beyondChance −1 … 1. NaN where value or expected is, beyondChance also where E is G and, for G = Infinity,
 * always.
 * Source: Carrington & Troske 1997, J. Business & Economic Statistics 15, 402–409 (D, Gini; used alike for H); Allen
 * et al. 2015, Econometrics J. 18, 40–66, and Elbers 2021, Sociological Methods & Research (bootstrap).
 * @example corrected(0.5, 0.1).beyondChance // 0.444…
 */
export function corrected(
  value: number,
  expected: number,
  {
    bootstrap,
    greatest = 1,
  }: { readonly bootstrap?: Pick<BootstrapStatistic, 'corrected'>; readonly greatest?: number } = {},
): Corrected {
  const isBounded = greatest > 0 && greatest < Infinity;
  return {
    value,
    expected,
    excess: value - expected,
    beyondChance: isBounded ? beyondChance(value / greatest, expected / greatest) : NaN,
    bootstrap: bootstrap ? bootstrap.corrected : NaN,
  };
}
