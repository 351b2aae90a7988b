import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellText,
  isKeyFormat,
  isPercentFormat,
  type NumberFormats,
  plainNumber,
} from '#import/formats/xlsx/cellText.ts';

const formats = SSF as NumberFormats;
const numberAs = (v: number, z = 'General', w?: string): string =>
  cellText({ t: 'n', v, z, w }, formats, false);

describe('a number of a spreadsheet', () => {
  test.each([
    [0, '0'],
    [-1.5, '-1.5'],
    [3419, '3419'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [-2.5e-10, '-0.00000000025'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [123456789012345, '123456789012345'],
    [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}`],
  ])('%d is written %s', (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  test('is the same number when it is read again, with 15 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test.each([
    ['#,##0', 1234567, '1234567'],
    ['0', 7, '7'],
    ['0.0', 12.34, '12.34'],
    ['#\\ ###\\ ##0;\\–\\ #\\ ###\\ ##0;\\–', 0, '0'],
    ['0%', 0.25, '0.25'],
    ['0.00E+00', 1200, '1200'],
    ['"EUR "#,##0', 5, '5'],
    ['[Red]0', 5, '5'],
  ])('format %s keeps the value of %d: %s', (format, value, text) => {
    expect(numberAs(value, format)).toBe(text);
  });

  test.each([
    ['00000000', 1100101, '01100101'],
    ['00', 1, '01'],
    ['00 00 00 00', 1100101, '01 10 01 01'],
    ['00000;-00000', 1067, '01067'],
    ['"0"#######', 1100101, '01100101'],
  ])('format %s writes the key %d as %s', (format, value, text) => {
    expect(numberAs(value, format)).toBe(text);
  });

  test('formats of keys hold whole numbers only', () => {
    expect(numberAs(1.5, '00000')).toBe('1.5');
    expect(numberAs(-5, '00000')).toBe('-5');
    expect(isKeyFormat('0.00')).toBe(false);
    expect(isKeyFormat('#,##0')).toBe(false);
    expect(isKeyFormat('0')).toBe(false);
    expect(isKeyFormat('00%')).toBe(false);
  });

  test('keeps the zeros an OpenDocument file shows', () => {
    expect(numberAs(1001, 'General', '01001')).toBe('01001');
    expect(numberAs(1001, 'General', '1.001')).toBe('1001');
  });

  test.each([
    ['dd.mm.yyyy', 45657, '2024-12-31'],
    ['m/d/yy', 45657, '2024-12-31'],
    ['dd.mm.yyyy hh:mm', 45657.5, '2024-12-31T12:00'],
    ['yyyy', 45657, '2024'],
    ['mm.yyyy', 45657, '2024-12'],
    ['hh:mm', 0.75, '18:00'],
    ['[$-407]d. mmmm yyyy', 45657, '2024-12-31'],
  ])('date format %s: %d is %s', (format, value, text) => {
    expect(numberAs(value, format)).toBe(text);
  });

  test('dates of old Macs begin in 1904', () => {
    expect(cellText({ t: 'n', v: 44195, z: 'dd.mm.yyyy' }, formats, true)).toBe('2024-12-31');
  });
});

describe('other cells', () => {
  test.each([
    [{ t: 's', v: ' Alt- und\r\nNeubau ' }, ' Alt- und\nNeubau '],
    [{ t: 'b', v: true }, 'TRUE'],
    [{ t: 'b', v: false }, 'FALSE'],
    [{ t: 'e', v: 0x17 }, '#REF!'],
    [{ t: 'e', v: 0x2a, w: '#NV' }, '#NV'],
    [{ t: 'z' }, ''],
    [{ t: 'n', v: NaN }, ''],
  ])('%j is %j', (cell, text) => {
    expect(cellText(cell, formats, false)).toBe(text);
  });

  test('percent signs within quotes show no hundredths', () => {
    expect(isPercentFormat('0.0%')).toBe(true);
    expect(isPercentFormat('0.0" %"')).toBe(false);
    expect(isPercentFormat('0.0\\%')).toBe(false);
    expect(isPercentFormat(undefined)).toBe(false);
  });
});
