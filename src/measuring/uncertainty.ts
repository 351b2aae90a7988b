import type { Study } from '#model/study.ts';
import { sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import type { Stepper } from '#stats/inference/stepper.ts';
import type { UncertaintyAnswer, UncertaintyRequest } from './answer.ts';
import { measuredFor } from './measure.ts';
import { createMeasureCache, type MeasureCache } from './measureCache.ts';
import { nearOf } from './measuredAt.ts';

/**
 * How sure a measurement is [Unsicherheit einer Messung], begun.
 *
 * How often shares thrown at random onto the areas would cluster as much as the real ones: p for Moran's I over the
 * areas, counts and neighbours that `measure` uses for the same request.
 *
 * @param request `permutations` draws from `seed`; neither the size of the portions nor the worker changes a figure.
 * @returns a stepper; p is one-sided on the side of the value, 1/(m + 1) … about 1/2. No indices where the request is
 * refused or nowhere a geometry is known.
 * NaN: p where Moran's I is.
 * @throws as `beginMoranTest`, and `invalid level: …`.
 * Cost: per permutation linear in the number of neighbours.
 * @example finish(beginUncertainty(study, { …, bootstraps: 0, permutations: 999, seed: 1 })).indices.moran.p
 */
export function beginUncertainty(
  study: Study,
  request: UncertaintyRequest,
  cache: MeasureCache = createMeasureCache(),
): Stepper<UncertaintyAnswer> {
  const one = measuredFor(study, request, cache);
  const near = 'refusal' in one ? null : nearOf(one, request);
  const weights = near?.context.weights;
  const answer = (permutations: number, indices: UncertaintyAnswer['indices']): UncertaintyAnswer => ({
    request,
    bootstraps: 0,
    permutations,
    indices,
    course: [],
  });
  if (!near || !weights) return { total: 0, done: 0, step() {}, result: () => answer(0, {}) };
  const { groupSum, referenceSum } = near.table;
  // Shares of a missing group are all alike: the stepper then answers NaN.
  const shares = groupSum > 0 && referenceSum > 0 ? sharesOf(near.table) : new Float64Array(near.table.size);
  const test = beginMoranTest(shares, weights, request);
  return {
    total: test.total,
    get done() {
      return test.done;
    },
    step: (count) => test.step(count),
    result: () =>
      answer(test.done, {
        moran: {
          low: NaN,
          high: NaN,
          expected: -1 / (near.table.size - 1),
          corrected: NaN,
          p: test.result().p,
          chance: 'areas',
          reason: 'too-dear',
        },
      }),
  };
}
