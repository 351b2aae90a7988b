import { describe, expect, test } from 'vitest';
import { moran } from '#stats/indices/autocorrelation/moran.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import { permutationTestOf } from '#stats/inference/permutation-test.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { sparseMatrix } from '#stats/weights/sparse.ts';
import { lattice, permutations } from '../maps.ts';

const slope = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i * 1.7) + i / 10);

describe('the permutation test of Moran’s I', () => {
  test('gives the value of Moran’s I itself', () => {
    const weights = lattice(5, 6);
    const { value, expected, sd, units, islands } = finish(
      beginMoranTest(slope, weights, { permutations: 0, seed: 1 }),
    );
    expect(sd).toBeNaN();
    expect(value).toBeCloseTo(moran(slope, weights), 14);
    expect(expected).toBe(-1 / 29);
    expect([units, islands]).toEqual([30, 0]);
  });

  test('every simulated value is Moran’s I of the same values in another order', () => {
    const weights = lattice(2, 3);
    const values = [1, 2, 4, 8, 16, 32];
    const possible = permutations(values).map((order) => moran(order, weights));
    const { simulated } = finish(beginMoranTest(values, weights, { permutations: 50, seed: 3 }));
    for (const draw of simulated) {
      expect(Math.min(...possible.map((value) => Math.abs(value - draw)))).toBeLessThan(1e-12);
    }
    expect(new Set(simulated.map((draw) => Math.round(draw * 1e9))).size).toBeGreaterThan(25);
  });

  test('p agrees with trying every order', () => {
    const weights = lattice(2, 3);
    const values = [5, 4, 1, 6, 3, 2];
    const possible = Float64Array.from(permutations(values), (order) => moran(order, weights));
    const above = possible.filter((value) => value >= moran(values, weights) - 1e-12).length / 720;
    const below = possible.filter((value) => value <= moran(values, weights) + 1e-12).length / 720;
    const exact = Math.min(above, below);
    const { p, mean } = finish(beginMoranTest(values, weights, { permutations: 9999, seed: 2 }));
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999) + 0.0002);
    const exactMean = possible.reduce((sum, value) => sum + value, 0) / 720;
    expect(exactMean).toBeCloseTo(-1 / 5, 12);
    expect(Math.abs(mean - exactMean)).toBeLessThan(0.02);
  });

  test('the size of the portions changes no figure', () => {
    const weights = lattice(5, 6);
    const whole = finish(beginMoranTest(slope, weights, { permutations: 101, seed: 7 }));
    for (const portions of [[1], [3, 1, 7], [4], [5, 2], [100, 1]]) {
      const stepper = beginMoranTest(slope, weights, { permutations: 101, seed: 7 });
      for (let k = 0; stepper.done < stepper.total; k++) stepper.step(portions[k % portions.length]!);
      expect(stepper.result()).toEqual(whole);
    }
  });

  test('permutations shared out among workers give the figures of one run', () => {
    const weights = lattice(5, 6);
    const whole = finish(beginMoranTest(slope, weights, { permutations: 101, seed: 7 }));
    const parts = [
      { permutations: 37, seed: 7 },
      { permutations: 64, seed: 7, first: 37 },
    ].map((options) => finish(beginMoranTest(slope, weights, options)));
    const simulated = Float64Array.from(parts.flatMap((part) => [...part.simulated]));
    expect(permutationTestOf(whole, simulated)).toEqual(whole);
  });

  test('shows the outcome of what has been done so far', () => {
    const stepper = beginMoranTest(slope, lattice(5, 6), { permutations: 99, seed: 7 });
    expect(stepper.result().p).toBeNaN();
    stepper.step(10);
    expect(stepper.done).toBe(10);
    expect(stepper.result().permutations).toBe(10);
    expect(stepper.result().p).toBeGreaterThanOrEqual(1 / 11);
    stepper.step(1000);
    expect(stepper.done).toBe(99);
  });

  test('another seed gives other draws, the same seed the same', () => {
    const at = (seed: number) =>
      finish(beginMoranTest(slope, lattice(5, 6), { permutations: 20, seed })).simulated;
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });

  test('finds nothing where there is nothing: p ≤ 0.05 in a tenth of the cases, both sides together', () => {
    const weights = lattice(7, 7);
    const random = randomStream(17);
    const cases = 600;
    let found = 0;
    for (let c = 0; c < cases; c++) {
      const values = Float64Array.from({ length: 49 }, () => random.uniform());
      if (finish(beginMoranTest(values, weights, { permutations: 99, seed: c })).p <= 0.05) found++;
    }
    const error = Math.sqrt((0.1 * 0.9) / cases);
    expect(Math.abs(found / cases - 0.1)).toBeLessThan(3 * error);
  });

  test('leaves units without a value out and counts islands among the others', () => {
    const weights = lattice(5, 6);
    const values = slope.map((value, i) => (i === 1 || i === 6 ? NaN : value));
    const { value, units, islands } = finish(beginMoranTest(values, weights, { permutations: 9, seed: 1 }));
    expect(value).toBeCloseTo(moran(values, weights), 14);
    expect(units).toBe(28);
    expect(islands).toBe(1);
  });

  test('works with weights that are not symmetric, with values of a unit’s own, and doubled links', () => {
    const offsets = Int32Array.of(0, 3, 4, 6, 7);
    const neighbours = Int32Array.of(1, 1, 2, 3, 2, 0, 1);
    const weights = sparseMatrix({ offsets, neighbours }, 'row-standardised');
    const values = [4, 1, 3, 7];
    expect(finish(beginMoranTest(values, weights, { permutations: 1, seed: 1 })).value).toBeCloseTo(
      moran(values, weights),
      14,
    );
  });

  test('answers NaN where Moran’s I is undefined', () => {
    const unlinked = sparseMatrix({ offsets: new Int32Array(5), neighbours: new Int32Array(0) }, 'binary');
    for (const test of [
      finish(beginMoranTest([2, 2, 2, 2], lattice(2, 2), { permutations: 9, seed: 1 })),
      finish(beginMoranTest([1, 2, 3, 4], unlinked, { permutations: 9, seed: 1 })),
    ]) {
      expect([test.value, test.p, test.permutations]).toEqual([NaN, NaN, 9]);
    }
  });

  test('refuses what makes no sense', () => {
    const weights = lattice(5, 6);
    expect(() => beginMoranTest(slope, weights, { permutations: 1.5, seed: 1 })).toThrow(
      'invalid permutations: 1.5',
    );
    expect(() => beginMoranTest(slope, weights, { permutations: 9, seed: NaN })).toThrow('invalid seed: NaN');
    expect(() => beginMoranTest(slope, weights, { permutations: 9, seed: 1, first: -1 })).toThrow(
      'invalid first: -1',
    );
    expect(() => beginMoranTest([1], weights, { permutations: 9, seed: 1 })).toThrow('invalid length: 1');
    expect(() => beginMoranTest(slope, weights, { permutations: 9, seed: 1 }).step(0)).toThrow(
      'invalid count: 0',
    );
  });
});

test('the pseudo p value counts the rarer side and equal values on both', () => {
  const about = (value: number, ...simulated: number[]) =>
    permutationTestOf({ value, expected: 0, units: 4, islands: 0 }, Float64Array.from(simulated));
  expect(about(3, 1, 2, 3, 4)).toMatchObject({ p: 3 / 5, upperP: 3 / 5, lowerP: 4 / 5, twoSidedP: 1 });
  expect(about(5, 1, 2, 3, 4)).toMatchObject({ p: 1 / 5, upperP: 1 / 5, lowerP: 1, twoSidedP: 2 / 5 });
  expect(about(0.1 + 0.2, 0.3, 0.1, 0.2, 0.25).p).toBe(2 / 5);
});
