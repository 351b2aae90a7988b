import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globalDistortion, localDistortion, localDistortionSpec } from '#stats/indices/local/distortion.ts';
import type { Places } from '#stats/spec.ts';
import { manyGroupTable } from '#stats/table.ts';

const placesAt = (...points: readonly (readonly [number, number])[]): Places => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const row = placesAt([0, 0], [1000, 0], [3000, 0]);
const groups = [
  [1, 0, 1],
  [0, 1, 1],
];

/** sum q ln(q/r). */
const divergence = (...pairs: readonly (readonly [number, number])[]): number =>
  pairs.reduce((sum, [q, r]) => sum + (q > 0 ? q * Math.log(q / r) : 0), 0);

describe('localDistortion', () => {
  test('by hand: how far the nearest one, two and three units differ from halves', () => {
    const values = localDistortion(groups, row);
    // alone all of one group: ln 2; with the neighbour one of each: 0
    expect(values[0]).toBeCloseTo(Math.log(2), 15);
    expect(values[1]).toBeCloseTo(Math.log(2), 15);
    // alone one of each: 0; with the middle one of three
    expect(values[2]).toBeCloseTo(divergence([1 / 3, 1 / 2], [2 / 3, 1 / 2]), 15);
  });

  test('units at the same distance come together, unless an order is given', () => {
    const even = placesAt([0, 0], [1000, 0], [2000, 0]);
    expect(localDistortion(groups, even)[1]).toBeCloseTo(Math.log(2), 15);
    const leftFirst = (distances: Float64Array) =>
      [...distances.keys()].sort((a, b) => distances[a]! - distances[b]! || a - b);
    const rightFirst = (distances: Float64Array) =>
      [...distances.keys()].sort((a, b) => distances[a]! - distances[b]! || b - a);
    const [left, right] = [leftFirst, rightFirst].map(
      (order) => localDistortion(groups, even, { order })[1]!,
    );
    expect(left).toBeCloseTo(Math.log(2), 15);
    expect(right).toBeCloseTo(Math.log(2) + divergence([1 / 3, 1 / 2], [2 / 3, 1 / 2]), 15);
  });

  test('units at one place see the same', () => {
    const values = localDistortion(
      [
        [4, 1, 2],
        [1, 4, 9],
      ],
      placesAt([0, 0], [0, 0], [500, 0]),
    );
    expect(values[0]).toBe(values[1]);
  });

  test('the order of the units is no matter', () => {
    const counts = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
    const places = placesAt([0, 0], [1000, 0], [0, 1000], [1000, 1000], [500, 500]);
    const turned = { x: places.x.slice().reverse(), y: places.y.slice().reverse() };
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        const values = localDistortion([a, b, c], places);
        const back = localDistortion(
          [a, b, c].map((column) => [...column].reverse()),
          turned,
        ).reverse();
        values.forEach((value, i) => {
          if (Number.isNaN(value)) expect(back[i]).toBeNaN();
          else expect(back[i]).toBeCloseTo(value, 12);
        });
      }),
      { seed: 1 },
    );
  });

  test('is 0 everywhere without segregation', () => {
    expect([
      ...localDistortion(
        [
          [1, 2, 3],
          [2, 4, 6],
        ],
        row,
      ),
    ]).toEqual([0, 0, 0]);
  });

  test('a unit without persons has no value and is no step, or is a place like any other', () => {
    const withEmpty = groups.map((column) => [...column, 0]);
    const places = placesAt([0, 0], [1000, 0], [3000, 0], [100, 0]);
    const dropped = localDistortion(withEmpty, places);
    expect([...dropped].slice(0, 3)).toEqual([...localDistortion(groups, row)]);
    expect(dropped[3]).toBeNaN();
    const kept = localDistortion(withEmpty, places, { emptyUnits: 'zero' });
    // nobody seen yet: no difference; then the first unit alone, and so on
    expect(kept[3]).toBeCloseTo(Math.log(2), 15);
    expect(kept[0]).toBeCloseTo(2 * Math.log(2), 15);
  });

  test.each([
    ['one group', [[1, 2, 3]]],
    [
      'an empty second group',
      [
        [1, 2, 3],
        [0, 0, 0],
      ],
    ],
    [
      'one populated unit',
      [
        [1, 0, 0],
        [2, 0, 0],
      ],
    ],
  ])('is undefined for %s', (_, columns) => {
    expect([...localDistortion(columns, row)]).toEqual([NaN, NaN, NaN]);
    expect(globalDistortion(columns, row)).toBeNaN();
  });

  test('refuses a missing place, another number of places, and a context without them', () => {
    expect(() => localDistortion(groups, placesAt([0, 0], [NaN, 1], [2, 2]))).toThrow(
      'invalid place: NaN, 1 at 1',
    );
    expect(() => localDistortion(groups, placesAt([0, 0]))).toThrow('invalid length: 1 (expected 3)');
    expect(() => localDistortionSpec.compute(manyGroupTable(groups))).toThrow('invalid places: undefined');
  });

  test('the context says what becomes of units without persons', () => {
    const table = manyGroupTable([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    const places = placesAt([0, 0], [1000, 0], [3000, 0]);
    expect(localDistortionSpec.compute(table, { places })[2]).toBeNaN();
    expect(localDistortionSpec.compute(table, { places, emptyUnits: 'zero' })[2]).toBeCloseTo(
      Math.log(2),
      15,
    );
  });
});

test('globalDistortion is the mean over all persons', () => {
  const [first, second, third] = localDistortion(groups, row);
  expect(globalDistortion(groups, row)).toBeCloseTo((first! + second! + 2 * third!) / 4, 15);
  expect(
    globalDistortion(
      groups.map((column) => [...column, 0]),
      placesAt([0, 0], [1000, 0], [3000, 0], [9, 9]),
    ),
  ).toBe(globalDistortion(groups, row));
});
