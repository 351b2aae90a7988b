import { quantileOfSorted, sorted } from '../numeric/quantile.ts';
import type { Interval } from './bootstrap.ts';
import { momentsOf, type Replicates } from './replicates.ts';

/** One figure against what chance makes of it. */
export interface ChanceStatistic {
  readonly id: string;
  /** Of the real counts. */
  readonly value: number;
  /** Mean and standard deviation under chance. */
  readonly mean: number;
  readonly sd: number;
  /** value − mean: what goes beyond chance. */
  readonly excess: number;
  /** (r + 1)/(m + 1): r of m replicates are at least (upper) or at most (lower) as high as the value. */
  readonly upperP: number;
  readonly lowerP: number;
  /** Twice the smaller of the two, at most 1. */
  readonly twoSidedP: number;
  /** Quantiles of the replicates, 2.5 % and 97.5 % unless asked otherwise. */
  readonly chance: Interval;
  /** Replicates in which the figure is defined, and in which it is not; the latter count nowhere else. */
  readonly replicates: number;
  readonly undefinedReplicates: number;
}

export interface ChanceTest {
  readonly statistics: readonly ChanceStatistic[];
  readonly replicates: Replicates;
}

/**
 * What replicates without the effect say about the real figures; also for runs that have been merged.
 *
 * @param level share of the replicates between the two quantiles, default 0.95.
 * @returns p in 1/(m + 1) … 1, never 0: the real table is one of the possible ones (Davison & Hinkley 1997, 4.2.1; PySAL
 * gives r/m instead). Replicates that equal the value but for rounding count as equal. All NaN without a defined
 * replicate; p and excess NaN where the value is.
 * @throws `invalid level: …`.
 */
export function chanceTestOf(replicates: Replicates, level = 0.95): ChanceTest {
  if (!(level > 0 && level < 1)) throw new Error(`invalid level: ${level}`);
  return {
    statistics: replicates.ids.map((id, k) =>
      against(id, replicates.values[k]!, replicates.simulated[k]!, level),
    ),
    replicates,
  };
}

function against(id: string, value: number, simulated: Float64Array, level: number): ChanceStatistic {
  const ascending = sorted(simulated);
  const { mean, sd, count } = momentsOf(ascending);
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  let above = 0;
  let below = 0;
  for (const draw of ascending) {
    if (draw >= value - slack) above++;
    if (draw <= value + slack) below++;
  }
  const isKnown = !Number.isNaN(value) && count > 0;
  const upperP = isKnown ? (above + 1) / (count + 1) : NaN;
  const lowerP = isKnown ? (below + 1) / (count + 1) : NaN;
  const tail = (1 - level) / 2;
  return {
    id,
    value,
    mean,
    sd,
    excess: value - mean,
    upperP,
    lowerP,
    twoSidedP: Math.min(1, 2 * Math.min(upperP, lowerP)),
    chance: { low: quantileOfSorted(ascending, tail), high: quantileOfSorted(ascending, 1 - tail) },
    replicates: count,
    undefinedReplicates: simulated.length - count,
  };
}
