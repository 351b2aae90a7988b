import { expect, test } from 'vitest';
import { pairDifferences } from '#stats/numeric/pair-differences.ts';
import { randomStream } from '#stats/numeric/random.ts';

function pairByPair(counts: Float64Array, totals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    for (let j = 0; j < i; j++) {
      sum += Math.abs(counts[i]! * totals[j]! - counts[j]! * totals[i]!);
    }
  }
  return sum;
}

test('by hand', () => {
  // 40 · 40 · |3/4 − 1/4|
  expect(pairDifferences(Float64Array.of(30, 10), Float64Array.of(40, 40))).toBe(800);
  expect(pairDifferences(Float64Array.of(30, 0, 10), Float64Array.of(40, 0, 40))).toBe(800);
  expect(pairDifferences(Float64Array.of(0, 0), Float64Array.of(40, 40))).toBe(0);
  expect(pairDifferences(new Float64Array(0), new Float64Array(0))).toBe(0);
});

test.each([
  ['few units', 50, (draw: number) => draw],
  ['more units than are sorted at a time', 9000, (draw: number) => draw],
  ['most shares next to nothing, one of 1', 9000, (draw: number, i: number) => (i === 77 ? 1 : draw * 1e-7)],
  ['few different shares, empty units', 9000, (draw: number) => Math.floor(draw * 4) / 4],
])('as pair by pair: %s', (_, size, shareOf) => {
  const random = randomStream(3);
  const totals = Float64Array.from({ length: size }, () => Math.floor(random.uniform() * 40));
  const counts = totals.map((t, i) => t * shareOf(random.uniform(), i));
  const reference = pairByPair(counts, totals);
  expect(Math.abs(pairDifferences(counts, totals) - reference)).toBeLessThan(1e-11 * reference);
});
