import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dissimilarity, expectedDissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { allAllocations, choose } from '../../dealing.ts';

describe('dissimilarity', () => {
  test('by hand: 20 of 40 have to move', () => {
    expect(dissimilarity([30, 10], [10, 30])).toBe(0.5);
  });

  test('is 0 for equal shares, exactly, and 1 where no unit is shared', () => {
    expect(dissimilarity([1, 2, 3, 97], [3, 6, 9, 291])).toBe(0);
    expect(dissimilarity([7, 0, 2], [0, 11, 0])).toBe(1);
  });

  test('accepts typed arrays and fractional counts', () => {
    expect(dissimilarity(Uint16Array.of(30, 10), Float64Array.of(10, 30))).toBe(0.5);
    expect(dissimilarity([1.5, 0.5], [0.5, 1.5])).toBe(0.5);
  });
});

describe('expected dissimilarity', () => {
  test('by hand: with two pairs of places two of six deals set the groups apart', () => {
    expect(expectedDissimilarity([1, 1], [1, 1])).toBeCloseTo(1 / 3, 14);
  });

  test('equals the mean over all deals of the same persons', () => {
    const unit = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (totals, x) => {
          const all = totals.reduce((a, b) => a + b, 0);
          fc.pre(x < all && totals.filter((total) => total > 0).length > 1);
          const mean = allAllocations(totals, x).reduce(
            (sum, { group, chance }) =>
              sum +
              chance *
                dissimilarity(
                  group,
                  group.map((count, i) => totals[i]! - count),
                ),
            0,
          );
          const [first] = allAllocations(totals, x);
          const others = first!.group.map((count, i) => totals[i]! - count);
          expect(expectedDissimilarity(first!.group, others)).toBeCloseTo(mean, 12);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('binomial: equals the mean over all counts of each unit by itself', () => {
    const totals = [3, 5, 2];
    const p = 0.4;
    let sum = 0;
    for (const t of totals) {
      for (let x = 0; x <= t; x++) sum += choose(t, x) * p ** x * (1 - p) ** (t - x) * Math.abs(x - t * p);
    }
    const mean = sum / (2 * 10 * p * (1 - p));
    expect(expectedDissimilarity([2, 1, 1], [1, 4, 1], 'binomial')).toBeCloseTo(mean, 13);
  });

  test('falls as units grow and stays exact for large ones', () => {
    const at = (size: number): number =>
      expectedDissimilarity(Array(20).fill(size * 0.3), Array(20).fill(size * 0.7));
    expect(at(10)).toBeGreaterThan(at(100));
    // mean deviation of a normal count: sqrt(2/π) σ
    const normal = Math.sqrt((2 / Math.PI) * 1e6 * 0.21 * (19 / 20)) / (2 * 1e6 * 0.21);
    expect(at(1_000_000) / normal).toBeCloseTo(1, 5);
  });

  test('is undefined where D is', () => {
    expect(expectedDissimilarity([0, 0], [1, 1])).toBeNaN();
    expect(expectedDissimilarity([1], [1])).toBeNaN();
  });
});
