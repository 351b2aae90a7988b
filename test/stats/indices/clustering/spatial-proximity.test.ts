import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expectedMultigroupSpatialProximityOf,
  expectedSpatialProximityOf,
  multigroupSpatialProximity,
  multigroupSpatialProximitySpec,
  spatialProximity,
  spatialProximitySpec,
} from '#stats/indices/clustering/spatial-proximity.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { allAllocations } from '../../dealing.ts';
import { evenProximity } from './even-proximity.ts';

const unequal = exponentialProximity(
  { x: Float64Array.of(0, 700, 2500), y: Float64Array.of(0, 0, 900) },
  { areas: Float64Array.of(2e5, 1e6, 3e6) },
);

describe('spatialProximity', () => {
  test('by hand: (1 + 1)/(2 · 0.75)', () => {
    expect(spatialProximity([1, 0], [0, 1], evenProximity(2))).toBeCloseTo(4 / 3, 15);
  });

  test('is 1 where both groups are spread alike', () => {
    expect(spatialProximity([2, 4, 6], [1, 2, 3], unequal)).toBeCloseTo(1, 14);
  });

  test('is below 1 where people live closer to the other group', () => {
    // 1 km within a unit, next to nothing to the neighbours
    const [size, within] = [4, 0.1];
    const checkerboard = {
      size,
      sums: (columns: readonly Float64Array[]) =>
        columns.map((column) =>
          column.map((own, i) => within * own + 0.9 * (column[(i + 1) % size]! + column[(i + 3) % size]!)),
        ),
    };
    expect(spatialProximity([1, 0, 1, 0], [0, 1, 0, 1], checkerboard)).toBeLessThan(0.2);
  });

  test('several groups: two are the same as the two-group index', () => {
    const column = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(column, column, (group, reference) => {
        const two = spatialProximity(group, reference, unequal);
        const many = multigroupSpatialProximity([group, reference, [0, 0, 0]], unequal);
        if (Number.isNaN(two)) expect(many).toBeNaN();
        else expect(many).toBeCloseTo(two, 13);
      }),
      { seed: 1 },
    );
  });

  test('several groups by hand: (1 + 1 + 1)/(3 · (3 + 6/2)/9)', () => {
    const groups = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(multigroupSpatialProximity(groups, evenProximity(3))).toBeCloseTo(3 / 2, 15);
  });

  test.each([
    ['an empty group', [0, 0], [1, 2]],
    ['an empty reference group', [1, 2], [0, 0]],
    ['one populated unit', [1, 0], [2, 0]],
  ])('is undefined for %s', (_, group, reference) => {
    expect(spatialProximity(group, reference, evenProximity(2))).toBeNaN();
    expect(multigroupSpatialProximity([group, reference], evenProximity(2))).toBeNaN();
    expect(expectedSpatialProximityOf(twoGroupTable(group, reference), evenProximity(2))).toBeNaN();
    expect(
      expectedMultigroupSpatialProximityOf(manyGroupTable([group, reference]), evenProximity(2)),
    ).toBeNaN();
  });

  test('its expected value is the mean over all allocations', () => {
    const totals = [3, 2, 4];
    const mean = allAllocations(totals, 4).reduce((sum, { group, chance }) => {
      const reference = totals.map((total, i) => total - group[i]!);
      return sum + chance * spatialProximity(group, reference, unequal);
    }, 0);
    const table = twoGroupTable([1, 1, 2], [2, 1, 2]);
    expect(spatialProximitySpec.expected(table, { proximity: unequal })).toBeCloseTo(mean, 13);
    expect(
      expectedMultigroupSpatialProximityOf(
        manyGroupTable([
          [1, 1, 2],
          [2, 1, 2],
        ]),
        unequal,
      ),
    ).toBeCloseTo(mean, 13);
    const { size, sums } = unequal;
    expect(spatialProximitySpec.expected(table, { proximity: { size, sums } })).toBeNaN();
  });

  test('refuses contexts without proximity', () => {
    const table = twoGroupTable([1, 2], [2, 1]);
    expect(() => spatialProximitySpec.compute(table)).toThrow('invalid proximity: undefined');
    expect(() => multigroupSpatialProximitySpec.compute(manyGroupTable([[1], [2]]))).toThrow(
      'invalid proximity: undefined',
    );
  });
});
