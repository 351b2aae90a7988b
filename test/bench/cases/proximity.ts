import { queenContiguity } from '#geo/contiguity.ts';
import { polygonsOf } from '#geo/polygon.ts';
import { absoluteClustering } from '#stats/indices/clustering/absolute-clustering.ts';
import { adjacencyDissimilarity } from '#stats/indices/clustering/adjacency-dissimilarity.ts';
import { spatialProximity } from '#stats/indices/clustering/spatial-proximity.ts';
import { spatialProximityProfile } from '#stats/indices/clustering/spatial-proximity-profile.ts';
import { distanceDecayIsolation } from '#stats/indices/exposure/distance-decay.ts';
import { localDistortion } from '#stats/indices/local/distortion.ts';
import type { Places } from '#stats/spec.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import type { BenchCase, Size } from '../bench.ts';
import { latticeCounts, latticeGeometries } from '../lattice.ts';

const side = 250;

function latticePlaces(size: Size): { readonly places: Places; readonly areas: Float64Array } {
  const corners = latticeGeometries(size).map((geometry) => polygonsOf(geometry)[0]?.[0]?.[0] ?? []);
  return {
    places: {
      x: Float64Array.from(corners, ([x = NaN]) => x + side / 2),
      y: Float64Array.from(corners, ([, y = NaN]) => y + side / 2),
    },
    areas: new Float64Array(size).fill(side * side),
  };
}

const small: readonly Size[] = [500, 5_000];

export const proximityCases: readonly BenchCase[] = [
  {
    task: 'ACL, from coordinates',
    sizes: [...small, 50_000],
    prepare(size) {
      const [group, reference] = latticeCounts(size, 2);
      const { places, areas } = latticePlaces(size);
      return () => absoluteClustering(group!, reference!, exponentialProximity(places, { areas }));
    },
  },
  {
    task: 'ACL, SP and DPxx (proximity ready)',
    sizes: small,
    prepare(size) {
      const [group, reference] = latticeCounts(size, 2);
      const { places, areas } = latticePlaces(size);
      const proximity = exponentialProximity(places, { areas });
      return () =>
        absoluteClustering(group!, reference!, proximity) +
        spatialProximity(group!, reference!, proximity) +
        distanceDecayIsolation(group!, reference!, proximity);
    },
  },
  {
    task: 'D(adj), queen (weights ready)',
    sizes: [...small, 50_000, 500_000],
    prepare(size) {
      const [group, reference] = latticeCounts(size, 2);
      const weights = sparseMatrix(queenContiguity(latticeGeometries(size)), 'binary');
      return () => adjacencyDissimilarity(group!, reference!, weights);
    },
  },
  {
    task: 'spatial proximity profile (weights ready)',
    sizes: small,
    prepare(size) {
      const [group, reference] = latticeCounts(size, 2);
      const neighbours = queenContiguity(latticeGeometries(size));
      return () => spatialProximityProfile(group!, reference!, neighbours).index;
    },
  },
  {
    task: 'local distortion, 5 groups',
    sizes: small,
    prepare(size) {
      const groups = latticeCounts(size, 5);
      const { places } = latticePlaces(size);
      return () => localDistortion(groups, places)[0]!;
    },
  },
];
