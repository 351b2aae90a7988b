import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributions } from '#stats/indices/local/contributions.ts';
import { multigroupContributions } from '#stats/indices/local/multigroup-contributions.ts';
import { multigroupDissimilarity } from '#stats/indices/multigroup/multigroup-dissimilarity.ts';
import { manyGroups, sumOf } from './manyGroups.ts';

test('by hand, empty units without a value', () => {
  expect([
    ...multigroupContributions([
      [30, 0, 10],
      [10, 0, 30],
    ]),
  ]).toEqual([0.25, NaN, 0.25]);
});

test('add up to D of many groups, and are those of D for two', () => {
  let tried = 0;
  fc.assert(
    fc.property(manyGroups, (groups) => {
      const D = multigroupDissimilarity(groups);
      if (Number.isNaN(D)) return;
      tried++;
      expect(Math.abs(sumOf(multigroupContributions(groups)) - D)).toBeLessThan(1e-12);
      const two = contributions(groups[0]!, groups[1]!);
      multigroupContributions([groups[0]!, groups[1]!]).forEach((value, i) => {
        if (!Number.isNaN(value)) expect(Math.abs(value - Math.abs(two[i]!))).toBeLessThan(1e-12);
      });
    }),
  );
  expect(tried).toBeGreaterThan(50);
});

test('fewer than two groups or units: undefined throughout', () => {
  expect([...multigroupContributions([[4, 5]])]).toEqual([NaN, NaN]);
  expect([
    ...multigroupContributions([
      [4, 0],
      [5, 0],
    ]),
  ]).toEqual([NaN, NaN]);
});
