import { expect, test } from 'vitest';
import { locationQuotients } from '#stats/indices/local/location-quotient.ts';

test('by hand, empty units without a value', () => {
  expect([...locationQuotients([30, 0, 10], [10, 0, 30])]).toEqual([1.5, NaN, 0.5]);
});

test('their mean over all persons is 1', () => {
  const [group, reference] = [
    [5, 9, 30],
    [20, 4, 11],
  ];
  const quotients = locationQuotients(group, reference);
  const mean = group.reduce((sum, x, i) => sum + ((x + reference[i]!) / 79) * quotients[i]!, 0);
  expect(mean).toBeCloseTo(1, 14);
});

test('are undefined throughout for an empty group', () => {
  expect([...locationQuotients([0, 0], [1, 2])]).toEqual([NaN, NaN]);
});
