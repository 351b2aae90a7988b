import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardise } from '#monitoring/standardise.ts';

const all = (n: number) => new Uint8Array(n).fill(1);
const mss = { reference: 'mean', spread: 'population-sd' } as const;
const close = (values: Float64Array, expected: readonly number[]) =>
  expected.forEach((each, i) => {
    expect(values[i]).toBeCloseTo(each, 12);
  });

describe('standardise', () => {
  test('by hand: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and population SD 2', () => {
    close(standardise([2, 4, 4, 4, 5, 5, 7, 9], all(8), mss), [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
  });

  test('the sample SD divides by n − 1: 1, 2, 3 has SD 1', () => {
    close(standardise([1, 2, 3], all(3), { reference: 'mean', spread: 'sample-sd' }), [-1, 0, 1]);
  });

  test('median and MAD: 1, 2, 3, 4, 100 has median 3 and MAD 1', () => {
    const z = standardise([1, 2, 3, 4, 100], all(5), { reference: 'median', spread: 'mad' });
    expect(z[3]).toBeCloseTo(1 / 1.4826022185056018, 12);
    expect(z[2]).toBe(0);
  });

  test('reference population weights by residents, reference city takes what it is told', () => {
    close(standardise([0, 1], all(2), { reference: 'population', spread: 'none' }, [3, 1]), [-0.25, 0.75]);
    close(standardise([0, 1], all(2), { reference: 'city', spread: 'none' }, null, 0.4), [-0.4, 0.6]);
  });

  test('areas that do not take part get NaN and influence nothing', () => {
    const z = standardise([1, 2, 3, 1000], Uint8Array.of(1, 1, 1, 0), mss);
    expect(z[3]).toBeNaN();
    expect(z[0]).toBeCloseTo(-Math.sqrt(1.5), 12);
  });

  test.each([
    ['no valid area', [1, 2], Uint8Array.of(0, 0)],
    ['one area', [5], all(1)],
    ['all equal', [0.1, 0.1, 0.1], all(3)],
    ['all missing', [NaN, NaN], Uint8Array.of(0, 0)],
    ['no area', [], all(0)],
  ])('%s: NaN', (_, values, valid) => {
    expect([...standardise(values, valid, mss)].every(Number.isNaN)).toBe(true);
  });

  test('does not change its input', () => {
    const values = Object.freeze([3, 1, 2]);
    standardise(values, all(3), { reference: 'median', spread: 'mad' });
    expect(values).toEqual([3, 1, 2]);
  });

  test('mean 0 and SD 1, whatever goes in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 }),
        (values) => {
          fc.pre(new Set(values).size > 1);
          const z = standardise(values, all(values.length), mss);
          const mean = z.reduce((sum, each) => sum + each, 0) / z.length;
          const variance = z.reduce((sum, each) => sum + each * each, 0) / z.length;
          expect(mean).toBeCloseTo(0, 10);
          expect(variance).toBeCloseTo(1, 10);
        },
      ),
    );
  });
});
