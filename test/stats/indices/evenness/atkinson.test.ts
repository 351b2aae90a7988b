import { describe, expect, test } from 'vitest';
import { atkinson, expectedAtkinson } from '#stats/indices/evenness/atkinson.ts';
import { meanOf, randomAllocations } from '../../dealing.ts';

/** The definition as printed. */
function printed(group: readonly number[], reference: readonly number[], b: number): number {
  const all = group.reduce((a, c) => a + c, 0) + reference.reduce((a, c) => a + c, 0);
  const share = group.reduce((a, c) => a + c, 0) / all;
  const sum = group.reduce((total, x, i) => {
    const t = x + reference[i]!;
    return total + ((1 - x / t) ** (1 - b) * (x / t) ** b * t) / (share * all);
  }, 0);
  return 1 - (share / (1 - share)) * sum ** (1 / (1 - b));
}

describe('atkinson', () => {
  test('by hand: 1 − (2 sqrt(300)/40)² = 0.25', () => {
    expect(atkinson([30, 10], [10, 30])).toBeCloseTo(0.25, 14);
  });

  test.each([0.1, 0.5, 0.9])('equals the printed formula for b = %d', (b) => {
    expect(atkinson([5, 9, 30], [20, 4, 11], b)).toBeCloseTo(printed([5, 9, 30], [20, 4, 11], b), 13);
  });

  test('is 0 for equal shares and 1 where no unit is shared', () => {
    expect(atkinson([1, 2, 3], [3, 6, 9], 0.3)).toBeCloseTo(0, 14);
    expect(atkinson([7, 0, 2], [0, 11, 0], 0.7)).toBe(1);
  });

  test.each([0, 1, -1, Number.NaN])('refuses b = %d', (b) => {
    expect(() => atkinson([1, 2], [2, 1], b)).toThrow(`invalid b: ${b}`);
  });
});

test.each([
  [0.5, [20, 35, 28, 17, 40, 22, 31, 25]],
  [0.3, [200, 350, 280, 170, 400]],
])('its expected value is the mean of random deals within their error: b = %d', (b, totals) => {
  const all = totals.reduce((a, c) => a + c, 0);
  const group = Math.round(all * 0.4);
  const draws = randomAllocations(totals, [group, all - group], 1500, 5);
  const { mean, error } = meanOf(draws.map(([x, y]) => atkinson(x!, y!, b)));
  expect(Math.abs(expectedAtkinson(draws[0]![0]!, draws[0]![1]!, b) - mean)).toBeLessThan(4 * error);
  expect(error / mean).toBeLessThan(0.03);
});
