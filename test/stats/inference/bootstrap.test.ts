import { describe, expect, test } from 'vitest';
import { moranSpec } from '#stats/indices/autocorrelation/moran.ts';
import { dissimilarity, dissimilaritySpec } from '#stats/indices/evenness/dissimilarity.ts';
import { isolationSpec } from '#stats/indices/exposure/isolation.ts';
import { multigroupInformationSpec } from '#stats/indices/multigroup/multigroup-information.ts';
import { mutualInformationSpec } from '#stats/indices/multigroup/mutual-information.ts';
import {
  type Bootstrap,
  type BootstrapStatistic,
  beginBootstrap,
  bootstrapOf,
} from '#stats/inference/bootstrap.ts';
import { beginDifferenceBootstrap } from '#stats/inference/comparison.ts';
import {
  mutualInformationStatistics,
  statistic,
  statisticsOf,
  together,
} from '#stats/inference/statistics.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { allDraws, exactMoments } from './enumerated.ts';

const d = statisticsOf([dissimilaritySpec]);
const only = ({ statistics }: Bootstrap): BootstrapStatistic => statistics[0]!;
const groups = [
  [3, 1, 0],
  [1, 2, 2],
];

/** |mean − exact| and |sd − exact| in standard errors of the simulation. */
function near(found: BootstrapStatistic, exact: { readonly mean: number; readonly sd: number }): void {
  const n = found.replicates;
  expect(Math.abs(found.mean - exact.mean)).toBeLessThan((4 * exact.sd) / Math.sqrt(n));
  expect(Math.abs(found.se / exact.sd - 1)).toBeLessThan(0.05);
}

