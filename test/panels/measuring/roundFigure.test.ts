import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundFigure } from '#panels/measuring/roundFigure.ts';

describe('a figure for a legend', () => {
  test.each([
    [0, 0],
    [187.4, 200],
    [-187.4, -200],
    [0.0612, 0.06],
    [0.31, 0.3],
    [1210, 1000],
    [1234, 1500],
    [1400, 1500],
    [97, 100],
  ])('%d is written %d', (value, rounded) => {
    expect(roundFigure(value)).toBe(rounded);
  });

  test('keeps its sign, stays within a quarter, and is its own rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const rounded = roundFigure(value);
        expect(Math.abs(Math.log(rounded / value))).toBeLessThan(Math.log(1.26));
        expect(roundFigure(rounded)).toBe(rounded);
        expect(roundFigure(-value)).toBe(-rounded);
      }),
      { seed: 1 },
    );
  });
});
