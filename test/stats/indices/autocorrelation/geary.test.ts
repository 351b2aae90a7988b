import { describe, expect, test } from 'vitest';
import { geary, gearyMoments } from '#stats/indices/autocorrelation/geary.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, lattice, meanOf, permutations, varianceOf, withWeights } from '../../maps.ts';

describe('geary', () => {
  test('by hand: 3/12 · 2/1 on binary weights', () => {
    expect(geary([1, 1, 0, 0], neighbourWeights(chain, 'binary'))).toBeCloseTo(0.5, 15);
  });

  test('a missing value leaves the unit out', () => {
    expect(geary([3, 1, 2, NaN], neighbourWeights(chain))).toBeCloseTo(
      geary([3, 1, 2], neighbourWeights([[1], [0, 2], [1]])),
      15,
    );
  });
});

describe('gearyMoments', () => {
  test('expectation and variance under randomisation are those of all orders', () => {
    for (const weights of [
      lattice(2, 3),
      lattice(2, 3, 'binary'),
      withWeights(neighbourWeights([[1, 2], [2], [], [0], [3, 1], [0]]), (i, j) => 1 + i + j / 4),
    ]) {
      const values = [5, 4, 1, 6, 3, 22];
      const possible = permutations(values).map((order) => geary(order, weights));
      const { value, expected, randomisation } = gearyMoments(values, weights);
      expect(value).toBe(geary(values, weights));
      expect(expected).toBe(1);
      expect(meanOf(possible)).toBeCloseTo(1, 12);
      expect(randomisation.variance).toBeCloseTo(varianceOf(possible), 12);
    }
  });

  test('z is negative where neighbours are alike', () => {
    const values = Array.from({ length: 30 }, (_, i) => Math.floor(i / 6));
    const { randomisation, normality } = gearyMoments(values, lattice(5, 6));
    expect(randomisation.z).toBeLessThan(-4);
    expect(normality.z).toBeLessThan(-4);
    expect(randomisation.p).toBeLessThan(0.0001);
  });

  test('is undefined where Geary’s c is', () => {
    expect(gearyMoments([2, 2, 2, 2], neighbourWeights(chain)).randomisation.z).toBeNaN();
  });
});
