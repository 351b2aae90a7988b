import { expect, test } from 'vitest';
import type { FormatFile, ReadContext } from '#import/formats/driver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { succeed } from '#model/result.ts';

const contents = { encoding: null, delimiter: null, sheets: [], layers: [] };

/** Starts as a database does and is none. */
function database(bytes: number): FormatFile {
  const content = new Uint8Array(bytes);
  new TextEncoder().encodeInto('SQLite format 3\0', content);
  return { path: 'daten.gpkg', bytes: content, companions: new Map() };
}

function watched(answer: ReturnType<NonNullable<ReadContext['apart']>>) {
  const asked: string[] = [];
  const context: ReadContext = {
    pause: async () => {},
    apart(format, { path }) {
      asked.push(`${format} ${path}`);
      return answer;
    },
  };
  return { asked, context };
}

test('a large file of a format that blocks is read apart', async () => {
  const { asked, context } = watched(Promise.resolve(succeed(contents)));
  const read = await readFile(database(2 ** 21), {}, context);
  expect(asked).toEqual(['geopackage daten.gpkg']);
  expect(read.ok && read.value).toEqual({ format: 'geopackage', contents });
});

test('where there is no such place it is read here', async () => {
  const { asked, context } = watched(null);
  const read = await readFile(database(2 ** 21), {}, context);
  expect(asked).toHaveLength(1);
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['gpkg-invalid']);
});

test('small files and formats that pause by themselves are read here', async () => {
  const { asked, context } = watched(null);
  await readFile(database(4_096), {}, context);
  const bytes = new Uint8Array(2 ** 21).fill(59);
  await readFile({ path: 'leer.csv', bytes, companions: new Map() }, {}, context);
  expect(asked).toEqual([]);
});

test('what the other place cannot cope with is a problem of the file', async () => {
  const { context } = watched(Promise.reject(new Error('out of memory')));
  const read = await readFile(database(2 ** 21), {}, context);
  expect(read.ok ? [] : read.problems).toMatchObject([
    { code: 'file-unreadable', params: { reason: 'out of memory' } },
  ]);
});
