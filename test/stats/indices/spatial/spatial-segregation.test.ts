import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexById, manyGroupIndices, twoGroupIndices } from '#stats/catalog.ts';
import { spatialSegregation } from '#stats/indices/spatial/spatial-segregation.ts';
import { manyGroupTable, twoGroupTable } from '#stats/table.ts';
import { localEnvironments } from '#stats/weights/local-environments.ts';
import type { PairSums } from '#stats/weights/pair-sums.ts';
import { lattice, placesOf } from '../../weights/places.ts';

/** Two places 500 m apart: half weight at a triangular kilometre. */
const apart = placesOf([
  [0, 0],
  [500, 0],
]);
const half = localEnvironments(apart).environment(1000, 'triangular');

const tables = fc.integer({ min: 2, max: 4 }).chain((groups) =>
  fc.array(fc.array(fc.nat(300), { minLength: 20, maxLength: 20 }), {
    minLength: groups,
    maxLength: groups,
  }),
);

describe('spatial segregation', () => {
  test('by hand: 10 persons of either group in two units that count half for each other', () => {
    const { H, D, R, P, exposure } = spatialSegregation(
      [
        [10, 0],
        [0, 10],
      ],
      half,
    );
    // q = 10/15 and 5/15, Q = 1/2
    const entropy = -(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3);
    expect(H).toBeCloseTo(1 - entropy / Math.LN2, 14);
    expect(R).toBeCloseTo(1 - 4 / 9 / (1 / 2), 14);
    // 20 persons, |2/3 − 1/2| twice, over 2 · 20 · 1/2
    expect(D).toBeCloseTo((20 * (1 / 3)) / 20, 14);
    expect(exposure[0]![0]).toBeCloseTo(2 / 3, 14);
    expect(exposure[0]![1]).toBeCloseTo(1 / 3, 14);
    expect(P).toBeCloseTo((2 / 3 - 1 / 2) / (1 / 2), 14);
  });

  test('units out of reach of each other: the aspatial indices', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const alone = localEnvironments(lattice(4, 5)).environment(100, 'biweight');
        const { H, D, R, P, exposure } = spatialSegregation(table, alone);
        const aspatial = manyGroupIndices(table);
        expectSame(H, aspatial.H_multi!);
        expectSame(D, aspatial.D_multi!);
        expectSame(R, aspatial.R_multi!);
        expectSame(P, aspatial.P_multi!);
        const [group, reference] = [table[0]!, table[1]!];
        const two = spatialSegregation([group, reference], alone);
        const aspatialTwo = twoGroupIndices(group, reference);
        expectSame(two.exposure[0]![0]!, aspatialTwo.xPx!);
        expectSame(two.exposure[0]![1]!, aspatialTwo.xPy!);
        for (const row of exposure) {
          const sum = row.reduce((all, share) => all + share, 0);
          if (!Number.isNaN(sum)) expect(sum).toBeCloseTo(1, 12);
        }
      }),
      { seed: 6 },
    );
  });

  test('everybody in everybody’s environment: nothing', () => {
    const everywhere = localEnvironments(lattice(4, 5)).environment(10_000, 'uniform');
    fc.assert(
      fc.property(tables, (table) => {
        const { H, D, R, P } = spatialSegregation(table, everywhere);
        if (Number.isNaN(H)) return;
        for (const value of [H, D, R, P]) expect(value).toBeCloseTo(0, 12);
      }),
      { seed: 7 },
    );
  });

  test('a finer cut of the same places leaves all as it is, where the parts stay together', () => {
    const whole = spatialSegregation(
      [
        [40, 10, 0],
        [10, 30, 60],
      ],
      localEnvironments(
        placesOf([
          [0, 0],
          [400, 0],
          [800, 300],
        ]),
      ).environment(600, 'biweight'),
    );
    const cut = spatialSegregation(
      [
        [30, 10, 10, 0],
        [7.5, 2.5, 30, 60],
      ],
      localEnvironments(
        placesOf([
          [0, 0],
          [0, 0],
          [400, 0],
          [800, 300],
        ]),
      ).environment(600, 'biweight'),
    );
    for (const index of ['H', 'D', 'R', 'P'] as const) expect(cut[index]).toBeCloseTo(whole[index], 13);
  });

  test('H̃ and R̃ fall below 0 where people live in environments more mixed than the city', () => {
    // many of one group around few of the other: everybody sees both alike, and there are more of the one
    const ring = placesOf(
      Array.from({ length: 9 }, (_, k): [number, number] =>
        k === 0 ? [0, 0] : [900 * Math.cos(k * 0.785), 900 * Math.sin(k * 0.785)],
      ),
    );
    const { H, R } = spatialSegregation(
      [
        [30, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 9, 9, 9, 9, 9, 9, 9, 9],
      ],
      localEnvironments(ring).environment(950, 'uniform'),
    );
    expect(H).toBeLessThan(0);
    expect(R).toBeLessThan(0);
  });

  test('D̃ can exceed 1: a person in the environment of many who are not in each other’s', () => {
    // five on a circle of 1 km are 1176 m apart
    const star = placesOf(
      Array.from({ length: 6 }, (_, k): [number, number] =>
        k === 0 ? [0, 0] : [1000 * Math.cos(k * 0.4 * Math.PI), 1000 * Math.sin(k * 0.4 * Math.PI)],
      ),
    );
    const environment = localEnvironments(star).environment(1000, 'uniform');
    const { D } = spatialSegregation(
      [
        [1, 0, 0, 0, 0, 0],
        [0, 10, 10, 10, 10, 10],
      ],
      environment,
    );
    // 50 persons see 1 of 11 instead of 1 of 51, the one sees the city as it is
    expect(D).toBeCloseTo((50 * (1 / 11 - 1 / 51)) / (51 * 2 * (1 / 51) * (50 / 51)), 12);
    expect(D).toBeGreaterThan(1);
  });
});

