import { describe, expect, test } from 'vitest';
import type { Merge, Sheet } from '#import/formats/driver.ts';
import { attributeSheet } from '#import/tables/attributeSheet.ts';
import { tableOf } from '#import/tables/sheetTable.ts';

function sheet(rows: readonly (readonly string[])[], merges: readonly Merge[] = []): Sheet {
  return { name: '', rows, merges, hasNativeNumbers: false };
}

describe('names of columns', () => {
  test('one row, as it stands but trimmed', () => {
    const table = tableOf(
      sheet([
        [' A ', 'Migrations-hintergrund'],
        ['1', '2'],
      ]),
      { first: 1, last: 1 },
      'f',
    );
    expect(table.header).toEqual(['A', 'Migrations-hintergrund']);
  });

  test('without a name, twice the same, and a name that is taken', () => {
    const table = tableOf(
      sheet([
        ['A', '', 'A', 'A (2)', 'A', 'Spalte 2'],
        ['1', '2', '3', '4', '5', '6'],
      ]),
      { first: 1, last: 1 },
      'f',
    );
    expect(table.header).toEqual(['A', 'Spalte 2 (2)', 'A (3)', 'A (2)', 'A (4)', 'Spalte 2']);
  });

  test('trailing columns without name and cells are none', () => {
    expect(
      tableOf(
        sheet([
          ['A', 'B', '', ''],
          ['1', '', '', ' '],
        ]),
        { first: 1, last: 1 },
        'f',
      ).header,
    ).toEqual(['A', 'B']);
  });

  test('merged rows, words divided at the end of a line, soft hyphens', () => {
    const rows = [
      ['Gebiet', 'Ins-\ngesamt', 'Deut\u00adsche', '', 'Schul-\nund Berufs-\nabschluss'],
      ['', '', 'ohne', 'mit', ''],
      ['01', '7', '3', '4', '5'],
    ];
    const merges = [
      { top: 0, bottom: 1, left: 0, right: 0 },
      { top: 0, bottom: 1, left: 1, right: 1 },
      { top: 0, bottom: 0, left: 2, right: 3 },
    ];
    expect(tableOf(sheet(rows, merges), { first: 1, last: 2 }, 'f').header).toEqual([
      'Gebiet',
      'Insgesamt',
      'Deutsche – ohne',
      'Deutsche – mit',
      'Schul- und Berufsabschluss',
    ]);
  });

  test('separated text knows no merged cells: the upper text counts until the next', () => {
    const rows = [
      ['Bezirk', 'Bevölkerung', '', '', 'Arbeitslose', ''],
      ['', 'insgesamt', 'Deutsche', 'Ausländer', 'insgesamt', 'Frauen'],
      ['1', '2', '3', '4', '5', '6'],
    ];
    expect(tableOf(sheet(rows), { first: 1, last: 2 }, 'f').header).toEqual([
      'Bezirk',
      'Bevölkerung – insgesamt',
      'Bevölkerung – Deutsche',
      'Bevölkerung – Ausländer',
      'Arbeitslose – insgesamt',
      'Arbeitslose – Frauen',
    ]);
  });

  test('a merged cell with a line for each column', () => {
    const rows = [
      ['Bezirk\nOrtsteil', '', 'EW'],
      ['01', '02', '5'],
    ];
    expect(
      tableOf(sheet(rows, [{ top: 0, bottom: 0, left: 0, right: 1 }]), { first: 1, last: 1 }, 'f').header,
    ).toEqual(['Bezirk', 'Ortsteil', 'EW']);
  });

  test('"darunter" keeps what it is part of', () => {
    const flat = [
      ['Arbeitslose', 'darunter Frauen', 'davon SGB II', 'Haushalte', 'darunter Frauen'],
      ['1', '2', '3', '4', '5'],
    ];
    expect(tableOf(sheet(flat), { first: 1, last: 1 }, 'f').header).toEqual([
      'Arbeitslose',
      'Arbeitslose – darunter Frauen',
      'Arbeitslose – davon SGB II',
      'Haushalte',
      'Haushalte – darunter Frauen',
    ]);
    const nested = [
      ['Herkunft', '', '', ''],
      ['EU', 'darunter', '', 'Asien'],
      ['', 'Italien', 'Polen', ''],
      ['1', '2', '3', '4'],
    ];
    const merges = [
      { top: 0, bottom: 0, left: 0, right: 3 },
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
      { top: 1, bottom: 2, left: 3, right: 3 },
    ];
    expect(tableOf(sheet(nested, merges), { first: 1, last: 3 }, 'f').header).toEqual([
      'Herkunft – EU',
      'Herkunft – EU – darunter – Italien',
      'Herkunft – EU – darunter – Polen',
      'Herkunft – Asien',
    ]);
  });

  test('a sheet without a head', () => {
    const table = tableOf(sheet([['01', '5']]), { first: 0, last: 0 }, 'f');
    expect(table.header).toEqual(['Spalte 1', 'Spalte 2']);
    expect(table.rows).toEqual([{ row: 1, cells: ['01', '5'] }]);
  });
});

