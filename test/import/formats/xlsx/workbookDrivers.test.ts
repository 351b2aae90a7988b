import { utils, type WorkBook, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentsOf, read, refusalOf, sheetOf } from '../wholeFile.ts';
import { handmadeWorkbook, numberCell, row, textCell } from './handmadeWorkbook.ts';

function data(...rows: readonly string[]): string {
  return `<sheetData>${rows.join('')}</sheetData>`;
}

const simple = handmadeWorkbook([
  {
    name: 'Daten',
    xml: data(
      row(1, [textCell('A1', 'key'), textCell('B1', 'wert')]),
      row(2, [textCell('A2', '007'), numberCell('B2', '1.5')]),
    ),
  },
]);

function written(
  bookType: 'xlsx' | 'ods' | 'biff8' | 'xlsb' | 'xlml' | 'html',
  workbook: WorkBook,
): Uint8Array {
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

function book(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((cells) => [...cells])), name);
  }
  return workbook;
}

describe('a workbook', () => {
  const table = [['Schlüssel', 'Wert', 'ja'], ['007', 1234.5, true], [], ['008', -0.25, false]];

  test.each([
    ['a.xlsx', 'xlsx', 'xlsx'],
    ['a.ods', 'ods', 'ods'],
    ['a.xls', 'biff8', 'xlsx'],
    ['a.xlsb', 'xlsb', 'xlsx'],
    ['a.xls', 'xlml', 'xlsx'],
  ] as const)('%s as %s is read cell by cell', async (path, bookType, format) => {
    const result = await read(path, written(bookType, book({ Daten: table })));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.format).toBe(format);
    const [sheet] = result.value.contents.sheets;
    expect(sheet?.name).toBe('Daten');
    expect(sheet?.rows).toEqual([
      ['Schlüssel', 'Wert', 'ja'],
      ['007', '1234.5', 'TRUE'],
      [],
      ['008', '-0.25', 'FALSE'],
    ]);
    expect(sheet?.hasNativeNumbers).toBe(true);
  });

  test('is known by its first bytes, not by its ending', async () => {
    expect(await read('tabelle.csv', simple)).toMatchObject({ ok: true, value: { format: 'xlsx' } });
    expect(await read('tabelle.xlsx', 'key;wert\n1;2\n')).toMatchObject({
      ok: true,
      value: { format: 'csv' },
    });
  });

  test('that is a web page keeps its keys as text and its umlauts', async () => {
    const page =
      '<html><body><table><tr><td>Schlüssel</td><td>Wert</td></tr><tr><td>007</td><td>1.234,5</td></tr></table></body></html>';
    expect((await sheetOf('a.xls', page)).rows).toEqual([
      ['Schlüssel', 'Wert'],
      ['007', '1.234,5'],
    ]);
    const latin = Uint8Array.from([...page].map((char) => char.charCodeAt(0)));
    expect((await sheetOf('a.xls', latin)).rows[0]?.[0]).toBe('Schlüssel');
  });

  test('has its visible sheets, also those without cells', async () => {
    const { sheets, notes } = await contentsOf(
      'a.xlsx',
      handmadeWorkbook([
        { name: 'leer', xml: '<sheetData/>' },
        { name: 'geheim', xml: data(row(1, [textCell('A1', 'x')])), state: 'hidden' },
        { name: 'ganz geheim', xml: data(row(1, [textCell('A1', 'x')])), state: 'veryHidden' },
        { name: 'Daten', xml: data(row(3, [textCell('B3', 'y')])) },
      ]),
    );
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['leer', []],
      ['Daten', [[], [], ['', 'y']]],
    ]);
    expect(notes).toMatchObject([{ code: 'sheets-hidden', params: { n: 2, sheets: 'geheim, ganz geheim' } }]);
  });

  test('tells merged cells, hidden rows and columns of percentages', async () => {
    const { sheets, notes } = await contentsOf(
      'a.xlsx',
      handmadeWorkbook(
        [
          {
            name: 'D',
            xml: `${data(
              row(1, [textCell('A1', 'Kopf')]),
              row(2, [numberCell('A2', 0.25, 1), numberCell('B2', 3)]),
              row(3, [numberCell('A3', 0.5, 1), numberCell('B3', 0.1, 1)], ' hidden="1"'),
              row(4, [numberCell('A4', 1, 1), numberCell('B4', 4)]),
              row(5, [], ' hidden="1"'),
            )}<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`,
          },
        ],
        ['0.0%'],
      ),
    );
    expect(sheets[0]).toEqual({
      name: 'D',
      rows: [['Kopf'], ['0.25', '3'], ['0.5', '0.1'], ['1', '4']],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      hasNativeNumbers: true,
      percentColumns: [0],
      hiddenRows: [2],
    });
    expect(notes).toMatchObject([{ code: 'rows-hidden', params: { n: 1, sheet: 'D' } }]);
  });

  test('takes stored results of formulas, and says which have none', async () => {
    const { sheets, notes } = await contentsOf(
      'a.xlsx',
      handmadeWorkbook([
        {
          name: 'D',
          xml: data(
            row(1, [
              '<c r="A1"><f>1+1</f><v>2</v></c>',
              '<c r="B1"><f>SUM(A1:A1)</f></c>',
              '<c r="C1"><f t="shared" si="0"/><v/></c>',
              '<c r="D1" t="str"><f>IF(A1&gt;1,"","x")</f><v></v></c>',
              '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
              '<c r="F1"><f>A1-2</f><v>0</v></c>',
            ]),
          ),
        },
      ]),
    );
    expect(sheets[0]?.rows).toEqual([['2', '', '', '', '#DIV/0!', '0']]);
    expect(notes).toMatchObject([{ code: 'formulas-empty', params: { n: 2 } }]);
  });

  test('keeps keys that are numbers shown with zeros', async () => {
    const { rows } = await sheetOf(
      'a.xlsx',
      handmadeWorkbook(
        [{ name: 'D', xml: data(row(1, [numberCell('A1', 1100101, 1), numberCell('B1', 1100101)])) }],
        ['00000000'],
      ),
    );
    expect(rows).toEqual([['01100101', '1100101']]);
  });

  test('does not believe what it says about its size', async () => {
    const { rows } = await sheetOf(
      'a.xlsx',
      handmadeWorkbook([
        { name: 'D', xml: `<dimension ref="A1:XFD1048576"/>${data(row(2, [textCell('C2', 'x')]))}` },
      ]),
    );
    expect(rows).toEqual([[], ['', '', 'x']]);
  });

  test('may have its only cell in the last corner, not a million of them', async () => {
    const corner = data(row(1_048_576, [textCell('XFD1048576', 'x')]));
    const { rows } = await sheetOf('a.xlsx', handmadeWorkbook([{ name: 'D', xml: corner }]));
    expect(rows).toHaveLength(1_048_576);
    expect(rows.at(-1)?.at(-1)).toBe('x');
    const column = data(
      ...Array.from({ length: 2_000 }, (_, n) => row(n + 1, [textCell(`XFD${n + 1}`, 'x')])),
    );
    const { sheets, notes } = await contentsOf('a.xlsx', handmadeWorkbook([{ name: 'D', xml: column }]));
    expect(sheets).toEqual([]);
    expect(notes).toMatchObject([{ code: 'sheet-too-large', params: { sheet: 'D' } }]);
  });

  test('may call its sheets and columns what objects are called', async () => {
    const cells = data(row(1, [textCell('A1', '__proto__'), textCell('B1', 'constructor')]));
    const { sheets } = await contentsOf(
      'a.xlsx',
      handmadeWorkbook([
        { name: '__proto__', xml: cells },
        { name: 'constructor', xml: cells },
      ]),
    );
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['__proto__', [['__proto__', 'constructor']]],
      ['constructor', [['__proto__', 'constructor']]],
    ]);
    expect(Object.prototype).not.toHaveProperty('!ref');
  });
});

