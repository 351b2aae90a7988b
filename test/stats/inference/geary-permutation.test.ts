import { describe, expect, test } from 'vitest';
import { geary, gearyMoments } from '#stats/indices/autocorrelation/geary.ts';
import { beginGearyTest } from '#stats/inference/geary-permutation.ts';
import { beginMoranTest } from '#stats/inference/moran-permutation.ts';
import { finish } from '#stats/inference/stepper.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { neighbourWeights } from '../../oracles/input.ts';
import { chainAndIsland, lattice, permutations, withWeights } from '../maps.ts';

const slope = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i * 1.7) + i / 10);

describe('the permutation test of Geary’s c', () => {
  test('gives the value of Geary’s c itself, whatever the weights', () => {
    const own = neighbourWeights([[0, 1, 2], [2], [], [0, 3], [3, 1]], 'binary');
    for (const [values, weights] of [
      [slope, lattice(5, 6)],
      [[4, 1, 3, 7, 5], withWeights(own, (i, j) => 1 + i + j / 3)],
      [[4, 1, 3, 7, 5], neighbourWeights(chainAndIsland)],
    ] as const) {
      const { value, expected } = finish(beginGearyTest(values, weights, { permutations: 1, seed: 1 }));
      expect(value).toBeCloseTo(geary(values, weights), 13);
      expect(expected).toBe(1);
    }
  });

  test('p agrees with trying every order', () => {
    const weights = lattice(2, 3);
    const values = [5, 4, 1, 6, 3, 2];
    const real = geary(values, weights);
    const possible = permutations(values).map((order) => geary(order, weights));
    const below = possible.filter((value) => value <= real + 1e-12).length / 720;
    const above = possible.filter((value) => value >= real - 1e-12).length / 720;
    const test = finish(beginGearyTest(values, weights, { permutations: 9999, seed: 2 }));
    const near = (p: number, exact: number) =>
      expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9999) + 0.0002);
    near(test.lowerP, below);
    near(test.upperP, above);
    expect(test.p).toBe(Math.min(test.lowerP, test.upperP));
  });

  test('permutes as the test of Moran’s I does: with equal sums of weights the two rank alike', () => {
    // a ring: c = (n − 1)/n · (1 − I) for every order
    const weights = neighbourWeights(Array.from({ length: 30 }, (_, i) => [(i + 29) % 30, (i + 1) % 30]));
    const moran = finish(beginMoranTest(slope, weights, { permutations: 50, seed: 3 }));
    const test = finish(beginGearyTest(slope, weights, { permutations: 50, seed: 3 }));
    moran.simulated.forEach((value, r) => {
      expect(test.simulated[r]).toBeCloseTo((29 / 30) * (1 - value), 12);
    });
  });

  test('mean and spread are those of the formula', () => {
    const { mean, sd } = finish(beginGearyTest(slope, lattice(5, 6), { permutations: 4000, seed: 1 }));
    const exact = Math.sqrt(gearyMoments(slope, lattice(5, 6)).randomisation.variance);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * exact) / Math.sqrt(4000));
    expect(Math.abs(sd / exact - 1)).toBeLessThan(0.05);
  });

  test('the size of the portions changes no figure', () => {
    const whole = finish(beginGearyTest(slope, lattice(5, 6), { permutations: 50, seed: 7 }));
    const stepper = beginGearyTest(slope, lattice(5, 6), { permutations: 50, seed: 7 });
    for (const count of [1, 3, 7, 39]) stepper.step(count);
    expect(stepper.result()).toEqual(whole);
  });

  test('finds nothing where there is nothing: p ≤ 0.05 in a tenth of the cases, both sides together', () => {
    const random = randomStream(19);
    const cases = 600;
    let found = 0;
    for (let c = 0; c < cases; c++) {
      const values = Float64Array.from({ length: 49 }, () => random.uniform());
      if (finish(beginGearyTest(values, lattice(7, 7), { permutations: 99, seed: c })).p <= 0.05) found++;
    }
    expect(Math.abs(found / cases - 0.1)).toBeLessThan(3 * Math.sqrt((0.1 * 0.9) / cases));
  });

  test('answers NaN where Geary’s c is undefined', () => {
    const test = finish(beginGearyTest([2, 2, 2, 2], lattice(2, 2), { permutations: 9, seed: 1 }));
    expect([test.value, test.p, test.permutations]).toEqual([NaN, NaN, 9]);
  });
});
