import { queenContiguity } from '#geo/contiguity.ts';
import { localMoran } from '#stats/indices/autocorrelation/local-moran.ts';
import { beginLocalMoranTest } from '#stats/inference/local-moran-permutation.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import { finish } from '#stats/inference/stepper.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import { type BenchCase, lattices, type Size } from '../bench.ts';
import { berlinCounts, berlinGeometries } from '../berlin.ts';
import { latticeCounts, latticeGeometries } from '../lattice.ts';
import { peers } from '../peers.ts';

function geometriesOf(size: Size) {
  return size === 542 ? berlinGeometries() : latticeGeometries(size);
}

function sharesOf(size: Size): Float64Array | null {
  const groups = size === 542 ? berlinCounts() : latticeCounts(size, 2);
  if (!groups) return null;
  const focal = groups.at(-1)!;
  return focal.map(
    (count, i) =>
      count /
      Math.max(
        1,
        groups.reduce((sum, group) => sum + group[i]!, 0),
      ),
  );
}

/** Values and p of every unit; both are read. */
function localMoranTest(size: Size, permutations: number): (() => number) | null {
  const geometries = geometriesOf(size);
  const shares = sharesOf(size);
  if (!geometries || !shares) return null;
  const weights = sparseMatrix(queenContiguity(geometries), 'row-standardised');
  return () => {
    const { values } = localMoran(shares, weights);
    const { p } = finish(beginLocalMoranTest(shares, weights, { permutations, seed: 1 }));
    return values.reduce((sum, value, i) => sum + value * p[i]!, 0);
  };
}

export const spaceCases: readonly BenchCase[] = [
  {
    task: 'queen contiguity from polygons',
    peer: peers.queen,
    sizes: [542, ...lattices],
    prepare(size) {
      const geometries = geometriesOf(size);
      return geometries && (() => queenContiguity(geometries).neighbours.length);
    },
  },
  {
    task: 'Moran’s I, 999 permutations (weights ready)',
    peer: peers.moran,
    sizes: [542, ...lattices],
    prepare(size) {
      const geometries = geometriesOf(size);
      const shares = sharesOf(size);
      if (!geometries || !shares) return null;
      const weights = sparseMatrix(queenContiguity(geometries), 'row-standardised');
      return () => finish(beginMoranTest(shares, weights, { permutations: 999, seed: 1 })).p;
    },
  },
  {
    task: 'local Moran, 999 conditional permutations (weights ready)',
    peer: peers.localMoran,
    sizes: [542, ...lattices],
    prepare: (size) => localMoranTest(size, 999),
  },
  {
    task: 'local Moran, 9,999 conditional permutations (weights ready)',
    sizes: [542, ...lattices],
    prepare: (size) => localMoranTest(size, 9_999),
  },
];
