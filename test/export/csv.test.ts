import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type CsvCell, csvSigns, tableToCsv } from '../../src/export/csv.ts';

const columns = [{ head: 'Schlüssel' }, { head: 'Gebiet' }, { head: 'Anteil in %', decimals: 1 }];

describe('tableToCsv', () => {
  test('German: byte order mark, semicolon, decimal comma, CRLF', () => {
    const text = tableToCsv(columns, [['05911000', 'Bochum, Mitte', 21.4375]], { format: 'de' });
    expect(text).toBe('\ufeffSchlüssel;Gebiet;Anteil in %\r\n05911000;Bochum, Mitte;21,4375\r\n');
  });

  test('international: comma, decimal point, text with a comma in quotes', () => {
    const text = tableToCsv(columns, [['05911000', 'Bochum, Mitte', 21.4375]], { format: 'international' });
    expect(text).toBe('Schlüssel,Gebiet,Anteil in %\r\n05911000,"Bochum, Mitte",21.4375\r\n');
  });

  test('precision as shown', () => {
    const text = tableToCsv([{ head: 'a', decimals: 1 }, { head: 'b' }], [[-0.04, 1234567.5]], {
      format: 'de',
      precision: 'shown',
    });
    expect(text).toBe('\ufeffa;b\r\n0,0;1234567,5\r\n');
  });

  test('lines on top name definition and source', () => {
    const text = tableToCsv([{ head: 'a' }], [['x']], {
      format: 'international',
      head: ['Kinderarmut', 'Quelle: Amt, 2021\nzweite Zeile'],
    });
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '# Kinderarmut',
      '"# Quelle: Amt, 2021"',
      '# zweite Zeile',
    ]);
  });

  test('a text that would run as a formula is made harmless, a negative number stays a number', () => {
    const cells = ['=1+1', '+49 30', '-5', '@x', '\tx', -5] as const;
    const heads = cells.map((_, i) => ({ head: i === 0 ? '=A1' : `c${i}` }));
    const [head, row] = tableToCsv(heads, [cells], { format: 'international' }).split('\r\n');
    expect(head?.split(',')[0]).toBe("'=A1");
    expect(row).toBe("'=1+1,'+49 30,'-5,'@x,'\tx,-5");
  });

  test.each([' =1', '\u00a0=1', '\ufeff=1', '\u0000=1', '\u200b@x', '\r=1', '\uff1d1'])(
    'nothing invisible before it helps: %j',
    (cell) => {
      const text = tableToCsv([{ head: 'a' }], [[cell]], { format: 'international' });
      expect(text.split('a\r\n')[1]?.replace(/^"/, '').charAt(0)).toBe("'");
    },
  );

  test('names with markup and hyphens inside stay as they are', () => {
    const cells = ['<b>Nord</b>', 'Nord-Süd', '1-2', '#1'];
    const text = tableToCsv(
      [{ head: 'a' }],
      cells.map((cell) => [cell]),
      { format: 'de' },
    );
    expect(text.split('\r\n').slice(1, -1)).toEqual(cells);
  });

  test('what is missing is written with its sign, and a value behind a sign does not leak', () => {
    const row: CsvCell[] = [
      null,
      Number.NaN,
      { sign: 'secret', value: 2 },
      { sign: 'unreliable', value: 12.5 },
      { sign: 'unreliable' },
      { sign: 'later' },
      { sign: 'present', value: 3 },
    ];
    const text = tableToCsv(
      row.map((_, i) => ({ head: `c${i}` })),
      [row],
      { format: 'de' },
    );
    expect(text.split('\r\n')[1]).toBe('.;.;*;(12,5);/;...;3');
    expect(csvSigns([row])).toEqual(['missing', 'secret', 'unreliable', 'later']);
  });

  test('a row of another length is refused', () => {
    expect(() => tableToCsv(columns, [['x']], { format: 'de' })).toThrow('invalid row: 1 of 3 cells');
  });

  test('what was written is read back, whatever the texts and numbers', () => {
    const cell = fc.tuple(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1 }),
        fc.constantFrom('de' as const, 'international' as const),
        (rows, format) => {
          const text = tableToCsv([{ head: 'text' }, { head: 'number' }], rows, { format });
          const read = Papa.parse<string[]>(text.replace('\ufeff', ''), {
            delimiter: format === 'de' ? ';' : ',',
            newline: '\r\n',
          });
          const body = read.data.slice(1, -1);
          expect(body).toHaveLength(rows.length);
          body.forEach(([written, figure], i) => {
            const [original, value] = rows[i] ?? ['', Number.NaN];
            expect([original, `'${original}`]).toContain(written);
            expect(Number(figure?.replace(',', '.'))).toBe(value === 0 ? 0 : value);
            if (written === original) expect(written).not.toMatch(/^[=+\-@\t\r]/);
          });
        },
      ),
    );
  });
});