describe('the bootstrap', () => {
  test('of persons has the moments that enumeration gives', () => {
    const cells = groups.flat();
    const outcomes = allDraws(
      cells.map((count) => count / 9),
      9,
    ).map(({ counts, chance }) => ({ value: dissimilarity(counts.slice(0, 3), counts.slice(3)), chance }));
    const found = only(finish(beginBootstrap(groups, d, { replicates: 20_000, seed: 1 })));
    near(found, exactMoments(outcomes));
    const undefinedChance = outcomes.reduce(
      (sum, { value, chance }) => sum + (Number.isNaN(value) ? chance : 0),
      0,
    );
    expect(undefinedChance).toBeGreaterThan(0.001);
    expect(Math.abs(found.undefinedReplicates / 20_000 - undefinedChance)).toBeLessThan(
      4 * Math.sqrt(undefinedChance / 20_000),
    );
    expect(found.replicates + found.undefinedReplicates).toBe(20_000);
  });

  test('by group keeps the sizes of the groups', () => {
    const first = allDraws([3 / 4, 1 / 4, 0], 4);
    const second = allDraws([1 / 5, 2 / 5, 2 / 5], 5);
    const outcomes = first.flatMap((a) =>
      second.map((b) => ({ value: dissimilarity(a.counts, b.counts), chance: a.chance * b.chance })),
    );
    near(
      only(finish(beginBootstrap(groups, d, { replicates: 20_000, seed: 1, resampling: 'groups' }))),
      exactMoments(outcomes),
    );
    const sizes = finish(
      beginBootstrap(
        groups,
        statistic('X', (table) => table.groupSums[0]!),
        {
          replicates: 200,
          seed: 1,
          resampling: 'groups',
        },
      ),
    );
    expect(only(sizes).se).toBe(0);
  });

  test('of units draws every one of the n^n samples alike', () => {
    const outcomes = Array.from({ length: 27 }, (_, k) => [
      k % 3,
      Math.floor(k / 3) % 3,
      Math.floor(k / 9),
    ]).map((units) => ({
      value: dissimilarity(
        units.map((j) => groups[0]![j]!),
        units.map((j) => groups[1]![j]!),
      ),
      chance: 1 / 27,
    }));
    near(
      only(finish(beginBootstrap(groups, d, { replicates: 20_000, seed: 1, resampling: 'units' }))),
      exactMoments(outcomes),
    );
  });

  test('of units says which unit every row is', () => {
    const matched = statistic('matched', (table, units) =>
      units?.every((unit, row) => table.groups.every((column, m) => column[row] === groups[m]![unit]))
        ? 1
        : 0,
    );
    const { replicates } = finish(
      beginBootstrap(groups, matched, { replicates: 50, seed: 1, resampling: 'units' }),
    );
    expect(replicates.values[0]).toBe(0);
    expect([...replicates.simulated[0]!].every((value) => value === 1)).toBe(true);
  });

  test('gives several figures of one draw: each as if it were asked alone', () => {
    const all = finish(
      beginBootstrap(groups, together(d, mutualInformationStatistics, statisticsOf([isolationSpec])), {
        replicates: 40,
        seed: 5,
      }),
    );
    expect(all.statistics.map(({ id }) => id)).toEqual(['D', 'M', 'H_multi', 'xPx']);
    expect(all.statistics[0]).toEqual(only(finish(beginBootstrap(groups, d, { replicates: 40, seed: 5 }))));
    expect(all.statistics[3]).toEqual(
      only(finish(beginBootstrap(groups, statisticsOf([isolationSpec]), { replicates: 40, seed: 5 }))),
    );
  });

  test('M and H in one pass are those of the catalogue', () => {
    const large = [
      Float64Array.of(90_000, 17, 0, 2.5),
      Float64Array.of(10, 80_000, 0, 3),
      Float64Array.of(5, 5, 0, 1),
    ];
    const specs = statisticsOf([mutualInformationSpec, multigroupInformationSpec]);
    for (const columns of [
      groups,
      large,
      large.map((column) => column.map(Math.floor)),
      [
        [1, 0],
        [0, 0],
      ],
    ]) {
      const one = finish(
        beginBootstrap(columns, mutualInformationStatistics, { replicates: 30, seed: 2 }),
      ).replicates;
      const two = finish(beginBootstrap(columns, specs, { replicates: 30, seed: 2 })).replicates;
      [0, 1].forEach((k) => {
        [one.values[k]!, ...one.simulated[k]!].forEach((value, i) => {
          const other = [two.values[k]!, ...two.simulated[k]!][i]!;
          if (Number.isNaN(other)) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(other, 11);
        });
      });
    }
  });

  test('worked by hand: moments, corrected value and intervals from eleven replicates', () => {
    const simulated = Float64Array.of(0.3, 0.5, 0.4, 0.2, 0.6, 0.7, 0.8, 1, 0.9, 0.1, NaN);
    const found = only(
      bootstrapOf(
        { ids: ['S'], values: Float64Array.of(0.45), first: 0, count: 11, simulated: [simulated] },
        0.8,
      ),
    );
    expect(found.mean).toBeCloseTo(0.55, 14);
    expect(found.bias).toBeCloseTo(0.1, 14);
    expect(found.corrected).toBeCloseTo(0.35, 14);
    // sum of squares of 0.45, 0.35, …, 0.05 twice = 0.825; over 9
    expect(found.se).toBeCloseTo(Math.sqrt(0.825 / 9), 14);
    // 10 % of 9 steps: 0.9 of the way from 0.1 to 0.2
    expect(found.percentile.low).toBeCloseTo(0.19, 14);
    expect(found.percentile.high).toBeCloseTo(0.91, 14);
    expect(found.reflected.low).toBeCloseTo(0.9 - 0.91, 14);
    expect(found.reflected.high).toBeCloseTo(0.9 - 0.19, 14);
    // 4 of 10 below: z0 = −0.2533; levels Φ(2 z0 ∓ 1.2816) = 0.03687 and 0.7808
    expect(found.biasCorrected.low).toBeCloseTo(0.1 + 0.9 * 0.03687, 4);
    expect(found.biasCorrected.high).toBeCloseTo(0.1 + 0.9 * 0.7808, 4);
    expect([found.replicates, found.undefinedReplicates]).toEqual([10, 1]);
  });

  test('all replicates on one side leave no bias-corrected interval', () => {
    const replicates = { ids: ['S'], first: 0, count: 3, simulated: [Float64Array.of(2, 3, 4)] };
    expect(only(bootstrapOf({ ...replicates, values: Float64Array.of(1) })).biasCorrected).toEqual({
      low: NaN,
      high: NaN,
    });
    const equal = only(
      bootstrapOf({ ...replicates, values: Float64Array.of(2), simulated: [Float64Array.of(2, 2, 2)] }),
    );
    expect(equal.biasCorrected).toEqual({ low: 2, high: 2 });
    expect(equal.se).toBe(0);
  });

  test('edges', () => {
    const undefinedValue = only(
      finish(
        beginBootstrap(
          [
            [0, 0],
            [1, 2],
          ],
          d,
          { replicates: 5, seed: 1 },
        ),
      ),
    );
    expect([
      undefinedValue.value,
      undefinedValue.mean,
      undefinedValue.se,
      undefinedValue.percentile.low,
    ]).toEqual([NaN, NaN, NaN, NaN]);
    expect(undefinedValue.undefinedReplicates).toBe(5);
    expect(
      only(
        finish(
          beginBootstrap(
            [
              [0, 0],
              [0, 0],
            ],
            d,
            { replicates: 3, seed: 1 },
          ),
        ),
      ).value,
    ).toBeNaN();
    const single = only(finish(beginBootstrap(groups, d, { replicates: 1, seed: 1 })));
    expect([single.se, single.percentile.low]).toEqual([NaN, NaN]);
    expect(single.mean).toBeGreaterThan(0);
    expect(() =>
      beginBootstrap(
        [
          [1, -1],
          [1, 2],
        ],
        d,
        { replicates: 1, seed: 1 },
      ),
    ).toThrow('invalid count: -1 at 1');
    expect(() => beginBootstrap([[1, 1], [1]], d, { replicates: 1, seed: 1 })).toThrow('invalid length: 1');
    expect(() => beginBootstrap(groups, d, { replicates: 1, seed: 1, level: 1 })).toThrow('invalid level: 1');
    expect(() =>
      beginBootstrap(groups, d, { replicates: 1, seed: 1, resampling: 'areas' as 'units' }),
    ).toThrow('invalid resampling: areas');
    expect(() =>
      beginBootstrap(groups, statisticsOf([dissimilaritySpec], { focal: 2 }), { replicates: 1, seed: 1 }),
    ).toThrow('invalid group: 2');
  });

  test('a unit drawn twice has no place: spatial figures refuse units drawn anew', () => {
    const spatial = statisticsOf([moranSpec], { context: { weights: neighbourWeights([[1], [0, 2], [1]]) } });
    const stepper = beginBootstrap(groups, spatial, { replicates: 2, seed: 1, resampling: 'units' });
    expect(() => stepper.step(1)).toThrow('invalid resampling: units (moran needs weights)');
  });

  test('focal: one group against all the others', () => {
    const three = [...groups, [2, 0, 5]];
    const found = finish(
      beginBootstrap(three, statisticsOf([dissimilaritySpec], { focal: 1 }), { replicates: 0, seed: 1 }),
    );
    expect(found.replicates.values[0]).toBeCloseTo(dissimilarity([1, 2, 2], [5, 1, 5]), 14);
  });

  test('estimated counts are drawn as whole persons', () => {
    const estimated = [
      [3.4, 1.3, 0.3],
      [1.5, 2.2, 2.2],
    ];
    const persons = statistic('T', (table) => table.totalSum);
    const whole = statistic('whole', (table) =>
      table.groups.every((column) => column.every(Number.isInteger)) ? 1 : 0,
    );
    const { replicates } = finish(
      beginBootstrap(estimated, together(persons, whole), { replicates: 60, seed: 1 }),
    );
    expect([...replicates.simulated[0]!].every((total) => total === 11)).toBe(true);
    expect([...replicates.simulated[1]!].every((value) => value === 1)).toBe(true);
  });
});

