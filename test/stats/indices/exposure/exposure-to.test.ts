import { expect, test } from 'vitest';
import { exposureTo } from '#stats/indices/exposure/exposure-to.ts';
import { isolation } from '#stats/indices/exposure/isolation.ts';

test('by hand: a fifth of everybody everywhere', () => {
  expect(exposureTo([30, 10], [10, 10], [50, 50])).toBe(0.2);
});

test('of one group to all groups adds up to 1, to itself is isolation', () => {
  const groups = [
    [5, 9, 0, 30],
    [20, 4, 0, 11],
    [1, 0, 0, 8],
  ];
  const total = [26, 13, 0, 49];
  const rest = total.map((t, i) => t - groups[0]![i]!);
  expect(groups.reduce((sum, other) => sum + exposureTo(groups[0]!, other, total), 0)).toBeCloseTo(1, 14);
  expect(exposureTo(groups[0]!, groups[0]!, total)).toBeCloseTo(isolation(groups[0]!, rest), 14);
});

test('is undefined for an empty group and refuses more than everybody', () => {
  expect(exposureTo([0, 0], [1, 1], [2, 2])).toBeNaN();
  expect(() => exposureTo([1], [3], [2])).toThrow('invalid count: 1, 3 of 2 at 0');
  expect(() => exposureTo([1, 2], [3], [2, 4])).toThrow('invalid length: 1 (expected 2)');
});
