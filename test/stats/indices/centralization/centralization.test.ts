import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absoluteCentralization,
  absoluteCentralizationSpec,
  expectedAbsoluteCentralization,
} from '#stats/indices/centralization/absolute-centralization.ts';
import { centralShare, centralShareSpec } from '#stats/indices/centralization/central-share.ts';
import { localRelativeCentralization } from '#stats/indices/centralization/local-relative-centralization.ts';
import {
  duncanCentralization,
  relativeCentralization,
  relativeCentralizationSpec,
} from '#stats/indices/centralization/relative-centralization.ts';
import { centreOf, ringsAround } from '#stats/indices/centralization/rings.ts';
import type { Places } from '#stats/spec.ts';
import { twoGroupTable } from '#stats/table.ts';
import { allAllocations } from '../../dealing.ts';

/** Units 0, 1, 2 … km east of the origin. */
function row(size: number): Places {
  return { x: Float64Array.from({ length: size }, (_, i) => 1000 * i), y: new Float64Array(size) };
}

const origin = { centre: [0, 0] } as const;

/** Units at random places of a small lattice, so that many are equally far from its middle. */
const cities = fc
  .array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 9 })), {
    minLength: 2,
    maxLength: 20,
  })
  .map((units) => ({
    group: units.map(([x]) => x),
    reference: units.map(([, y]) => y),
    places: {
      x: Float64Array.from(units, ([, , east]) => 4_000_000 + 250 * east),
      y: Float64Array.from(units, ([, , , north]) => 5_800_000 + 250 * north),
    },
    areas: units.map(([, , , , area]) => area),
  }));
const middle = { centre: [4_000_500, 5_800_500] } as const;

describe('the centre', () => {
  const places = { x: Float64Array.of(4e6, 4e6 + 3, 4e6 + 9), y: Float64Array.of(0, 6, 0) };

  test('is a point, the mean of the places, or their mean weighted by residents', () => {
    expect(centreOf(places, [1, 1, 4], [7, 8])).toEqual([7, 8]);
    expect(centreOf(places, [1, 1, 4], 'mean')).toEqual([4e6 + 4, 2]);
    expect(centreOf(places, [1, 1, 4])).toEqual([4e6 + 6.5, 1]);
  });

  test('is refused unless finite, as is a place', () => {
    expect(() => centreOf(places, [1, 1, 4], [NaN, 0])).toThrow('invalid centre: NaN, 0');
    expect(() => ringsAround({ x: Float64Array.of(0, NaN), y: Float64Array.of(0, 1) }, [0, 0])).toThrow(
      'invalid place: NaN, 1 at 1',
    );
  });

  test('units at the same distance but for rounding make one ring', () => {
    const { order, ends } = ringsAround(
      { x: Float64Array.of(5, 3, 0, -5 - 4e-7, 5 + 3e-6), y: Float64Array.of(0, 4, 0, 0, 0) },
      [0, 0],
    );
    expect([...order]).toEqual([2, 0, 1, 3, 4]);
    expect([...ends]).toEqual([1, 4, 5]);
  });
});

describe('relativeCentralization', () => {
  test('by hand: X_k = ½, ¾, 1 and Y_k = ¼, ½, 1', () => {
    // ½·½ − ¾·¼ + ¾·1 − 1·½
    expect(relativeCentralization([20, 10, 10], [10, 10, 20], row(3), origin)).toBeCloseTo(0.3125, 15);
  });

  test('is the chance to live nearer less the chance to live farther, of a random pair', () => {
    fc.assert(
      fc.property(cities, ({ group, reference, places }) => {
        const far = Array.from(places.x, (x, i) => Math.hypot(x - 4_000_500, places.y[i]! - 5_800_500));
        let sum = 0;
        let pairs = 0;
        group.forEach((x, i) => {
          reference.forEach((y, j) => {
            pairs += x * y;
            sum += x * y * Math.sign(far[j]! - far[i]!);
          });
        });
        const value = relativeCentralization(group, reference, places, middle);
        if (Number.isNaN(value)) return;
        expect(value).toBeCloseTo(sum / pairs, 12);
        expect(relativeCentralization(reference, group, places, middle)).toBeCloseTo(-value, 12);
        expect(duncanCentralization(group, reference, places, middle)).toBeCloseTo(value, 10);
      }),
      { seed: 1 },
    );
  });

  test('does not depend on the order in which equally distant units are stored', () => {
    fc.assert(
      fc.property(cities, ({ group, reference, places, areas }) => {
        const turned = {
          x: places.x.toReversed(),
          y: places.y.toReversed(),
        };
        const [x, y, a] = [group, reference, areas].map((column) => column.toReversed());
        const near = (value: number, other: number) =>
          Number.isNaN(value) ? expect(other).toBeNaN() : expect(other).toBeCloseTo(value, 12);
        for (const options of [middle, { centre: 'mean' }, {}] as const) {
          near(
            relativeCentralization(group, reference, places, options),
            relativeCentralization(x!, y!, turned, options),
          );
          near(
            absoluteCentralization(group, reference, areas, places, options),
            absoluteCentralization(x!, y!, a!, turned, options),
          );
          const units = { ...options, units: Math.ceil(group.length / 3) };
          near(centralShare(group, reference, places, units), centralShare(x!, y!, turned, units));
        }
      }),
      { seed: 1 },
    );
  });

  test('all inside is 1, all outside −1', () => {
    expect(relativeCentralization([9, 0, 0], [0, 5, 6], row(3), origin)).toBe(1);
    expect(relativeCentralization([0, 0, 9], [5, 6, 0], row(3), origin)).toBe(-1);
  });

  test('its expected value is 0', () => {
    const totals = [3, 5, 2, 4];
    const mean = allAllocations(totals, 5).reduce((sum, { group, chance }) => {
      const others = group.map((x, i) => totals[i]! - x);
      return sum + chance * relativeCentralization(group, others, row(4));
    }, 0);
    expect(mean).toBeCloseTo(0, 13);
    expect(relativeCentralizationSpec.expected(twoGroupTable([3, 1], [1, 2]))).toBe(0);
    expect(relativeCentralizationSpec.expected(twoGroupTable([3, 1], [0, 0]))).toBeNaN();
  });
});

