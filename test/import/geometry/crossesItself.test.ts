import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { crossesItself } from '#import/geometry/crossesItself.ts';

describe('an outline', () => {
  test.each<[string, Position[], boolean]>([
    [
      'square',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
      false,
    ],
    [
      'bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      true,
    ],
    [
      'eight touching in one vertex',
      [
        [0, 0],
        [1, 1],
        [2, 0],
        [2, 2],
        [1, 1],
        [0, 2],
        [0, 0],
      ],
      false,
    ],
    [
      'spike that goes back on itself',
      [
        [0, 0],
        [2, 0],
        [2, 1],
        [3, 1],
        [2, 1],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
      false,
    ],
    [
      'late crossing',
      [
        [0, 0],
        [10, 0],
        [10, 1],
        [9, -1],
        [0, -1],
        [0, 0],
      ],
      true,
    ],
  ])('%s', (_, ring, crosses) => {
    expect(crossesItself(ring)).toBe(crosses);
  });

  test('answers as the comparison of all pairs of sides does', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 9 }), (points) => {
        const ring = [...points, points[0]!];
        expect(crossesItself(ring)).toBe(anyPairCrosses(ring));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

function anyPairCrosses(ring: readonly (readonly [number, number])[]): boolean {
  const turn = (a: readonly number[], b: readonly number[], c: readonly number[]): number =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  const sides = ring.slice(1).map((end, i) => [ring[i]!, end] as const);
  return sides.some(([a, b]) =>
    sides.some(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0),
  );
}
