import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteClustering, absoluteClusteringSpec } from '#stats/indices/clustering/absolute-clustering.ts';
import { twoGroupTable } from '#stats/table.ts';
import { contiguityProximity, exponentialProximity } from '#stats/weights/proximity.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import { evenProximity } from './even-proximity.ts';

const chain = sparseMatrix(
  { offsets: Int32Array.of(0, 1, 3, 5, 6), neighbours: Int32Array.of(1, 0, 2, 1, 3, 2) },
  'binary',
);

/** A row of places, 1 km apart. */
const row = (size: number) =>
  exponentialProximity(
    { x: Float64Array.from({ length: size }, (_, i) => 1000 * i), y: new Float64Array(size) },
    { areas: new Float64Array(size).fill(1e6) },
  );

describe('absoluteClustering', () => {
  test('by hand: (20 − 12.5)/(25 − 12.5)', () => {
    // near x: 20, 20; near t: 20, 30; even spread: 20/16 · (4 + 6) = 12.5
    expect(absoluteClustering([10, 10, 0, 0], [0, 0, 10, 10], contiguityProximity(chain))).toBe(0.6);
  });

  test('side by side is more clustered than apart', () => {
    const together = absoluteClustering([9, 9, 0, 0, 0, 0], [1, 1, 10, 10, 10, 10], row(6));
    const apart = absoluteClustering([9, 0, 0, 0, 0, 9], [1, 10, 10, 10, 10, 1], row(6));
    expect(together).toBeGreaterThan(apart + 0.1);
  });

  test('a unit without persons counts for nothing, or as a place like any other', () => {
    const [group, reference] = [
      [4, 6, 0, 0],
      [2, 0, 9, 0],
    ];
    const dropped = absoluteClustering(group, reference, evenProximity(4));
    expect(dropped).toBeCloseTo(
      absoluteClustering(group.slice(0, 3), reference.slice(0, 3), evenProximity(3)),
      14,
    );
    // near x: 7, 8; near t: 13.5, 13.5; even spread over four units: 10/16 · (4 + 12/2) = 6.25
    const near = (4 * 7 + 6 * 8) / 10;
    expect(absoluteClustering(group, reference, evenProximity(4), 'zero')).toBeCloseTo(
      (near - 6.25) / (13.5 - 6.25),
      14,
    );
  });

  test('never says more than that everybody near belongs to the group', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.nat(100), (reference, offset) => {
        const group = reference.map((y, i) => (y * 13 + i * 7 + offset) % 50);
        const value = absoluteClustering(group, reference, row(reference.length));
        fc.pre(!Number.isNaN(value));
        expect(value).toBeLessThan(1);
      }),
      { seed: 1 },
    );
  });

  test.each([
    ['an empty group', [0, 0], [1, 2]],
    ['an empty reference group', [1, 2], [0, 0]],
    ['one populated unit', [1, 0], [2, 0]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(absoluteClustering(group, reference, evenProximity(2))).toBeNaN();
  });

  test('refuses another number of units, and a context without proximity', () => {
    expect(() => absoluteClustering([1, 2, 3], [3, 2, 1], evenProximity(2))).toThrow('invalid length: 3');
    expect(() => absoluteClusteringSpec.compute(twoGroupTable([1, 2], [2, 1]))).toThrow(
      'invalid proximity: undefined',
    );
  });

  test('the context says what becomes of units without persons', () => {
    const table = twoGroupTable([4, 6, 0, 0], [2, 0, 9, 0]);
    const proximity = evenProximity(4);
    const kept = absoluteClusteringSpec.compute(table, { proximity, emptyUnits: 'zero' });
    expect(kept).not.toBeCloseTo(absoluteClusteringSpec.compute(table, { proximity }), 3);
    expect(absoluteClusteringSpec.expected(table, { proximity })).toBeNaN();
  });
});
