import { expect, test } from 'vitest';
import { localDivergence, normalizedLocalDivergence } from '#stats/indices/local/local-divergence.ts';
import { localMutualInformation } from '#stats/indices/local/local-mutual-information.ts';

test('by hand', () => {
  // the city is half and half: 3/4 ln(3/2) + 1/4 ln(1/2)
  const expected = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
  const groups = [
    [30, 10, 0],
    [10, 30, 0],
  ];
  expect([...localDivergence(groups)]).toEqual([
    expect.closeTo(expected, 14),
    expect.closeTo(expected, 14),
    NaN,
  ]);
  expect(normalizedLocalDivergence(groups)[0]).toBeCloseTo(expected / Math.LN2, 14);
});

test('is the local M', () => {
  const groups = [
    [3, 5, 8],
    [13, 1, 0],
    [2, 2, 4],
  ];
  expect(localDivergence(groups)).toEqual(localMutualInformation(groups).scores);
});

test('is 1 where only the smallest group lives, 0 where all live as in the city', () => {
  const values = normalizedLocalDivergence([
    [5, 0, 25],
    [1, 10, 5],
    [0, 0, 0],
  ]);
  expect(values[1]).toBe(1);
  expect(values[0]).toBeGreaterThan(0);
  expect(
    normalizedLocalDivergence([
      [1, 2],
      [3, 6],
    ])[0],
  ).toBeCloseTo(0, 14);
  expect([...normalizedLocalDivergence([[1, 2]])]).toEqual([NaN, NaN]);
});
