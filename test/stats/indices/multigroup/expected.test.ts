import { expect, test } from 'vitest';
import { expectedManyGroupIndices, manyGroupIndices } from '#stats/catalog.ts';
import { meanOf, randomAllocations } from '../../dealing.ts';

test.each([
  ['classes', [22, 25, 18, 30, 27, 24, 19, 21, 26, 28], [60, 120, 50, 10]],
  ['areas', [220, 150, 380, 300, 170, 240], [300, 860, 300]],
])('expected values are the means of random deals within their error: %s', (_, totals, groups) => {
  expect(totals.reduce((a, b) => a + b, 0)).toBe(groups.reduce((a, b) => a + b, 0));
  const draws = randomAllocations(totals, groups, 800, 6);
  const values = draws.map((table) => manyGroupIndices(table));
  for (const [id, value] of Object.entries(expectedManyGroupIndices(draws[0]!))) {
    const { mean, error } = meanOf(values.map((each) => each[id]!));
    expect(Math.abs(value - mean), id).toBeLessThan(4 * error + 0.005 * mean);
    expect(error / mean, id).toBeLessThan(0.03);
  }
});
