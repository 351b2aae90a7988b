import { expect, test } from 'vitest';
import { colorOf } from '#charts/classes.ts';

const classes = { breaks: [10, 20], colors: ['#111111', '#222222', '#333333'] };

test('colorOf paints a value on a break with the upper class', () => {
  expect([9, 10, 20].map((value) => colorOf(value, classes))).toEqual(['#111111', '#222222', '#333333']);
});
