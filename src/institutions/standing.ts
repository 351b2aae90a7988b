import type { InstitutionRequest, Standing } from './answer.ts';
import { funnelLevels, funnelLimits } from './funnelLimits.ts';

/** What single institutions are held against: the selection they belong to. */
export interface Yardstick {
  /** Share of the group over all children of the selection. */
  readonly share: number;
  /** Population SD of the institutions' shares, each institution counting once. */
  readonly deviation: number;
}

/** The yardstick of a selection; both NaN when it is empty. */
export function yardstickOf(rows: readonly { readonly total: number; readonly count: number }[]): Yardstick {
  let total = 0;
  let count = 0;
  let mean = 0;
  for (const row of rows) {
    total += row.total;
    count += row.count;
    mean += row.count / row.total / rows.length;
  }
  let squares = 0;
  for (const row of rows) squares += (row.count / row.total - mean) ** 2;
  return { share: count / total, deviation: Math.sqrt(squares / rows.length) };
}

/** Shares that differ by less are the same: 0.6 − 0.4 is not quite 0.2. */
const epsilon = 1e-12;

/**
 * Standing of an institution [Einordnung] by the threshold the user chose.
 *
 * Whether its share is remarkably high or low. No threshold is valid in general, and below counts as much as above.
 *
 * - `funnel-998`, `funnel-95`: the share lies outside the exact binomial limits around the selection's share;
 * - `points`: it differs from the selection's share by at least `value` (0.2 = 20 points);
 * - `sd`: by at least `value` population standard deviations of the institutions' shares;
 * - `absolute`: it is at least `value`; nothing stands below.
 *
 * @param total children, > 0. @param count of them in the group, 0 … total.
 * @returns `within` under `sd` for a selection without spread, and wherever the share equals the selection's.
 * @throws as `funnelLimits`.
 * Cost: constant; that of `funnelLimits` for the funnels.
 * Source: Spiegelhalter 2005 (funnel); the other thresholds are the user's.
 * @example standingOf(100, 70, { method: 'points', value: 0.2 }, { share: 0.5, deviation: 0.1 }) // 'above'
 */
export function standingOf(
  total: number,
  count: number,
  { method, value }: InstitutionRequest['threshold'],
  { share: reference, deviation }: Yardstick,
): Standing {
  const share = count / total;
  switch (method) {
    case 'funnel-998':
    case 'funnel-95': {
      const { low, high } = funnelLimits(total, reference, funnelLevels[method]);
      return share > high + epsilon ? 'above' : share < low - epsilon ? 'below' : 'within';
    }
    case 'points':
      return beyond(share - reference, value);
    case 'sd':
      return deviation > epsilon ? beyond(share - reference, value * deviation) : 'within';
    case 'absolute':
      return share >= value - epsilon ? 'above' : 'within';
    default:
      return method satisfies never;
  }
}

function beyond(difference: number, distance: number): Standing {
  if (Math.abs(difference) < Math.max(distance - epsilon, epsilon)) return 'within';
  return difference > 0 ? 'above' : 'below';
}
