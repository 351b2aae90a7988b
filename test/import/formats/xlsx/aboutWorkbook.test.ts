import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { xlsxDriver } from '#import/formats/xlsx/workbookDrivers.ts';
import { contentsOf, formatFile } from '../reading.ts';

async function aboutOf(props: object) {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Nr.', 'Einwohner'],
      ['01', 5],
    ]),
    'Tabelle',
  );
  book.Props = props;
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return (await contentsOf(xlsxDriver, formatFile('a.xlsx', bytes))).about;
}

test('the company and the title of a workbook are kept, its author is not', async () => {
  const about = await aboutOf({
    Title: 'Einwohner 2023',
    Company: 'Statistikamt',
    Author: 'Erika Musterfrau',
  });
  expect(about).toMatchObject({ title: 'Einwohner 2023', publisher: 'Statistikamt' });
  expect(JSON.stringify(about)).not.toContain('Erika');
});

test('a workbook that only knows its author says nothing', async () => {
  expect(await aboutOf({ Author: 'Erika Musterfrau' })).toBeUndefined();
});
