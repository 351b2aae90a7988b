import { describe, expect, test } from 'vitest';
import {
  beginBiasCorrectedDissimilarity,
  biasCorrectedDissimilarity,
} from '#stats/indices/evenness/bias-corrected-dissimilarity.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { finish } from '#stats/inference/stepper.ts';
import { choose, meanOf, randomAllocations } from '../../dealing.ts';

const group = [3, 1, 2];
const reference = [1, 4, 2];

/** Mean of D over all resamples, of the 6 and the 7 persons each by itself. */
function exactMean(): number {
  const resamples = (counts: readonly number[]) => {
    const n = counts.reduce((a, b) => a + b, 0);
    const ways: { readonly drawn: readonly number[]; readonly chance: number }[] = [];
    for (let a = 0; a <= n; a++) {
      for (let b = 0; a + b <= n; b++) {
        const drawn = [a, b, n - a - b];
        const chance = drawn.reduce((product, k, i) => product * (counts[i]! / n) ** k, 1);
        ways.push({ drawn, chance: chance * choose(n, a) * choose(n - a, b) });
      }
    }
    return ways;
  };
  let mean = 0;
  for (const x of resamples(group)) {
    for (const y of resamples(reference)) {
      const d = x.drawn.reduce((sum, k, i) => sum + Math.abs(k / 6 - y.drawn[i]! / 7) / 2, 0);
      mean += x.chance * y.chance * d;
    }
  }
  return mean;
}

describe('the resamples', () => {
  const test20000 = finish(
    beginBiasCorrectedDissimilarity(group, reference, { replicates: 20_000, seed: 1 }),
  );

  test('have the mean of all ways to resample', () => {
    const error = test20000.sd / Math.sqrt(20_000);
    expect(Math.abs(test20000.mean - exactMean())).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.002);
  });

  test('make the value 2 D − mean', () => {
    expect(test20000.uncorrected).toBe(dissimilarity(group, reference));
    expect(test20000.value).toBe(2 * test20000.uncorrected - test20000.mean);
    expect(test20000.value).toBeLessThan(test20000.uncorrected);
    const { mean, error } = meanOf([...test20000.resampled]);
    expect(test20000.mean).toBeCloseTo(mean, 12);
    expect(test20000.sd / Math.sqrt(20_000)).toBeCloseTo(error, 12);
  });
});

test('portions change no figure, seeds do', () => {
  const options = { replicates: 50, seed: 7 };
  const whole = finish(beginBiasCorrectedDissimilarity(group, reference, options));
  const stepper = beginBiasCorrectedDissimilarity(group, reference, options);
  for (const count of [1, 7, 13, 100]) stepper.step(count);
  expect(stepper.done).toBe(50);
  expect(stepper.result()).toEqual(whole);
  expect(biasCorrectedDissimilarity(group, reference, options)).toBe(whole.value);
  expect(biasCorrectedDissimilarity(group, reference, { ...options, seed: 8 })).not.toBe(whole.value);
  const first = beginBiasCorrectedDissimilarity(group, reference, options);
  first.step(20);
  expect([...first.result().resampled]).toEqual([...whole.resampled.slice(0, 20)]);
});

test('takes most of the bias away where there is segregation', () => {
  // in half of the units a quarter belongs to the group, in the others half of them
  const low = randomAllocations(Array<number>(30).fill(12), [90, 270], 60, 3);
  const high = randomAllocations(Array<number>(30).fill(12), [180, 180], 60, 4);
  const truth = dissimilarity([90, 180], [270, 180]);
  const pairs = low.map((table, k) => [0, 1].map((m) => [...table[m]!, ...high[k]![m]!]));
  const raw = meanOf(pairs.map(([x, y]) => dissimilarity(x!, y!))).mean - truth;
  const corrected =
    meanOf(pairs.map(([x, y]) => biasCorrectedDissimilarity(x!, y!, { replicates: 100, seed: 1 }))).mean -
    truth;
  expect(raw).toBeGreaterThan(0.03);
  expect(Math.abs(corrected)).toBeLessThan(raw / 2);
});

test('estimated counts are resampled as whole persons', () => {
  const { resampled } = finish(
    beginBiasCorrectedDissimilarity([2.6, 1.2, 2.2], [1.5, 3.5, 2], { replicates: 30, seed: 1 }),
  );
  // every difference is a multiple of 1/6 − 1/7
  for (const d of resampled) expect(d * 42).toBeCloseTo(Math.round(d * 42), 9);
});

test('no unit shared stays 1', () => {
  expect(biasCorrectedDissimilarity([4, 0, 5], [0, 7, 0], { replicates: 20, seed: 1 })).toBeCloseTo(1, 15);
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['less than half a person', [0.1, 0.2], [4, 5]],
  ['no unit', [], []],
])('is undefined for %s', (_, x, y) => {
  const result = finish(beginBiasCorrectedDissimilarity(x, y, { replicates: 3, seed: 1 }));
  expect(result.value).toBeNaN();
  expect([...result.resampled]).toEqual([NaN, NaN, NaN]);
});

test('is undefined before the first resample, and refuses what cannot be', () => {
  expect(
    beginBiasCorrectedDissimilarity(group, reference, { replicates: 3, seed: 1 }).result().value,
  ).toBeNaN();
  const begin = (replicates: number, seed: number) => () =>
    beginBiasCorrectedDissimilarity(group, reference, { replicates, seed });
  expect(begin(-1, 1)).toThrow('invalid replicates: -1');
  expect(begin(1.5, 1)).toThrow('invalid replicates: 1.5');
  expect(begin(1, NaN)).toThrow('invalid seed: NaN');
});
