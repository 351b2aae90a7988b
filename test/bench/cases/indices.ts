import { expectedTwoGroupIndices, manyGroupIndices, twoGroupIndices } from '#stats/catalog.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gini } from '#stats/indices/evenness/gini.ts';
import { information } from '#stats/indices/evenness/information.ts';
import { contributions } from '#stats/indices/local/contributions.ts';
import { multigroupGini } from '#stats/indices/multigroup/multigroup-gini.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { berlinCounts } from '../berlin.ts';
import { latticeCounts } from '../lattice.ts';

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

function ofPair(task: string, work: (group: Float64Array, reference: Float64Array) => number): BenchCase {
  return {
    task,
    sizes: [542, ...lattices],
    prepare(size) {
      const groups = pair(size);
      return groups && (() => work(...groups));
    },
  };
}

function ofMany(task: string, work: (groups: readonly Float64Array[]) => number): BenchCase {
  return {
    task,
    sizes: lattices,
    prepare(size) {
      const groups = latticeCounts(size, 5);
      return () => work(groups);
    },
  };
}

export const indexCases: readonly BenchCase[] = [
  ofPair('D', dissimilarity),
  ofPair('Gini', gini),
  ofPair('H', information),
  ofPair('all two-group indices', (group, reference) => total(twoGroupIndices(group, reference))),
  ofPair('their expected values', (group, reference) => total(expectedTwoGroupIndices(group, reference))),
  ofPair(
    'indices, expected values, contributions',
    (group, reference) =>
      total(twoGroupIndices(group, reference)) +
      total(expectedTwoGroupIndices(group, reference)) +
      contributions(group, reference)[0]!,
  ),
  ofMany('Gini, 5 groups', multigroupGini),
  ofMany('all multigroup indices, 5 groups', (groups) => total(manyGroupIndices(groups))),
];

function total(values: Readonly<Record<string, number>>): number {
  return Object.values(values).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}
