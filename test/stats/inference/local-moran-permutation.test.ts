import { describe, expect, test } from 'vitest';
import { localMoran } from '#stats/indices/autocorrelation/local-moran.ts';
import { mergeConditionalTests } from '#stats/inference/conditional-test.ts';
import { benjaminiHochberg } from '#stats/inference/false-discovery.ts';
import { beginLocalGetisOrdTest } from '#stats/inference/local-getis-ord-permutation.ts';
import {
  beginLocalBivariateMoranTest,
  beginLocalMoranTest,
} from '#stats/inference/local-moran-permutation.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { chain, chainAndIsland, lattice, permutations, withWeights } from '../maps.ts';

const values = [5, 4, 1, 6, 3, 22];
/** Unequal numbers of neighbours, one unit alone, and two parts without a link between them. */
const uneven = neighbourWeights([[1, 2], [0, 2], [0, 1], [], [5], [4]]);

describe('the conditional permutation test of local Moran’s I', () => {
  test.each([
    ['a lattice', lattice(2, 3)],
    ['binary weights', lattice(2, 3, 'binary')],
    ['two parts and an island', uneven],
    [
      'unequal weights',
      withWeights(neighbourWeights([[1, 2, 4], [0], [5, 3], [], [3, 1], [0]]), (i, j) => 1 + i + j),
    ],
  ])('p agrees with trying every order that leaves the unit in place: %s', (_, weights) => {
    const real = localMoran(values, weights).values;
    const draws = 9999;
    const { p, twoSidedP } = finish(beginLocalMoranTest(values, weights, { permutations: draws, seed: 4 }));
    for (let i = 0; i < 6; i++) {
      const own = permutations(values)
        .filter((order) => order[i] === values[i])
        .map((order) => localMoran(order, weights).values[i]!);
      if (Number.isNaN(real[i]!)) {
        expect(p[i]).toBeNaN();
        continue;
      }
      const exact = Math.min(
        own.filter((value) => value >= real[i]! - 1e-9).length / own.length,
        own.filter((value) => value <= real[i]! + 1e-9).length / own.length,
      );
      const allowed = 4 * Math.sqrt((exact * (1 - exact)) / draws) + 0.0002;
      expect(Math.abs(p[i]! - exact), `unit ${i}`).toBeLessThan(allowed);
      expect(twoSidedP[i]).toBe(Math.min(1, 2 * p[i]!));
    }
  });

  test('neither portions nor workers change a figure', () => {
    const weights = lattice(9, 9);
    const random = randomStream(2);
    const column = Float64Array.from({ length: 81 }, () => random.uniform());
    const whole = finish(beginLocalMoranTest(column, weights, { permutations: 99, seed: 5 }));
    const stepper = beginLocalMoranTest(column, weights, { permutations: 99, seed: 5 });
    expect(stepper.result().p.every(Number.isNaN)).toBe(true);
    for (const count of [1, 8, 30]) stepper.step(count);
    expect(stepper.done).toBe(39);
    expect(stepper.result().permutations).toBe(39);
    stepper.step(1000);
    expect(stepper.result()).toEqual(whole);
    const parts = [
      { permutations: 60, seed: 5, first: 39 },
      { permutations: 39, seed: 5 },
    ].map((options) => finish(beginLocalMoranTest(column, weights, options)));
    expect(mergeConditionalTests(parts)).toEqual(whole);
    expect(finish(beginLocalMoranTest(column, weights, { permutations: 99, seed: 6 })).p).not.toEqual(
      whole.p,
    );
  });

  test('finds nothing where there is nothing: p ≤ 0.05 in a tenth of the units, both sides together', () => {
    const random = randomStream(29);
    const cases = 150;
    let found = 0;
    let reallyFound = 0;
    for (let c = 0; c < cases; c++) {
      const column = Float64Array.from({ length: 49 }, () => random.uniform());
      const { p, twoSidedP } = finish(
        beginLocalMoranTest(column, lattice(7, 7), { permutations: 199, seed: c }),
      );
      found += p.filter((one) => one <= 0.05).length;
      reallyFound += twoSidedP.filter((one) => one <= 0.05).length;
    }
    // units of one map share draws and neighbours, so the spread is wider than that of independent tests
    expect(Math.abs(found / cases / 49 - 0.1)).toBeLessThan(0.015);
    expect(Math.abs(reallyFound / cases / 49 - 0.05)).toBeLessThan(0.012);
  });

  test('with false discovery control a map without a pattern shows something in about one case of twenty', () => {
    const random = randomStream(31);
    const cases = 200;
    let maps = 0;
    for (let c = 0; c < cases; c++) {
      const column = Float64Array.from({ length: 49 }, () => random.uniform());
      const { twoSidedP } = finish(
        beginLocalMoranTest(column, lattice(7, 7), { permutations: 1999, seed: c }),
      );
      if (benjaminiHochberg(twoSidedP, 0.05).discoveries > 0) maps++;
    }
    expect(maps / cases).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / cases));
  });

  test('finds the cluster where there is one', () => {
    const random = randomStream(37);
    const column = Float64Array.from({ length: 100 }, (_, k) => {
      const isInside = k % 10 >= 6 && k >= 60;
      return random.uniform() + (isInside ? 2 : 0);
    });
    const { twoSidedP } = finish(
      beginLocalMoranTest(column, lattice(10, 10), { permutations: 9999, seed: 1 }),
    );
    const { significant } = benjaminiHochberg(twoSidedP, 0.05);
    const { quadrants } = localMoran(column, lattice(10, 10));
    expect([77, 78, 87, 88].every((k) => significant[k] === 1 && quadrants[k] === 1)).toBe(true);
    expect(significant[22]).toBe(0);
  });

  test('islands and units without a value have no p; the rest is as without them', () => {
    const { p, above } = finish(
      beginLocalMoranTest([1, 3, NaN, 9, 4], neighbourWeights(chainAndIsland), { permutations: 99, seed: 1 }),
    );
    expect([...p].map(Number.isNaN)).toEqual([false, false, true, true, true]);
    expect(above[4]).toBe(0);
    // 1 – 2 remain linked, 4 and 5 are alone: the same as a map that never had unit 3
    const short = finish(
      beginLocalMoranTest([1, 3, 9, 4], neighbourWeights([[1], [0], [], []]), { permutations: 99, seed: 1 }),
    );
    expect([p[0], p[1]]).toEqual([short.p[0], short.p[1]]);
  });

  test('a unit at the mean is never conspicuous', () => {
    const { p, twoSidedP } = finish(
      beginLocalMoranTest([4, 8, 0, 4, 4, 4], lattice(2, 3), { permutations: 99, seed: 1 }),
    );
    expect([p[0], twoSidedP[0]]).toEqual([1, 1]);
  });

  test('equal values: no p at all, but a test that comes to its end', () => {
    const stepper = beginLocalMoranTest([2, 2, 2, 2], neighbourWeights(chain), { permutations: 9, seed: 1 });
    const { p, permutations: done } = finish(stepper);
    expect([...p].every(Number.isNaN)).toBe(true);
    expect(done).toBe(9);
  });

  test('refuses what makes no sense', () => {
    const begin = (column: number[], options: object) => () =>
      beginLocalMoranTest(column, neighbourWeights(chain), { permutations: 9, seed: 1, ...options });
    expect(begin([1, 2, 3, 4], { permutations: -1 })).toThrow('invalid permutations: -1');
    expect(begin([1, 2, 3, 4], { seed: NaN })).toThrow('invalid seed: NaN');
    expect(begin([1, 2], {})).toThrow('invalid length: 2 (expected 4)');
    expect(() => begin([1, 2, 3, 4], {})().step(0)).toThrow('invalid count: 0');
    expect(() =>
      beginLocalMoranTest([1, 2, 3], neighbourWeights([[0, 1], [0], [1]]), { permutations: 9, seed: 1 }),
    ).toThrow('invalid weights: unit 0 is its own neighbour');
    expect(() => mergeConditionalTests([])).toThrow('invalid parts: 0');
  });
});

