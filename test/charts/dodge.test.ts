import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodge } from '#charts/dodge.ts';

describe('dodge', () => {
  test('leaves circles that do not meet on the line', () => {
    expect([...dodge([0, 10, 20], 4)]).toEqual([0, 0, 0]);
  });

  test('sets two circles at the same place one diameter apart', () => {
    const [first = 0, second = 0] = dodge([5, 5], 4);
    expect(first).toBe(0);
    expect(Math.abs(second)).toBe(4);
  });

  test('uses both sides of the line', () => {
    const offsets = dodge([5, 5, 5], 4);
    expect([...offsets].sort((a, b) => a - b)).toEqual([-4, 0, 4]);
  });

  test('leaves out what has no place', () => {
    expect([...dodge([Number.NaN, 1], 4)]).toEqual([Number.NaN, 0]);
  });

  test('never lets two circles overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (positions, distance) => {
          const offsets = dodge(positions, distance);
          for (let i = 0; i < positions.length; i++) {
            for (let j = 0; j < i; j++) {
              const apart = Math.hypot(
                (positions[i] ?? 0) - (positions[j] ?? 0),
                (offsets[i] ?? 0) - (offsets[j] ?? 0),
              );
              expect(apart).toBeGreaterThan(distance - 1e-6);
            }
          }
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });
});
