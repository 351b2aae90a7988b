import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeIndex } from '#stats/weights/place-index.ts';
import { distanceBetween, lattice, placesOf, somePlaces, someRadius } from './places.ts';

/** Units within reach of unit i, ascending. */
function found(index: ReturnType<typeof placeIndex>, i: number, metres: number): number[] {
  const count = index.within(index.order.indexOf(i), metres);
  return [...index.positions.subarray(0, count)].map((p) => index.order[p]!).sort((a, b) => a - b);
}

describe('the grid of places', () => {
  test('finds exactly the units within reach, wherever they lie', () => {
    fc.assert(
      fc.property(somePlaces, someRadius, (places, metres) => {
        const index = placeIndex(places);
        expect([...index.order].sort((a, b) => a - b)).toEqual([...places.x.keys()]);
        for (let i = 0; i < places.x.length; i++) {
          const near = [...places.x.keys()].filter((j) => distanceBetween(places, i, j) <= metres);
          expect(found(index, i, metres)).toEqual(near);
        }
      }),
      { seed: 1 },
    );
  });

  test('tells squared distances', () => {
    const index = placeIndex(
      placesOf([
        [0, 0],
        [3, 4],
        [100, 0],
      ]),
    );
    const count = index.within(index.order.indexOf(0), 10);
    const squares = new Map(
      Array.from({ length: count }, (_, k) => [index.order[index.positions[k]!]!, index.squares[k]!]),
    );
    expect(squares).toEqual(
      new Map([
        [0, 0],
        [1, 25],
      ]),
    );
  });

  test('a distance is the same to a micrometre', () => {
    const index = placeIndex(
      placesOf([
        [0, 0],
        [1000 + 1e-9, 0],
        [-1000.00001, 0],
      ]),
    );
    expect(found(index, 0, 1000)).toEqual([0, 1]);
  });

  test('on a lattice: 49 squares within four sides of an inner one', () => {
    const index = placeIndex(lattice(20, 20));
    expect(index.within(index.order.indexOf(10 * 20 + 10), 1000)).toBe(49);
    expect(index.within(index.order.indexOf(0), 1000)).toBe(17);
  });

  test('everything for an infinite reach', () => {
    const index = placeIndex(lattice(3, 5));
    expect(index.within(7, Infinity)).toBe(15);
  });

  test('without units, with one, with all at one place', () => {
    expect(placeIndex(placesOf([])).size).toBe(0);
    expect(found(placeIndex(placesOf([[5, 5]])), 0, 1)).toEqual([0]);
    const same = placeIndex(
      placesOf([
        [5, 5],
        [5, 5],
        [5, 5],
      ]),
    );
    expect(found(same, 1, 1)).toEqual([0, 1, 2]);
  });

  test('refuses places that are none', () => {
    expect(() =>
      placeIndex(
        placesOf([
          [0, 0],
          [NaN, 1],
        ]),
      ),
    ).toThrow('invalid place: NaN, 1 at 1');
    expect(() => placeIndex(placesOf([[0, Infinity]]))).toThrow('invalid place: 0, Infinity at 0');
    expect(() => placeIndex({ x: new Float64Array(2), y: new Float64Array(1) })).toThrow(
      'invalid length: 1 (expected 2)',
    );
  });
});
