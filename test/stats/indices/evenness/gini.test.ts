import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dissimilarity, expectedDissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { expectedGini, gini } from '#stats/indices/evenness/gini.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { allAllocations, meanOf, randomAllocations } from '../../dealing.ts';

/** The definition, over all pairs. */
function pairwise(group: readonly number[], reference: readonly number[]): number {
  const total = group.map((x, i) => x + reference[i]!);
  const all = total.reduce((a, b) => a + b, 0);
  const share = group.reduce((a, b) => a + b, 0) / all;
  let sum = 0;
  for (let i = 0; i < total.length; i++) {
    for (let j = 0; j < total.length; j++) {
      if (total[i] === 0 || total[j] === 0) continue;
      sum += total[i]! * total[j]! * Math.abs(group[i]! / total[i]! - group[j]! / total[j]!);
    }
  }
  return sum / (2 * all * all * share * (1 - share));
}

describe('gini', () => {
  test('by hand', () => {
    expect(gini([30, 10], [10, 30])).toBe(0.5);
    expect(gini([7, 0, 2], [0, 11, 0])).toBe(1);
    expect(gini([1, 2, 3], [3, 6, 9])).toBe(0);
  });

  test('equals the definition over all pairs and lies between D and 2D − D²', () => {
    const column = fc.array(fc.nat(50), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(column, column, (group, reference) => {
        const value = gini(group, reference);
        fc.pre(!Number.isNaN(value));
        expect(value).toBeCloseTo(pairwise(group, reference), 12);
        const d = dissimilarity(group, reference);
        expect(value).toBeGreaterThanOrEqual(d - 1e-12);
        expect(value).toBeLessThanOrEqual(2 * d - d * d + 1e-12);
      }),
    );
  });

  test('sorts long columns right, too', () => {
    const random = randomStream(5);
    const group = Array.from({ length: 1500 }, () => random.below(90));
    const reference = Array.from({ length: 1500 }, () => random.below(200));
    expect(gini(group, reference)).toBeCloseTo(pairwise(group, reference), 12);
  });
});

describe('expected gini', () => {
  test.each([
    ['classes of 10 to 60', 40, 10, 60, 0.2],
    ['a rare group', 60, 1, 200, 0.05],
    ['areas of some hundreds', 30, 100, 400, 0.4],
    ['very unequal units', 25, 2, 900, 0.3],
  ])('is the mean of random deals within their error: %s', (_, units, least, most, share) => {
    const random = randomStream(11, units);
    const totals = Array.from({ length: units }, () => least + random.below(most - least + 1));
    const all = totals.reduce((a, b) => a + b, 0);
    const group = Math.round(all * share);
    const draws = randomAllocations(totals, [group, all - group], 600, 3);
    const { mean, error } = meanOf(draws.map(([x, y]) => gini(x!, y!)));
    const [x, y] = draws[0]!;
    const value = expectedGini(x!, y!);
    expect(Math.abs(value - mean)).toBeLessThan(4 * error + 0.005 * mean);
    expect(error / mean).toBeLessThan(0.02);
  });

  test.each([
    ['few persons', [3, 4, 5], 4],
    ['a single member', [40, 300, 260], 1],
    ['nearly everybody', [8, 9, 3], 17],
    ['a handful among many', [200, 150, 90], 3],
  ])('is the mean over all deals: %s', (_, totals, members) => {
    const rest = (group: readonly number[]): number[] => group.map((x, i) => totals[i]! - x);
    const deals = allAllocations(totals, members);
    const mean = deals.reduce((sum, { group, chance }) => sum + chance * gini(group, rest(group)), 0);
    const { group } = deals[0]!;
    expect(expectedGini(group, rest(group))).toBeCloseTo(mean, 11);
  });

  test('never lies below that of D, however small the group', () => {
    const totals = [4e8, 3e8, 3e8];
    for (const members of [1, 5, 24]) {
      const group = [members, 0, 0];
      const reference = totals.map((total, i) => total - group[i]!);
      expect(expectedGini(group, reference)).toBeGreaterThanOrEqual(
        expectedDissimilarity(group, reference) * (1 - 1e-9),
      );
    }
  });

  test('is undefined where fractions leave no whole person in the group', () => {
    expect(expectedGini([0.1, 0.2], [3, 4])).toBeNaN();
  });

  test('takes sizes together where there are very many of them', () => {
    const sizes = Array.from({ length: 400 }, (_, i) => 1000 + 3 * i);
    const few = sizes.map((size) => 1000 + Math.round((size - 1000) / 30) * 30);
    const at = (totals: readonly number[]): number =>
      expectedGini(
        totals.map((total) => total * 0.25),
        totals.map((total) => total * 0.75),
      );
    expect(at(sizes) / at(few)).toBeCloseTo(1, 3);
  });
});
