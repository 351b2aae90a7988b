import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBand } from '#stats/weights/distance-band.ts';
import { islandsOf } from '#stats/weights/sparse.ts';
import { isSymmetric } from '#stats/weights/symmetry.ts';
import { distanceBetween, line, listsOf, rowsOf, somePlaces, someRadius } from './places.ts';

describe('distance band', () => {
  test('of three places in a row', () => {
    const band = distanceBand(line, 1000);
    expect(listsOf(band)).toEqual([[1], [0], []]);
    expect([...islandsOf(band)]).toEqual([2]);
    expect(rowsOf(distanceBand(line, 1100))).toEqual([[1], [0.5, 0.5], [1]]);
    expect(rowsOf(distanceBand(line, 1100, { style: 'binary' }))).toEqual([[1], [1, 1], [1]]);
  });

  test('has all pairs up to the distance, symmetric, rows ascending, units at one place included', () => {
    fc.assert(
      fc.property(somePlaces, someRadius, (places, metres) => {
        const band = distanceBand(places, metres, { style: 'binary' });
        const units = [...places.x.keys()];
        expect(listsOf(band)).toEqual(
          units.map((i) => units.filter((j) => j !== i && distanceBetween(places, i, j) <= metres)),
        );
        expect(isSymmetric(band)).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test.each([0, -5, NaN, Infinity])('refuses the radius %f', (radius) => {
    expect(() => distanceBand(line, radius)).toThrow(`invalid radius: ${radius}`);
  });
});
