import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absoluteConcentration,
  absoluteConcentrationSpec,
  expectedAbsoluteConcentration,
} from '#stats/indices/concentration/absolute-concentration.ts';
import { extremeAreas } from '#stats/indices/concentration/extreme-areas.ts';
import {
  expectedRelativeConcentration,
  relativeConcentration,
  relativeConcentrationSpec,
} from '#stats/indices/concentration/relative-concentration.ts';
import { twoGroupTable } from '#stats/table.ts';
import { allAllocations } from '../../dealing.ts';

describe('the scale', () => {
  test('the unit that fills the group up counts as a whole', () => {
    // X = 15 of 10 residents each: the two smallest and the two largest units, whatever the order they stand in
    const table = twoGroupTable([8, 7, 0, 0], [2, 3, 10, 10]);
    expect(extremeAreas(table, [4, 1, 2, 3])).toEqual({
      smallest: 1.5,
      largest: 3.5,
    });
    expect(extremeAreas(twoGroupTable([5, 0, 5, 0], [5, 10, 5, 10]), [4, 1, 2, 3])).toEqual({
      smallest: 1,
      largest: 4,
    });
  });

  test('there is none where all populated units are of the same size, or the group needs all of them', () => {
    expect(extremeAreas(twoGroupTable([1, 2, 3], [3, 2, 1]), [2, 2, 2 + 1e-12])).toBeNull();
    expect(extremeAreas(twoGroupTable([9, 9], [1, 1]), [1, 2])).toBeNull();
    expect(extremeAreas(twoGroupTable([1, 2], [3, 2]), [0, 0])).toBeNull();
  });
});

describe('absoluteConcentration', () => {
  test('by hand: mean area 2, smallest 1, largest 3, so in the middle', () => {
    expect(absoluteConcentration([0, 10, 0], [10, 0, 10], [1, 2, 3])).toBe(0.5);
    expect(absoluteConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3])).toBe(1);
    expect(absoluteConcentration([0, 0, 10], [10, 10, 0], [1, 2, 3])).toBe(0);
  });

  test('its expected value is the mean over all deals', () => {
    const totals = [3, 5, 2, 4];
    const areas = [1, 2, 5, 3];
    const mean = allAllocations(totals, 4).reduce((sum, { group, chance }) => {
      const others = group.map((x, i) => totals[i]! - x);
      return sum + chance * absoluteConcentration(group, others, areas);
    }, 0);
    expect(expectedAbsoluteConcentration([3, 1, 0, 0], [0, 4, 2, 4], areas)).toBeCloseTo(mean, 13);
  });
});

describe('relativeConcentration', () => {
  test('by hand: (1/2.5 − 1)/(1/3 − 1)', () => {
    expect(relativeConcentration([10, 0, 0], [0, 10, 10], [1, 2, 3])).toBeCloseTo(0.9, 15);
    expect(relativeConcentration([0, 0, 10], [10, 10, 0], [1, 2, 3])).toBeCloseTo(-1.5, 15);
  });

  test('by hand: passes 1 where the group is most of the population, (1.444/2.857 − 1)/(1.474/1.84 − 1)', () => {
    expect(relativeConcentration([50, 40, 0], [0, 5, 30], [1, 2, 3])).toBeCloseTo(
      (130 / 90 / (100 / 35) - 1) / (140 / 95 / (230 / 125) - 1),
      12,
    );
  });

  test('is 0 where both groups live alike', () => {
    expect(relativeConcentration([1, 2, 3], [2, 4, 6], [5, 1, 9])).toBeCloseTo(0, 15);
  });

  test('its expected value is the mean over all deals but for terms of higher order', () => {
    const totals = [12, 20, 8, 16];
    const areas = [2, 3, 5, 4];
    const mean = allAllocations(totals, 14).reduce((sum, { group, chance }) => {
      const others = group.map((x, i) => totals[i]! - x);
      return sum + chance * relativeConcentration(group, others, areas);
    }, 0);
    const expected = expectedRelativeConcentration([12, 2, 0, 0], [0, 18, 8, 16], areas);
    expect(mean).toBeLessThan(-0.005);
    expect(Math.abs(expected - mean)).toBeLessThan(0.02 * Math.abs(mean));
  });

  test('is undefined where the reference group lives without land', () => {
    expect(relativeConcentration([5, 0], [5, 5], [1, 0])).not.toBeNaN();
    expect(relativeConcentration([5, 0, 5], [0, 5, 0], [1, 0, 2])).toBeNaN();
  });
});

describe('both', () => {
  test('do not depend on the unit of area', () => {
    const unit = fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 99 }));
    let defined = 0;
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (units) => {
        const x = units.map(([count]) => count);
        const y = units.map(([, count]) => count);
        const areas = units.map(([, , area]) => area);
        const hectares = areas.map((area) => area * 1e4);
        for (const index of [absoluteConcentration, relativeConcentration]) {
          const value = index(x, y, areas);
          if (Number.isNaN(value)) {
            expect(index(x, y, hectares)).toBeNaN();
            continue;
          }
          defined++;
          expect(index(x, y, hectares)).toBeCloseTo(value, 9);
        }
      }),
      { seed: 1 },
    );
    expect(defined).toBeGreaterThan(50);
  });

  test('do not depend on the order of units of different size', () => {
    const [x, y, areas] = [
      [3, 9, 1, 4],
      [8, 2, 7, 4],
      [4, 1, 9, 2],
    ] as const;
    const order = [2, 0, 3, 1];
    const sorted = [x, y, areas].map((column) => order.map((i) => column[i]!)) as [
      number[],
      number[],
      number[],
    ];
    for (const index of [absoluteConcentration, relativeConcentration]) {
      expect(index(...sorted)).toBeCloseTo(index([...x], [...y], [...areas]), 14);
    }
  });

  test.each([
    ['an empty group', [0, 0, 0], [4, 5, 6], [1, 2, 3]],
    ['one unit', [3], [4], [1]],
    ['one populated unit', [3, 0, 0], [4, 0, 0], [1, 2, 3]],
    ['no unit', [], [], []],
    ['areas all equal', [3, 4, 1], [1, 6, 2], [7, 7, 7]],
    ['everybody in the group', [3, 4, 1], [0, 0, 0], [1, 2, 3]],
  ])('are undefined for %s', (_, group, reference, areas) => {
    for (const index of [
      absoluteConcentration,
      relativeConcentration,
      expectedAbsoluteConcentration,
      expectedRelativeConcentration,
    ]) {
      expect(index(group, reference, areas)).toBeNaN();
    }
  });

  test('name what is missing or wrong', () => {
    const table = twoGroupTable([1, 2], [2, 1]);
    for (const spec of [absoluteConcentrationSpec, relativeConcentrationSpec]) {
      expect(() => spec.compute(table)).toThrow('invalid areas: undefined');
      expect(() => spec.compute(table, { areas: Float64Array.of(1) })).toThrow(
        'invalid length: 1 (expected 2)',
      );
      expect(() => spec.compute(table, { areas: Float64Array.of(1, NaN) })).toThrow('invalid area: NaN at 1');
    }
  });
});
