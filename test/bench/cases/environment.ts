import { borderLengths } from '#geo/border-lengths.ts';
import { polygonCentroid } from '#geo/planar.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { projectedGeometry, utmProjection } from '#geo/projection.ts';
import { profileRadii, segregationProfile } from '#stats/indices/spatial/profile.ts';
import { spatialSegregationOf } from '#stats/indices/spatial/spatial-segregation.ts';
import type { Places } from '#stats/spec.ts';
import { manyGroupTable } from '#stats/table.ts';
import { distanceBand } from '#stats/weights/distance-band.ts';
import type { Kernel } from '#stats/weights/kernel.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import { nearestNeighbours } from '#stats/weights/nearest-neighbours.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { berlinCounts, berlinGeometries } from '../berlin.ts';
import { latticeCounts, latticeGeometries } from '../lattice.ts';
import { peers } from '../peers.ts';

/** Berlin's areas in metres, or the lattice. */
function geometriesOf(size: Size): readonly (AreaGeometry | null)[] | null {
  if (size !== 542) return latticeGeometries(size);
  const project = utmProjection(25833);
  return berlinGeometries()?.map((geometry) => projectedGeometry(geometry, project)) ?? null;
}

function placesOf(size: Size): Places | null {
  const centroids = geometriesOf(size)?.map((geometry) => polygonCentroid(geometry) ?? [NaN, NaN]);
  if (!centroids) return null;
  return {
    x: Float64Array.from(centroids, ([x]) => x),
    y: Float64Array.from(centroids, ([, y]) => y),
  };
}

function ofPlaces(task: string, of: readonly Size[], work: (places: Places) => number): BenchCase {
  return {
    task,
    sizes: of,
    prepare(size) {
      const places = placesOf(size);
      return places && (() => work(places));
    },
  };
}

type Table = ReturnType<typeof manyGroupTable>;

/** Five groups on a lattice, three in Berlin; the search for the pairs is part of the work. */
function ofTable(
  task: string,
  of: readonly Size[],
  work: (table: Table, places: Places) => number,
  peer?: BenchCase['peer'],
): BenchCase {
  return {
    task,
    sizes: of,
    peer,
    prepare(size) {
      const places = placesOf(size);
      const groups = size === 542 ? berlinCounts() : latticeCounts(size, 5);
      if (!places || !groups) return null;
      const table = manyGroupTable(groups);
      return () => work(table, places);
    },
  };
}

const upTo50000 = [542, 500, 5_000, 50_000] as const;

function profiles(kernel: Kernel): readonly BenchCase[] {
  return [
    ofTable(`profile, ten radii to 8 km, ${kernel}`, upTo50000, (table, places) =>
      segregationProfile(table, localEnvironments(places), profileRadii, kernel).reduce(
        (sum, point) => sum + point.H,
        0,
      ),
    ),
    ofTable(`the same ten radii one by one, ${kernel}`, upTo50000, (table, places) =>
      profileRadii.reduce(
        (sum, radius) =>
          sum + spatialSegregationOf(table, localEnvironments(places).environment(radius, kernel)).H,
        0,
      ),
    ),
  ];
}

function familyAtOneKilometre(table: Table, places: Places): number {
  return spatialSegregationOf(table, localEnvironments(places).environment(1000, 'biweight')).H;
}

/** Surroundings: borders, neighbours by distance, spatial segregation. */
export const environmentCases: readonly BenchCase[] = [
  {
    task: 'lengths of common borders from polygons',
    sizes: [542, ...lattices],
    prepare(size) {
      const geometries = geometriesOf(size);
      return geometries && (() => borderLengths(geometries).weights.length);
    },
  },
  ofPlaces('distance band 1 km', [542, ...lattices], (places) => distanceBand(places, 1000).weights.length),
  ofPlaces(
    '8 nearest neighbours',
    [542, ...lattices],
    (places) => nearestNeighbours(places, 8).neighbours[0]!,
  ),
  ofTable('spatial H at 1 km, 5 groups', [542, ...lattices], familyAtOneKilometre, peers.spatialH),
  ofTable(
    'spatial H, R, D, P at 1 km, 5 groups',
    [542, ...lattices],
    familyAtOneKilometre,
    peers.spatialFamilies,
  ),
  ...profiles('biweight'),
  ...profiles('uniform'),
];
