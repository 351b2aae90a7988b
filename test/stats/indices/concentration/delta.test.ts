import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delta, deltaSpec, expectedDelta } from '#stats/indices/concentration/delta.ts';
import { twoGroupTable } from '#stats/table.ts';
import { allAllocations } from '../../dealing.ts';

describe('delta', () => {
  test('by hand: (|3/4 − 1/4| + |1/4 − 3/4|)/2', () => {
    expect(delta([30, 10], [10, 30], [1, 3])).toBe(0.5);
  });

  test('is 0 at equal density and near 1 on hardly any land', () => {
    expect(delta([2, 4, 6], [1, 0, 5], [10, 20, 30])).toBeCloseTo(0, 15);
    expect(delta([7, 0, 0], [0, 3, 4], [1, 9999, 10_000])).toBeCloseTo(0.99995, 12);
  });

  test('a unit without persons counts with its land, unless it is to be left out', () => {
    const counts = [
      [3, 1, 0],
      [1, 2, 0],
    ] as const;
    expect(delta(...counts, [1, 1, 2])).toBeCloseTo((Math.abs(3 / 4 - 1 / 4) + 0 + 1 / 2) / 2, 15);
    expect(delta(...counts, [1, 1, 2], 'drop')).toBeCloseTo((1 / 4 + 1 / 4) / 2, 15);
    const table = twoGroupTable(...counts);
    const areas = Float64Array.of(1, 1, 2);
    expect(deltaSpec.compute(table, { areas })).toBe(delta(...counts, [1, 1, 2]));
    expect(deltaSpec.compute(table, { areas, emptyUnits: 'drop' })).toBe(delta(...counts, [1, 1, 2], 'drop'));
  });

  test('does not depend on the unit of area, nor on the other group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 99 })), { minLength: 2 }),
        (units) => {
          const [x, y, a] = [0, 1, 2].map((k) => units.map((unit) => unit[k]!));
          const value = delta(x!, y!, a!);
          const changed = delta(
            x!,
            y!.map((count) => count + 1),
            a!.map((area) => area * 1e4),
          );
          if (!Number.isNaN(value)) expect(changed).toBeCloseTo(value, 12);
        },
      ),
      { seed: 1 },
    );
  });

  test('its expected value is the mean over all deals', () => {
    const totals = [3, 5, 2, 0, 4];
    const areas = [1, 2, 5, 3, 1];
    for (const emptyUnits of ['keep', 'drop'] as const) {
      const mean = allAllocations(totals, 5).reduce((sum, { group, chance }) => {
        const others = group.map((x, i) => totals[i]! - x);
        return sum + chance * delta(group, others, areas, emptyUnits);
      }, 0);
      expect(expectedDelta([3, 1, 0, 0, 1], [0, 4, 2, 0, 3], areas, emptyUnits)).toBeCloseTo(mean, 13);
    }
    expect(expectedDelta([1, 1], [1, 1], [1, 1])).toBeCloseTo(1 / 6, 15);
  });

  test.each([
    ['an empty group', [0, 0], [4, 5], [1, 2]],
    ['one unit', [3], [4], [1]],
    ['one populated unit', [3, 0], [4, 0], [1, 2]],
    ['nobody', [0, 0], [0, 0], [1, 2]],
    ['no unit', [], [], []],
    ['no land', [1, 2], [2, 1], [0, 0]],
  ])('is undefined for %s', (_, group, reference, areas) => {
    expect(delta(group, reference, areas)).toBeNaN();
    expect(expectedDelta(group, reference, areas)).toBeNaN();
  });

  test('needs no reference group', () => {
    expect(delta([3, 1], [0, 0], [1, 1])).toBe(0.25);
  });

  test.each([
    ['invalid length: 1 (expected 2)', [1]],
    ['invalid area: -1 at 1', [1, -1]],
    ['invalid area: NaN at 0', [Number.NaN, 1]],
    ['invalid area: Infinity at 0', [Infinity, 1]],
  ])('refuses areas: %s', (message, areas) => {
    expect(() => delta([1, 2], [2, 1], areas)).toThrow(message);
  });

  test('names what is missing', () => {
    expect(() => deltaSpec.compute(twoGroupTable([1, 2], [2, 1]))).toThrow('invalid areas: undefined');
    expect(() => delta([1, -1], [2, 1], [1, 1])).toThrow('invalid count: -1 at 1');
  });
});
