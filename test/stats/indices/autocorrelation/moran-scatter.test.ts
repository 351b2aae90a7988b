import { describe, expect, test } from 'vitest';
import { moran } from '#stats/indices/autocorrelation/moran.ts';
import { moranScatter } from '#stats/indices/autocorrelation/moran-scatter.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland, lattice } from '../../maps.ts';

describe('moranScatter', () => {
  test('by hand', () => {
    const { z, lag, slope } = moranScatter([1, 1, 0, 0], neighbourWeights(chain));
    expect([...z]).toEqual([1, 1, -1, -1]);
    expect([...lag]).toEqual([1, 0, 0, -1]);
    expect(slope).toBe(0.5);
  });

  test('the slope is Moran’s I', () => {
    const values = Array.from({ length: 12 }, (_, i) => (i * 7) % 5);
    expect(moranScatter(values, lattice(3, 4)).slope).toBeCloseTo(moran(values, lattice(3, 4)), 14);
  });

  test('units without a value have neither coordinate, islands no lag', () => {
    const { z, lag, slope } = moranScatter([1, 3, NaN, 9, 4], neighbourWeights(chainAndIsland));
    expect([...z].map(Number.isNaN)).toEqual([false, false, true, false, false]);
    expect([...lag].map(Number.isNaN)).toEqual([false, false, true, true, true]);
    expect(slope).not.toBeNaN();
  });

  test('is undefined for equal values and without any neighbours', () => {
    expect([...moranScatter([2, 2, 2, 2], neighbourWeights(chain)).lag].every(Number.isNaN)).toBe(true);
    expect(moranScatter([1, 2], neighbourWeights([[], []])).slope).toBeNaN();
  });
});
