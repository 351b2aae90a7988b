import { absoluteClusteringOf } from '#stats/indices/clustering/absolute-clustering.ts';
import { adjacencyDissimilarityOf } from '#stats/indices/clustering/adjacency-dissimilarity.ts';
import { borderDissimilarityOf } from '#stats/indices/clustering/border-dissimilarity.ts';
import { meanProximity } from '#stats/indices/clustering/mean-proximity.ts';
import { relativeClusteringOf } from '#stats/indices/clustering/relative-clustering.ts';
import { shapeDissimilarityOf } from '#stats/indices/clustering/shape-dissimilarity.ts';
import {
  multigroupSpatialProximityOf,
  spatialProximityOf,
} from '#stats/indices/clustering/spatial-proximity.ts';
import { spatialProximityProfile } from '#stats/indices/clustering/spatial-proximity-profile.ts';
import {
  distanceDecayExposureTo,
  distanceDecayInteractionOf,
  distanceDecayIsolationOf,
} from '#stats/indices/exposure/distance-decay.ts';
import { globalDistortionOf, localDistortionOf } from '#stats/indices/local/distortion.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import {
  contiguityProximity,
  exponentialProximity,
  type ProximityDiagonal,
} from '#stats/weights/proximity.ts';
import { restrictedTo, type SparseMatrix } from '#stats/weights/sparse.ts';
import { type Adapter, NotCovered } from '../adapter.ts';
import type { Entry, Params } from '../case.ts';
import { neighbourWeights, type OracleInput } from '../input.ts';
import { introsortOrder } from './introsort-order.ts';

const kilometresPer: Readonly<Record<string, number>> = { km: 1, m: 0.001, mile: 1.609344, mi: 1.609344 };
const diagonals: Readonly<Record<string, ProximityDiagonal>> = {
  '0': 'zero',
  'sqrt(0.6*a)': 'sqrt(0.6 a)',
  '0.6*sqrt(a)': '0.6 sqrt(a)',
};

/** The same proximity serves many entries of a case. */
const proximities = new WeakMap<OracleInput, Map<string, PairSums>>();

/** What `params` says of the proximity. @throws `NotCovered` for a scheme that we do not have. */
function proximityFor(input: OracleInput, params: Params): PairSums {
  const { proximity = 'exp(-d)', distance_unit: unit = 'km', beta = 1, diagonal = 'sqrt(0.6*a)' } = params;
  const known = proximities.get(input) ?? new Map<string, PairSums>();
  proximities.set(input, known);
  const key = JSON.stringify([proximity, unit, beta, diagonal]);
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;

  function make(): PairSums {
    const text = String(proximity);
    const contiguity = /^(queen|rook|knn6) contiguity, diagonal 1$/.exec(text)?.[1];
    if (contiguity) return contiguityProximity(input.neighbours(`${contiguity}, binary`));
    const perUnit = kilometresPer[String(unit)];
    const within = diagonals[String(diagonal)];
    if (!/^exp\(-(beta\*)?d\)$/.test(text) || !perUnit || !within) throw new NotCovered(`proximity ${key}`);
    return exponentialProximity(input.places, {
      areas: input.spatial.areas,
      diagonal: within,
      beta: Number(beta) / perUnit,
    });
  }
}

/** The packages keep units without persons unless an entry says that they were dropped. */
function emptyUnits({ empty_units: choice }: Params): 'zero' | 'drop' {
  return choice === 'dropped' ? 'drop' : 'zero';
}

/** Common borders in both directions. */
export function borders(input: OracleInput): SparseMatrix {
  const { shared_boundaries: shared, areas } = input.spatial;
  const lists = areas.map((): (readonly [number, number])[] => []);
  for (const [i, j, length] of shared) {
    lists[i]!.push([j, length]);
    lists[j]!.push([i, length]);
  }
  for (const list of lists) list.sort(([a], [b]) => a - b);
  return {
    ...neighbourWeights(lists.map((list) => list.map(([j]) => j))),
    weights: Float64Array.from(lists.flat(), ([, length]) => length),
    style: 'general',
  };
}

function byProximity(
  index: string,
  value: (input: OracleInput, entry: Entry, proximity: PairSums) => number,
): Adapter {
  return {
    index,
    compute: (input, entry) => value(input, entry, proximityFor(input, entry.params)),
  };
}

