import { describe, expect, test } from 'vitest';
import { moran, moranSpec } from '#stats/indices/autocorrelation/moran.ts';
import {
  dissimilarity,
  dissimilaritySpec,
  expectedDissimilarity,
} from '#stats/indices/evenness/dissimilarity.ts';
import { expectedInformation, informationSpec } from '#stats/indices/evenness/information.ts';
import { varianceRatioSpec } from '#stats/indices/evenness/variance-ratio.ts';
import { beginAllocationTest } from '#stats/inference/allocation-test.ts';
import { beginAreaPermutation } from '#stats/inference/area-permutation.ts';
import { chanceTestOf } from '#stats/inference/chance-test.ts';
import { statistic, statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import { Binomials } from '#stats/numeric/binomials.ts';
import { randomStream, shuffle } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { allAllocations } from '../dealing.ts';
import { allOrders, exactMoments } from './enumerated.ts';

const d = statisticsOf([dissimilaritySpec]);
const totals = [5, 1, 3, 2];
const group = [4, 0, 0, 1];
const groups = [group, group.map((x, j) => totals[j]! - x)];

describe('the test against no segregation', () => {
  const outcomes = allAllocations(totals, 5).map((way) => ({
    value: dissimilarity(
      way.group,
      way.group.map((x, j) => totals[j]! - x),
    ),
    chance: way.chance,
  }));
  const value = dissimilarity(groups[0]!, groups[1]!);

  test('agrees with every possible allocation to unequal units', () => {
    const [found] = finish(beginAllocationTest(groups, d, { replicates: 20_000, seed: 1 })).statistics;
    const exact = exactMoments(outcomes);
    expect(Math.abs(found!.mean - exact.mean)).toBeLessThan((4 * exact.sd) / Math.sqrt(20_000));
    expect(Math.abs(found!.sd / exact.sd - 1)).toBeLessThan(0.03);
    for (const [p, tail] of [
      [found!.upperP, outcomes.filter((one) => one.value >= value - 1e-12)],
      [found!.lowerP, outcomes.filter((one) => one.value <= value + 1e-12)],
    ] as const) {
      const chance = tail.reduce((sum, one) => sum + one.chance, 0);
      expect(Math.abs(p - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / 20_000) + 1e-4);
    }
    expect(found!.excess).toBeCloseTo(value - found!.mean, 14);
    expect(found!.twoSidedP).toBe(Math.min(1, 2 * Math.min(found!.upperP, found!.lowerP)));
  });

  test('its mean is the expected value in closed form', () => {
    const wide = [
      Float64Array.from({ length: 60 }, (_, j) => (j * 7) % 11),
      Float64Array.from({ length: 60 }, (_, j) => 3 + ((j * 5) % 23)),
    ] as const;
    const test = finish(
      beginAllocationTest(wide, statisticsOf([dissimilaritySpec, informationSpec, varianceRatioSpec]), {
        replicates: 4000,
        seed: 2,
      }),
    );
    const expected = [
      expectedDissimilarity(...wide),
      expectedInformation(...wide),
      59 / ([...wide[0], ...wide[1]].reduce((a, b) => a + b, 0) - 1),
    ];
    test.statistics.forEach(({ mean, sd }, k) => {
      expect(Math.abs(mean - expected[k]!)).toBeLessThan((4 * sd) / Math.sqrt(4000));
    });
  });

  test('calls chance segregated no more often than it says', () => {
    const shares = new Binomials(0.3);
    const random = randomStream(5);
    let rejected = 0;
    for (let city = 0; city < 400; city++) {
      const x = Array.from({ length: 25 }, (_, j) => shares.draw(random, 4 + (j % 20)));
      const y = x.map((count, j) => 4 + (j % 20) - count);
      const [found] = finish(beginAllocationTest([x, y], d, { replicates: 99, seed: city })).statistics;
      if (found!.upperP <= 0.05) rejected++;
    }
    // 5 % of 400 = 20, standard deviation 4.4
    expect(rejected).toBeGreaterThan(6);
    expect(rejected).toBeLessThan(36);
  });

  test('within parts nobody leaves the part', () => {
    const within = ['a', 'a', 'b', 'b'];
    const persons = statistic(
      'in a',
      (table) => 10 * (table.groups[0]![0]! + table.groups[0]![1]!) + table.total[2]!,
    );
    const { replicates } = finish(beginAllocationTest(groups, persons, { replicates: 100, seed: 1, within }));
    expect([...replicates.simulated[0]!].every((figure) => figure === 43)).toBe(true);
    // all ways: within a 4 of 5 + 1, within b 1 of 3 + 2
    const a = allAllocations([5, 1], 4);
    const b = allAllocations([3, 2], 1);
    const exact = exactMoments(
      a.flatMap((one) =>
        b.map((other) => {
          const x = [...one.group, ...other.group];
          return {
            value: dissimilarity(
              x,
              x.map((count, j) => totals[j]! - count),
            ),
            chance: one.chance * other.chance,
          };
        }),
      ),
    );
    const [found] = finish(
      beginAllocationTest(groups, d, { replicates: 10_000, seed: 1, within }),
    ).statistics;
    expect(Math.abs(found!.mean - exact.mean)).toBeLessThan((4 * exact.sd) / 100);
    expect(() => beginAllocationTest(groups, d, { replicates: 1, seed: 1, within: ['a'] })).toThrow(
      'invalid length: 1',
    );
  });

  test('takes spatial figures', () => {
    const weights = neighbourWeights([[1], [0, 2], [1, 3], [2]]);
    const [found] = finish(
      beginAllocationTest(groups, statisticsOf([moranSpec], { context: { weights } }), {
        replicates: 200,
        seed: 1,
      }),
    ).statistics;
    expect(found!.value).toBeCloseTo(
      moran(
        group.map((x, j) => x / totals[j]!),
        weights,
      ),
      12,
    );
    expect(found!.sd).toBeGreaterThan(0.05);
  });

  test('edges', () => {
    const empty = finish(
      beginAllocationTest(
        [
          [0, 0],
          [1, 2],
        ],
        d,
        { replicates: 9, seed: 1 },
      ),
    ).statistics[0]!;
    expect([empty.value, empty.mean, empty.upperP, empty.twoSidedP]).toEqual([NaN, NaN, NaN, NaN]);
    expect([empty.replicates, empty.undefinedReplicates]).toEqual([0, 9]);
    const single = finish(beginAllocationTest([[3], [4]], d, { replicates: 9, seed: 1 })).statistics[0]!;
    expect(single.value).toBeNaN();
    expect(() =>
      beginAllocationTest(
        [
          [1, NaN],
          [1, 2],
        ],
        d,
        { replicates: 1, seed: 1 },
      ),
    ).toThrow('invalid count: NaN at 1');
    expect(() =>
      chanceTestOf({ ids: [], values: new Float64Array(0), first: 0, count: 0, simulated: [] }, 0),
    ).toThrow('invalid level: 0');
  });
});

describe('the test against the geography', () => {
  const chain = neighbourWeights([[1], [0, 2], [1, 3], [2, 4], [3]]);
  const columns = [
    [9, 5, 4, 1, 0],
    [1, 2, 6, 7, 20],
  ];
  const spatial = statisticsOf([moranSpec, dissimilaritySpec], { context: { weights: chain } });

  test('agrees with every order of the areas', () => {
    const shares = columns[0]!.map((x, j) => x / (x + columns[1]![j]!));
    const outcomes = allOrders(shares).map((order) => ({ value: moran(order, chain), chance: 1 / 120 }));
    const exact = exactMoments(outcomes);
    const [found] = finish(
      beginAreaPermutation(columns, spatial, { replicates: 20_000, seed: 1 }),
    ).statistics;
    expect(Math.abs(found!.mean - exact.mean)).toBeLessThan((4 * exact.sd) / Math.sqrt(20_000));
    const value = moran(shares, chain);
    const chance = outcomes.filter((one) => one.value >= value - 1e-12).length / 120;
    expect(Math.abs(found!.upperP - chance)).toBeLessThan(4 * Math.sqrt(chance / 20_000) + 1e-4);
  });

  test('does not change figures of counts alone, whose p is then 1', () => {
    const found = finish(beginAreaPermutation(columns, spatial, { replicates: 50, seed: 1 })).statistics[1]!;
    expect(found.sd).toBeLessThan(1e-15);
    expect([found.upperP, found.lowerP, found.twoSidedP]).toEqual([1, 1, 1]);
  });

  test('units without persons stay where they are if asked', () => {
    const withPark = [
      [9, 0, 4, 1, 0],
      [1, 0, 6, 7, 20],
    ];
    const park = statistic('park', (table) => table.total.indexOf(0));
    const where = (emptyUnits: 'move' | 'stay'): ReadonlySet<number> =>
      new Set(
        finish(beginAreaPermutation(withPark, park, { replicates: 60, seed: 1, emptyUnits })).replicates
          .simulated[0],
      );
    expect([...where('stay')]).toEqual([1]);
    expect(where('move').size).toBe(5);
  });

  test('calls a random arrangement clustered no more often than it says', () => {
    const size = 36;
    const grid = neighbourWeights(
      Array.from({ length: size }, (_, k) =>
        [k - 6, k + 6, k % 6 ? k - 1 : -1, k % 6 < 5 ? k + 1 : -1].filter((j) => j >= 0 && j < size),
      ),
    );
    const figures = statisticsOf([moranSpec], { context: { weights: grid } });
    let rejected = 0;
    for (let city = 0; city < 300; city++) {
      const x = Float64Array.from({ length: size }, (_, j) => (j * j) % 40);
      shuffle(x, 6, city);
      const found = finish(
        beginAreaPermutation([x, x.map((count) => 50 - count)], figures, { replicates: 99, seed: city }),
      ).statistics[0]!;
      if (found.upperP <= 0.1) rejected++;
    }
    // 10 % of 300 = 30, standard deviation 5.2
    expect(rejected).toBeGreaterThan(14);
    expect(rejected).toBeLessThan(47);
  });
});

test('p is never 0 and counts equal replicates on both sides', () => {
  const test = chanceTestOf({
    ids: ['S'],
    values: Float64Array.of(0.4),
    first: 0,
    count: 5,
    simulated: [Float64Array.of(0.1, 0.4 + 1e-15, 0.2, NaN, 0.5)],
  }).statistics[0]!;
  expect([test.upperP, test.lowerP, test.twoSidedP]).toEqual([3 / 5, 4 / 5, 1]);
  expect([test.replicates, test.undefinedReplicates]).toEqual([4, 1]);
  expect(test.mean).toBeCloseTo(0.3, 12);
});
