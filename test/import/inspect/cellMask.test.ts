import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber } from '#import/columns/parseNumber.ts';
import {
  anyFormat,
  bracketBit,
  cellMask,
  formatAt,
  leadingZeroBit,
  numberFormats,
  percentBit,
} from '#import/inspect/cellMask.ts';
import { valueIn } from '#import/inspect/scanColumn.ts';

const point = (cell: string) =>
  numberFormats.flatMap(({ decimal, thousands }, f) =>
    (cellMask(cell) & (1 << f)) !== 0 ? [`${decimal}${thousands}`] : [],
  );

describe('which formats read a cell', () => {
  test.each([
    ['12', ['.', ',', ', ', ',.', '.,', '. ', ".'", ",'"]],
    ['3.419', ['.', ',.', '.,', '. ', ".'"]],
    ['3,419', [',', ', ', ',.', '.,', ",'"]],
    ['3.41', ['.', '.,', '. ', ".'"]],
    ['0.419', ['.', '.,', '. ', ".'"]],
    ['1234.567', ['.', '.,', '. ', ".'"]],
    ['1.234.567', [',.']],
    ['1.234,5', [',.']],
    ['1,234.5', ['.,']],
    ['1 234', [', ', '. ']],
    ['1\u202f234,5', [', ']],
    ['1\u00a0234\u00a0567', [', ', '. ']],
    ["1'234.5", [".'"]],
    ['1’234', [".'", ",'"]],
    ['-  23', ['.', ',', ', ', ',.', '.,', '. ', ".'", ",'"]],
    ['−3,2', [',', ', ', ',.', ",'"]],
    ['.5', ['.', '.,', '. ', ".'"]],
    ['1e-7', ['.']],
  ])('%s', (cell, formats) => {
    expect(point(cell)).toEqual(formats);
  });

  test.each([
    '',
    '-',
    '.',
    ',',
    '–',
    '12 34',
    '1.23.456',
    '1,2,3',
    '31.12.2013',
    '12a',
    '--1',
    '1-2',
    '1234 567',
    '()',
    '%',
    'x',
  ])('%s is no number', (cell) => {
    expect(cellMask(cell) & anyFormat).toBe(0);
  });

  test('what else is remarkable', () => {
    expect(cellMask('7 %') & percentBit).not.toBe(0);
    expect(cellMask('7\u00a0%') & percentBit).not.toBe(0);
    expect(cellMask('(12)') & bracketBit).not.toBe(0);
    expect(cellMask('01001') & leadingZeroBit).not.toBe(0);
    expect(cellMask('0') & leadingZeroBit).toBe(0);
    expect(cellMask('0,5') & leadingZeroBit).toBe(0);
  });
});

describe('agrees with the reading of numbers when packs are built', () => {
  const sign = fc.constantFrom('', '-', '−', '–', '+', '- ');
  const text = fc
    .tuple(
      sign,
      fc.array(fc.constantFrom('0', '1', '7', '12', '345', '678', '.', ',', ' ', '\u202f', "'", '5'), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    .map(([before, parts]) => `${before}${parts.join('')}`);

  test('a format that the mask names reads the cell, and to the same value', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const mask = cellMask(cell);
        for (let f = 0; f < numberFormats.length; f++) {
          const format = formatAt(f);
          const read = parseNumber(cell, { ...format, marks: new Map() });
          if ((mask & (1 << f)) !== 0)
            expect([cell, read?.value]).toEqual([cell, valueIn(cell, format.decimal)]);
        }
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  test('a number written in any format is read back', () => {
    const format = fc.integer({ min: 0, max: numberFormats.length - 1 });
    const number = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(format, number, fc.constantFrom(' ', '\u00a0', '\u202f'), (f, [units, places], blank) => {
        const value = units / 10 ** places;
        const { decimal, thousands } = formatAt(f);
        const cell = written(value, places, decimal, thousands === ' ' ? blank : thousands);
        expect(cellMask(cell) & (1 << f)).not.toBe(0);
        expect(valueIn(cell, decimal)).toBeCloseTo(value, 6);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

function written(value: number, places: number, decimal: string, thousands: string): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(places).split('.');
  const grouped = thousands === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${grouped}${fraction === '' ? '' : decimal + fraction}`;
}
