import { expect, test } from 'vitest';
import { expectedVarianceRatioOf, varianceRatio } from '#stats/indices/evenness/variance-ratio.ts';
import { isolation } from '#stats/indices/exposure/isolation.ts';
import { twoGroupTable } from '#stats/table.ts';
import { allAllocations } from '../../dealing.ts';

test('by hand, and as isolation beyond the share', () => {
  expect(varianceRatio([30, 10], [10, 30])).toBeCloseTo(0.25, 15);
  const [group, reference] = [
    [5, 9, 30],
    [20, 4, 11],
  ];
  expect(varianceRatio(group, reference)).toBeCloseTo(
    (isolation(group, reference) - 44 / 79) / (1 - 44 / 79),
    14,
  );
});

test('its expected value is the mean over all deals', () => {
  const totals = [3, 5, 2, 4];
  const mean = allAllocations(totals, 5).reduce(
    (sum, { group, chance }) =>
      sum +
      chance *
        varianceRatio(
          group,
          group.map((x, i) => totals[i]! - x),
        ),
    0,
  );
  expect(expectedVarianceRatioOf(twoGroupTable([3, 1, 0, 1], [0, 4, 2, 3]))).toBeCloseTo(mean, 13);
});
