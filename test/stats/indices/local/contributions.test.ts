import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { contributions } from '#stats/indices/local/contributions.ts';

test('by hand, empty units without a value', () => {
  expect([...contributions([30, 0, 10], [10, 0, 30])]).toEqual([0.25, NaN, -0.25]);
});

test('add up to D without their signs and to 0 with them', () => {
  const column = fc.array(fc.nat(1000), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(column, fc.nat(1000), (group, offset) => {
      const reference = group.map((x, i) => (x * 7 + i * 13 + offset) % 101);
      const d = dissimilarity(group, reference);
      fc.pre(!Number.isNaN(d));
      const values = contributions(group, reference).filter((value) => !Number.isNaN(value));
      expect(values.reduce((sum, value) => sum + Math.abs(value), 0)).toBeCloseTo(d, 12);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    }),
  );
});

test('are undefined throughout for an empty group', () => {
  expect([...contributions([0, 0], [1, 2])]).toEqual([NaN, NaN]);
});

test('are undefined throughout where D is: a single populated unit', () => {
  expect([...contributions([0, 4], [0, 6])]).toEqual([NaN, NaN]);
});
