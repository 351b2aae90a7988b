import { describe, expect, test } from 'vitest';
import {
  binomialDistribution,
  binomialLimits,
  binomialProbability,
  binomialQuantile,
} from '#stats/numeric/binomial.ts';

/** P(K ≤ k) for p = a/b in whole numbers, divided only in the end. */
function exactDistribution(k: number, n: number, a: bigint, b: bigint): number {
  let sum = 0n;
  let choose = 1n;
  for (let j = 0; j <= k; j++) {
    sum += choose * a ** BigInt(j) * (b - a) ** BigInt(n - j);
    choose = (choose * BigInt(n - j)) / BigInt(j + 1);
  }
  return Number((sum * 10n ** 40n) / b ** BigInt(n)) / 1e40;
}

describe('binomial', () => {
  test('chances by hand', () => {
    expect([0, 1, 2, 3].map((k) => binomialProbability(k, 3, 0.5))).toEqual(
      [1, 3, 3, 1].map((c) => expect.closeTo(c / 8, 14)),
    );
    expect(binomialProbability(-1, 3, 0.5)).toBe(0);
    expect(binomialProbability(1.5, 3, 0.5)).toBe(0);
  });

  test.each([
    [60, 1n, 4n],
    [400, 2n, 5n],
    [37, 99n, 100n],
  ])('distribution of %d trials equals exact sums', (n, a, b) => {
    const p = Number(a) / Number(b);
    for (let k = 0; k < n; k += 3) {
      const exact = exactDistribution(k, n, a, b);
      expect(Math.abs(binomialDistribution(k, n, p) - exact)).toBeLessThan(1e-12 * exact + 1e-14);
    }
  });

  test('certain and impossible', () => {
    expect(binomialDistribution(-0.5, 5, 0.3)).toBe(0);
    expect(binomialDistribution(5, 5, 0.3)).toBe(1);
    expect(binomialDistribution(0, 5, 0)).toBe(1);
    expect(binomialDistribution(4, 5, 1)).toBe(0);
    expect(binomialDistribution(NaN, 5, 0.3)).toBeNaN();
  });

  test('the quantile is the first count that reaches the level', () => {
    for (const [n, p] of [
      [1, 0.5],
      [10, 0.03],
      [85, 0.42],
      [5000, 0.9],
    ] as const) {
      for (const level of [0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999]) {
        const k = binomialQuantile(level, n, p);
        expect(binomialDistribution(k, n, p)).toBeGreaterThanOrEqual(level);
        expect(binomialDistribution(k - 1, n, p)).toBeLessThan(level);
      }
    }
    expect(binomialQuantile(0, 10, 0.3)).toBe(0);
    expect(binomialQuantile(1, 10, 0.3)).toBe(10);
  });
});

describe('funnel limits', () => {
  test('by hand: one trial of chance ½', () => {
    // lower: P(K ≤ 0) = ½ ≥ 0.025, so 0 − (0.5 − 0.025)/0.5 < 0; the upper limit mirrors it
    expect(binomialLimits(1, 0.5, 0.95)).toEqual({ low: 0, high: 1 });
  });

  test('by the definition, interpolated between counts', () => {
    const [n, p, level] = [50, 0.3, 0.95];
    const at = (chance: number, of: number): number => {
      const r = binomialQuantile(chance, n, of);
      const upTo = binomialDistribution(r, n, of);
      return (r - (upTo - chance) / (upTo - binomialDistribution(r - 1, n, of))) / n;
    };
    const { low, high } = binomialLimits(n, p, level);
    expect(low).toBeCloseTo(at(0.025, p), 11);
    expect(high).toBeCloseTo(1 - at(0.025, 1 - p), 11);
  });

  test('five of five children do not stand out where chance brings them once in 57 times', () => {
    expect(binomialLimits(5, 0.445, 0.998)).toEqual({ low: 0, high: 1 });
  });

  test('exclude exactly the counts with a tail below half the rest, on both sides', () => {
    for (const [p, level] of [
      [0.05, 0.95],
      [0.3, 0.998],
      [0.445, 0.998],
      [0.5, 0.95],
      [0.92, 0.95],
    ] as const) {
      const tail = (1 - level) / 2;
      for (let n = 1; n <= 60; n++) {
        const { low, high } = binomialLimits(n, p, level);
        for (let k = 0; k <= n; k++) {
          const where = `${k} of ${n} at ${p}`;
          expect(k / n < low - 1e-12, where).toBe(binomialDistribution(k, n, p) < tail);
          expect(k / n > high + 1e-12, where).toBe(binomialDistribution(n - k, n, 1 - p) < tail);
        }
      }
    }
  });

  test('of a group and of its rest are each other’s mirror', () => {
    const own = binomialLimits(137, 0.27, 0.998);
    const rest = binomialLimits(137, 0.73, 0.998);
    expect(own.high).toBeCloseTo(1 - rest.low, 12);
    expect(own.low).toBeCloseTo(1 - rest.high, 12);
  });

  test('draw in as institutions grow, enclose the mean, and near the normal limits', () => {
    let before = binomialLimits(20, 0.4, 0.998);
    for (let n = 21; n < 400; n += 7) {
      const limits = binomialLimits(n, 0.4, 0.998);
      expect(limits.low).toBeGreaterThanOrEqual(before.low);
      expect(limits.high).toBeLessThanOrEqual(before.high);
      expect(limits.low).toBeLessThan(0.4);
      expect(limits.high).toBeGreaterThan(0.4);
      before = limits;
    }
    const wide = binomialLimits(100_000, 0.4, 0.95);
    expect(wide.high).toBeCloseTo(0.4 + 1.959964 * Math.sqrt(0.24 / 100_000), 4);
  });

  test('the outer limits lie outside the inner ones', () => {
    const inner = binomialLimits(90, 0.25, 0.95);
    const outer = binomialLimits(90, 0.25, 0.998);
    expect(outer.low).toBeLessThan(inner.low);
    expect(outer.high).toBeGreaterThan(inner.high);
  });

  test('without trials there are none; a certain share is its own limit', () => {
    expect(binomialLimits(0, 0.3, 0.95)).toEqual({ low: NaN, high: NaN });
    expect(binomialLimits(10, 1, 0.95)).toEqual({ low: 1, high: 1 });
  });

  test.each([
    [() => binomialLimits(10, 0.3, 1), 'invalid level: 1'],
    [() => binomialLimits(1.5, 0.3, 0.9), 'invalid trials: 1.5'],
    [() => binomialDistribution(1, -1, 0.3), 'invalid trials: -1'],
    [() => binomialProbability(1, 2, 1.1), 'invalid chance: 1.1'],
    [() => binomialQuantile(NaN, 2, 0.1), 'invalid level: NaN'],
  ])('refuses what makes no sense (%#)', (call, message) => {
    expect(call).toThrow(message);
  });
});