describe('absoluteCentralization', () => {
  test('by hand: X_k = ½, ¾, 1 and A_k = ¼, ½, 1', () => {
    expect(absoluteCentralization([20, 10, 10], [0, 7, 0], [1, 1, 2], row(3), origin)).toBeCloseTo(
      0.3125,
      15,
    );
  });

  test('land without persons counts, unless it is to be left out', () => {
    const counts = [
      [20, 0, 10],
      [10, 0, 10],
    ] as const;
    // X_k = ⅔, ⅔, 1; A_k = ⅓, ⅔, 1: ⅔·⅔ − ⅔·⅓ + ⅔·1 − 1·⅔; without the unit in between ⅔·1 − 1·½
    expect(absoluteCentralization(...counts, [1, 1, 1], row(3), origin)).toBeCloseTo(2 / 9, 15);
    const dropped = { ...origin, emptyUnits: 'drop' } as const;
    expect(absoluteCentralization(...counts, [1, 1, 1], row(3), dropped)).toBeCloseTo(1 / 6, 15);
    // and it moves a plain mean of the places
    const outskirts: Places = { x: Float64Array.of(0, 1000, 9000), y: new Float64Array(3) };
    const [group, reference] = [
      [0, 9, 0],
      [9, 0, 0],
    ];
    expect(relativeCentralization(group, reference, outskirts, { centre: 'mean' })).toBe(1);
    expect(relativeCentralization(group, reference, outskirts, { centre: 'mean', emptyUnits: 'drop' })).toBe(
      0,
    );
  });

  test('its expected value is the mean over all deals', () => {
    const totals = [3, 5, 2, 0, 4];
    const areas = [1, 2, 5, 3, 1];
    const mean = allAllocations(totals, 5).reduce((sum, { group, chance }) => {
      const others = group.map((x, i) => totals[i]! - x);
      return sum + chance * absoluteCentralization(group, others, areas, row(5));
    }, 0);
    expect(expectedAbsoluteCentralization([3, 1, 0, 0, 1], [0, 4, 2, 0, 3], areas, row(5))).toBeCloseTo(
      mean,
      13,
    );
  });
});

