import { expect, test, vi } from 'vitest';
import { memo } from '#state/memo.ts';

test('computes once as long as what it reads stays the same', () => {
  const compute = vi.fn(([a, b]: readonly [number, number]) => ({ sum: a + b }));
  const sum = memo((state: { a: number; b: number; other: number }) => [state.a, state.b] as const, compute);
  const first = sum({ a: 1, b: 2, other: 1 });
  expect(first).toEqual({ sum: 3 });
  expect(sum({ a: 1, b: 2, other: 99 })).toBe(first);
  expect(compute).toHaveBeenCalledTimes(1);
  expect(sum({ a: 1, b: 3, other: 99 })).toEqual({ sum: 4 });
  expect(compute).toHaveBeenCalledTimes(2);
});

test('holds the last result only', () => {
  const compute = vi.fn(([a]: readonly [number]) => a);
  const same = memo((state: { a: number }) => [state.a] as const, compute);
  for (const a of [1, 2, 1]) same({ a });
  expect(compute).toHaveBeenCalledTimes(3);
});

test('tells missing figures apart as the language does not: NaN is the same as NaN', () => {
  const compute = vi.fn(() => ({}));
  const same = memo((state: { a: number }) => [state.a] as const, compute);
  expect(same({ a: NaN })).toBe(same({ a: NaN }));
  expect(compute).toHaveBeenCalledTimes(1);
});

test('an empty result is remembered as well', () => {
  const compute = vi.fn(() => null);
  const nothing = memo((state: { a: number }) => [state.a] as const, compute);
  nothing({ a: 1 });
  expect(nothing({ a: 1 })).toBeNull();
  expect(compute).toHaveBeenCalledTimes(1);
});
