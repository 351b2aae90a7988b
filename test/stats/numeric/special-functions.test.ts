import { describe, expect, test } from 'vitest';
import { binomialChance } from '#stats/numeric/binomial-chance.ts';
import { logGamma } from '#stats/numeric/log-gamma.ts';
import { binomialMeanDeviation, hypergeometricMeanDeviation } from '#stats/numeric/mean-deviation.ts';
import { normalProbability, normalQuantile } from '#stats/numeric/normal.ts';
import { choose } from '../dealing.ts';

describe('ln Γ', () => {
  test('is ln (n − 1)! at whole numbers', () => {
    let logFactorial = 0;
    for (let n = 1; n <= 170; n++) {
      expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(1e-13 * Math.max(1, logFactorial));
      logFactorial += Math.log(n);
    }
  });

  test('is ln sqrt(π) at ½ and keeps the recurrence elsewhere', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    for (const x of [0.01, 0.3, 1.7, 9.9, 10.1, 523.25]) {
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 11);
    }
  });

  test('has its pole at 0 and refuses less', () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(() => logGamma(-0.5)).toThrow('invalid argument: -0.5');
    expect(() => logGamma(NaN)).toThrow('invalid argument: NaN');
  });
});

describe('normal distribution', () => {
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.959963984540054, 0.975],
    [-3.090232306167813, 0.001],
    [-8, 6.220960574271785e-16],
  ])('Φ(%d)', (z, p) => {
    expect(normalProbability(z) / p).toBeCloseTo(1, 12);
  });

  test('quantile and probability undo each other', () => {
    for (const p of [1e-12, 0.001, 0.2, 0.5, 0.77, 0.999]) {
      expect(normalProbability(normalQuantile(p)) / p).toBeCloseTo(1, 10);
    }
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalProbability(NaN)).toBeNaN();
  });
});

describe('mean deviations', () => {
  test('binomial: equals the sum over all counts', () => {
    for (const [n, p] of [
      [1, 0.5],
      [7, 0.3],
      [12, 0.99],
      [20, 0.05],
      [10, 0.4],
    ] as const) {
      let sum = 0;
      for (let k = 0; k <= n; k++) sum += choose(n, k) * p ** k * (1 - p) ** (n - k) * Math.abs(k - n * p);
      expect(binomialMeanDeviation(n, p)).toBeCloseTo(sum, 12);
    }
    expect(binomialMeanDeviation(5, 0)).toBe(0);
    expect(binomialMeanDeviation(0, 0.5)).toBe(0);
  });

  test('hypergeometric: equals the sum over all counts', () => {
    for (const [n, groupSize, population] of [
      [1, 1, 2],
      [4, 3, 9],
      [6, 8, 10],
      [9, 2, 10],
      [5, 5, 10],
    ] as const) {
      let sum = 0;
      for (let k = 0; k <= Math.min(n, groupSize); k++) {
        const chance = (choose(groupSize, k) * choose(population - groupSize, n - k)) / choose(population, n);
        sum += chance * Math.abs(k - (n * groupSize) / population);
      }
      expect(hypergeometricMeanDeviation(n, groupSize, population)).toBeCloseTo(sum, 12);
    }
    expect(hypergeometricMeanDeviation(10, 4, 10)).toBe(0);
  });
});

describe('chance of a binomial count', () => {
  test.each([
    [1, 0.5],
    [12, 0.03],
    [40, 0.7],
    [170, 0.93],
  ])('of %d trials: choose(n, k) p^k q^(n − k)', (n, p) => {
    for (let k = 0; k <= n; k++) {
      const chance = choose(n, k) * p ** k * (1 - p) ** (n - k);
      expect(Math.abs(binomialChance(k, n, p, 1 - p) / chance - 1)).toBeLessThan(1e-11);
    }
  });

  test('mean deviations of 10^4 … 10^14 persons tend to those of the normal distribution, not to noise', () => {
    for (let scale = 1e4; scale <= 1e14; scale *= 100) {
      const [drawn, members, persons] = [6 * scale, 18 * scale, 60 * scale];
      const deviation = Math.sqrt((drawn * 0.3 * 0.7 * (persons - drawn)) / (persons - 1));
      const normal = Math.sqrt(2 / Math.PI) * deviation;
      expect(Math.abs(hypergeometricMeanDeviation(drawn, members, persons) / normal - 1)).toBeLessThan(
        0.07 / scale + 1e-12,
      );
      expect(
        Math.abs(binomialMeanDeviation(drawn, 0.3) / Math.sqrt((2 / Math.PI) * drawn * 0.21) - 1),
      ).toBeLessThan(0.07 / scale + 1e-12);
    }
  });
});
