import { expect, test } from 'vitest';
import { interaction } from '#stats/indices/exposure/interaction.ts';

test('by hand: 30/40 · 10/40 + 10/40 · 30/40', () => {
  expect(interaction([30, 10], [10, 30])).toBe(0.375);
});

test('is 0 where no unit is shared, and is not symmetric', () => {
  expect(interaction([7, 0, 2], [0, 11, 0])).toBe(0);
  // X · xPy = Y · yPx: the smaller group meets the larger one more often than the other way round
  expect(10 * interaction([4, 6], [20, 70])).toBeCloseTo(90 * interaction([20, 70], [4, 6]), 12);
});
