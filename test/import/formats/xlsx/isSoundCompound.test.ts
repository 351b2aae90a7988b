import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { isSoundCompound } from '#import/formats/xlsx/isSoundCompound.ts';
import { read } from '../wholeFile.ts';

function workbook(rows: number): Uint8Array {
  const book = utils.book_new();
  const cells = Array.from({ length: rows }, (_, r) => [`Gebiet ${r}`, r]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'Daten');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

const sector = 512;

/** With the entry of the directory, or of the list of sectors, changed. */
function changed(
  bytes: Uint8Array,
  change: (view: DataView, directory: number, list: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  change(view, (view.getInt32(48, true) + 1) * sector, (view.getInt32(76, true) + 1) * sector);
  return copy;
}

const left = 68;
const child = 76;
const start = 116;

/** The first of several sectors that follow each other. */
function chainOf(view: DataView, directory: number, list: number): number {
  const first = [1, 2]
    .map((i) => view.getInt32(directory + i * 128 + start, true))
    .find((at) => view.getInt32(list + at * 4, true) === at + 1);
  if (first === undefined) throw new Error('no chain of sectors');
  return first;
}

describe('a compound file', () => {
  test.each([1, 30, 3_000])('of %d rows is sound', (rows) => {
    expect(isSoundCompound(workbook(rows))).toBe(true);
  });

  test('may have unused entries filled with zeros', async () => {
    const padded = changed(workbook(30), (view, directory) => {
      for (const link of [68, 72, 76]) view.setInt32(directory + 3 * 128 + link, 0, true);
    });
    expect(isSoundCompound(padded)).toBe(true);
    expect(await read('a.xls', padded)).toMatchObject({ ok: true });
  });

  test.each([
    [
      'entries that are each other’s neighbours',
      (view: DataView, directory: number) => view.setInt32(directory + 2 * 128 + left, 1, true),
    ],
    [
      'a child of its own',
      (view: DataView, directory: number) => view.setInt32(directory + 128 + child, 1, true),
    ],
    [
      'a neighbour that is not there',
      (view: DataView, directory: number) => view.setInt32(directory + 128 + left, 9_999, true),
    ],
    [
      'sectors in a circle',
      (view: DataView, directory: number, list: number) => {
        const first = chainOf(view, directory, list);
        view.setInt32(list + (first + 1) * 4, first, true);
      },
    ],
    [
      'two sectors before the same',
      (view: DataView, directory: number, list: number) => {
        const first = chainOf(view, directory, list);
        view.setInt32(list + first * 4, first + 4, true);
      },
    ],
    ['a list of sectors beyond its end', (view: DataView) => view.setInt32(76, 99_999, true)],
    ['a list of sectors within itself', (view: DataView) => view.setInt32(80, view.getInt32(76, true), true)],
    ['sectors of another size', (view: DataView) => view.setUint16(30, 31, true)],
  ])('with %s is refused', async (_, change) => {
    const damaged = changed(workbook(3_000), change);
    expect(isSoundCompound(damaged)).toBe(false);
    expect(await read('a.xls', damaged)).toMatchObject({
      ok: false,
      problems: [{ code: 'workbook-broken' }],
    });
  });
});