describe('edge cases', () => {
  test.each([
    [
      'an empty group',
      [
        [4, 5],
        [0, 0],
      ],
    ],
    [
      'one populated unit',
      [
        [4, 0],
        [6, 0],
      ],
    ],
    [
      'nobody',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ['a single group', [[4, 5]]],
  ])('%s: undefined', (_, table) => {
    const { H, D, R, P } = spatialSegregation(table, half);
    expect([H, D, R, P]).toEqual([NaN, NaN, NaN, NaN]);
  });

  test('the exposure of groups with persons is known, of others not', () => {
    expect(
      spatialSegregation(
        [
          [4, 5],
          [0, 0],
        ],
        half,
      ).exposure,
    ).toEqual([
      [1, 0],
      [NaN, NaN],
    ]);
  });

  test('a unit without persons takes no part, nor does it move the others', () => {
    const with0 = spatialSegregation(
      [
        [3, 0, 9],
        [7, 0, 1],
      ],
      localEnvironments(
        placesOf([
          [0, 0],
          [250, 0],
          [500, 0],
        ]),
      ).environment(1000, 'triangular'),
    );
    expect(with0).toEqual(
      spatialSegregation(
        [
          [3, 9],
          [7, 1],
        ],
        half,
      ),
    );
  });

  test('an environment of nobody, not even the unit itself, is undefined', () => {
    const nobody: PairSums = { size: 2, sums: (columns) => columns.map(() => new Float64Array(2)) };
    expect(
      spatialSegregation(
        [
          [1, 2],
          [2, 1],
        ],
        nobody,
      ).H,
    ).toBeNaN();
  });

  test('invalid counts, lengths and contexts are refused', () => {
    expect(() =>
      spatialSegregation(
        [
          [1, -1],
          [1, 1],
        ],
        half,
      ),
    ).toThrow('invalid count: -1 at 1');
    expect(() => spatialSegregation([], half)).toThrow('invalid groups: 0');
    expect(() =>
      spatialSegregation(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        half,
      ),
    ).toThrow('invalid length: 3 (expected 2)');
    for (const letter of ['H', 'D', 'R', 'P']) {
      const two = indexById(`spatial_${letter}`);
      const many = indexById(`spatial_${letter}_multi`);
      if (two.groups !== 'two' || many.groups !== 'many') throw new Error(letter);
      expect(() => two.compute(twoGroupTable([1, 2], [2, 1]))).toThrow('invalid environment: undefined');
      expect(() => many.compute(manyGroupTable([[1, 2]]))).toThrow('invalid environment: undefined');
    }
  });
});

describe('specs', () => {
  test('ask the environment once for all four, anew for another table', () => {
    let asked = 0;
    const environment: PairSums = {
      size: 2,
      sums: (columns) => {
        asked++;
        return half.sums(columns);
      },
    };
    const table = twoGroupTable([10, 0], [0, 10]);
    const measured = (id: string, of = table): number => {
      const spec = indexById(id);
      if (spec.groups !== 'two' || spec.scope !== 'global') throw new Error(id);
      return spec.compute(of, { environment });
    };
    const { H, D, R, exposure } = spatialSegregation(
      [
        [10, 0],
        [0, 10],
      ],
      half,
    );
    expect(['H', 'D', 'R', 'P'].map((letter) => measured(`spatial_${letter}`))).toEqual([
      H,
      D,
      R,
      exposure[0]![0],
    ]);
    expect(asked).toBe(1);
    expect(measured('spatial_H', twoGroupTable([10, 1], [0, 10]))).not.toBe(H);
    expect(asked).toBe(2);
  });

  test('of two groups are those of many groups, but for isolation', () => {
    const context = { environment: half };
    const two = twoGroupTable([10, 2], [4, 10]);
    const many = manyGroupTable([
      [10, 2],
      [4, 10],
    ]);
    for (const letter of ['H', 'D', 'R']) {
      const one = indexById(`spatial_${letter}`);
      const other = indexById(`spatial_${letter}_multi`);
      if (one.groups !== 'two' || other.groups !== 'many') throw new Error(letter);
      expect(one.compute(two, context)).toBe(other.compute(many, context));
    }
  });
});

function expectSame(value: number, reference: number): void {
  if (Number.isNaN(reference)) expect(value).toBeNaN();
  else expect(value).toBeCloseTo(reference, 11);
}
