import { checkedStep, type Stepper } from './stepper.ts';

export interface PermutationOptions {
  /** Number of random permutations, e.g. 999. */
  readonly permutations: number;
  readonly seed: number;
  /**
   * Number of the first permutation (default 0). Two workers run 0 … 499 and 500 … 999 and put their results together:
   * the figures are those of one run.
   */
  readonly first?: number;
}

/** A statistic of the whole map against permutations of its values. Everything NaN where it is undefined. */
export interface PermutationTest {
  readonly value: number;
  /** Mean over all permutations, exactly. */
  readonly expected: number;
  /** Pseudo p value, one-sided on the side of the value: the smaller of `upperP` and `lowerP`. */
  readonly p: number;
  /** (r + 1)/(m + 1): r of m permutations give at least (upper) or at most (lower) the value. */
  readonly upperP: number;
  readonly lowerP: number;
  /** Twice the smaller of the two, at most 1. */
  readonly twoSidedP: number;
  /** Mean and standard deviation of the permuted values, and (value − mean)/sd. */
  readonly mean: number;
  readonly sd: number;
  readonly z: number;
  /** Permutations done. */
  readonly permutations: number;
  /** The statistic of every permutation done. */
  readonly simulated: Float64Array;
  /** Units with a value, and those of them without neighbours. */
  readonly units: number;
  readonly islands: number;
}

/** What a test asks about. */
export interface PermutedStatistic {
  readonly value: number;
  readonly expected: number;
  readonly units: number;
  readonly islands: number;
  /** Permutations that are run together. */
  readonly lanes: number;
  /** Writes the statistic of the permutations `first` … `first + count − 1`, count ≤ lanes, to the front of `into`. */
  simulate(first: number, count: number, into: Float64Array): void;
}

/** @throws `invalid permutations: …`, `invalid seed: …`, `invalid first: …`. */
export function checkedOptions({
  permutations,
  seed,
  first = 0,
}: PermutationOptions): Required<PermutationOptions> {
  if (!(Number.isInteger(permutations) && permutations >= 0)) {
    throw new Error(`invalid permutations: ${permutations}`);
  }
  if (!Number.isFinite(seed)) throw new Error(`invalid seed: ${seed}`);
  if (!(Number.isInteger(first) && first >= 0)) throw new Error(`invalid first: ${first}`);
  return { permutations, seed, first };
}

/** A permutation test, begun. @param statistic null where it is undefined. */
export function beginPermutationTest(
  statistic: PermutedStatistic | null,
  options: PermutationOptions,
): Stepper<PermutationTest> {
  const { permutations, first } = checkedOptions(options);
  const simulated = new Float64Array(permutations);
  if (!statistic) simulated.fill(NaN);
  const lanes = new Float64Array(statistic?.lanes ?? 1);
  let done = 0;
  return {
    total: permutations,
    get done() {
      return done;
    },
    step(count) {
      const end = Math.min(permutations, done + checkedStep(count));
      if (!statistic) done = end;
      while (statistic && done < end) {
        const portion = Math.min(lanes.length, end - done);
        statistic.simulate(first + done, portion, lanes);
        for (let lane = 0; lane < portion; lane++) simulated[done + lane] = lanes[lane]!;
        done += portion;
      }
    },
    result: () =>
      permutationTestOf(
        statistic ?? { value: NaN, expected: NaN, units: 0, islands: 0 },
        simulated.slice(0, done),
      ),
  };
}

/**
 * What permuted values say about the real one; also for those of several runs (`first`), joined in any order.
 *
 * @returns p in 1/(m + 1) … 1, never 0: the real map is one of the possible ones. Permuted values that equal the real
 * one but for rounding count as equal. NaN before the first permutation.
 */
export function permutationTestOf(
  { value, expected, units, islands }: Pick<PermutedStatistic, 'value' | 'expected' | 'units' | 'islands'>,
  simulated: Float64Array,
): PermutationTest {
  const { mean, sd } = meanAndDeviation(simulated);
  const { upperP, lowerP } = pseudoProbabilities(value, simulated);
  return {
    value,
    expected,
    p: Math.min(upperP, lowerP),
    upperP,
    lowerP,
    twoSidedP: Math.min(1, 2 * Math.min(upperP, lowerP)),
    mean,
    sd,
    z: (value - mean) / sd,
    permutations: simulated.length,
    simulated,
    units,
    islands,
  };
}

/** One-sided pseudo p values to both sides, (r + 1)/(m + 1). */
function pseudoProbabilities(
  value: number,
  simulated: Float64Array,
): { readonly upperP: number; readonly lowerP: number } {
  if (simulated.length === 0 || Number.isNaN(value)) return { upperP: NaN, lowerP: NaN };
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  let above = 0;
  let below = 0;
  for (const draw of simulated) {
    if (draw >= value - slack) above++;
    if (draw <= value + slack) below++;
  }
  return { upperP: (above + 1) / (simulated.length + 1), lowerP: (below + 1) / (simulated.length + 1) };
}

function meanAndDeviation(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, sd: values.length < 2 ? NaN : Math.sqrt(squares / (values.length - 1)) };
}
