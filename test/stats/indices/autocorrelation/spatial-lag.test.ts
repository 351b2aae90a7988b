import { describe, expect, test } from 'vitest';
import { spatialLag } from '#stats/indices/autocorrelation/spatial-lag.ts';
import { neighbourWeights } from '../../../oracles/input.ts';
import { chain, chainAndIsland } from '../../maps.ts';

describe('spatialLag', () => {
  test('is the mean of the neighbours with row-standardised weights, their sum with binary ones', () => {
    expect([...spatialLag([1, 2, 6, 4], neighbourWeights(chain))]).toEqual([2, 3.5, 3, 6]);
    expect([...spatialLag([1, 2, 6, 4], neighbourWeights(chain, 'binary'))]).toEqual([2, 7, 6, 6]);
  });

  test('does without neighbours that have no value, and needs no value of its own', () => {
    expect([...spatialLag([1, NaN, 6, 4], neighbourWeights(chain))]).toEqual([NaN, 3.5, 4, 6]);
    expect([...spatialLag([1, NaN, 6, 4], neighbourWeights(chain, 'binary'))]).toEqual([NaN, 7, 4, 6]);
  });

  test('is undefined for islands', () => {
    expect(spatialLag([1, 2, 6, 4, 5], neighbourWeights(chainAndIsland))[4]).toBeNaN();
  });

  test('refuses what does not fit', () => {
    expect(() => spatialLag([1], neighbourWeights(chain))).toThrow('invalid length: 1 (expected 4)');
    expect(() => spatialLag([1, 2, 3, -Infinity], neighbourWeights(chain))).toThrow(
      'invalid value: -Infinity at 3',
    );
  });
});
