import { expect, test } from 'vitest';
import type { ComparisonAnswer } from '#measuring/answer.ts';
import { inOrder } from '#panels/measuring/comparison.ts';

const of = (leftYear: number, rightYear: number) =>
  ({
    request: { left: { year: leftYear }, right: { year: rightYear } },
    left: { used: 1 },
    right: { used: 2 },
    differences: { D: { value: 0.1, low: 0.05, high: 0.2, p: 0.01 } },
  }) as unknown as ComparisonAnswer;

test('an earlier year stands left, and the difference is the change since then', () => {
  const ordered = inOrder('year', of(2024, 2015));
  expect([ordered.left.used, ordered.right.used]).toEqual([2, 1]);
  expect([ordered.request.left.year, ordered.request.right.year]).toEqual([2015, 2024]);
  expect(ordered.differences.D).toEqual({ value: -0.1, low: -0.2, high: -0.05, p: 0.01 });
});

test('everything else stays as it was asked', () => {
  const later = of(2015, 2024);
  expect(inOrder('year', later)).toBe(later);
  const cities = of(2024, 2015);
  expect(inOrder('city', cities)).toBe(cities);
});
