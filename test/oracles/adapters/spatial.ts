import { spatialSegregationOf } from '#stats/indices/spatial/spatial-segregation.ts';
import { kernels } from '#stats/weights/kernel.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { type Adapter, NotCovered } from '../adapter.ts';
import type { Entry } from '../case.ts';
import type { OracleInput } from '../input.ts';

/** The kernel of an entry over the centroids; `exp(-d), …` has no radius and no end. */
function environmentOf(input: OracleInput, { params }: Entry): PairSums {
  const { places } = input;
  if (params.self === false) throw new NotCovered('environment without the unit itself');
  const words = String(params.kernel);
  if (words.startsWith('exp')) return exponentialProximity(places, { diagonal: 'zero' });
  const kernel = kernels.find((one) => one === words);
  if (!kernel || typeof params.radius !== 'number') throw new NotCovered(`kernel ${words}`);
  return localEnvironments(places).environment(params.radius, kernel);
}

/** The families over local environments. */
export const spatialAdapters: readonly Adapter[] = [
  {
    index: 'spatial_RO',
    compute(input, entry) {
      const sums = environmentOf(input, entry);
      const { H, R, D, exposure } = spatialSegregationOf(input.two(entry.focal, entry.params), sums);
      return { H, R, D, P_xx: exposure[0]![0]!, P_xy: exposure[0]![1]! };
    },
  },
  {
    index: 'spatial_RO_multi',
    compute(input, entry) {
      const sums = environmentOf(input, entry);
      const { H, R, D, exposure } = spatialSegregationOf(input.many(entry.params), sums);
      return { H, R, D, P: exposure };
    },
  },
];
