import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvRows } from '#import/formats/csv/csvRows.ts';

function rowsOf(
  pieces: readonly string[],
  options: { delimiter?: string; quote?: string; columns?: number } = {},
) {
  const rows = new CsvRows({ delimiter: ';', quote: '"', columns: 3, ...options });
  for (const piece of pieces) rows.push(piece);
  rows.finish();
  return rows;
}

const parsed = (text: string, options = {}): readonly (readonly string[])[] => rowsOf([text], options).rows;

describe('separated text', () => {
  test('becomes rows of cells as they stand', () => {
    expect(parsed('a;b\n 1 ;"x;y"\n;')).toEqual([
      ['a', 'b'],
      [' 1 ', 'x;y'],
      ['', ''],
    ]);
  });

  test.each([
    ['\n', 'a;b\n\n1;2\n'],
    ['\r\n', 'a;b\r\n\r\n1;2\r\n'],
    ['\r', 'a;b\r\r1;2\r'],
    ['mixed', 'a;b\r\n\r1;2'],
  ])('ends of lines: %j', (_, text) => {
    expect(parsed(text)).toEqual([['a', 'b'], [], ['1', '2']]);
  });

  test('keeps quotes within, doubled or not', () => {
    expect(parsed('"Kita ""Sonne""";1\n"Kita "Mond" Nord";2\n5" Rohr;3')).toEqual([
      ['Kita "Sonne"', '1'],
      ['Kita "Mond" Nord', '2'],
      ['5" Rohr', '3'],
    ]);
  });

  test('keeps several lines in a cell', () => {
    expect(parsed('"Haus\n2. Stock";1\nb;2')).toEqual([
      ['Haus\n2. Stock', '1'],
      ['b', '2'],
    ]);
  });

  test('does not let a stray quote swallow the rows below', () => {
    const { rows, openQuotes } = rowsOf(['a;b;c;d\n"x;1;2;3\ny;4;5;6\nz;"7";8;9\n'], { columns: 4 });
    expect(rows).toEqual([
      ['a', 'b', 'c', 'd'],
      ['"x', '1', '2', '3'],
      ['y', '4', '5', '6'],
      ['z', '7', '8', '9'],
    ]);
    expect(openQuotes).toEqual([2]);
  });

  test('reads a quote that is never closed as it stands', () => {
    const { rows, openQuotes } = rowsOf(['a;b\n"x;1\ny;2']);
    expect(rows).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
    ]);
    expect(openQuotes).toEqual([2]);
  });

  test('stops at more columns than a table has', () => {
    const rows = rowsOf([`a;b\n${';'.repeat(30_000)}\nc;d`]);
    expect(rows.stop).toEqual({ reason: 'columns-too-many', row: 2 });
    expect(rowsOf([';'.repeat(10_000)]).rows[0]).toHaveLength(10_001);
  });

  test('stops at a line without an end', () => {
    const rows = new CsvRows({ delimiter: ';', quote: '"', columns: 2 });
    rows.push('a;b\n');
    for (let n = 0; n < 12; n++) rows.push('x'.repeat(1024 * 1024));
    rows.finish();
    expect(rows.stop).toEqual({ reason: 'line-too-long', row: 2 });
  });

  test('what was written by the rules is read back, however it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '0', ' ', ';', '"', '\n', '\r', '\r\n', "'") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(60), { maxLength: 5 }), (rows, cuts) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
          .join('\n');
        const pieces: string[] = [];
        let rest = text;
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        expect(rowsOf([...pieces, rest], { columns: 0 }).rows).toEqual(rows);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('any text gives the same rows in any pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ';', '"', '\n', '\r', ' '), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (whole, first, second) => {
        const [a, b] = [Math.min(first, second), Math.max(first, second)];
        const cut = rowsOf([whole.slice(0, a), whole.slice(a, b), whole.slice(b)]);
        expect(cut.rows).toEqual(rowsOf([whole]).rows);
      }),
      { seed: 1, numRuns: 1_000 },
    );
  });
});
