import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf, parseNumber, plainNumbers } from '#import/columns/parseNumber.ts';

const german = {
  decimal: ',',
  thousands: '.',
  marks: marksOf([
    { value: '-', label: 'zero' },
    { value: '.', label: 'secret' },
    { value: '/', label: 'unreliable' },
    { value: 'x', label: 'blocked' },
  ]),
};

describe('numbers as declared', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['-1.234.567', -1234567],
    ['−3,2', -3.2],
    ['12', 12],
    ['0,0', 0],
    ['-', 0],
  ])('German %s', (text, value) => {
    expect(parseNumber(text, german)).toEqual({ value, sign: 0 });
  });

  test.each([
    '1,234.5',
    '12.34',
    '1.23.456',
    '1,2,3',
    '12 %',
    '1e',
    'NaN',
    'Infinity',
    '0x10',
    '--1',
    '1.234,',
    '1e101',
    '-1e999',
    '9'.repeat(400),
  ])('German format refuses %s', (text) => {
    const read = parseNumber(text, german);
    // `1.234,` is a number with an empty fraction; everything else is none.
    if (text === '1.234,') expect(read?.value).toBe(1234);
    else expect(read).toBeNull();
  });

  test('blank thousands, narrow and plain', () => {
    const blank = { decimal: ',', thousands: ' ', marks: new Map() };
    expect(parseNumber('1 234', blank)?.value).toBe(1234);
    expect(parseNumber('1\u202f234\u00a0567,25', blank)?.value).toBe(1234567.25);
    expect(parseNumber('12 34', blank)).toBeNull();
  });

  test('a comma is not read where a point is declared', () => {
    expect(parseNumber('3,5', plainNumbers)).toBeNull();
    expect(parseNumber('3.5', plainNumbers)?.value).toBe(3.5);
  });
});

describe('signs', () => {
  test.each([
    ['', 1],
    ['  ', 1],
    ['.', 2],
    ['/', 3],
    ['x', 4],
  ])('%j has code %i and no value', (text, sign) => {
    expect(parseNumber(text, german)).toEqual({ value: NaN, sign });
  });

  test('a bracketed number is unreliable and keeps its value', () => {
    expect(parseNumber('(1.250)', german)).toEqual({ value: 1250, sign: 3 });
  });

  test('an undeclared sign is no number', () => {
    expect(parseNumber('k.A.', german)).toBeNull();
  });
});

test('any number written the German way is read back', () => {
  const format = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 6 });
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
      expect(parseNumber(format.format(value), german)?.value).toBeCloseTo(value, 5);
    }),
    { seed: 1 },
  );
});
