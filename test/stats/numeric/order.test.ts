import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascendingOrder } from '#stats/numeric/order.ts';
import { quantile, quantileOfSorted, sorted } from '#stats/numeric/quantile.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { sum } from '#stats/numeric/sum.ts';

test('order by hand, equal keys in their order', () => {
  expect([...ascendingOrder(Float64Array.of(0.3, 0.1, 0.2))]).toEqual([1, 2, 0]);
  expect([...ascendingOrder(Float64Array.of(2, 1, 2, 1))]).toEqual([1, 3, 0, 2]);
  expect([...ascendingOrder(new Float64Array(0))]).toEqual([]);
});

test.each([
  ['shares', (draw: number) => draw],
  ['few different keys', (draw: number) => Math.floor(draw * 5) / 5],
  ['keys of very different size', (draw: number) => 10 ** (draw * 600 - 300)],
  ['the same key throughout', () => 0.5],
  ['zeros and whole numbers', (draw: number) => Math.floor(draw * 3) * 1e6],
  ['all but one crowded together', (draw: number) => (draw > 0.999 ? 1 : draw * 1e-9)],
  ['crowded within the crowd', (draw: number) => draw ** 40],
  ['negative too', (draw: number) => draw - 0.5],
  ['the whole range of numbers', (draw: number) => (draw < 0.5 ? -1 : 1) * 1.7e308 * draw],
  ['next to nothing', (draw: number) => Math.floor(draw * 50) * 5e-324],
])('long columns are ordered as by comparison: %s', (_, keyOf) => {
  const random = randomStream(2);
  const keys = Float64Array.from({ length: 3000 }, () => keyOf(random.uniform()));
  const compared = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  expect(ascendingOrder(keys)).toEqual(compared);
});

test('the stable sum does not lose small numbers beside large ones', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum([])).toBe(0);
  expect(sum([1, NaN])).toBeNaN();
  expect(sum([1, Infinity])).toBe(Infinity);
  const tenths = Array<number>(10_000).fill(0.1);
  expect(sum(tenths)).toBe(1000);
});

test('the stable sum does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 })), (values) => {
      const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(Math.abs(sum(values) - sum([...values].reverse()))).toBeLessThanOrEqual(scale * 1e-15);
    }),
  );
});

test('quantiles by hand', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([4, NaN, 1, 3, 2], 0)).toBe(1);
  expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.3)).toBeNaN();
  expect(quantileOfSorted(sorted([3, 1, 2]), 0.5)).toBe(2);
  expect(() => quantile([1], 1.1)).toThrow('invalid probability: 1.1');
});
