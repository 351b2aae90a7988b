import { dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import { beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginBootstrap } from '#stats/inference/bootstrap.ts';
import { beginComparison } from '#stats/inference/comparison.ts';
import { mutualInformationStatistics, statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { berlinCounts } from '../berlin.ts';
import { latticeCounts } from '../lattice.ts';
import { peers } from '../peers.ts';

const upTo50000: readonly Size[] = lattices.filter((size) => size <= 50_000);
const columnsOf = (size: Size, groups: number): readonly Float64Array[] | null =>
  size === 542 ? berlinCounts() : latticeCounts(size, groups);

export const inferenceCases: readonly BenchCase[] = [
  {
    task: 'M and H, 5 groups, 100 bootstraps',
    peer: peers.mAndHBootstrap,
    sizes: lattices,
    prepare(size) {
      const columns = latticeCounts(size, 5);
      return () =>
        finish(beginBootstrap(columns, mutualInformationStatistics, { replicates: 100, seed: 1 }))
          .statistics[0]!.se;
    },
  },
  {
    task: 'D, 999 random allocations',
    sizes: [542, ...upTo50000],
    prepare(size) {
      const columns = columnsOf(size, 2);
      if (!columns) return null;
      const statistics = statisticsOf([dissimilaritySpec], { focal: columns.length - 1 });
      return () =>
        finish(beginAllocationTest(columns, statistics, { replicates: 999, seed: 1 })).statistics[0]!.mean;
    },
  },
  {
    task: 'D of two years, 999 random labellings',
    sizes: [542, ...upTo50000],
    prepare(size) {
      const columns = columnsOf(size, 2);
      if (!columns) return null;
      const later = columns.map((column) => column.slice().reverse());
      const statistics = statisticsOf([dissimilaritySpec], { focal: columns.length - 1 });
      return () =>
        finish(beginComparison(columns, later, statistics, { replicates: 999, seed: 1, paired: true }))
          .statistics[0]!.twoSidedP;
    },
  },
];
