import { describe, expect, test } from 'vitest';
import { bivariateMoran } from '#stats/indices/autocorrelation/bivariate-moran.ts';
import { localMoran, quadrants } from '#stats/indices/autocorrelation/local-moran.ts';
import { moran } from '#stats/indices/autocorrelation/moran.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland, lattice } from '../../maps.ts';

describe('bivariateMoran', () => {
  test('by hand: x = ½, ½, −½, −½ against the lags of y, −½, 0, 0, ½', () => {
    const { value, local } = bivariateMoran([1, 1, 0, 0], [0, 0, 1, 1], neighbourWeights(chain));
    expect(value).toBeCloseTo(-0.5, 14);
    expect(local.values[0]).toBeCloseTo(-1, 14);
    expect(quadrants[local.quadrants[0]!]).toBe('HL');
    expect(quadrants[local.quadrants[3]!]).toBe('LH');
  });

  test('of a thing with itself is Moran’s I, also locally', () => {
    const values = Array.from({ length: 12 }, (_, i) => (i * 7) % 5);
    for (const style of ['binary', 'row-standardised'] as const) {
      const weights = lattice(3, 4, style);
      const { value, local } = bivariateMoran(values, values, weights);
      expect(value).toBeCloseTo(moran(values, weights), 14);
      expect(local).toEqual(localMoran(values, weights));
    }
  });

  test('does not depend on the units of measurement', () => {
    const x = Array.from({ length: 12 }, (_, i) => (i * 7) % 5);
    const y = Array.from({ length: 12 }, (_, i) => (i * 5) % 7);
    const scaled = y.map((value) => 300 + 20 * value);
    const weights = lattice(3, 4);
    expect(bivariateMoran(x, scaled, weights).value).toBeCloseTo(bivariateMoran(x, y, weights).value, 12);
    const turned = y.map((value) => -value);
    expect(bivariateMoran(x, turned, weights).value).toBeCloseTo(-bivariateMoran(x, y, weights).value, 12);
  });

  test('leaves out units that lack one of the two', () => {
    const { value, local } = bivariateMoran([3, 1, 2, NaN], [1, 4, 3, 7], neighbourWeights(chain));
    expect(value).toBeCloseTo(
      bivariateMoran([3, 1, 2], [1, 4, 3], neighbourWeights([[1], [0, 2], [1]])).value,
      14,
    );
    expect(local.values[3]).toBeNaN();
    const other = bivariateMoran([3, 1, 2, 4], [1, 4, 3, NaN], neighbourWeights(chain));
    expect(other.value).toBeCloseTo(value, 14);
  });

  test('islands have no local value', () => {
    const { local, value } = bivariateMoran(
      [3, 1, 2, 5, 4],
      [1, 4, 3, 9, 7],
      neighbourWeights(chainAndIsland),
    );
    expect(local.values[4]).toBeNaN();
    expect(value).not.toBeNaN();
  });

  test.each([
    ['x does not vary', [2, 2, 2, 2], [1, 2, 3, 4]],
    ['y does not vary', [1, 2, 3, 4], [2, 2, 2, 2]],
    ['nobody has both', [1, 2, NaN, NaN], [NaN, NaN, 1, 2]],
  ])('is undefined when %s', (_, x, y) => {
    const { value, local } = bivariateMoran(x, y, neighbourWeights(chain));
    expect(value).toBeNaN();
    expect([...local.values].every(Number.isNaN)).toBe(true);
  });

  test('is undefined when nobody has a neighbour, and refuses what does not fit', () => {
    expect(bivariateMoran([1, 2, 3], [3, 1, 2], neighbourWeights([[], [], []])).value).toBeNaN();
    expect(() => bivariateMoran([1, 2, 3, 4], [1], neighbourWeights(chain))).toThrow('invalid length: 1');
  });
});