describe('rows', () => {
  const rows = [['Titel'], ['A', 'B'], ['1', 'x', ''], [], [' ', ''], ['', 'y'], ['3']];

  test('numbered as in the spreadsheet, empty ones passed over, as wide as the head', () => {
    expect(tableOf(sheet(rows), { first: 2, last: 2 }, 'f').rows).toEqual([
      { row: 3, cells: ['1', 'x'] },
      { row: 6, cells: ['', 'y'] },
      { row: 7, cells: ['3', ''] },
    ]);
  });

  test('without those named', () => {
    const table = tableOf(sheet(rows), { first: 2, last: 2 }, 'f', { withoutRows: [6] });
    expect(table.rows.map((row) => row.row)).toEqual([3, 7]);
  });

  test('filled down where asked for, or merged', () => {
    expect(
      tableOf(sheet(rows), { first: 2, last: 2 }, 'f', { fillDown: ['A'] }).rows.map((row) => row.cells[0]),
    ).toEqual(['1', '1', '3']);
    const merged = tableOf(
      sheet(
        [
          ['A', 'B'],
          ['M', '1'],
          ['', '2'],
          ['', '3'],
        ],
        [{ top: 1, bottom: 2, left: 0, right: 0 }],
      ),
      { first: 1, last: 1 },
      'f',
    );
    expect(merged.rows.map((row) => row.cells[0])).toEqual(['M', 'M', '']);
  });

  test('the rows given are not changed', () => {
    const frozen = sheet(rows.map((row) => Object.freeze([...row])));
    expect(() => tableOf(frozen, { first: 2, last: 2 }, 'f', { fillDown: ['A'] })).not.toThrow();
  });
});

describe('attributes as a sheet', () => {
  const layer = {
    name: 'schools',
    crs: null,
    crsText: null,
    features: [
      { properties: { id: '01001', n: 7, x: 'taken' }, geometry: { type: 'Point', coordinates: [13.5, 52] } },
      {
        properties: { id: 2, more: { a: [1] }, none: null, flag: true, ['__proto__']: 'p' },
        geometry: null,
      },
    ],
  };

  test('names in row 1, numbers as text, nested as JSON, points as columns with free names', () => {
    expect(attributeSheet(layer)).toEqual({
      name: 'schools',
      rows: [
        ['id', 'n', 'x', 'more', 'none', 'flag', '__proto__', 'x (2)', 'y'],
        ['01001', '7', 'taken', '', '', '', '', '13.5', '52'],
        ['2', '', '', '{"a":[1]}', '', 'true', 'p', '', ''],
      ],
      merges: [],
      hasNativeNumbers: true,
    });
  });

  test('polygons get no columns of their own', () => {
    const areas = {
      ...layer,
      features: [{ properties: { id: 'a' }, geometry: { type: 'Polygon', coordinates: [] } }],
    };
    expect(attributeSheet(areas).rows[0]).toEqual(['id']);
    expect(attributeSheet(areas).hasNativeNumbers).toBe(false);
  });
});
