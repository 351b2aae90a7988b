import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  densityCorrectedDissimilarity,
  shrinkage,
} from '#stats/indices/evenness/density-corrected-dissimilarity.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { randomAllocations } from '../../dealing.ts';

const tables = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 30 })
  .map((units) => [units.map(([x]) => x), units.map(([, y]) => y)] as const);

test('by hand: two units that both differ by half with a variance of 3/8/40', () => {
  const h = 0.5 / Math.sqrt((2 * 0.75 * 0.25) / 40);
  // the larger root of θ = h tanh(θ h) by bisection
  let [low, high] = [1, h];
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (h * Math.tanh(middle * h) > middle) low = middle;
    else high = middle;
  }
  expect(densityCorrectedDissimilarity([30, 10], [10, 30])).toBeCloseTo((0.5 * low) / h, 14);
});

describe('what remains of a difference', () => {
  test('is nothing up to one standard deviation, all of a large one', () => {
    for (const square of [0, 0.5, 1, NaN]) expect(shrinkage(square)).toBe(0);
    expect(shrinkage(400)).toBe(1);
    expect(shrinkage(38.5 ** 2)).toBe(1);
    expect(shrinkage(Infinity)).toBe(1);
  });

  test('solves r = tanh(h² r), the likelier of the two roots', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.0001, max: 60, noNaN: true }), (square) => {
        const r = shrinkage(square);
        expect(Math.abs(Math.tanh(square * r) - r)).toBeLessThan(1e-14);
        expect(r).toBeGreaterThan(0);
        const h = Math.sqrt(square);
        const density = (mean: number) => Math.exp(-((h - mean) ** 2) / 2) + Math.exp(-((h + mean) ** 2) / 2);
        expect(density(r * h)).toBeGreaterThanOrEqual(density(0));
      }),
      { seed: 1 },
    );
  });

  test('grows without a jump from one standard deviation on', () => {
    let before = 0;
    for (let square = 1; square < 12; square += 0.001) {
      const r = shrinkage(square);
      expect(r).toBeGreaterThanOrEqual(before);
      before = r;
    }
    for (const tiny of [1e-12, 1e-9, 1e-6]) {
      expect(shrinkage(1 + tiny) / Math.sqrt(3 * tiny)).toBeCloseTo(1, 3);
    }
  });
});

test('lies between 0 and D, and is D where no unit is shared', () => {
  fc.assert(
    fc.property(tables, ([group, reference]) => {
      const d = dissimilarity(group, reference);
      const corrected = densityCorrectedDissimilarity(group, reference);
      if (Number.isNaN(d)) return expect(corrected).toBeNaN();
      expect(corrected).toBeGreaterThanOrEqual(0);
      expect(corrected).toBeLessThanOrEqual(d + 1e-15);
    }),
    { seed: 1 },
  );
  // each group in one unit of its own: nothing varies, nothing is taken away
  expect(densityCorrectedDissimilarity([7, 0], [0, 9])).toBe(1);
});

test('comes close to D in large units and halves the bias of small ones', () => {
  const [group, reference] = [
    [30, 10, 25],
    [10, 30, 12],
  ];
  const times = (factor: number) =>
    densityCorrectedDissimilarity(
      group.map((x) => x * factor),
      reference.map((y) => y * factor),
    );
  expect(times(10_000)).toBeCloseTo(dissimilarity(group, reference), 12);
  expect(dissimilarity(group, reference) - times(1)).toBeGreaterThan(1e-6);
  const totals = Array.from({ length: 40 }, () => 20);
  const draws = randomAllocations(totals, [200, 600], 200, 5);
  const mean = (index: typeof dissimilarity) =>
    draws.reduce((sum, [x, y]) => sum + index(x!, y!), 0) / draws.length;
  expect(mean(dissimilarity)).toBeGreaterThan(0.15);
  expect(mean(densityCorrectedDissimilarity)).toBeLessThan(0.6 * mean(dissimilarity));
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['no unit', [], []],
])('is undefined for %s', (_, group, reference) => {
  expect(densityCorrectedDissimilarity(group, reference)).toBeNaN();
});

test('units without persons change nothing, invalid counts are named', () => {
  expect(densityCorrectedDissimilarity([30, 0, 10], [10, 0, 30])).toBe(
    densityCorrectedDissimilarity([30, 10], [10, 30]),
  );
  expect(() => densityCorrectedDissimilarity([1, NaN], [1, 2])).toThrow('invalid count: NaN at 1');
  expect(() => densityCorrectedDissimilarity([1], [1, 2])).toThrow('invalid length: 2 (expected 1)');
});
