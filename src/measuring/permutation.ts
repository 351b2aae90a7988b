import type { Study } from '#model/study.ts';
import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import type { Stepper } from '#stats/inference/stepper.ts';
import type { MeasureRequest } from './answer.ts';
import { createWeightsCache, type WeightsCache } from './levelWeights.ts';
import { countsFor } from './measure.ts';
import { measurable } from './measureCounts.ts';

/** Pseudo p values by index id; NaN where the index is undefined or nothing was drawn. */
export interface PermutationResult {
  readonly p: Readonly<Record<string, number>>;
  /** Permutations done. */
  readonly permutations: number;
}

/**
 * Permutation test of a measurement [Permutationstest], begun.
 *
 * How often shares thrown at random onto the areas would cluster as much as the real ones: p for Moran's I over the
 * areas, counts and neighbours that `measure` uses for the same request.
 *
 * @param request `permutations` draws from `seed`; neither the size of the portions nor the worker changes p.
 * @returns a stepper; p is one-sided on the side of the value, 1/(m + 1) … about 1/2. Empty `p` where the request is
 * refused or nowhere a geometry is known.
 * NaN: p where Moran's I is.
 * @throws as `beginMoranTest`, and `invalid level: …`.
 * Cost: per permutation linear in the number of neighbours.
 * @example finish(beginPermutation(study, { …, permutations: 999, seed: 1 })).p.moran
 */
export function beginPermutation(
  study: Study,
  request: MeasureRequest,
  cache: WeightsCache = createWeightsCache(),
): Stepper<PermutationResult> {
  const counts = countsFor(study, request);
  const near = 'refusal' in counts ? null : measurable(counts, cache).near;
  if (!near) return nothing;
  const { groupSum, referenceSum } = near.table;
  // Shares of a missing group are all alike: the stepper then answers NaN.
  const shares = groupSum > 0 && referenceSum > 0 ? sharesOf(near.table) : new Float64Array(near.table.size);
  const test = beginMoranTest(shares, near.weights, request);
  return {
    total: test.total,
    get done() {
      return test.done;
    },
    step: (count) => test.step(count),
    result: () => ({ p: { moran: test.result().p }, permutations: test.done }),
  };
}

const nothing: Stepper<PermutationResult> = {
  total: 0,
  done: 0,
  step() {},
  result: () => ({ p: {}, permutations: 0 }),
};
