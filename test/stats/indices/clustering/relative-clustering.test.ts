import { describe, expect, test } from 'vitest';
import { relativeClustering, relativeClusteringSpec } from '#stats/indices/clustering/relative-clustering.ts';
import { twoGroupTable } from '#stats/table.ts';
import { evenProximity } from './even-proximity.ts';

describe('relativeClustering', () => {
  test('by hand: 1/0.75 − 1', () => {
    expect(relativeClustering([2, 0], [1, 1], evenProximity(2))).toBeCloseTo(1 / 3, 15);
  });

  test('the other way round: its ratio is the inverse', () => {
    const [group, reference] = [
      [8, 1, 3],
      [2, 5, 5],
    ];
    const there = relativeClustering(group, reference, evenProximity(3, 0.3));
    const back = relativeClustering(reference, group, evenProximity(3, 0.3));
    expect((1 + there) * (1 + back)).toBeCloseTo(1, 14);
  });

  test('is 0 where both groups live alike', () => {
    expect(relativeClustering([2, 4, 6], [1, 2, 3], evenProximity(3))).toBeCloseTo(0, 15);
  });

  test.each([
    ['an empty group', [0, 0], [1, 2]],
    ['an empty reference group', [1, 2], [0, 0]],
    ['one populated unit', [1, 0], [2, 0]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(relativeClustering(group, reference, evenProximity(2))).toBeNaN();
  });

  test('is undefined where the reference group has no proximity at all', () => {
    const nowhere = {
      size: 2,
      sums: (columns: readonly Float64Array[]) => columns.map((c) => c.map(() => 0)),
    };
    expect(relativeClustering([1, 2], [2, 1], nowhere)).toBeNaN();
  });

  test('refuses a context without proximity', () => {
    expect(() => relativeClusteringSpec.compute(twoGroupTable([1, 2], [2, 1]))).toThrow(
      'invalid proximity: undefined',
    );
    expect(relativeClusteringSpec.expected(twoGroupTable([1, 2], [2, 1]))).toBeNaN();
  });
});
