import type { KnownValues } from '../indices/autocorrelation/known-values.ts';
import { type ConditionalCounts, conditionalDraws } from './conditional-draws.ts';
import { checkedOptions, type PermutationOptions } from './permutation-test.ts';
import { checkedStep, type Stepper } from './stepper.ts';

export interface ConditionalOptions extends PermutationOptions {
  /**
   * `without` replacement (default): the neighbours are different units, as in every map there is. `with`: one unit may
   * be drawn several times, as in localmoran_perm of spdep; the variance is then higher by (n − 2)/(n − 1 − k) for k
   * neighbours, and p a little too high.
   */
  readonly replacement?: 'without' | 'with';
}

/** Per unit, in the order of the units; NaN (counts: 0) where the statistic is undefined. */
export interface ConditionalTest extends ConditionalCounts {
  /** Pseudo p value, one-sided on the side of the value, 1/(m + 1) … about 1/2. */
  readonly p: Float64Array;
  /** Twice p, at most 1. */
  readonly twoSidedP: Float64Array;
  /** Permutations done. */
  readonly permutations: number;
}

/**
 * Conditional permutation tests of all units, begun.
 *
 * @param known null where nothing varies. @param neighbours values that the neighbours get, one per known unit.
 * @param isFixed true for a known unit whose statistic no permutation changes. @param size number of all units.
 */
export function beginConditionalTest(
  known: KnownValues | null,
  neighbours: Float64Array,
  isFixed: (k: number) => boolean,
  size: number,
  options: ConditionalOptions,
): Stepper<ConditionalTest> {
  const { permutations, seed, first } = checkedOptions(options);
  const draws =
    known && conditionalDraws(known.matrix, neighbours, { seed, isReplaced: options.replacement === 'with' });
  const counts = draws?.none();
  let done = 0;
  return {
    total: permutations,
    get done() {
      return done;
    },
    step(count) {
      const portion = Math.min(permutations - done, checkedStep(count));
      if (counts) draws?.add(first + done, portion, counts);
      done += portion;
    },
    result() {
      const above = new Int32Array(size);
      const below = new Int32Array(size);
      known?.positions.forEach((at, k) => {
        if (known.matrix.offsets[k] === known.matrix.offsets[k + 1]) return;
        above[at] = isFixed(k) ? done : counts!.above[k]!;
        below[at] = isFixed(k) ? done : counts!.below[k]!;
      });
      return testOf({ above, below }, done);
    },
  };
}

/**
 * Tests of several workers as one: run with the same values, weights and seed and with `first` one after the other, they
 * give the figures of one run.
 * @throws `invalid parts: …` for none, or tests of different numbers of units.
 */
export function mergeConditionalTests(parts: readonly ConditionalTest[]): ConditionalTest {
  const size = parts[0]?.above.length;
  if (size === undefined || parts.some((part) => part.above.length !== size)) {
    throw new Error(`invalid parts: ${parts.map((part) => part.above.length).join(', ') || 0}`);
  }
  const above = new Int32Array(size);
  const below = new Int32Array(size);
  let permutations = 0;
  for (const part of parts) {
    permutations += part.permutations;
    for (let i = 0; i < size; i++) {
      above[i]! += part.above[i]!;
      below[i]! += part.below[i]!;
    }
  }
  return testOf({ above, below }, permutations);
}

/** p = (r + 1)/(m + 1) with r the smaller of the two counts; both are 0 only for units without a statistic. */
function testOf({ above, below }: ConditionalCounts, permutations: number): ConditionalTest {
  const p = new Float64Array(above.length).fill(NaN);
  const twoSidedP = p.slice();
  for (let i = 0; i < p.length; i++) {
    if (above[i] === 0 && below[i] === 0) continue;
    p[i] = (Math.min(above[i]!, below[i]!) + 1) / (permutations + 1);
    twoSidedP[i] = Math.min(1, 2 * p[i]!);
  }
  return { p, twoSidedP, above, below, permutations };
}