describe('centralShare', () => {
  const group = [6, 2, 2, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
  const reference = group.map(() => 3);

  test('by hand: the two nearest of twenty units hold 8 of 20', () => {
    expect(centralShare(group, reference, row(20), origin)).toBe(0.4);
    expect(centralShare(group, reference, row(20), { ...origin, units: 1 })).toBe(0.3);
    expect(centralShare(group, reference, row(20), { ...origin, units: 20 })).toBe(1);
  });

  test('of equally distant units those that fit in count in part', () => {
    const places = { x: Float64Array.of(1, -1, 0, 5), y: Float64Array.of(0, 0, 1, 5) };
    expect(centralShare([3, 6, 9, 2], [1, 1, 1, 1], places, { ...origin, units: 2 })).toBeCloseTo(0.6, 15);
  });

  test('under chance it is the share of all residents', () => {
    const table = twoGroupTable(group, reference);
    const context = { places: row(20), centre: [0, 0] } as const;
    expect(centralShareSpec.compute(table, context)).toBe(0.4);
    expect(centralShareSpec.expected(table, context)).toBeCloseTo(14 / 80, 15);
  });

  test('fewer than ten units have no tenth', () => {
    expect(centralShare([3, 1], [1, 2], row(2))).toBeNaN();
    for (const units of [-1, 3, 1.5]) {
      expect(() => centralShare([3, 1], [1, 2], row(2), { units })).toThrow(`invalid units: ${units}`);
    }
  });
});

describe('localRelativeCentralization', () => {
  const chain = { offsets: [0, 1, 3, 5, 6], neighbours: [1, 0, 2, 1, 3, 2] };

  test('by hand: who lives in the middle of its surroundings', () => {
    const values = localRelativeCentralization([0, 5, 0, 0], [5, 0, 5, 5], row(4), chain);
    // around unit 3 half of the others live in the middle, half beside the group
    expect([...values]).toEqual([-1, 1, -0.5, NaN]);
  });

  test('is the index of the whole city where everybody is a neighbour', () => {
    const [group, reference] = [
      [4, 1, 7, 2],
      [3, 3, 0, 6],
    ];
    const all = { offsets: [0, 3, 6, 9, 12], neighbours: [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2] };
    const values = localRelativeCentralization(group, reference, row(4), all);
    values.forEach((value, i) => {
      const centre = [1000 * i, 0] as const;
      expect(value).toBeCloseTo(relativeCentralization(group, reference, row(4), { centre }), 14);
    });
  });

  test('a unit without neighbours has nothing to be compared with', () => {
    const values = localRelativeCentralization([1, 2], [2, 1], row(2), {
      offsets: [0, 0, 0],
      neighbours: [],
    });
    expect([...values]).toEqual([0, 0]);
  });

  test('refuses lengths that do not fit', () => {
    expect(() => localRelativeCentralization([1, 2], [2, 1], row(2), chain)).toThrow(
      'invalid length: 4 (expected 2)',
    );
    expect(() => localRelativeCentralization([1, 2], [2, 1], row(3), chain)).toThrow(
      'invalid length: 3 (expected 2)',
    );
  });
});

describe('all of them', () => {
  test.each([
    ['an empty group', [0, 0], [4, 5]],
    ['one unit', [3], [4]],
    ['one populated unit', [3, 0], [4, 0]],
    ['no unit', [], []],
    ['nobody', [0, 0], [0, 0]],
  ])('are undefined for %s', (_, group, reference) => {
    const places = row(group.length);
    const areas = new Float64Array(group.length).fill(1);
    expect(relativeCentralization(group, reference, places)).toBeNaN();
    expect(duncanCentralization(group, reference, places)).toBeNaN();
    expect(absoluteCentralization(group, reference, areas, places)).toBeNaN();
    expect(centralShare(group, reference, places, { units: group.length })).toBeNaN();
  });

  test('coincident places are one ring: no one is nearer', () => {
    const places = { x: new Float64Array(3), y: new Float64Array(3) };
    expect(relativeCentralization([3, 0, 1], [0, 5, 2], places)).toBe(0);
    expect(absoluteCentralization([3, 0, 1], [0, 5, 2], [1, 2, 3], places)).toBe(0);
  });

  test('absolute centralization without land is undefined', () => {
    expect(absoluteCentralization([3, 0, 1], [0, 5, 2], [0, 0, 0], row(3))).toBeNaN();
  });

  test('the default centre is the mean of the places weighted by all residents', () => {
    const [group, reference] = [
      [9, 1, 2, 1],
      [1, 4, 6, 2],
    ];
    const centre = centreOf(row(4), [10, 5, 8, 3]);
    expect(relativeCentralization(group, reference, row(4))).toBe(
      relativeCentralization(group, reference, row(4), { centre }),
    );
  });

  test('name what is missing or wrong', () => {
    const table = twoGroupTable([1, 2], [2, 1]);
    const areas = Float64Array.of(1, 1);
    expect(() => absoluteCentralizationSpec.compute(table, { places: row(2) })).toThrow(
      'invalid areas: undefined',
    );
    for (const spec of [absoluteCentralizationSpec, relativeCentralizationSpec, centralShareSpec]) {
      expect(() => spec.compute(table, { areas })).toThrow('invalid places: undefined');
    }
    for (const spec of [absoluteCentralizationSpec, relativeCentralizationSpec]) {
      expect(() => spec.compute(table, { areas, places: row(3) })).toThrow('invalid length: 3 (expected 2)');
    }
    expect(() => relativeCentralization([1, 2], [2, 1], row(2), { centre: [0, Infinity] })).toThrow(
      'invalid centre: 0, Infinity',
    );
  });
});
