import { expect, test } from 'vitest';
import { expectedGini, gini } from '#stats/indices/evenness/gini.ts';
import { modifiedGini } from '#stats/indices/evenness/modified-gini.ts';

test('is G set against its expectation under chance', () => {
  const [group, reference] = [
    [8, 1, 4, 3],
    [2, 9, 6, 7],
  ];
  const [g, e] = [gini(group, reference), expectedGini(group, reference)];
  expect(modifiedGini(group, reference)).toBeCloseTo((g - e) / (1 - e), 14);
});

test('is −1 at perfect evenness, 1 at complete separation', () => {
  expect(modifiedGini([10, 20], [10, 20])).toBe(-1);
  expect(modifiedGini([10, 0], [0, 20])).toBe(1);
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['no unit', [], []],
])('is undefined for %s', (_, group, reference) => {
  expect(modifiedGini(group, reference)).toBeNaN();
});
