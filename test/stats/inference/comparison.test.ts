import { describe, expect, test } from 'vitest';
import { moranSpec } from '#stats/indices/autocorrelation/moran.ts';
import { dissimilarity, dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import type { ChanceStatistic } from '#stats/inference/chance-test.ts';
import { beginComparison, type ComparisonOptions } from '#stats/inference/comparison.ts';
import { statistic, statisticsOf } from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { allChoices, exactMoments } from './enumerated.ts';

const d = statisticsOf([dissimilaritySpec]);
type Columns = readonly (readonly number[])[];

/** Five areas here, three there, of very unequal size. */
const here: Columns = [
  [9, 1, 4, 30, 2],
  [3, 8, 7, 15, 60],
];
const there: Columns = [
  [5, 6, 80],
  [6, 4, 70],
];
const dOf = (columns: Columns): number => dissimilarity(columns[0]!, columns[1]!);

function compared(first: Columns, second: Columns, options: Partial<ComparisonOptions>): ChanceStatistic {
  return finish(beginComparison(first, second, d, { replicates: 20_000, seed: 1, ...options }))
    .statistics[0]!;
}

function expectNear(found: ChanceStatistic, values: readonly number[], value: number): void {
  const exact = exactMoments(values.map((one) => ({ value: one, chance: 1 / values.length })));
  expect(found.value).toBeCloseTo(value, 13);
  expect(Math.abs(found.mean - exact.mean)).toBeLessThan((4 * exact.sd) / Math.sqrt(20_000));
  expect(Math.abs(found.sd / exact.sd - 1)).toBeLessThan(0.03);
  const above = values.filter((one) => one >= value - 1e-12).length / values.length;
  expect(Math.abs(found.upperP - above)).toBeLessThan(4 * Math.sqrt((above * (1 - above)) / 20_000) + 1e-4);
}

describe('random labelling', () => {
  test('of unequal numbers of areas agrees with all 56 ways to deal them', () => {
    const pooled = [0, 1].map((m) => [...here[m]!, ...there[m]!]);
    const values = allChoices(8, 5).map((chosen) => {
      const rest = [0, 1, 2, 3, 4, 5, 6, 7].filter((j) => !chosen.includes(j));
      return (
        dOf(pooled.map((column) => chosen.map((j) => column[j]!))) -
        dOf(pooled.map((column) => rest.map((j) => column[j]!)))
      );
    });
    expect(values).toHaveLength(56);
    expectNear(compared(here, there, {}), values, dOf(here) - dOf(there));
  });

  test('of pairs agrees with all 16 ways to exchange the years', () => {
    const earlier: Columns = [
      [9, 1, 4, 30],
      [3, 8, 7, 15],
    ];
    const later: Columns = [
      [5, 6, 20, 2],
      [6, 4, 10, 50],
    ];
    const values = Array.from({ length: 16 }, (_, bits) => {
      const take = (own: Columns, other: Columns): Columns =>
        own.map((column, m) => column.map((count, j) => ((bits >> j) & 1 ? other[m]![j]! : count)));
      return dOf(take(earlier, later)) - dOf(take(later, earlier));
    });
    const found = compared(earlier, later, { paired: true });
    expectNear(found, values, dOf(earlier) - dOf(later));
    // exchanging everything turns the sign
    expect(Math.abs(found.mean)).toBeLessThan((4 * found.sd) / Math.sqrt(20_000));
  });

  test('of shares leaves every place its number of persons', () => {
    const totals = statistic('totals', (table) => table.total.reduce((sum, t, j) => sum + t * 1000 ** j, 0));
    const { replicates } = finish(
      beginComparison(here, there, totals, { replicates: 30, seed: 1, exchanged: 'shares' }),
    );
    for (const difference of replicates.simulated[0]!) {
      expect(Math.abs(difference / replicates.values[0]! - 1)).toBeLessThan(1e-9);
    }
    // shares of nobody are nobody's
    const withPark: Columns = [
      [0, 6, 80],
      [0, 4, 70],
    ];
    const found = compared(here, withPark, { exchanged: 'shares', replicates: 50 });
    expect(Number.isFinite(found.mean)).toBe(true);
  });

  test('finds a difference no more often than it says where there is none, with unequal numbers', () => {
    const random = randomStream(8);
    const city = (size: number): Columns => {
      const x = Array.from({ length: size }, () => 1 + Math.floor(60 * random.uniform() ** 2));
      return [x, x.map(() => 20 + Math.floor(60 * random.uniform()))];
    };
    let rejected = 0;
    for (let s = 0; s < 300; s++) {
      const found = compared(city(31), city(13), { replicates: 99, seed: s });
      if (found.twoSidedP <= 0.1) rejected++;
    }
    // 10 % of 300 = 30, standard deviation 5.2
    expect(rejected).toBeGreaterThan(14);
    expect(rejected).toBeLessThan(47);
  });

  test('finds one no more often than it says between years of the same areas', () => {
    const random = randomStream(9);
    let rejected = 0;
    for (let s = 0; s < 300; s++) {
      const shares = Array.from({ length: 25 }, (_, j) => 0.1 + 0.6 * (j / 25));
      const year = (): Columns => {
        const x = shares.map((p) => Array.from({ length: 40 }).filter(() => random.uniform() < p).length);
        return [x, x.map((count) => 40 - count)];
      };
      const found = compared(year(), year(), { replicates: 99, seed: s, paired: true });
      if (found.twoSidedP <= 0.1) rejected++;
    }
    expect(rejected).toBeGreaterThan(14);
    expect(rejected).toBeLessThan(47);
  });

  test('finds the difference between an even and a separated city', () => {
    const even: Columns = [Array(20).fill(10), Array(20).fill(30)];
    const apart: Columns = [
      Array.from({ length: 15 }, (_, j) => (j < 7 ? 40 : 1)),
      Array.from({ length: 15 }, (_, j) => (j < 7 ? 1 : 50)),
    ];
    expect(compared(even, apart, { replicates: 999 }).twoSidedP).toBeLessThan(0.01);
    expect(compared(even, apart, { replicates: 999 }).value).toBeLessThan(-0.8);
  });

  test('spatial figures of each year with its own neighbours', () => {
    const one = neighbourWeights([[1], [0, 2], [1]]);
    const other = neighbourWeights([[1, 2], [0], [0]]);
    const earlier: Columns = [
      [9, 1, 4],
      [3, 8, 7],
    ];
    const found = finish(
      beginComparison(earlier, there, statisticsOf([moranSpec], { context: { weights: one } }), {
        paired: true,
        replicates: 20,
        seed: 1,
        secondStatistics: statisticsOf([moranSpec], { context: { weights: other } }),
      }),
    ).statistics[0]!;
    expect(Number.isFinite(found.value)).toBe(true);
    expect(found.sd).toBeGreaterThan(0);
  });

  test('edges', () => {
    expect(() => compared(here, there, { paired: true })).toThrow('invalid length: 3 (expected 5)');
    expect(() => compared(here, [there[0]!], {})).toThrow('invalid groups: 1 (expected 2)');
    expect(() => compared(here, there, { secondStatistics: statisticsOf([moranSpec]) })).toThrow(
      'invalid statistics: moran (expected D)',
    );
    expect(() =>
      compared(
        here,
        [
          [1, -1],
          [1, 1],
        ],
        {},
      ),
    ).toThrow('invalid count: -1 at 1');
    const empty = compared(
      here,
      [
        [0, 0],
        [3, 4],
      ],
      { replicates: 200 },
    );
    expect([empty.value, empty.upperP]).toEqual([NaN, NaN]);
    expect(empty.replicates + empty.undefinedReplicates).toBe(200);
    expect(empty.undefinedReplicates).toBeGreaterThan(0);
  });
});
