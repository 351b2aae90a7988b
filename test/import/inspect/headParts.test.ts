import { expect, test } from 'vitest';
import type { Sheet } from '#import/formats/driver.ts';
import { inspectTable } from '#import/inspect/inspectTable.ts';

/** A head of three rows whose last names only the parts of one whole, with a key that has lost its zeros. */
const sheet: Sheet = {
  name: '',
  rows: [
    ['Stadt Musterstadt – Amt für Statistik'],
    [],
    ['Statistischer Bezirk', '', 'Bevölkerung', '', '', 'Grundsicherung SGB II'],
    ['Nr.', 'Name', 'insgesamt', 'darunter', '', 'Leistungsberechtigte'],
    ['', '', '', 'Ausländerinnen und Ausländer', 'mit Migrations-\nhintergrund', ''],
    ['10101', 'Altstadt', '1771', '201', '445', '135'],
    ['10102', 'Stift', '1561', '176', '378', '127'],
    ['20101', 'Anger', '1719', '251', '565', '.'],
    ['', 'Insgesamt', '5051', '628', '1388', '262'],
  ],
  merges: [
    { top: 2, left: 0, bottom: 2, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 4 },
    { top: 3, left: 3, bottom: 3, right: 4 },
  ],
  hasNativeNumbers: true,
};
const context = { pause: async () => undefined };
const where = { id: 'a.xlsx', file: 'a.xlsx', layer: null };

test('names of parts below `darunter` belong to the head', async () => {
  const table = await inspectTable(sheet, where, context);
  expect([table.shape.headFirst, table.shape.headLast, table.shape.dataFirst]).toEqual([3, 5, 6]);
  expect(table.columns.map(({ guess }) => guess.concept)).toEqual([
    null,
    null,
    'residents',
    'foreigners',
    'migration-background',
    'sgb2-recipients',
  ]);
});

test('a part that is not named is nobody in particular', async () => {
  const cut = { ...sheet, rows: sheet.rows.filter((_, r) => r !== 4) };
  const table = await inspectTable(cut, where, context);
  expect(table.columns.slice(2, 5).map(({ guess }) => guess.concept)).toEqual(['residents', null, null]);
});
