import { describe, expect, test } from 'vitest';
import { moranSpec } from '#stats/indices/autocorrelation/moran.ts';
import { dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import { informationSpec } from '#stats/indices/evenness/information.ts';
import { beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginAreaPermutation } from '#stats/inference/area-permutation.ts';
import { beginBootstrap, bootstrapOf } from '#stats/inference/bootstrap.ts';
import { chanceTestOf } from '#stats/inference/chance-test.ts';
import { beginComparison, beginDifferenceBootstrap } from '#stats/inference/comparison.ts';
import { mergeReplicates, type ReplicateOptions, type Replicates } from '#stats/inference/replicates.ts';
import { statisticsOf } from '#stats/inference/statistics.ts';
import { finish, type Stepper } from '#stats/inference/stepper.ts';
import { neighbourWeights } from '../../oracles/input.ts';

const n = 30;
const groups = [
  Float64Array.from({ length: n }, (_, j) => (j * 7) % 13),
  Float64Array.from({ length: n }, (_, j) => 4 + ((j * 5) % 17)),
];
const later = groups.map((column, m) => column.map((count, j) => count + ((j * 3 + m) % 4)));
const fewer = later.map((column) => column.slice(0, 19));
const ring = neighbourWeights(Array.from({ length: n }, (_, j) => [(j + n - 1) % n, (j + 1) % n]));
const aspatial = statisticsOf([dissimilaritySpec, informationSpec]);
const spatial = statisticsOf([moranSpec, dissimilaritySpec], { context: { weights: ring } });

interface Outcome {
  readonly replicates: Replicates;
}
type Begin = (options: ReplicateOptions) => Stepper<Outcome>;
const bootstrap = (replicates: Replicates): Outcome => bootstrapOf(replicates);
const chance = (replicates: Replicates): Outcome => chanceTestOf(replicates);

const procedures: readonly (readonly [string, Begin, (replicates: Replicates) => Outcome])[] = [
  ['bootstrap of persons', (o) => beginBootstrap(groups, aspatial, o), bootstrap],
  ['bootstrap of units', (o) => beginBootstrap(groups, aspatial, { ...o, resampling: 'units' }), bootstrap],
  ['bootstrap by group', (o) => beginBootstrap(groups, aspatial, { ...o, resampling: 'groups' }), bootstrap],
  ['allocation, both margins', (o) => beginAllocationTest(groups, spatial, o), chance],
  ['allocation, units', (o) => beginAllocationTest(groups, spatial, { ...o, kept: 'units' }), chance],
  ['allocation, groups', (o) => beginAllocationTest(groups, spatial, { ...o, kept: 'groups' }), chance],
  [
    'allocation, nothing kept',
    (o) => beginAllocationTest(groups, spatial, { ...o, kept: 'none', shuffled: true }),
    chance,
  ],
  [
    'allocation within parts',
    (o) => beginAllocationTest(groups, spatial, { ...o, within: Array.from({ length: n }, (_, j) => j % 3) }),
    chance,
  ],
  ['permutation of areas', (o) => beginAreaPermutation(groups, spatial, o), chance],
  ['comparison', (o) => beginComparison(groups, fewer, aspatial, o), chance],
  ['paired comparison', (o) => beginComparison(groups, later, spatial, { ...o, paired: true }), chance],
  ['bootstrap of a difference', (o) => beginDifferenceBootstrap(groups, fewer, aspatial, o), bootstrap],
];

describe.each(procedures)('%s', (_, begin, read) => {
  test('the size of the portions changes no figure', () => {
    const whole = finish(begin({ replicates: 53, seed: 7 }));
    for (const portions of [[1], [3, 1, 7], [52, 1], [100]]) {
      const stepper = begin({ replicates: 53, seed: 7 });
      for (let k = 0; stepper.done < stepper.total; k++) stepper.step(portions[k % portions.length]!);
      expect(stepper.result()).toEqual(whole);
    }
  });

  test('parts run elsewhere, merged in any order, are the whole', () => {
    const whole = finish(begin({ replicates: 53, seed: 7 }));
    const parts = [
      finish(begin({ replicates: 20, seed: 7, first: 33 })),
      finish(begin({ replicates: 30, seed: 7 })),
      finish(begin({ replicates: 3, seed: 7, first: 30 })),
    ].map(({ replicates }) => replicates);
    expect(read(mergeReplicates(parts))).toEqual(whole);
  });

  test('stopped in the middle, it shows the outcome of what has been done', () => {
    const stepper = begin({ replicates: 53, seed: 7 });
    stepper.step(11);
    expect(stepper.done).toBe(11);
    expect(stepper.result()).toEqual(finish(begin({ replicates: 11, seed: 7 })));
  });

  test('begins without replicates: the value is there, the rest is NaN', () => {
    const { replicates } = begin({ replicates: 9, seed: 7 }).result();
    expect(replicates.count).toBe(0);
    expect(replicates.values.every(Number.isFinite)).toBe(true);
    expect(replicates.simulated.every((draws) => draws.length === 0)).toBe(true);
  });

  test('another seed gives other replicates', () => {
    const one = finish(begin({ replicates: 5, seed: 7 })).replicates.simulated;
    const other = finish(begin({ replicates: 5, seed: 8 })).replicates.simulated;
    expect(one).not.toEqual(other);
  });

  test('leaves its input as it was', () => {
    const before = [...groups, ...later].map((column) => column.slice());
    finish(begin({ replicates: 5, seed: 7 }));
    expect([...groups, ...later]).toEqual(before);
  });

  test.each([
    [{ replicates: 1.5, seed: 1 }, 'invalid replicates: 1.5'],
    [{ replicates: -1, seed: 1 }, 'invalid replicates: -1'],
    [{ replicates: 1, seed: NaN }, 'invalid seed: NaN'],
    [{ replicates: 1, seed: 1, first: -2 }, 'invalid first: -2'],
  ])('refuses %o', (options, words) => {
    expect(() => begin(options)).toThrow(words);
  });

  test('refuses a step of no size', () => {
    expect(() => begin({ replicates: 3, seed: 1 }).step(0)).toThrow('invalid count: 0');
  });
});

describe('parts that do not fit together are refused', () => {
  const run = (options: ReplicateOptions): Replicates =>
    finish(beginBootstrap(groups, aspatial, options)).replicates;

  test('a gap, an overlap', () => {
    const first = run({ replicates: 5, seed: 1 });
    expect(() => mergeReplicates([first, run({ replicates: 5, seed: 1, first: 6 })])).toThrow(
      'invalid parts: replicate 6 follows 4',
    );
    expect(() => mergeReplicates([first, run({ replicates: 5, seed: 1, first: 4 })])).toThrow(
      'invalid parts: replicate 4 follows 4',
    );
  });

  test('other figures, other counts, none', () => {
    const first = run({ replicates: 5, seed: 1 });
    const others = finish(
      beginBootstrap(groups, statisticsOf([dissimilaritySpec]), { replicates: 5, seed: 1, first: 5 }),
    );
    expect(() => mergeReplicates([first, others.replicates])).toThrow('invalid parts: D and D,H');
    const counts = finish(beginBootstrap(later, aspatial, { replicates: 5, seed: 1, first: 5 }));
    expect(() => mergeReplicates([first, counts.replicates])).toThrow(
      'invalid parts: figures of different counts',
    );
    expect(() => mergeReplicates([])).toThrow('invalid parts: 0');
  });

  test('a part without replicates does no harm', () => {
    const first = run({ replicates: 5, seed: 1 });
    expect(mergeReplicates([run({ replicates: 0, seed: 1 }), first])).toEqual(first);
    expect(mergeReplicates([run({ replicates: 0, seed: 1 })]).count).toBe(0);
  });
});
