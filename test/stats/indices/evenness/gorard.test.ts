import { expect, test } from 'vitest';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gorard } from '#stats/indices/evenness/gorard.ts';

test('by hand: half the sum of |30/40 − 40/80| and |10/40 − 40/80|', () => {
  expect(gorard([30, 10], [10, 30])).toBe(0.25);
});

test('is D times the share of the others', () => {
  const [group, reference] = [
    [5, 9, 30],
    [20, 4, 11],
  ];
  expect(gorard(group, reference)).toBeCloseTo((dissimilarity(group, reference) * 35) / 79, 14);
});
