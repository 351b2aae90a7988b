import { describe, expect, test } from 'vitest';
import { binomialProbability } from '#stats/numeric/binomial.ts';
import { logGamma } from '#stats/numeric/log-gamma.ts';
import { multinomialDraw, multinomialSampler } from '#stats/numeric/multinomial.ts';
import { subsetSampler } from '#stats/numeric/multivariate-hypergeometric.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { bestShortfall } from '#stats/numeric/shortfall.ts';
import { allAllocations, choose } from '../dealing.ts';
import { misfit } from './goodness.ts';

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('multinomial draws', () => {
  test('take every outcome of a small case as often as the formula says', () => {
    const weights = [1, 3, 2];
    const sampler = multinomialSampler(weights, 4);
    const into = new Float64Array(3);
    const random = randomStream(21);
    const factorial = [1, 1, 2, 6, 24];
    const chance = (key: number): number => {
      const [a, b] = [Math.floor(key / 10), key % 10];
      const c = 4 - a - b;
      if (b > 4 || c < 0) return 0;
      return (
        (24 / (factorial[a]! * factorial[b]! * factorial[c]!)) * (1 / 6) ** a * (1 / 2) ** b * (1 / 3) ** c
      );
    };
    const draws = Array.from({ length: 60_000 }, () => {
      sampler.draw(random, into);
      return into[0]! * 10 + into[1]!;
    });
    expect(Math.abs(misfit(draws, chance))).toBeLessThan(3.5);
  });

  // few cells against many persons, many cells, repeated and all different weights, large and tiny cells
  const cases: readonly (readonly [string, readonly number[], number])[] = [
    ['two cells, a million persons', [2, 3], 1_000_000],
    ['whole counts', Array.from({ length: 400 }, (_, i) => (i * 7) % 23), 4000],
    [
      'estimated counts, all different',
      Array.from({ length: 900 }, (_, i) => 1 + ((i * 0.618034) % 1) * 9),
      5000,
    ],
    ['a cell beyond the tables', [9000, ...Array.from({ length: 300 }, (_, i) => 1 + (i % 5))], 9900],
    ['more cells than persons', Array.from({ length: 500 }, (_, i) => 1 + (i % 3)), 12],
  ];
  test.each(cases)('%s: each count is binomial, and all add up', (_, weights, trials) => {
    const sampler = multinomialSampler(weights, trials);
    const into = new Float64Array(weights.length);
    const total = sum(weights);
    const watched = [0, 1, weights.length >> 1, weights.length - 1];
    const counts = watched.map((): number[] => []);
    const pairs: number[] = [];
    for (let i = 0; i < 8000; i++) {
      sampler.draw(randomStream(22, i), into);
      if (i < 50) expect(sum(into)).toBe(trials);
      watched.forEach((cell, k) => void counts[k]!.push(into[cell]!));
      let half = 0;
      for (let c = 0; c < into.length; c += 2) half += into[c]!;
      pairs.push(half);
    }
    watched.forEach((cell, k) => {
      const p = weights[cell]! / total;
      if (p === 0) expect(sum(counts[k]!)).toBe(0);
      else if (p * trials < 5000)
        expect(Math.abs(misfit(counts[k]!, (value) => binomialProbability(value, trials, p)))).toBeLessThan(
          3.7,
        );
    });
    // sums of cells are binomial too: cells hang together as they should
    const p = sum(weights.filter((__, c) => c % 2 === 0)) / total;
    const mean = sum(pairs) / pairs.length;
    const variance = sum(pairs.map((value) => (value - mean) ** 2)) / (pairs.length - 1);
    expect(Math.abs(mean - trials * p)).toBeLessThan(3.7 * Math.sqrt((trials * p * (1 - p)) / 8000));
    expect(Math.abs(variance / (trials * p * (1 - p)) - 1)).toBeLessThan(3.7 * Math.sqrt(2 / 8000));
  });

  test('edges', () => {
    expect([...multinomialDraw([1, 0, 0], 5, 1)]).toEqual([5, 0, 0]);
    expect([...multinomialDraw([0, 0], 0, 1)]).toEqual([0, 0]);
    expect(multinomialDraw([], 0, 1)).toHaveLength(0);
    expect(() => multinomialDraw([0, 0], 3, 1)).toThrow('invalid weights: 0');
    expect(() => multinomialDraw([1, -1], 3, 1)).toThrow('invalid weight: -1 at 1');
    expect(() => multinomialDraw([1, NaN], 3, 1)).toThrow('invalid weight: NaN at 1');
    expect(() => multinomialDraw([1], 2.5, 1)).toThrow('invalid trials: 2.5');
  });

  test('the same stream gives the same draw, also from a sampler that has been used', () => {
    const weights = Array.from({ length: 300 }, (_, i) => i % 11);
    const sampler = multinomialSampler(weights, 1000);
    const into = new Float64Array(300);
    for (let i = 0; i < 5; i++) sampler.draw(randomStream(3, i), into);
    expect(into).toEqual(multinomialDraw(weights, 1000, 3, 4));
  });
});