describe('intervals', () => {
  test('of small units: the reflected one holds the true value about as often as it says, the others do not', () => {
    const random = randomStream(77);
    const size = 20;
    const shares = Array.from({ length: 60 }, (_, j) => 0.04 + 0.72 * (j / 59));
    const truth = dissimilarity(
      shares.map((p) => size * p),
      shares.map((p) => size * (1 - p)),
    );
    const held = { reflected: 0, biasCorrected: 0, percentile: 0 };
    const cities = 100;
    for (let s = 0; s < cities; s++) {
      const x = shares.map((p) => Array.from({ length: size }).filter(() => random.uniform() < p).length);
      const found = only(
        finish(beginBootstrap([x, x.map((count) => size - count)], d, { replicates: 200, seed: s })),
      );
      for (const kind of ['reflected', 'biasCorrected', 'percentile'] as const) {
        if (found[kind].low <= truth && truth <= found[kind].high) held[kind]++;
      }
    }
    expect(held.reflected).toBeGreaterThan(82);
    expect(held.reflected).toBeLessThan(100);
    expect(held.biasCorrected).toBeLessThan(held.reflected);
    expect(held.percentile).toBeLessThan(held.biasCorrected);
  });

  test('of a difference: mean and se are those of the parts', () => {
    const first = groups;
    const second = [
      [2, 2, 2, 1],
      [1, 0, 5, 3],
    ];
    const options = { replicates: 8000, seed: 3 };
    const difference = only(finish(beginDifferenceBootstrap(first, second, d, options)));
    const a = only(finish(beginBootstrap(first, d, { ...options, seed: 4 })));
    const b = only(finish(beginBootstrap(second, d, { ...options, seed: 5 })));
    expect(difference.value).toBeCloseTo(a.value - b.value, 14);
    expect(Math.abs(difference.mean - (a.mean - b.mean))).toBeLessThan(
      (4 * Math.hypot(a.se, b.se) * Math.SQRT2) / Math.sqrt(8000),
    );
    expect(Math.abs(difference.se / Math.hypot(a.se, b.se) - 1)).toBeLessThan(0.05);
    expect(() => beginDifferenceBootstrap(first, second.slice(1), d, options)).toThrow(
      'invalid groups: 1 (expected 2)',
    );
  });
});
