import { expect, test } from 'vitest';
import { padKey } from '#import/columns/padKey.ts';

test.each([
  ['11', 3, '011'],
  ['011', 3, '011'],
  ['0110', 3, '0110'],
  ['', 3, ''],
  ['11', null, '11'],
  ['11', undefined, '11'],
  ['11', 0, '11'],
  ['11', -1, '11'],
  ['11', Number.NaN, '11'],
  ['11', 2 ** 31, '11'],
  ['11', Number.POSITIVE_INFINITY, '11'],
] as const)('%j with length %s is %j', (key, length, padded) => {
  expect(padKey(key, length)).toBe(padded);
});
