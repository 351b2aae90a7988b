import { describe, expect, test } from 'vitest';
import { classOf, colorOf } from '#charts/classes.ts';

const classes = { breaks: [10, 20], colors: ['#111111', '#222222', '#333333'] };

describe('classOf', () => {
  test.each([
    [-5, 0],
    [9.99, 0],
    [10, 1],
    [19, 1],
    [20, 2],
    [99, 2],
  ])('puts %d into class %d', (value, position) => {
    expect(classOf(value, classes.breaks)).toBe(position);
  });

  test('has one class when there is no break', () => {
    expect(classOf(3, [])).toBe(0);
  });
});

test('colorOf paints a value on a break with the upper class', () => {
  expect([9, 10, 20].map((value) => colorOf(value, classes))).toEqual(['#111111', '#222222', '#333333']);
});
