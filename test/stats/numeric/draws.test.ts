import { describe, expect, test } from 'vitest';
import { binomialProbability } from '#stats/numeric/binomial.ts';
import { binomialChances, binomialDraw } from '#stats/numeric/binomial-draw.ts';
import { Binomials } from '#stats/numeric/binomials.ts';
import { hypergeometricDraw } from '#stats/numeric/hypergeometric-draw.ts';
import { logGamma } from '#stats/numeric/log-gamma.ts';
import { poissonChances, poissonDraw } from '#stats/numeric/poisson-draw.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { misfit } from './goodness.ts';

const draws = 40_000;
const many = (draw: () => number): number[] => Array.from({ length: draws }, draw);
const poisson = (k: number, mean: number): number => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? -Infinity : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
const hypergeometric = (k: number, drawn: number, group: number, all: number): number =>
  Math.exp(logChoose(group, k) + logChoose(all - group, drawn - k) - logChoose(all, drawn));

describe('a Poisson draw', () => {
  test.each([0.001, 0.5, 3, 9.99, 10, 10.5, 40, 700, 1e5])(
    'of mean %s has the chances of the formula',
    (mean) => {
      const random = randomStream(11, Math.round(mean * 100));
      expect(
        Math.abs(
          misfit(
            many(() => poissonDraw(random, mean)),
            (k) => poisson(k, mean),
          ),
        ),
      ).toBeLessThan(3.5);
    },
  );

  test('of mean 0 is 0; a mean that is none is refused', () => {
    expect(poissonDraw(randomStream(1), 0)).toBe(0);
    expect(() => poissonDraw(randomStream(1), -1)).toThrow('invalid mean: -1');
    expect(() => poissonDraw(randomStream(1), NaN)).toThrow('invalid mean: NaN');
  });

  test('the chances for tables are the formula’s, up to a factor', () => {
    for (const mean of [0.01, 1, 7.3, 250]) {
      const { first, chances } = poissonChances(mean);
      const sum = chances.reduce((a, b) => a + b, 0);
      chances.forEach((chance, i) => {
        expect(Math.abs(chance / sum - poisson(first + i, mean))).toBeLessThan(1e-12);
      });
    }
  });
});

describe('a binomial draw', () => {
  test.each([
    [1, 0.5],
    [5, 0.1],
    [40, 0.25],
    [40, 0.75],
    [19, 0.5],
    [21, 0.5],
    [1000, 0.001],
    [1000, 0.02],
    [3000, 0.4],
    [3000, 0.93],
    [1e6, 0.0003],
    [1e9, 0.5],
  ])('of %s trials with chance %s has the chances of the formula', (n, p) => {
    const random = randomStream(12, n + Math.round(1000 * p));
    const found = many(() => binomialDraw(random, n, p));
    if (n < 1e6) {
      expect(Math.abs(misfit(found, (k) => binomialProbability(k, n, p)))).toBeLessThan(3.5);
    } else {
      // too many values for single classes: mean and variance
      const mean = found.reduce((a, b) => a + b, 0) / draws;
      const variance = found.reduce((a, b) => a + (b - mean) ** 2, 0) / (draws - 1);
      const exact = n * p * (1 - p);
      expect(Math.abs(mean - n * p)).toBeLessThan(3.5 * Math.sqrt(exact / draws));
      expect(Math.abs(variance / exact - 1)).toBeLessThan(3.5 * Math.sqrt(2 / draws));
    }
    expect(found.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  test('is certain where chance is 0 or 1, or nobody is asked', () => {
    const random = randomStream(1);
    expect([binomialDraw(random, 7, 0), binomialDraw(random, 7, 1), binomialDraw(random, 0, 0.4)]).toEqual([
      0, 7, 0,
    ]);
    expect(() => binomialDraw(random, 1.5, 0.4)).toThrow('invalid trials: 1.5');
    expect(() => binomialDraw(random, -1, 0.4)).toThrow('invalid trials: -1');
    expect(() => binomialDraw(random, 3, 1.1)).toThrow('invalid chance: 1.1');
  });

  test.each([0.03, 0.5, 0.97])(
    'from tables, chance %s, has the same chances for any number of trials',
    (p) => {
      const binomials = new Binomials(p);
      for (const n of [1, 12, 300, 1024, 1025, 5000]) {
        const random = randomStream(13, n);
        expect(
          Math.abs(
            misfit(
              many(() => binomials.draw(random, n)),
              (k) => binomialProbability(k, n, p),
            ),
          ),
        ).toBeLessThan(3.5);
      }
      expect(binomials.draw(randomStream(1), 0)).toBe(0);
      expect(new Binomials(0).draw(randomStream(1), 9)).toBe(0);
      expect(new Binomials(1).draw(randomStream(1), 9)).toBe(9);
      expect(() => new Binomials(NaN)).toThrow('invalid chance: NaN');
    },
  );

  test('from tables does not depend on which tables were needed before', () => {
    const fresh = new Binomials(0.3);
    const used = new Binomials(0.3);
    for (let n = 1; n < 200; n++) used.draw(randomStream(1), n);
    expect(used.draw(randomStream(2), 150)).toBe(fresh.draw(randomStream(2), 150));
  });

  test('the chances for tables are the formula’s, up to a factor', () => {
    for (const [n, p] of [
      [10, 0.5],
      [800, 0.01],
      [800, 0.99],
      [1, 0.2],
    ] as const) {
      const { first, chances } = binomialChances(n, p);
      const sum = chances.reduce((a, b) => a + b, 0);
      chances.forEach((chance, i) => {
        expect(Math.abs(chance / sum - binomialProbability(first + i, n, p))).toBeLessThan(1e-12);
      });
    }
  });
});

describe('a hypergeometric draw', () => {
  test.each([
    [1, 1, 2],
    [5, 10, 20],
    [15, 10, 20],
    [3, 15, 20],
    [17, 15, 20],
    [50, 40, 60],
    [200, 300, 1000],
    [800, 300, 1000],
    [200, 700, 1000],
    [800, 700, 1000],
    [3, 500, 1000],
    [20_000, 40_000, 100_000],
    [5000, 900_000, 1_000_000],
  ])('of %s persons, group %s of %s, has the chances of the formula', (drawn, group, all) => {
    const random = randomStream(14, drawn + group);
    const found = many(() => hypergeometricDraw(random, drawn, group, all));
    expect(Math.abs(misfit(found, (k) => hypergeometric(k, drawn, group, all)))).toBeLessThan(3.5);
    const [low, high] = [Math.max(0, drawn + group - all), Math.min(drawn, group)];
    expect(found.every((k) => Number.isInteger(k) && k >= low && k <= high)).toBe(true);
  });

  test('is certain where there is no choice', () => {
    const random = randomStream(1);
    expect(hypergeometricDraw(random, 0, 3, 9)).toBe(0);
    expect(hypergeometricDraw(random, 9, 3, 9)).toBe(3);
    expect(hypergeometricDraw(random, 4, 0, 9)).toBe(0);
    expect(hypergeometricDraw(random, 4, 9, 9)).toBe(4);
    expect(() => hypergeometricDraw(random, 10, 3, 9)).toThrow('invalid hypergeometric: 10 of 9, group 3');
  });
});