describe('a workbook that is refused', () => {
  test('is cut off', async () => {
    expect(await refusalOf('a.xlsx', simple.slice(0, simple.length - 40))).toEqual(['workbook-truncated']);
    expect(await refusalOf('a.ods', written('ods', book({ D: [['x']] })).slice(0, 900))).toEqual([
      'workbook-truncated',
    ]);
  });

  test('is damaged inside', async () => {
    const broken = simple.slice();
    const names = new TextDecoder('latin1').decode(broken);
    const at = names.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    broken.fill(0xff, at, at + 12);
    expect(await refusalOf('a.xlsx', broken)).toEqual(['workbook-damaged']);
  });

  test('is locked', async () => {
    const parts = unzipSync(written('ods', book({ D: [['x']] })));
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(
      await refusalOf('a.ods', zipSync({ ...parts, 'META-INF/manifest.xml': strToU8(manifest) })),
    ).toEqual(['workbook-encrypted']);
  });

  test('swells when it is unpacked, whatever it declares', async () => {
    const bomb = handmadeWorkbook([{ name: 'D', xml: data() }], [], {
      'xl/media/bild.bin': [new Uint8Array(301 * 1024 * 1024), { level: 6 }],
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf('a.xlsx', bomb)).toEqual(['workbook-too-large']);
    const forged = bomb.slice();
    const view = new DataView(forged.buffer);
    for (let at = 0; at + 46 < forged.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
    }
    expect(await refusalOf('a.xlsx', forged)).toEqual(['workbook-too-large']);
  });

  test('repeats a cell a thousand million times', async () => {
    const parts = unzipSync(written('ods', book({ D: [['x']] })));
    const content = new TextDecoder()
      .decode(parts['content.xml'])
      .replace('<table:table-row>', '<table:table-row table:number-rows-repeated="1048576">')
      .replace('<table:table-cell ', '<table:table-cell table:number-columns-repeated="1024" ');
    expect(content).toContain('number-columns-repeated="1024"');
    expect(await refusalOf('a.ods', zipSync({ ...parts, 'content.xml': strToU8(content) }))).toEqual([
      'workbook-repeats',
    ]);
  });

  test('promises more metadata than there are', async () => {
    const parts = unzipSync(written('xlsb', book({ D: [['x']] })));
    const metadata = parts['xl/metadata.bin'];
    if (!metadata) throw new Error('no metadata');
    expect((await read('a.xlsb', zipSync(parts))).ok).toBe(true);
    // One block of one pair: the number that says so stands before the pair.
    const block = [51, 12, 1, 0, 0, 0];
    const at = metadata.findIndex((_, i) => block.every((byte, b) => metadata[i + b] === byte));
    expect(at).toBeGreaterThan(0);
    new DataView(metadata.buffer, metadata.byteOffset).setUint32(at + 2, 0x7fff_ffff, true);
    expect(await refusalOf('a.xlsb', zipSync(parts))).toEqual(['workbook-damaged']);
  });

  test('names rows and columns that no workbook has', async () => {
    const head = row(1, [textCell('A1', 'key'), textCell('B1', 'wert')]);
    const tall = handmadeWorkbook([
      { name: 'Hoch', xml: data(head, row(90_000_000, [textCell('A90000000', '007')])) },
      { name: 'Breit', xml: data(head, row(2, [textCell('ZZZZ2', '007')])) },
      { name: 'Gut', xml: data(head, row(4_000_000_000, [], ' hidden="1"')) },
    ]);
    const result = await read('a.xlsx', tall);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.contents.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['Gut', [['key', 'wert']]],
    ]);
    expect(result.notes.map(({ code, params }) => [code, params.sheet])).toEqual([
      ['sheet-damaged', 'Hoch'],
      ['sheet-damaged', 'Breit'],
    ]);
  });
});
