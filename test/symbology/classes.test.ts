import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassRule,
  classBreaks,
  classCounts,
  classesOf,
  classOf,
  divergingBreaks,
  noClass,
} from '#symbology/classes.ts';

const rule = (method: ClassRule['method'], count: number, own: readonly number[] = []): ClassRule => ({
  method,
  count,
  own,
});
const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 200 });
const methods = fc.constantFrom<ClassRule['method']>('quantile', 'equal', 'jenks', 'own');
const counts = fc.integer({ min: 1, max: 9 });
const own = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 8 });

describe('class breaks by hand', () => {
  test('quantiles of twelve values make four classes of three', () => {
    const twelve = [12, 1, 3, 2, 6, 5, 4, 9, 8, 7, 11, 10];
    expect(classBreaks(twelve, rule('quantile', 4))).toEqual([4, 7, 10]);
    expect(classCounts(twelve, [4, 7, 10])).toEqual([3, 3, 3, 3]);
  });

  test('ties do not make empty or double classes', () => {
    expect(classBreaks([0, 0, 0, 0, 0, 0, 1, 2], rule('quantile', 4))).toEqual([1]);
    expect(classBreaks([5, 5, 5], rule('quantile', 4))).toEqual([]);
    expect(classBreaks([5, 5, 5], rule('jenks', 4))).toEqual([]);
    expect(classBreaks([5, 5, 5], rule('equal', 4))).toEqual([]);
  });

  test('equal steps from the smallest to the largest value', () => {
    expect(classBreaks([0, 1, 10], rule('equal', 5))).toEqual([2, 4, 6, 8]);
  });

  test('round steps where wished', () => {
    expect(classBreaks([0.031, 0.747], rule('equal', 6), { nice: true })).toEqual([
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7,
    ]);
    expect(classBreaks([-7, 95], rule('equal', 4), { nice: true })).toEqual([0, 25, 50, 75]);
    expect(classBreaks([1_200, 9_800], rule('equal', 5), { nice: true })).toEqual([2000, 4000, 6000, 8000]);
  });

  test('Jenks finds the two gaps', () => {
    expect(classBreaks([1, 2, 3, 20, 21, 22, 60, 61], rule('jenks', 3))).toEqual([20, 60]);
  });

  test('own breaks are sorted, freed of doubles and kept even where a class is empty', () => {
    expect(classBreaks([1, 2], rule('own', 4, [50, 10, 10, Number.NaN, 90]))).toEqual([10, 50, 90]);
  });

  test('what is not a number counts for nothing', () => {
    expect(classBreaks([Number.NaN, 1, 2, 3, 4, Number.NaN], rule('quantile', 2))).toEqual([3]);
    expect(classBreaks([Number.NaN], rule('jenks', 3))).toEqual([]);
    expect(classBreaks([], rule('quantile', 5))).toEqual([]);
    expect(classOf(Number.NaN, [1])).toBe(-1);
    expect([...classesOf([0, Number.NaN, 1], [1])]).toEqual([0, noClass, 1]);
  });

  test('a class holds its lower break', () => {
    expect([0.9, 1, 1.9, 2, 99].map((value) => classOf(value, [1, 2]))).toEqual([0, 1, 1, 2, 2]);
  });

  test('a class count below 1 is refused', () => {
    expect(() => classBreaks([1], rule('quantile', 0))).toThrow('invalid class count: 0');
  });
});

describe('diverging breaks by hand', () => {
  test('an odd count has a class around 0', () => {
    expect(divergingBreaks([-7, 3], rule('equal', 7))).toEqual([-5, -3, -1, 1, 3, 5]);
  });

  test('an even count has a break at 0', () => {
    expect(divergingBreaks([-6, 3], rule('equal', 6))).toEqual([-4, -2, 0, 2, 4]);
  });

  test('quantiles of the distances, mirrored', () => {
    expect(divergingBreaks([-1, 2, -3, 4, -5, 6], rule('quantile', 5))).toEqual([-4.5, -2.5, 2.5, 4.5]);
  });

  test('own distances, mirrored', () => {
    expect(divergingBreaks([-1, 1], rule('own', 5, [10, -20]))).toEqual([-20, -10, 10, 20]);
  });

  test('nothing but zeros is one class', () => {
    expect(divergingBreaks([0, 0], rule('quantile', 5))).toEqual([]);
  });
});

describe('properties', () => {
  test('breaks ascend strictly and every value lies in exactly one class', () => {
    fc.assert(
      fc.property(values, methods, counts, own, fc.boolean(), (numbers, method, count, ownBreaks, nice) => {
        const breaks = classBreaks(numbers, rule(method, count, ownBreaks), { nice });
        for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1] ?? Infinity);
        const edges = [-Infinity, ...breaks, Infinity];
        for (const value of numbers) {
          const homes = edges.slice(1).filter((edge, k) => value >= (edges[k] ?? Infinity) && value < edge);
          expect(homes).toHaveLength(1);
          expect(edges[classOf(value, breaks) + 1]).toBe(homes[0]);
        }
        expect(classCounts(numbers, breaks).reduce((sum, n) => sum + n, 0)).toBe(numbers.length);
      }),
    );
  });

  test('no computed class is empty and there are no more than wanted', () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('quantile' as const, 'jenks' as const),
        counts,
        (numbers, method, count) => {
          fc.pre(numbers.length > 0);
          const breaks = classBreaks(numbers, rule(method, count));
          expect(breaks.length).toBeLessThan(count);
          expect(Math.min(...classCounts(numbers, breaks))).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('quantile classes of distinct values differ by one at most', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 9, maxLength: 200 }),
        counts,
        (numbers, count) => {
          const sizes = classCounts(numbers, classBreaks(numbers, rule('quantile', count)));
          expect(sizes).toHaveLength(count);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('a higher value is never in a lower class', () => {
    fc.assert(
      fc.property(values, methods, counts, own, (numbers, method, count, ownBreaks) => {
        const breaks = classBreaks(numbers, rule(method, count, ownBreaks));
        const classes = [...numbers].sort((a, b) => a - b).map((value) => classOf(value, breaks));
        expect(classes).toEqual([...classes].sort((a, b) => a - b));
      }),
    );
  });

  test('diverging breaks are mirrored, and so are the classes of v and −v', () => {
    const computed = fc.constantFrom('quantile' as const, 'jenks' as const);
    fc.assert(
      fc.property(values, computed, fc.integer({ min: 1, max: 4 }), (numbers, method, half) => {
        const breaks = divergingBreaks(numbers, rule(method, 2 * half + 1));
        expect(breaks.map((value) => -value).reverse()).toEqual(breaks);
        for (const value of numbers) {
          if (breaks.includes(value) || breaks.includes(-value)) continue;
          expect(classOf(-value, breaks)).toBe(breaks.length - classOf(value, breaks));
        }
      }),
    );
  });

  test('the values are not touched', () => {
    const frozen = Object.freeze([3, 1, 2]);
    for (const method of ['quantile', 'equal', 'jenks'] as const) classBreaks(frozen, rule(method, 2));
    expect(frozen).toEqual([3, 1, 2]);
  });
});
