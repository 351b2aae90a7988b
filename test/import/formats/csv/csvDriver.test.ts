import { describe, expect, test } from 'vitest';
import { readFile } from '#import/formats/readFile.ts';
import { contentsOf, fileOf, refusalOf, sheetOf } from '../wholeFile.ts';

const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
const wide = (text: string): Uint8Array =>
  new Uint8Array(new Uint16Array([...`\uFEFF${text}`].map((char) => char.charCodeAt(0))).buffer);

describe('a separated text file', () => {
  test('is one sheet of texts, rows counted as in an editor', async () => {
    const { rows, hasNativeNumbers } = await sheetOf(
      'a.csv',
      'sep=;\r\nkey;wert;\r\n007;1.234,5;\r\n\r\n;;\r\n',
    );
    expect(rows).toEqual([[], ['key', 'wert', ''], ['007', '1.234,5', ''], [], ['', '', '']]);
    expect(hasNativeNumbers).toBe(false);
  });

  test('tells encoding and separator', async () => {
    const { encoding, delimiter } = await contentsOf('a.txt', latin('Ort\tWert\nK\u00f6ln\t1,5\n'));
    expect(encoding).toMatchObject({ encoding: 'windows-1252', from: 'evidence', sample: 'Köln' });
    expect(delimiter).toBe('\t');
  });

  test('in UTF-16, as Excel saves "Unicode Text"', async () => {
    const { sheets, encoding } = await contentsOf('a.txt', wide('Ort\tWert\r\nKöln\t1\r\n'));
    expect(sheets[0]?.rows).toEqual([
      ['Ort', 'Wert'],
      ['Köln', '1'],
    ]);
    expect(encoding).toMatchObject({ encoding: 'utf-16le', from: 'bom' });
  });

  test('is read as a person says', async () => {
    const { rows } = await sheetOf('a.csv', latin('a;b,c\nK\u0094ln;1,2\n'), {
      encoding: 'cp850',
      delimiter: ',',
    });
    expect(rows).toEqual([
      ['a;b', 'c'],
      ['Köln;1', '2'],
    ]);
  });

  test('an encoding nobody knows is a problem, a wrong one a note', async () => {
    const unknown = await readFile(
      fileOf('a.csv', 'a;b'),
      { encoding: 'klingonisch' },
      { pause: async () => {} },
    );
    expect(unknown).toMatchObject({ ok: false, problems: [{ code: 'encoding-unknown' }] });
    const { notes, encoding } = await contentsOf('a.csv', latin('a;b\nx;1\nK\u00f6ln;S\u00fcd\n'), {
      encoding: 'utf-8',
    });
    expect(notes).toMatchObject([{ code: 'characters-lost', params: { n: 2 }, where: { row: 3 } }]);
    expect(encoding?.alternatives[0]).toEqual({ encoding: 'windows-1252', sample: 'Köln, Süd' });
  });

  test('null bytes go, and are told', async () => {
    const { sheets, notes } = await contentsOf('a.csv', `name;wert\n${'zeile;1\n'.repeat(30)}x\0y;2\0\n`);
    expect(sheets[0]?.rows.at(-1)).toEqual(['xy', '2']);
    expect(notes).toMatchObject([{ code: 'zeros-removed', params: { n: 2 } }]);
  });

  test('umlauts that were encoded twice are told', async () => {
    const { notes } = await contentsOf('a.csv', 'Ort;Wert\nKÃ¶ln;1\nSÃ¼d;2\n');
    expect(notes).toMatchObject([{ code: 'encoding-doubled', params: { n: 2 } }]);
  });

  test('a quote that is never closed is told with its row', async () => {
    const { notes, sheets } = await contentsOf('a.csv', 'a;b;c;d\n1;"x;3;4\n5;6;7;8\n9;"y";1;2\n');
    expect(notes).toMatchObject([
      { code: 'quotes-open', params: { n: 1 }, where: { file: 'a.csv', row: 2 } },
    ]);
    expect(sheets[0]?.rows).toHaveLength(4);
  });

  test('apostrophes as quotes', async () => {
    const { rows } = await sheetOf('a.csv', "'a';'b'\n'1;2';'3'\n'4';'5'\n");
    expect(rows).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
      ['4', '5'],
    ]);
  });

  test('names that mean something to objects are cells like others', async () => {
    const { rows } = await sheetOf('a.csv', '__proto__;constructor;toString\n1;2;3\n');
    expect(rows[0]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  test('ten thousand columns are read', async () => {
    const row = Array.from({ length: 10_000 }, (_, i) => `s${i}`).join(';');
    const { rows } = await sheetOf('a.csv', `${row}\n${row}\n`);
    expect(rows[1]).toHaveLength(10_000);
    expect(rows[1]?.[9_999]).toBe('s9999');
  });

  test('one line of 50 MB is no table', async () => {
    expect(await refusalOf('a.csv', new Uint8Array(50 * 1024 * 1024).fill(120))).toEqual(['line-too-long']);
    const cells = new Uint8Array(50 * 1024 * 1024).fill(59).fill(49, 0, 1);
    expect(await refusalOf('a.csv', cells)).toEqual(['columns-too-many']);
  });

  test('empty in every sense', async () => {
    expect(await refusalOf('a.csv', '')).toEqual(['file-empty']);
    expect(await refusalOf('a.csv', '\n;;\n \n')).toEqual(['table-empty']);
  });

  test('can be called off between portions', async () => {
    const stopped = new Error('called off');
    let asked = 0;
    const reading = readFile(
      fileOf('a.csv', 'a;b\n1;2\n'.repeat(800_000)),
      {},
      {
        pause: async () => {
          asked++;
          if (asked === 3) throw stopped;
        },
      },
    );
    await expect(reading).rejects.toBe(stopped);
    expect(asked).toBe(3);
  });
});
