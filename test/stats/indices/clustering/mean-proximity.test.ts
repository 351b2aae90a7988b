import { describe, expect, test } from 'vitest';
import { meanProximity } from '#stats/indices/clustering/mean-proximity.ts';
import { evenProximity } from './even-proximity.ts';

describe('meanProximity', () => {
  test('by hand: four pairs of persons, two of them at the same place', () => {
    expect(meanProximity([1, 1], [1, 1], evenProximity(2))).toBe(0.75);
  });

  test('between two groups that share no unit', () => {
    expect(meanProximity([3, 0], [0, 7], evenProximity(2))).toBe(0.5);
  });

  test('does not care which group is named first', () => {
    const proximity = evenProximity(3, 0.2);
    expect(meanProximity([3, 0, 2], [1, 7, 0], proximity)).toBeCloseTo(
      meanProximity([1, 7, 0], [3, 0, 2], proximity),
      15,
    );
  });

  test('is undefined with an empty group', () => {
    expect(meanProximity([0, 0], [1, 1], evenProximity(2))).toBeNaN();
    expect(meanProximity([1, 1], [0, 0], evenProximity(2))).toBeNaN();
  });

  test.each([
    ['a negative count', [1, -1], [1, 1], 'invalid count: -1 at 1'],
    ['columns of different length', [1, 1], [1], 'invalid length: 1 (expected 2)'],
    [
      'another number of units than the proximity has',
      [1, 1, 1],
      [1, 1, 1],
      'invalid length: 3 (expected 2)',
    ],
  ])('refuses %s', (_, first, second, message) => {
    expect(() => meanProximity(first, second, evenProximity(2))).toThrow(message);
  });
});