describe('the conditional permutation test of local bivariate Moran’s I', () => {
  test('of a thing with itself is that of local Moran’s I', () => {
    const options = { permutations: 199, seed: 3 };
    expect(finish(beginLocalBivariateMoranTest(values, values, lattice(2, 3), options))).toEqual(
      finish(beginLocalMoranTest(values, lattice(2, 3), options)),
    );
  });

  test('asks about the neighbours’ y, not about x', () => {
    const y = [1, 1, 2, 0, 8, 3];
    const options = { permutations: 199, seed: 3 };
    const { above } = finish(beginLocalBivariateMoranTest(values, y, lattice(2, 3), options));
    expect(above).toEqual(finish(beginLocalMoranTest(y, lattice(2, 3), options)).above);
  });

  test('units that lack one of the two have no p', () => {
    const { p } = finish(
      beginLocalBivariateMoranTest([1, NaN, 3, 9, 2, 5], [3, 1, 2, NaN, 4, 9], lattice(2, 3), {
        permutations: 19,
        seed: 1,
      }),
    );
    expect([...p].map(Number.isNaN)).toEqual([true, true, false, true, false, false]);
  });
});

describe('the conditional permutation test of Getis–Ord', () => {
  test('is that of local Moran’s I, whether a unit is its own neighbour or not', () => {
    const options = { permutations: 199, seed: 3 };
    const moran = finish(beginLocalMoranTest(values, uneven, options));
    expect(finish(beginLocalGetisOrdTest(values, uneven, options))).toEqual(moran);
    const withSelf = neighbourWeights([[0, 1, 2], [1, 0, 2], [0, 1], [3], [5], [4, 5]]);
    expect(finish(beginLocalGetisOrdTest(values, withSelf, options))).toEqual(moran);
  });

  test('hot spots are seldom surpassed, cold spots seldom undercut', () => {
    const column = Array.from({ length: 81 }, (_, k) => (k % 9 < 3 ? 10 : 0) + ((k * 7) % 5));
    const { above, below } = finish(
      beginLocalGetisOrdTest(column, lattice(9, 9), { permutations: 999, seed: 1 }),
    );
    expect(above[37]).toBeLessThan(20);
    expect(below[37]).toBeGreaterThan(970);
    expect(below[43]).toBeLessThan(above[43]!);
  });
});
