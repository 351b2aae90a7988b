import { expect, test } from 'vitest';
import { minimumMaximum } from '#stats/indices/evenness/minimum-maximum.ts';

test('by hand: 1 − (¼ + ¼)/(¾ + ¾)', () => {
  expect(minimumMaximum([30, 10], [10, 30])).toBeCloseTo(2 / 3, 15);
});

test('equals the definition by smaller and larger shares', () => {
  const group = [5, 9, 30];
  const reference = [20, 4, 11];
  const least = group.reduce((sum, x, i) => sum + Math.min(x / 44, reference[i]! / 35), 0);
  const most = group.reduce((sum, x, i) => sum + Math.max(x / 44, reference[i]! / 35), 0);
  expect(minimumMaximum(group, reference)).toBeCloseTo(1 - least / most, 14);
});
