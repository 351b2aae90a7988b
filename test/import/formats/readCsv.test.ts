import { describe, expect, test } from 'vitest';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import { writeCsv } from '#import/formats/csv/writeCsv.ts';

const read = (text: string, headerRows = 1) => readCsv(text, 'x.csv', { delimiter: ';', headerRows });

describe('a separated text', () => {
  test('stays text: leading zeros, dates and formulas', async () => {
    const { table } = await read('key;wert\n00123;01.02.2020\n=1+1;1E5');
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['00123', '01.02.2020'],
      ['=1+1', '1E5'],
    ]);
  });

  test('counts rows as a spreadsheet does, blank ones included', async () => {
    const { table } = await read('a;b\r\n1;2\r\n;\r\n\r\n3;4\r\n');
    expect(table.rows.map((row) => row.row)).toEqual([2, 5]);
  });

  test('drops the byte order mark, sep= and empty columns at the end', async () => {
    const { table, problems } = await read('\uFEFFsep=;\na;b;\n1;2;\n');
    expect(table.header).toEqual(['a', 'b']);
    expect(table.rows[0]).toMatchObject({ row: 3 });
    expect(problems).toEqual([]);
  });

  test('passes over rows above the header', async () => {
    const { table } = await read('Statistik;\nkey;wert\n01;5', 2);
    expect(table.header).toEqual(['key', 'wert']);
    expect(table.rows[0]?.row).toBe(3);
  });

  test('reports rows of another width and unclosed quotes', async () => {
    const { problems } = await read('a;b\n1\n1;2;3\n"x;4');
    expect(problems.map((problem) => [problem.code, problem.where?.row])).toEqual([
      ['quotes-unbalanced', 4],
      ['row-width', 2],
      ['row-width', 3],
      ['row-width', 4],
    ]);
  });
});

test('what is written is read back', async () => {
  const rows = [
    ['key', 'name'],
    ['01', 'Schloß "Alt", Nord'],
    ['02', ' mit Rand '],
    ['03', 'zwei\nZeilen'],
  ];
  const { table } = await readCsv(new TextDecoder().decode(writeCsv(rows)), 'x', { delimiter: ',' });
  expect([table.header, ...table.rows.map((row) => row.cells)]).toEqual(rows);
});
