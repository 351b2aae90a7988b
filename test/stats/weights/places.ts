import fc from 'fast-check';
import type { Places } from '#stats/spec.ts';
import type { SparseMatrix } from '#stats/weights/sparse.ts';

/** Places from pairs of coordinates. */
export function placesOf(pairs: readonly (readonly [number, number])[]): Places {
  return { x: Float64Array.from(pairs, ([x]) => x), y: Float64Array.from(pairs, ([, y]) => y) };
}

export function distanceBetween({ x, y }: Places, i: number, j: number): number {
  return Math.sqrt((x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2);
}

/** Squares of 250 m, row by row, far from the origin as projected coordinates are. */
export function lattice(rows: number, columns: number): Places {
  const units = Array.from({ length: rows * columns }, (_, k): [number, number] => [
    390_000 + (k % columns) * 250,
    5_818_000 + Math.floor(k / columns) * 250,
  ]);
  return placesOf(units);
}

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });
const pair = fc.tuple(coordinate, coordinate);
const corner = fc.tuple(
  fc.integer({ min: 0, max: 9 }).map((k) => k * 250),
  fc.integer({ min: 0, max: 9 }).map((k) => k * 250),
);
const row = fc.tuple(coordinate, fc.constant(7));
const column = fc.tuple(fc.constant(7), coordinate);
const far = fc.constantFrom<[number, number]>([4e6, -2e6], [-1e7, 50]);

/** Scattered, on a grid (with coincident places), in a row, in a column, and with some units far away. */
export const somePlaces: fc.Arbitrary<Places> = fc
  .oneof(
    fc.array(pair, { minLength: 1, maxLength: 60 }),
    fc.array(corner, { minLength: 1, maxLength: 60 }),
    fc.array(row, { minLength: 1, maxLength: 20 }),
    fc.array(column, { minLength: 1, maxLength: 20 }),
    fc.array(fc.oneof({ weight: 9, arbitrary: pair }, { weight: 1, arbitrary: far }), {
      minLength: 1,
      maxLength: 60,
    }),
  )
  .map(placesOf);

export const someRadius = fc.oneof(
  fc.constantFrom(250, 500, 1000, 2000),
  fc.double({ min: 1, max: 9000, noNaN: true }),
);

/** Neighbours of every unit. */
export function listsOf({ offsets, neighbours }: SparseMatrix): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, i) => [
    ...neighbours.subarray(offsets[i], offsets[i + 1]),
  ]);
}

/** Weights of every unit's neighbours. */
export function rowsOf({ offsets, weights }: SparseMatrix): number[][] {
  return Array.from({ length: offsets.length - 1 }, (_, i) => [
    ...weights.subarray(offsets[i], offsets[i + 1]),
  ]);
}

/** Three places in a row: 0 ––900–– 1 –––1100––– 2. */
export const line = placesOf([
  [0, 0],
  [900, 0],
  [2000, 0],
]);
