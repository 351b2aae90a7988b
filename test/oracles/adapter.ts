import type { Entry, StochasticEntry } from './case.ts';
import type { OracleInput } from './input.ts';

/** Thrown for a variant of an index that we do not compute: shown in the table with its reason, never hidden. */
export class NotCovered extends Error {}

/** How one index code of the reference files is computed by our functions. */
export interface Adapter {
  readonly index: string;
  /**
   * Our value in the shape of the reference: number, (nested) array, or object of them, NaN for undefined. May read
   * labels of `entry.value` (names of schools, order of groups) to bring ours into its order, but never its figures.
   * @throws `NotCovered`
   */
  compute(input: OracleInput, entry: Entry): unknown;
}

/** One figure of a simulation against ours. */
export interface Comparison {
  /** Which figure: `mean`, `se`, … */
  readonly what: string;
  readonly ours: number;
  readonly reference: number;
  /** Largest difference that chance allows. */
  readonly allowed: number;
}

export interface StochasticAdapter {
  readonly index: string;
  /**
   * Ours against theirs.
   * @param effort times as many draws of our own as usual: asked for where a figure lies near the limit, so that the noise
   * of ours does not decide.
   * @throws `NotCovered`
   */
  compare(input: OracleInput, entry: StochasticEntry, effort: number): readonly Comparison[];
}

/** Allowed difference of two simulated means: 4 sd sqrt(1/n_own + 1/n_reference). */
export function meanAllowance(sd: number, own: number, reference: number): number {
  return 4 * sd * Math.sqrt(1 / own + 1 / reference);
}

/** Allowed difference of two simulated standard deviations: 10 % for 1000 draws, 15 % for 500, 30 % for 100. */
export function deviationAllowance(sd: number, draws: number): number {
  return sd * (draws >= 1000 ? 0.1 : draws >= 500 ? 0.15 : 0.3);
}

/** Allowed difference of two pseudo p values: 4 sqrt(p (1 − p)/draws) + 0.001. */
export function probabilityAllowance(p: number, draws: number): number {
  return 4 * Math.sqrt((p * (1 - p)) / draws) + 0.001;
}