/** Indices of clustering by proximity, of adjacency and borders, and of distortion. */
export const proximityAdapters: readonly Adapter[] = [
  byProximity('ACL', (input, entry, proximity) =>
    absoluteClusteringOf(input.two(entry.focal, entry.params), proximity, emptyUnits(entry.params)),
  ),
  byProximity('RCL', (input, entry, proximity) =>
    relativeClusteringOf(input.two(entry.focal, entry.params), proximity),
  ),
  byProximity('SP', (input, entry, proximity) =>
    spatialProximityOf(input.two(entry.focal, entry.params), proximity),
  ),
  byProximity('SP_multi', (input, { params }, proximity) =>
    multigroupSpatialProximityOf(input.many(params), proximity),
  ),
  byProximity('Pxx', (input, entry, proximity) => {
    const { group } = input.two(entry.focal, entry.params);
    return meanProximity(group, group, proximity);
  }),
  byProximity('Pxy', (input, entry, proximity) => {
    const { group, reference } = input.two(entry.focal, entry.params);
    return meanProximity(group, reference, proximity);
  }),
  byProximity('Pyy', (input, entry, proximity) => {
    const { reference } = input.two(entry.focal, entry.params);
    return meanProximity(reference, reference, proximity);
  }),
  byProximity('Poo', (input, entry, proximity) => {
    const { total } = input.two(entry.focal, entry.params);
    return meanProximity(total, total, proximity);
  }),
  byProximity('DPxx', (input, { focal, params }, proximity) =>
    distanceDecayIsolationOf(input.two(focal, params), proximity),
  ),
  byProximity('DPxy', (input, entry, proximity) => {
    const { focal, params } = entry;
    const { y } = params;
    if (focal === null || typeof y !== 'string' || y === 'rest') {
      return distanceDecayInteractionOf(input.two(focal, params), proximity);
    }
    return distanceDecayExposureTo(input.column(focal), input.column(y), input.data.total, proximity);
  }),
  {
    index: 'D_adj',
    compute(input, entry) {
      const { contiguity = 'queen', weights = 'binary' } = entry.params;
      return adjacencyDissimilarityOf(
        input.two(entry.focal, entry.params),
        input.neighbours(`${contiguity}, binary`),
        {
          links: String(weights).includes('row-standardised') ? 'row-standardised' : 'binary',
          emptyUnits: emptyUnits(entry.params),
        },
      );
    },
  },
  {
    index: 'D_w',
    compute(input, entry) {
      return borderDissimilarityOf(input.two(entry.focal, entry.params), borders(input), {
        rowStandardised: String(entry.params.weights).includes('row-standardised'),
        emptyUnits: emptyUnits(entry.params),
      });
    },
  },
  {
    index: 'D_s',
    compute(input, entry) {
      const { perimeter = 'all' } = entry.params;
      if (perimeter !== 'all' && perimeter !== 'interior')
        throw new NotCovered(`perimeter ${String(perimeter)}`);
      const { areas, perimeters } = input.spatial;
      return shapeDissimilarityOf(
        input.two(entry.focal, entry.params),
        { borders: borders(input), areas, perimeters },
        { perimeter, emptyUnits: emptyUnits(entry.params) },
      );
    },
  },
  {
    index: 'SPP',
    compute(input, entry) {
      const { m = 1000, contiguity = 'queen' } = entry.params;
      const { group, reference, total } = input.two(entry.focal, entry.params);
      const keep = total.map((count) => (count > 0 || emptyUnits(entry.params) === 'zero' ? 1 : 0));
      return spatialProximityProfile(
        group.filter((_, i) => keep[i]),
        reference.filter((_, i) => keep[i]),
        restrictedTo(input.neighbours(`${String(contiguity)}, binary`), keep),
        { thresholds: Number(m) },
      ).index;
    },
  },
  {
    index: 'local_distortion',
    compute(input, { params }) {
      if ((params.metric ?? 'euclidean') !== 'euclidean')
        throw new NotCovered(`metric ${String(params.metric)}`);
      return Array.from(
        localDistortionOf(input.many(params), input.places, {
          order: introsortOrder,
          emptyUnits: emptyUnits(params),
        }),
      );
    },
  },
  {
    index: 'global_distortion',
    compute(input, { params }) {
      if ((params.metric ?? 'euclidean') !== 'euclidean')
        throw new NotCovered(`metric ${String(params.metric)}`);
      return globalDistortionOf(input.many(params), input.places, {
        order: introsortOrder,
        emptyUnits: emptyUnits(params),
      });
    },
  },
];
