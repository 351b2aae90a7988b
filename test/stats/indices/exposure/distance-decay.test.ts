import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  distanceDecayExposureTo,
  distanceDecayInteraction,
  distanceDecayInteractionSpec,
  distanceDecayIsolation,
  distanceDecayIsolationSpec,
} from '#stats/indices/exposure/distance-decay.ts';
import { isolation } from '#stats/indices/exposure/isolation.ts';
import { twoGroupTable } from '#stats/table.ts';
import { exponentialProximity } from '#stats/weights/proximity.ts';
import { allAllocations } from '../../dealing.ts';
import { evenProximity } from '../clustering/even-proximity.ts';

const places = { x: Float64Array.of(0, 700, 2500, 2600), y: Float64Array.of(0, 0, 900, 5000) };
const unequal = exponentialProximity(places, { areas: Float64Array.of(2e5, 1e6, 3e6, 1e5) });

describe('distance-decay isolation and interaction', () => {
  test('by hand: 2 of one’s own and half of 2 others', () => {
    expect(distanceDecayIsolation([2, 0], [0, 2], evenProximity(2))).toBeCloseTo(2 / 3, 15);
    expect(distanceDecayInteraction([2, 0], [0, 2], evenProximity(2))).toBeCloseTo(1 / 3, 15);
  });

  test('of one of several groups to another: half a person among three', () => {
    expect(distanceDecayExposureTo([2, 0], [0, 1], [2, 2], evenProximity(2))).toBeCloseTo(1 / 6, 15);
  });

  test('add up to 1', () => {
    const column = fc.array(fc.nat(300), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(column, column, (group, reference) => {
        fc.pre(group.some((count) => count > 0));
        const own = distanceDecayIsolation(group, reference, unequal);
        const other = distanceDecayInteraction(group, reference, unequal);
        expect(own + other).toBeCloseTo(1, 14);
        const total = group.map((count, i) => count + reference[i]!);
        expect(distanceDecayExposureTo(group, group, total, unequal)).toBeCloseTo(own, 14);
      }),
      { seed: 1 },
    );
  });

  test('without segregation they are the shares of the city', () => {
    expect(distanceDecayIsolation([1, 2, 3, 4], [3, 6, 9, 12], unequal)).toBeCloseTo(0.25, 14);
    expect(distanceDecayInteraction([1, 2, 3, 4], [3, 6, 9, 12], unequal)).toBeCloseTo(0.75, 14);
  });

  test('where distance is all, they are isolation and interaction within the unit', () => {
    const steep = exponentialProximity(places, { diagonal: 'zero', beta: 1000 });
    const [group, reference] = [
      [5, 0, 12, 1],
      [9, 3, 1, 0],
    ];
    expect(distanceDecayIsolation(group, reference, steep)).toBeCloseTo(isolation(group, reference), 14);
  });

  test('a unit without persons changes nothing', () => {
    const [group, reference] = [
      [5, 0, 12, 0],
      [9, 3, 1, 0],
    ];
    const without = exponentialProximity(
      { x: places.x.slice(0, 3), y: places.y.slice(0, 3) },
      { areas: [2e5, 1e6, 3e6] },
    );
    expect(distanceDecayIsolation(group, reference, unequal)).toBeCloseTo(
      distanceDecayIsolation(group.slice(0, 3), reference.slice(0, 3), without),
      14,
    );
  });

  test('their expected values are the means over all allocations', () => {
    const totals = [3, 2, 3, 1];
    const mean = allAllocations(totals, 4).reduce((sum, { group, chance }) => {
      const reference = totals.map((total, i) => total - group[i]!);
      return sum + chance * distanceDecayIsolation(group, reference, unequal);
    }, 0);
    const table = twoGroupTable([1, 1, 2, 0], [2, 1, 1, 1]);
    expect(distanceDecayIsolationSpec.expected(table, { proximity: unequal })).toBeCloseTo(mean, 13);
    expect(distanceDecayInteractionSpec.expected(table, { proximity: unequal })).toBeCloseTo(1 - mean, 13);
    const { size, sums } = unequal;
    expect(distanceDecayIsolationSpec.expected(table, { proximity: { size, sums } })).toBeNaN();
  });

  test('an only group meets itself; an empty one nobody', () => {
    expect(distanceDecayIsolation([1, 2], [0, 0], evenProximity(2))).toBe(1);
    expect(distanceDecayInteraction([1, 2], [0, 0], evenProximity(2))).toBe(0);
    expect(distanceDecayIsolation([0, 0], [1, 2], evenProximity(2))).toBeNaN();
    expect(distanceDecayInteraction([0, 0], [1, 2], evenProximity(2))).toBeNaN();
    expect(distanceDecayExposureTo([0, 0], [1, 2], [1, 2], evenProximity(2))).toBeNaN();
  });

  test('refuse what does not fit', () => {
    expect(() => distanceDecayIsolation([1, NaN], [1, 1], evenProximity(2))).toThrow(
      'invalid count: NaN at 1',
    );
    expect(() => distanceDecayIsolation([1, 1, 1], [1, 1, 1], evenProximity(2))).toThrow('invalid length: 3');
    expect(() => distanceDecayExposureTo([1, 1], [0, 3], [1, 2], evenProximity(2))).toThrow(
      'invalid count: 3 of 2 at 1',
    );
    for (const spec of [distanceDecayIsolationSpec, distanceDecayInteractionSpec]) {
      expect(() => spec.compute(twoGroupTable([1, 2], [2, 1]))).toThrow('invalid proximity: undefined');
    }
  });
});
