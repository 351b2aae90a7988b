import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationProfile } from '#stats/curves/concentration-profile.ts';
import {
  expectedProfileIndex,
  profileIndex,
  profileIndexOnGrid,
} from '#stats/indices/concentration/profile-index.ts';
import { allAllocations } from '../../dealing.ts';

const tables = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 15 })
  .map((units) => [units.map(([x]) => x), units.map(([, y]) => y)] as const);

describe('profileIndex', () => {
  test('by hand: (¾ · |¾ − ½| + ¼ · |¼ − ½|)/½', () => {
    expect(profileIndex([30, 10], [10, 30])).toBe(0.5);
  });

  test('is 0 for the same share everywhere, 1 where no unit is shared', () => {
    expect(profileIndex([1, 2, 3], [3, 6, 9])).toBe(0);
    expect(profileIndex([4, 0, 5], [0, 9, 0])).toBe(1);
  });

  test('is the area between the profile and that of an evenly spread group', () => {
    let tried = 0;
    fc.assert(
      fc.property(tables, ([group, reference]) => {
        const { threshold, part, overall } = concentrationProfile(group, reference);
        if (threshold.length === 0) return;
        tried++;
        let area = 0;
        for (let k = 1; k < threshold.length; k++) {
          const [from, to] = [threshold[k - 1]!, threshold[k]!];
          const below = Math.max(0, Math.min(to, overall) - from);
          area += below * (1 - part[k]!) + (to - from - below) * part[k]!;
        }
        expect(profileIndex(group, reference)).toBeCloseTo(area / (1 - overall), 10);
      }),
      { seed: 1 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  test('is at most 1 for a group of up to half, and can pass it above', () => {
    fc.assert(
      fc.property(tables, ([group, reference]) => {
        const sum = (column: readonly number[]) => column.reduce((a, b) => a + b, 0);
        const value = profileIndex(group, reference);
        if (Number.isNaN(value)) return;
        expect(value).toBeLessThanOrEqual((sum(group) <= sum(reference) ? 1 : 2) + 1e-12);
      }),
      { seed: 1 },
    );
    expect(profileIndex([700, 200], [0, 100])).toBeCloseTo((7 / 9 + (2 / 9) * (7 / 3)) / 1, 12);
  });

  test('its expected value is the mean over all deals', () => {
    const totals = [3, 5, 2, 4];
    const mean = allAllocations(totals, 5).reduce((sum, { group, chance }) => {
      const others = group.map((x, i) => totals[i]! - x);
      return sum + chance * profileIndex(group, others);
    }, 0);
    expect(expectedProfileIndex([3, 1, 0, 1], [0, 4, 2, 3])).toBeCloseTo(mean, 13);
  });
});

describe('profileIndexOnGrid', () => {
  test('by hand with the thresholds 0, ¼ … 1: v = 1, 1, ¾, ¾, 0', () => {
    expect(profileIndexOnGrid([30, 10], [10, 30], 5)).toBeCloseTo((0.5 - 2 / 5 + 1.5 / 5) / 0.5, 15);
  });

  test('tends to the exact index', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 5000 }), ([group, reference], thresholds) => {
        const exact = profileIndex(group, reference);
        if (Number.isNaN(exact)) return;
        const overall =
          group.reduce((a, b) => a + b, 0) / (group.concat(reference).reduce((a, b) => a + b, 0) || 1);
        const onGrid = profileIndexOnGrid(group, reference, thresholds);
        expect(Math.abs(onGrid - exact)).toBeLessThanOrEqual(4 / thresholds / (1 - overall));
      }),
      { seed: 1 },
    );
  });

  test('refuses fewer than two thresholds', () => {
    for (const thresholds of [1, 0, 2.5, NaN]) {
      expect(() => profileIndexOnGrid([1, 2], [2, 1], thresholds)).toThrow(
        `invalid thresholds: ${thresholds}`,
      );
    }
  });
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['no unit', [], []],
])('all are undefined for %s', (_, group, reference) => {
  for (const index of [profileIndex, profileIndexOnGrid, expectedProfileIndex]) {
    expect(index(group, reference)).toBeNaN();
  }
});

test('units without persons change nothing', () => {
  expect(profileIndex([30, 0, 10], [10, 0, 30])).toBe(0.5);
  expect(profileIndexOnGrid([30, 0, 10], [10, 0, 30])).toBe(profileIndexOnGrid([30, 10], [10, 30]));
});
