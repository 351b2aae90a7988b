import { describe, expect, test } from 'vitest';
import { expectedInformation, information } from '#stats/indices/evenness/information.ts';
import { allAllocations, meanOf, randomAllocations } from '../../dealing.ts';

describe('information', () => {
  test('by hand: E = ln 2, both units −¾ ln ¾ − ¼ ln ¼', () => {
    const unit = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    expect(information([30, 10], [10, 30])).toBeCloseTo(1 - unit / Math.LN2, 14);
  });

  test('is 0 for equal shares and 1 where no unit is mixed', () => {
    expect(information([1, 2, 3], [3, 6, 9])).toBeCloseTo(0, 15);
    expect(information([7, 0, 2], [0, 11, 0])).toBe(1);
  });
});

describe('expected information', () => {
  test('equals the mean over all deals for small units', () => {
    const totals = [3, 5, 2, 4];
    const mean = allAllocations(totals, 5).reduce(
      (sum, { group, chance }) =>
        sum +
        chance *
          information(
            group,
            group.map((x, i) => totals[i]! - x),
          ),
      0,
    );
    expect(expectedInformation([3, 1, 0, 1], [0, 4, 2, 3])).toBeCloseTo(mean, 12);
  });

  test('goes over into its series without a jump', () => {
    // a variance of 12 divides the two ways: t P (1 − P) with P = 1/5 at t = 75
    const at = (t: number): number => {
      const totals = Array<number>(40).fill(t);
      return (
        expectedInformation(
          totals.map(() => t / 5),
          totals.map(() => (4 * t) / 5),
        ) * t
      );
    };
    const step = at(75) / at(70) - 1;
    expect(step).toBeLessThan(0);
    expect(at(80) / at(75) - 1).toBeCloseTo(step, 3);
  });

  test('is the mean of random deals within their error for larger units', () => {
    const totals = [100, 150, 400, 220, 90, 300, 180, 260];
    const draws = randomAllocations(totals, [600, 1100], 800, 4);
    const { mean, error } = meanOf(draws.map(([x, y]) => information(x!, y!)));
    expect(Math.abs(expectedInformation(draws[0]![0]!, draws[0]![1]!) - mean)).toBeLessThan(4 * error);
    expect(error / mean).toBeLessThan(0.03);
  });
});
