import { expect, test } from 'vitest';
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
