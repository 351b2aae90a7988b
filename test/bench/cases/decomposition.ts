import { segregationChange } from '#stats/decomposition/change.ts';
import { nestedDecomposition } from '#stats/decomposition/nested.ts';
import { structureComparison } from '#stats/decomposition/structure.ts';
import { giniOf } from '#stats/indices/evenness/gini.ts';
import { multigroupInformationContributions } from '#stats/indices/local/information-contributions.ts';
import { localMutualInformation } from '#stats/indices/local/local-mutual-information.ts';
import { type BenchCase, lattices } from '../bench.ts';
import { latticeCounts } from '../lattice.ts';
import { peers } from '../peers.ts';
import { ofMany } from './indices.ts';

/** Units of a hundred to a district, of ten to its parts. */
function districts(size: number, units: number): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => Math.floor(i / units));
}

export const decompositionCases: readonly BenchCase[] = [
  ofMany(
    'M and H, 5 groups',
    (groups) => {
      const { M, H } = nestedDecomposition(groups, []);
      return M + H;
    },
    peers.mAndH,
  ),
  ofMany('local scores, 5 groups', (groups) => localMutualInformation(groups).scores[0]!, peers.localScores),
  ofMany('contributions to H, 5 groups', (groups) => multigroupInformationContributions(groups)[0]!),
  {
    task: 'M and H between and within two levels, 5 groups',
    sizes: lattices,
    prepare(size) {
      const groups = latticeCounts(size, 5);
      const levels = [districts(size, 100), districts(size, 10)];
      return () => nestedDecomposition(groups, levels).steps[1]!.M;
    },
  },
  {
    task: 'change of M, 5 groups (precision 1e-10)',
    sizes: [500, 5_000, 50_000],
    prepare(size) {
      const groups = latticeCounts(size, 5);
      const keys = Array.from({ length: size }, (_, i) => `unit ${i}`);
      const before = { keys, groups };
      const after = {
        keys: keys.slice(size / 10),
        groups: groups.map((column) => column.slice(0, -size / 10)),
      };
      return () => segregationChange(before, after).structural;
    },
  },
  {
    task: 'structure and composition of Gini',
    sizes: lattices,
    prepare(size) {
      const [a, b, c] = latticeCounts(size, 3);
      const [first, second] = [
        { group: a!, reference: b! },
        { group: b!, reference: c! },
      ];
      return () => structureComparison(first, second, giniOf).structure;
    },
  },
];
