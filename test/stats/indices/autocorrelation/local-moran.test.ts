import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  localMoran,
  localMoranMoments,
  localMoranSpec,
  quadrants,
} from '#stats/indices/autocorrelation/local-moran.ts';
import { moran } from '#stats/indices/autocorrelation/moran.ts';
import { twoGroupTable } from '#stats/table.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland, lattice, meanOf, permutations, varianceOf, withWeights } from '../../maps.ts';

const names = (codes: Uint8Array) => Array.from(codes, (code) => quadrants[code]);

describe('localMoran', () => {
  test('by hand: z = −3, −1, −1, 5, m2 = 9', () => {
    // lags on the row-standardised chain: −1, −2, 2, −1
    const { values, quadrants: codes } = localMoran([1, 3, 3, 9], neighbourWeights(chain));
    [3 / 9, 2 / 9, -2 / 9, -5 / 9].forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 14);
    });
    expect(names(codes)).toEqual(['LL', 'LL', 'LH', 'HL']);
  });

  test('on the other scale a quarter less', () => {
    const n = localMoran([1, 3, 3, 9], neighbourWeights(chain)).values;
    const other = localMoran([1, 3, 3, 9], neighbourWeights(chain), { scale: 'n-1' }).values;
    n.forEach((value, i) => {
      expect(other[i]).toBeCloseTo(value * 0.75, 14);
    });
  });

  test('high among high', () => {
    expect(names(localMoran([5, 4, 1, 0], neighbourWeights(chain)).quadrants)[0]).toBe('HH');
  });

  test('sums to S0 times Moran’s I', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 12, maxLength: 12 }),
        fc.constantFrom('binary' as const, 'row-standardised' as const),
        (values, style) => {
          const weights = lattice(3, 4, style);
          const s0 = weights.weights.reduce((sum, weight) => sum + weight, 0);
          const total = localMoran(values, weights).values.reduce((sum, value) => sum + value, 0);
          const reference = moran(values, weights);
          if (Number.isNaN(reference)) expect(total).toBeNaN();
          else expect(total).toBeCloseTo(s0 * reference, 9);
        },
      ),
      { seed: 1 },
    );
  });

  test('islands and units without a value have none; the others are as without them', () => {
    const { values, quadrants: codes } = localMoran([1, 3, NaN, 9, 4], neighbourWeights(chainAndIsland));
    // 1 and 2 are left of the chain, 4 has lost its neighbour, 5 is an island: mean 17/4
    expect([...values].map(Number.isNaN)).toEqual([false, false, true, true, true]);
    expect(names(codes)).toEqual(['LL', 'LL', 'none', 'none', 'none']);
    const m2 = varianceOf([1, 3, 9, 4]);
    expect(values[0]).toBeCloseTo(((1 - 4.25) * (3 - 4.25)) / m2, 14);
  });

  test('islands count 0 on request, as in the packages', () => {
    const found = localMoran([1, 3, NaN, 9, 4], neighbourWeights(chainAndIsland), { islands: 'zero' });
    expect([...found.values].slice(2)).toEqual([NaN, 0, -0]);
    expect(names(found.quadrants)).toEqual(['LL', 'LL', 'none', 'HL', 'LL']);
  });

  test.each([
    ['equal values', [2, 2, 2, 2]],
    ['one value', [1, NaN, NaN, NaN]],
    ['no unit', []],
  ])('is undefined for %s', (_, values) => {
    const weights = neighbourWeights(values.length === 0 ? [] : chain);
    const { values: local, quadrants: codes } = localMoran(values, weights);
    expect([...local].every(Number.isNaN)).toBe(true);
    expect(names(codes).every((name) => name === 'none')).toBe(true);
    expect(local).toHaveLength(values.length);
    expect([...localMoranMoments(values, weights).z].every(Number.isNaN)).toBe(true);
  });

  test('refuses what does not fit', () => {
    expect(() => localMoran([1, 2], neighbourWeights(chain))).toThrow('invalid length: 2 (expected 4)');
    expect(() => localMoran([1, 2, Infinity, 3], neighbourWeights(chain))).toThrow(
      'invalid value: Infinity at 2',
    );
    expect(() => localMoran([1, 2, 3, 4], neighbourWeights([[1], [1, 2], [3], [2]]))).toThrow(
      'invalid weights: unit 1 is its own neighbour',
    );
  });

  test('as an index: of the shares, units without persons have no value', () => {
    const table = twoGroupTable([1, 3, 0, 9], [9, 7, 0, 1]);
    const values = localMoranSpec.compute(table, { weights: neighbourWeights(chain) });
    expect([...values].map(Number.isNaN)).toEqual([false, false, true, true]);
    const zero = localMoranSpec.compute(table, { weights: neighbourWeights(chain), emptyUnits: 'zero' });
    expect([...zero].some(Number.isNaN)).toBe(false);
  });
});

describe('localMoranMoments', () => {
  const values = [5, 4, 1, 6, 3, 22];
  const uneven = withWeights(
    neighbourWeights([[1, 2], [0, 2, 5], [], [0], [3, 1], [0]]),
    (i, j) => 1 + i + j / 4,
  );

  test.each([
    ['row-standardised', lattice(2, 3)],
    ['binary', lattice(2, 3, 'binary')],
    ['uneven', uneven],
  ])('total: those of all orders, %s weights', (_, weights) => {
    const possible = permutations(values).map((order) => localMoran(order, weights).values);
    const { expected, variance } = localMoranMoments(values, weights, 'total');
    for (let i = 0; i < 6; i++) {
      const own = possible.map((order) => order[i]!);
      if (Number.isNaN(own[0])) expect(expected[i]).toBeNaN();
      else {
        expect(expected[i]).toBeCloseTo(meanOf(own), 12);
        expect(variance[i]).toBeCloseTo(varianceOf(own), 12);
      }
    }
  });

  test.each([
    ['row-standardised', lattice(2, 3)],
    ['binary', lattice(2, 3, 'binary')],
    ['uneven', uneven],
  ])('conditional: those of all orders that leave the unit in place, %s weights', (_, weights) => {
    const { expected, variance, z, p } = localMoranMoments(values, weights);
    const real = localMoran(values, weights).values;
    for (let i = 0; i < 6; i++) {
      const own = permutations(values)
        .filter((order) => order[i] === values[i])
        .map((order) => localMoran(order, weights).values[i]!);
      if (Number.isNaN(own[0])) expect(variance[i]).toBeNaN();
      else {
        expect(expected[i]).toBeCloseTo(meanOf(own), 12);
        expect(variance[i]).toBeCloseTo(varianceOf(own), 12);
        expect(z[i]).toBeCloseTo((real[i]! - meanOf(own)) / Math.sqrt(varianceOf(own)), 9);
        expect(p[i]).toBeGreaterThan(0);
        expect(p[i]).toBeLessThanOrEqual(1);
      }
    }
  });

  test('where all others are neighbours alike nothing can vary', () => {
    const star = neighbourWeights([[1, 2, 3], [0], [0], [0]]);
    const { variance, z } = localMoranMoments([1, 2, 4, 8], star);
    expect(variance[0]).toBe(0);
    expect(z[0]).toBeNaN();
    expect(z[1]).not.toBeNaN();
  });
});
