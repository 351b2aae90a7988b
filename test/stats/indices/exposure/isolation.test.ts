import { describe, expect, test } from 'vitest';
import { expectedInteraction, interaction } from '#stats/indices/exposure/interaction.ts';
import { expectedIsolation, isolation } from '#stats/indices/exposure/isolation.ts';
import { allAllocations } from '../../dealing.ts';

test('by hand: 30/40 · 30/40 + 10/40 · 10/40', () => {
  expect(isolation([30, 10], [10, 30])).toBe(0.625);
});

test('lies between the share of the group and 1', () => {
  expect(isolation([1, 2, 3], [3, 6, 9])).toBeCloseTo(0.25, 15);
  expect(isolation([7, 0, 2], [0, 11, 0])).toBe(1);
});

test('its expected value is the mean over all deals, and that of interaction the rest', () => {
  const totals = [3, 5, 2, 4];
  const mean = allAllocations(totals, 5).reduce(
    (sum, { group, chance }) =>
      sum +
      chance *
        isolation(
          group,
          group.map((x, i) => totals[i]! - x),
        ),
    0,
  );
  expect(expectedIsolation([3, 1, 0, 1], [0, 4, 2, 3])).toBeCloseTo(mean, 13);
  expect(expectedInteraction([3, 1, 0, 1], [0, 4, 2, 3])).toBeCloseTo(1 - mean, 13);
  expect(interaction([3, 1, 0, 1], [0, 4, 2, 3])).toBeCloseTo(1 - isolation([3, 1, 0, 1], [0, 4, 2, 3]), 14);
});

describe('among the others alone', () => {
  const exact = { exact: true } as const;

  test('by hand: 30/40 · 29/39 + 10/40 · 9/39', () => {
    expect(isolation([30, 10], [10, 30], exact)).toBeCloseTo((30 * 29 + 10 * 9) / 40 / 39, 15);
    expect(interaction([30, 10], [10, 30], exact)).toBeCloseTo((30 * 10 + 10 * 30) / 40 / 39, 15);
  });

  test('isolation and interaction add up to 1 where nobody is alone', () => {
    const [group, reference] = [
      [7, 1, 0, 2.5, 0.4],
      [3, 1, 6, 0, 2.2],
    ];
    expect(isolation(group, reference, exact) + interaction(group, reference, exact)).toBeCloseTo(1, 14);
  });

  test('who is alone meets nobody', () => {
    expect(isolation([1, 3], [0, 1], exact)).toBeCloseTo((3 / 4) * (2 / 3), 15);
    expect(interaction([1, 3], [0, 1], exact)).toBeCloseTo((3 / 4) * (1 / 3), 15);
    expect(isolation([1, 1], [0, 0], exact)).toBe(0);
    expect(interaction([0.5, 0.5], [0.5, 0], exact)).toBe(0);
  });

  test('an empty group has no value', () => {
    expect(isolation([0, 0], [1, 2], exact)).toBeNaN();
    expect(interaction([0, 0], [1, 2], exact)).toBeNaN();
  });

  test('hardly matters in large units', () => {
    expect(isolation([3000, 1000], [1000, 3000], exact)).toBeCloseTo(0.625, 3);
  });
});