describe('persons chosen without replacement', () => {
  test('take every outcome of a small case as often as enumeration says', () => {
    const totals = [3, 1, 4, 2];
    const chances = new Map(allAllocations(totals, 4).map(({ group, chance }) => [group.join(''), chance]));
    const sampler = subsetSampler(totals, 4, 10);
    const into = new Float64Array(4);
    const random = randomStream(31);
    const draws = Array.from({ length: 60_000 }, () => {
      sampler.draw(random, Float64Array.from(totals), into);
      return Number(into.join(''));
    });
    const chance = (key: number): number => chances.get(String(key).padStart(4, '0')) ?? 0;
    expect(Math.abs(misfit(draws, chance))).toBeLessThan(3.5);
  });

  // tables, rejection, and one after the other
  const cases: readonly (readonly [string, readonly number[], number])[] = [
    ['many small units', Array.from({ length: 300 }, (_, i) => 5 + ((i * 13) % 40)), 2000],
    ['large units', Array.from({ length: 60 }, (_, i) => 1100 + i), 30_000],
    ['three large units', [30_000, 50_000, 20_000], 40_000],
    ['nearly all chosen', Array.from({ length: 100 }, (_, i) => 1 + (i % 9)), 480],
  ];
  test.each(cases)('%s: each count is hypergeometric, and all add up', (_, totals, chosen) => {
    const all = sum(totals);
    const sampler = subsetSampler(totals, chosen, all);
    const sizes = Float64Array.from(totals);
    const into = new Float64Array(totals.length);
    const first: number[] = [];
    const half: number[] = [];
    for (let i = 0; i < 6000; i++) {
      sampler.draw(randomStream(32, i), sizes, into);
      if (i < 50) expect(sum(into)).toBe(chosen);
      if (i < 50) expect(into.every((count, j) => count >= 0 && count <= totals[j]!)).toBe(true);
      first.push(into[0]!);
      half.push(sum(into.filter((__, j) => j % 2 === 0)));
    }
    for (const [drawn, size] of [
      [first, totals[0]!],
      [half, sum(totals.filter((__, j) => j % 2 === 0))],
    ] as const) {
      const chance = (k: number): number =>
        k > size || chosen - k > all - size
          ? 0
          : Math.exp(logChoose(size, k) + logChoose(all - size, chosen - k) - logChoose(all, chosen));
      expect(Math.abs(misfit(drawn, chance))).toBeLessThan(3.5);
    }
  });

  test('sizes may be smaller than the capacities', () => {
    const sampler = subsetSampler([4, 4, 4], 3, 6);
    const into = new Float64Array(3);
    const sizes = Float64Array.of(1, 4, 1);
    const draws = Array.from({ length: 30_000 }, (_, i) => {
      sampler.draw(randomStream(33, i), sizes, into);
      return into[1]!;
    });
    const chance = (k: number): number =>
      k < 1 || k > 3 ? 0 : (choose(4, k) * choose(2, 3 - k)) / choose(6, 3);
    expect(Math.abs(misfit(draws, chance))).toBeLessThan(3.5);
  });

  test('edges', () => {
    const into = new Float64Array(2);
    subsetSampler([2, 3], 0, 5).draw(randomStream(1), Float64Array.of(2, 3), into);
    expect([...into]).toEqual([0, 0]);
    subsetSampler([2, 3], 5, 5).draw(randomStream(1), Float64Array.of(2, 3), into);
    expect([...into]).toEqual([2, 3]);
    expect(() => subsetSampler([2, 3], 6, 5)).toThrow('invalid sample: 6 of 5');
  });
});

test('the shortfall is larger where drawing again costs more', () => {
  expect(bestShortfall(1000, 10)).toBeLessThan(bestShortfall(1000, 1e4));
  expect(bestShortfall(100, 1e6)).toBe(4);
});
