import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lorenzCurve } from '#stats/curves/lorenz.ts';
import { dissimilarity } from '#stats/indices/evenness/dissimilarity.ts';
import { gini } from '#stats/indices/evenness/gini.ts';
import { randomStream } from '#stats/numeric/random.ts';

const tables = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 30 })
  .map((units) => [units.map(([x]) => x), units.map(([, y]) => y)] as const);

function areaUnder({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }): number {
  let sum = 0;
  for (let k = 1; k < x.length; k++) sum += ((x[k]! - x[k - 1]!) * (y[k]! + y[k - 1]!)) / 2;
  return sum;
}

test('by hand: three quarters of the others live with a quarter of the group', () => {
  const curve = lorenzCurve([30, 10], [10, 30]);
  expect([...curve.x]).toEqual([0, 0.75, 1]);
  expect([...curve.y]).toEqual([0, 0.25, 1]);
  expect([...curve.share]).toEqual([NaN, 0.25, 0.75]);
  expect(curve).toMatchObject({ farthest: 1, dissimilarity: 0.5, gini: 0.5 });
});

test('units of equal share and without persons make no points of their own', () => {
  const curve = lorenzCurve([1, 0, 2, 9, 3], [3, 0, 6, 3, 1]);
  expect(curve.x).toHaveLength(3);
  expect([...curve.share]).toEqual([NaN, 0.25, 0.75]);
});

describe('every curve', () => {
  test('is convex from (0, 0) to (1, 1), with D as largest distance and G as twice the area', () => {
    let tried = 0;
    fc.assert(
      fc.property(tables, ([group, reference]) => {
        const curve = lorenzCurve(group, reference);
        const { x, y, share, farthest } = curve;
        if (x.length === 0) return;
        tried++;
        expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1]);
        for (let k = 2; k < x.length; k++) {
          expect(x[k]!).toBeGreaterThanOrEqual(x[k - 1]!);
          expect(share[k]!).toBeGreaterThan(share[k - 1]!);
          const turn =
            (x[k - 1]! - x[k - 2]!) * (y[k]! - y[k - 1]!) - (y[k - 1]! - y[k - 2]!) * (x[k]! - x[k - 1]!);
          expect(turn).toBeGreaterThanOrEqual(-1e-15);
        }
        expect(curve.dissimilarity).toBeCloseTo(dissimilarity(group, reference), 13);
        expect(x[farthest]! - y[farthest]!).toBe(curve.dissimilarity);
        expect(curve.gini).toBeCloseTo(gini(group, reference), 13);
        expect(1 - 2 * areaUnder(curve)).toBeCloseTo(curve.gini, 12);
      }),
      { seed: 1 },
    );
    expect(tried).toBeGreaterThan(50);
  });
});

test('thinned, it keeps its ends, D, G and the farthest point, and hardly moves', () => {
  const random = randomStream(3);
  const group = Float64Array.from({ length: 20_000 }, () => Math.floor(random.uniform() ** 3 * 90));
  const reference = Float64Array.from({ length: 20_000 }, () => Math.floor(random.uniform() * 300));
  const whole = lorenzCurve(group, reference);
  for (const most of [3, 4, 40, 400]) {
    const curve = lorenzCurve(group, reference, most);
    expect(curve.x.length).toBeLessThanOrEqual(most);
    expect(curve.x.length).toBeGreaterThan(most / 3);
    expect([curve.x[0], curve.y[0], curve.x.at(-1), curve.y.at(-1)]).toEqual([0, 0, 1, 1]);
    expect(curve.dissimilarity).toBe(whole.dissimilarity);
    expect(curve.gini).toBe(whole.gini);
    expect(curve.x[curve.farthest]! - curve.y[curve.farthest]!).toBe(whole.dissimilarity);
    // chords of a convex curve lie above it, by the square of their length
    const lost = areaUnder(curve) - areaUnder(whole);
    expect(lost).toBeGreaterThanOrEqual(-1e-12);
    if (most >= 40) expect(lost).toBeLessThan(2 / most ** 2);
  }
  expect(lorenzCurve(group, reference, 1e9).x).toHaveLength(whole.x.length);
});

test.each([
  ['an empty group', [0, 0], [4, 5]],
  ['an empty reference group', [4, 5], [0, 0]],
  ['one populated unit', [3, 0], [4, 0]],
  ['no unit', [], []],
])('has no points for %s', (_, group, reference) => {
  const curve = lorenzCurve(group, reference);
  expect(curve.x).toHaveLength(0);
  expect(curve.y).toHaveLength(0);
  expect(curve.farthest).toBe(-1);
  expect(curve.dissimilarity).toBeNaN();
  expect(curve.gini).toBeNaN();
});

test('refuses fewer than three points and counts that are none', () => {
  expect(() => lorenzCurve([1, 2], [2, 1], 2)).toThrow('invalid points: 2');
  expect(() => lorenzCurve([1, -2], [2, 1])).toThrow('invalid count: -2 at 1');
});
