import { describe, expect, test } from 'vitest';
import { bivariateMoran } from '#stats/indices/autocorrelation/bivariate-moran.ts';
import { beginBivariateMoranTest } from '#stats/inference/bivariate-moran-permutation.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { chain, chainAndIsland, lattice, meanOf, permutations } from '../maps.ts';

const x = [5, 4, 1, 6, 3, 2];
const y = [1, 1, 2, 0, 8, 3];

describe('the permutation test of bivariate Moran’s I', () => {
  test('gives the value of bivariate Moran’s I itself, also with missing values and islands', () => {
    const at = (a: readonly number[], b: readonly number[], lists: readonly (readonly number[])[]) => {
      const weights = neighbourWeights(lists);
      const { value, islands } = finish(beginBivariateMoranTest(a, b, weights, { permutations: 1, seed: 1 }));
      expect(value).toBeCloseTo(bivariateMoran(a, b, weights).value, 14);
      return islands;
    };
    expect(at([3, 1, 2, NaN], [1, 4, 3, 7], chain)).toBe(0);
    expect(at([3, 1, 2, 5, 4], [1, 4, 3, 9, 7], chainAndIsland)).toBe(1);
    expect(at([3, 1, 2, 5], [1, 4, 3, 9], [[1, 2, 3], [2], [0], []])).toBe(1);
  });

  test('p and mean agree with trying every order of y', () => {
    const weights = lattice(2, 3);
    const real = bivariateMoran(x, y, weights).value;
    const possible = permutations(y).map((order) => bivariateMoran(x, order, weights).value);
    const above = possible.filter((value) => value >= real - 1e-12).length / 720;
    const test = finish(beginBivariateMoranTest(x, y, weights, { permutations: 9999, seed: 2 }));
    expect(Math.abs(test.upperP - above)).toBeLessThan(4 * Math.sqrt((above * (1 - above)) / 9999) + 0.0002);
    expect(meanOf(possible)).toBeCloseTo(0, 12);
    expect(test.expected).toBe(0);
    expect(Math.abs(test.mean)).toBeLessThan((4 * test.sd) / 100);
  });

  test('the size of the portions changes no figure', () => {
    const whole = finish(beginBivariateMoranTest(x, y, lattice(2, 3), { permutations: 50, seed: 7 }));
    const stepper = beginBivariateMoranTest(x, y, lattice(2, 3), { permutations: 50, seed: 7 });
    for (const count of [1, 3, 7, 39]) stepper.step(count);
    expect(stepper.result()).toEqual(whole);
  });

  test('finds nothing where there is nothing, even if x itself clusters', () => {
    const random = randomStream(23);
    const own = Array.from({ length: 49 }, (_, i) => Math.floor(i / 7));
    const cases = 600;
    let found = 0;
    for (let c = 0; c < cases; c++) {
      const values = Float64Array.from({ length: 49 }, () => random.uniform());
      const test = finish(beginBivariateMoranTest(own, values, lattice(7, 7), { permutations: 99, seed: c }));
      if (test.p <= 0.05) found++;
    }
    expect(Math.abs(found / cases - 0.1)).toBeLessThan(3 * Math.sqrt((0.1 * 0.9) / cases));
  });

  test('answers NaN where it is undefined', () => {
    const constant = beginBivariateMoranTest(x, x.fill.call([...x], 1), lattice(2, 3), {
      permutations: 9,
      seed: 1,
    });
    const { value, p, permutations: done } = finish(constant);
    expect([value, p, done]).toEqual([NaN, NaN, 9]);
    const alone = neighbourWeights([[], [], []]);
    expect(
      finish(beginBivariateMoranTest([1, 2, 3], [3, 1, 2], alone, { permutations: 9, seed: 1 })).p,
    ).toBeNaN();
  });
});
