import { expectedTwoGroupIndices, manyGroupIndices, twoGroupIndices } from '#stats/catalog.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gini } from '#stats/indices/evenness/gini.ts';
import { information } from '#stats/indices/evenness/information.ts';
import { contributions } from '#stats/indices/local/contributions.ts';
import { multigroupDissimilarity } from '#stats/indices/multigroup/multigroup-dissimilarity.ts';
import { multigroupGini } from '#stats/indices/multigroup/multigroup-gini.ts';
import { multigroupInformation } from '#stats/indices/multigroup/multigroup-information.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { berlinCounts } from '../berlin.ts';
import { latticeCounts } from '../lattice.ts';
import { type Peer, peers } from '../peers.ts';

/** Foreigners and everybody else in Berlin, or the first two groups of a lattice. */
function pair(size: Size): readonly [Float64Array, Float64Array] | null {
  if (size !== 542) {
    const [group, reference] = latticeCounts(size, 2);
    return [group!, reference!];
  }
  const [withoutMigration, withMigration, foreign] = berlinCounts() ?? [];
  if (!withoutMigration || !withMigration || !foreign) return null;
  return [foreign, withoutMigration.map((count, i) => count + withMigration[i]!)];
}

function ofPair(
  task: string,
  work: (group: Float64Array, reference: Float64Array) => number,
  peer?: Peer,
): BenchCase {
  return {
    task,
    ...(peer && { peer }),
    sizes: [542, ...lattices],
    prepare(size) {
      const groups = pair(size);
      return groups && (() => work(...groups));
    },
  };
}

export function ofMany(
  task: string,
  work: (groups: readonly Float64Array[]) => number,
  peer?: Peer,
): BenchCase {
  return {
    task,
    ...(peer && { peer }),
    sizes: lattices,
    prepare(size) {
      const groups = latticeCounts(size, 5);
      return () => work(groups);
    },
  };
}

export const indexCases: readonly BenchCase[] = [
  ofPair('D', dissimilarity, peers.d),
  ofPair('Gini', gini, peers.gini),
  ofPair('H', information, peers.h),
  ofPair(
    'all two-group indices',
    (group, reference) => total(twoGroupIndices(group, reference)),
    peers.allTwoGroups,
  ),
  ofPair('their expected values', (group, reference) => total(expectedTwoGroupIndices(group, reference))),
  ofPair(
    'indices, expected values, contributions',
    (group, reference) =>
      total(twoGroupIndices(group, reference)) +
      total(expectedTwoGroupIndices(group, reference)) +
      contributions(group, reference)[0]!,
  ),
  ofMany('D, 5 groups', multigroupDissimilarity, peers.dMulti),
  ofMany('Gini, 5 groups', multigroupGini, peers.giniMulti),
  ofMany('H, 5 groups', multigroupInformation, peers.hMulti),
  ofMany(
    'all multigroup indices, 5 groups',
    (groups) => total(manyGroupIndices(groups)),
    peers.allManyGroups,
  ),
];

function total(values: Readonly<Record<string, number>>): number {
  return Object.values(values).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}
