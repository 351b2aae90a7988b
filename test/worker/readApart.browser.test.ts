import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { drivers } from '#import/formats/catalog.ts';
import type { FormatFile } from '#import/formats/driver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { readApart } from '#worker/readApart.ts';
import { startWorker } from '#worker/start.ts';

/** A workbook of so many rows of ten numbers, not packed: a library has to work through all of it. */
function workbook(rows: number): FormatFile {
  const text = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0"?>${xml}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cells: string[] = [];
  for (let r = 1; r <= rows; r++) {
    cells.push(`<row r="${r}">`);
    for (const c of 'ABCDEFGHIJ') cells.push(`<c r="${c}${r}"><v>${r * 10 + c.charCodeAt(0) - 65}</v></c>`);
    cells.push('</row>');
  }
  const bytes = zipSync(
    {
      '[Content_Types].xml': text(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
      '_rels/.rels': text(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': text(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Daten" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': text(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': text(
        `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
      ),
    },
    { level: 0 },
  );
  return { path: 'daten.xlsx', bytes, companions: new Map() };
}

const unhurried = { pause: async (): Promise<void> => {} };

describe('a workbook read in a worker of its own', () => {
  test('gives what reading it here gives, in its order', async () => {
    const file = workbook(6_000);
    const here = await drivers.find(({ id }) => id === 'xlsx')?.read(file, {}, unhurried);
    const apart = await readApart('xlsx', file, {}, unhurried);
    expect(apart).toEqual(here);
    expect(apart?.ok && apart.value.sheets[0]?.rows).toHaveLength(6_000);
    expect(apart?.ok && apart.value.sheets[0]?.rows[5_999]?.[9]).toBe('60009');
  });

  test('says what is wrong with it as reading it here does', async () => {
    const { path, bytes, companions } = workbook(10);
    const file = { path, bytes: bytes.slice(0, bytes.length - 40), companions };
    const here = await drivers.find(({ id }) => id === 'xlsx')?.read(file, {}, unhurried);
    expect(here?.ok).toBe(false);
    expect(await readApart('xlsx', file, {}, unhurried)).toEqual(here);
  });

  test('is broken off while the library works through it', async () => {
    const file = workbook(80_000);
    const seen: number[] = [];
    const cancelled = new Error('cancelled');
    const reading = readFile(
      file,
      {},
      {
        apart: readApart,
        async pause(done) {
          seen.push(done);
          // The library has begun (1 of 3) and would be done at 2.
          if (done === 1) throw cancelled;
        },
      },
    );
    await expect(reading).rejects.toBe(cancelled);
    expect(Math.max(...seen)).toBe(1);
  });
});

test('the worker of the page reads it so and answers others meanwhile', async () => {
  const client = startWorker();
  const content = workbook(80_000).bytes;
  const cancel = new AbortController();
  let furthest = 0;
  let answered = 0;
  let asking: Promise<void> | null = null;
  const askOthers = async (): Promise<void> => {
    while (furthest < 50 && answered < 5) {
      await client.run('forget', { import: 'none' });
      answered++;
    }
    cancel.abort();
  };
  const reading = client.run(
    'inspect',
    { import: null, files: [{ path: 'daten.xlsx', content }], plan: null },
    {
      signal: cancel.signal,
      onProgress(done) {
        furthest = Math.max(furthest, done);
        // A third of the hundred steps: the library has begun, and is done at two thirds.
        if (done > 30) asking ??= askOthers();
      },
    },
  );
  await expect(reading).rejects.toThrow('cancelled');
  await asking;
  expect(answered).toBe(5);
  expect(furthest).toBeLessThan(50);
  const again = await client.run('inspect', {
    import: null,
    files: [{ path: 'klein.csv', content: new TextEncoder().encode('Schlüssel;Zahl\n01;5\n') }],
    plan: null,
  });
  expect(again.ok && again.value.inspection.tables[0]?.rows).toBe(1);
});
