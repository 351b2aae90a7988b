import { describe, expect, test } from 'vitest';
import { geary } from '#stats/indices/autocorrelation/geary.ts';
import { expectedMoran, moran, sharesOf } from '#stats/indices/autocorrelation/moran.ts';
import { twoGroupTable } from '#stats/table.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';

/** 1 – 2 – 3 – 4, and beside it an island. */
const chain = { offsets: Int32Array.of(0, 1, 3, 5, 6), neighbours: Int32Array.of(1, 0, 2, 1, 3, 2) };
const chainAndIsland = { ...chain, offsets: Int32Array.of(0, 1, 3, 5, 6, 6) };

describe('moran', () => {
  test('by hand: 4/6 · (¼ + ¼ − ¼ − ¼ + ¼ + ¼)/1', () => {
    expect(moran([1, 1, 0, 0], sparseMatrix(chain, 'binary'))).toBeCloseTo(1 / 3, 15);
  });

  test('row-standardised: ends look at one neighbour with weight 1', () => {
    // z = ½, ½, −½, −½: lags ½, 0, 0, −½
    expect(moran([1, 1, 0, 0], sparseMatrix(chain, 'row-standardised'))).toBeCloseTo(0.5, 15);
  });

  test('alternating values lie at the other end', () => {
    expect(moran([1, 0, 1, 0], sparseMatrix(chain, 'row-standardised'))).toBeCloseTo(-1, 15);
  });

  test('a missing value leaves the unit out, its neighbours are weighted anew', () => {
    const short = { offsets: Int32Array.of(0, 1, 3, 4), neighbours: Int32Array.of(1, 0, 2, 1) };
    for (const style of ['binary', 'row-standardised'] as const) {
      expect(moran([3, 1, 2, NaN], sparseMatrix(chain, style))).toBeCloseTo(
        moran([3, 1, 2], sparseMatrix(short, style)),
        15,
      );
    }
  });

  test('an island counts in n and in the mean but has no links', () => {
    const weights = sparseMatrix(chainAndIsland, 'row-standardised');
    // mean 0.4: z = .6, .6, −.4, −.4, −.4; sum z·lag = .36 + .06 − .04 + .16, S0 = 4
    expect(moran([1, 1, 0, 0, 0], weights)).toBeCloseTo(((5 / 4) * 0.54) / 1.2, 14);
  });

  test.each([
    ['one value', [1, NaN, NaN, NaN]],
    ['equal values', [2, 2, 2, 2]],
    ['no neighbours among those with a value', [1, NaN, 2, NaN]],
  ])('is undefined for %s', (_, values) => {
    const weights = sparseMatrix(chain, 'row-standardised');
    expect(moran(values, weights)).toBeNaN();
    expect(geary(values, weights)).toBeNaN();
  });

  test('refuses values that do not fit', () => {
    const weights = sparseMatrix(chain, 'binary');
    expect(() => moran([1, 2], weights)).toThrow('invalid length: 2 (expected 4)');
    expect(() => moran([1, 2, Infinity, 3], weights)).toThrow('invalid value: Infinity at 2');
  });

  test('without a pattern −1/(n − 1) is expected', () => {
    expect(expectedMoran(5)).toBe(-0.25);
    expect(expectedMoran(1)).toBeNaN();
  });
});

test('geary by hand: 3/12 · 2/1 on binary weights', () => {
  expect(geary([1, 1, 0, 0], sparseMatrix(chain, 'binary'))).toBeCloseTo(0.5, 15);
});

test('shares: a unit without persons has none, or 0 where the reference packages are followed', () => {
  const table = twoGroupTable([1, 0, 3], [3, 0, 1]);
  expect([...sharesOf(table)]).toEqual([0.25, NaN, 0.75]);
  expect([...sharesOf(table, 'zero')]).toEqual([0.25, 0, 0.75]);
});
