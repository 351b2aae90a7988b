import { describe, expect, test } from 'vitest';
import { geary, gearySpec } from '#stats/indices/autocorrelation/geary.ts';
import {
  expectedMoran,
  moran,
  moranMoments,
  moranSpec,
  sharesOf,
} from '#stats/indices/autocorrelation/moran.ts';
import { normalProbability, normalQuantile } from '#stats/numeric/normal.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { twoGroupTable } from '#stats/table.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland, lattice, meanOf, permutations, varianceOf, withWeights } from '../../maps.ts';

const ringOf = (size: number) =>
  Array.from({ length: size }, (_, i) => [(i + size - 1) % size, (i + 1) % size]);

describe('moran', () => {
  test('by hand: 4/6 · (¼ + ¼ − ¼ − ¼ + ¼ + ¼)/1', () => {
    expect(moran([1, 1, 0, 0], neighbourWeights(chain, 'binary'))).toBeCloseTo(1 / 3, 15);
  });

  test('row-standardised: ends look at one neighbour with weight 1', () => {
    // z = ½, ½, −½, −½: lags ½, 0, 0, −½
    expect(moran([1, 1, 0, 0], neighbourWeights(chain))).toBeCloseTo(0.5, 15);
  });

  test('alternating values lie at the other end', () => {
    expect(moran([1, 0, 1, 0], neighbourWeights(chain))).toBeCloseTo(-1, 15);
  });

  test('a missing value leaves the unit out, its neighbours are weighted anew', () => {
    for (const style of ['binary', 'row-standardised'] as const) {
      expect(moran([3, 1, 2, NaN], neighbourWeights(chain, style))).toBeCloseTo(
        moran([3, 1, 2], neighbourWeights([[1], [0, 2], [1]], style)),
        15,
      );
    }
  });

  test('an island counts in n and in the mean but has no links', () => {
    const weights = neighbourWeights(chainAndIsland);
    // mean 0.4: z = .6, .6, −.4, −.4, −.4; sum z·lag = .36 + .06 − .04 + .16, S0 = 4
    expect(moran([1, 1, 0, 0, 0], weights)).toBeCloseTo(((5 / 4) * 0.54) / 1.2, 14);
  });

  test.each([
    ['one value', [1, NaN, NaN, NaN]],
    ['equal values', [2, 2, 2, 2]],
    ['no neighbours among those with a value', [1, NaN, 2, NaN]],
  ])('is undefined for %s', (_, values) => {
    const weights = neighbourWeights(chain);
    expect(moran(values, weights)).toBeNaN();
    expect(geary(values, weights)).toBeNaN();
  });

  test('refuses values that do not fit', () => {
    const weights = neighbourWeights(chain, 'binary');
    expect(() => moran([1, 2], weights)).toThrow('invalid length: 2 (expected 4)');
    expect(() => moran([1, 2, Infinity, 3], weights)).toThrow('invalid value: Infinity at 2');
  });

  test('without a pattern −1/(n − 1) is expected', () => {
    expect(expectedMoran(5)).toBe(-0.25);
    expect(expectedMoran(1)).toBeNaN();
  });
});

describe('moranMoments', () => {
  test('expectation and variance under randomisation are those of all orders', () => {
    for (const weights of [
      lattice(2, 3),
      lattice(2, 3, 'binary'),
      withWeights(neighbourWeights([[1, 2], [2], [], [0], [3, 1], [0]]), (i, j) => 1 + i + j / 4),
    ]) {
      const values = [5, 4, 1, 6, 3, 22];
      const possible = permutations(values).map((order) => moran(order, weights));
      const { value, expected, randomisation } = moranMoments(values, weights);
      expect(value).toBe(moran(values, weights));
      expect(expected).toBeCloseTo(meanOf(possible), 12);
      expect(randomisation.variance).toBeCloseTo(varianceOf(possible), 12);
      expect(randomisation.z).toBeCloseTo((value - expected) / Math.sqrt(varianceOf(possible)), 9);
    }
  });

  test('variance under normality is that of independent normal draws', () => {
    const weights = lattice(3, 4);
    const random = randomStream(5);
    const drawn = Array.from({ length: 20_000 }, () =>
      moran(
        Float64Array.from({ length: 12 }, () => normalQuantile(random.uniform())),
        weights,
      ),
    );
    const { normality } = moranMoments(
      Array.from({ length: 12 }, (_, i) => i * i),
      weights,
    );
    expect(varianceOf(drawn) / normality.variance).toBeCloseTo(1, 1);
    expect(Math.abs(varianceOf(drawn) / normality.variance - 1)).toBeLessThan(0.04);
  });

  test('p is two-sided', () => {
    const { z, p } = moranMoments([1, 2, 4, 3, 7, 5, 8, 9], neighbourWeights(ringOf(8))).normality;
    expect(z).toBeGreaterThan(0);
    expect(p).toBeCloseTo(2 * (1 - normalProbability(z)), 12);
  });

  test('is undefined where Moran’s I is, and without a model for three units', () => {
    const nothing = moranMoments([2, 2, 2, 2], neighbourWeights(chain));
    expect([nothing.value, nothing.expected, nothing.randomisation.p, nothing.normality.z]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    const three = moranMoments([1, 2, 4], neighbourWeights([[1], [0, 2], [1]]));
    expect(three.randomisation.variance).toBeNaN();
    expect(three.normality.variance).toBeGreaterThan(0);
  });
});

test('shares: a unit without persons has none, or 0 where the reference packages are followed', () => {
  const table = twoGroupTable([1, 0, 3], [3, 0, 1]);
  expect([...sharesOf(table)]).toEqual([0.25, NaN, 0.75]);
  expect([...sharesOf(table, 'zero')]).toEqual([0.25, 0, 0.75]);
});

test.each([
  ['an empty group', [0, 0, 0], [1, 2, 3]],
  ['the same share everywhere', [1, 2, 3], [2, 4, 6]],
  ['a single populated unit', [0, 2, 0], [0, 4, 0]],
])('nothing is expected of an index without a value: %s', (_, group, reference) => {
  const context = { weights: neighbourWeights([[1], [0, 2], [1]]) };
  const table = twoGroupTable(group, reference);
  for (const spec of [moranSpec, gearySpec]) {
    expect(spec.compute(table, context)).toBeNaN();
    expect(spec.expected(table, context)).toBeNaN();
  }
});
