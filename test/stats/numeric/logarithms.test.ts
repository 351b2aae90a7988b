import { expect, test } from 'vitest';
import { logarithm, logarithmsOf, logarithmsUpTo } from '#stats/numeric/logarithms.ts';

test('looked up or computed, it is the natural logarithm', () => {
  const table = logarithmsUpTo(100);
  for (const x of [1, 2, 99, 100, 0.5, 7.25, 65_535, 65_536, 1e9, 2 ** 32, 2 ** 32 + 7]) {
    expect(logarithm(x, table)).toBe(Math.log(x));
  }
  expect(logarithm(0, table)).toBe(-Infinity);
});

test('the table grows to its limit and keeps what it knew', () => {
  expect(logarithmsUpTo(1e12)).toHaveLength(65_536);
  const table = logarithmsUpTo(10);
  expect(table[10]).toBe(Math.log(10));
  expect(table[65_535]).toBe(Math.log(65_535));
});

test('of a column, 0 for units without persons', () => {
  const { logarithms } = logarithmsOf(Float64Array.of(1, 0, 2.5, 70_000));
  expect([...logarithms]).toEqual([0, 0, Math.log(2.5), Math.log(70_000)]);
});
