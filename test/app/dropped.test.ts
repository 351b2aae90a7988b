import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filesOfDrop, readDropped, zipKind } from '#app/dropped.ts';
import { loadWords, wordsOf } from '#i18n/i18n.ts';

const file = (path: string, content = 'x') => ({
  path,
  file: new File([content], path.split('/').at(-1) ?? path),
});

describe('a pack is taken', () => {
  test('as a zip, whatever its ending looks like', async () => {
    const bytes = zipSync({
      'stadt/datapackage.json': new Uint8Array([123, 125]),
      'stadt/a.csv': new Uint8Array(9),
    });
    const dropped = await readDropped([
      { path: 'Stadt.ZIP', file: new File([bytes as Uint8Array<ArrayBuffer>], 'Stadt.ZIP') },
    ]);
    expect(dropped).toMatchObject({
      kind: 'pack',
      name: 'Stadt.ZIP',
      origin: { kind: 'zip', name: 'Stadt.ZIP' },
    });
    expect(dropped.kind === 'pack' && dropped.origin.kind === 'zip' && dropped.origin.bytes).toEqual(bytes);
  });

  test('as something that is called a zip and is none: opening it says so', async () => {
    expect(await readDropped([file('umbenannt.zip', 'das ist kein Archiv')])).toMatchObject({
      kind: 'pack',
      name: 'umbenannt.zip',
    });
  });

  test('as a folder, its paths seen from the descriptor', async () => {
    const dropped = await readDropped([
      file('stadt/tables/a.csv', 'a'),
      file('stadt/datapackage.json', '{}'),
    ]);
    expect(dropped).toMatchObject({ kind: 'pack', name: 'stadt' });
    expect(dropped.kind === 'pack' && dropped.origin).toEqual({
      kind: 'files',
      name: 'stadt',
      files: [
        { path: 'tables/a.csv', bytes: new TextEncoder().encode('a') },
        { path: 'datapackage.json', bytes: new TextEncoder().encode('{}') },
      ],
    });
  });

  test('as a folder in a folder; what lies beside it is left out', async () => {
    const dropped = await readDropped([
      file('aussen/notiz.txt'),
      file('aussen/innen/datapackage.json'),
      file('aussen/innen/geo/a.geojson'),
      file('aussen/innen/alt/datapackage.json'),
    ]);
    expect(
      dropped.kind === 'pack' &&
        dropped.origin.kind === 'files' &&
        dropped.origin.files.map(({ path }) => path),
    ).toEqual(['datapackage.json', 'geo/a.geojson', 'alt/datapackage.json']);
  });

  test('as single files dropped together', async () => {
    const dropped = await readDropped([file('datapackage.json', '{}'), file('a.csv')]);
    expect(dropped.kind === 'pack' && dropped.name).toBe('datapackage.json');
  });
});

test('a project is taken as one', async () => {
  expect(await readDropped([file('berlin.quartierlupe')])).toMatchObject({
    kind: 'project',
    name: 'berlin.quartierlupe',
  });
});

describe('files of an office are handed on, whatever they are', () => {
  const shapes = zipSync({ 'bezirke.shp': new Uint8Array(4), 'bezirke.dbf': new Uint8Array(4) });
  test.each([
    ['a table alone', [file('einwohner.csv')]],
    ['an image, which the wizard does not recognise', [file('bild.png')]],
    ['a folder without descriptor', [file('stadt/a.csv'), file('stadt/b.csv')]],
    ['a file whose name only ends alike', [file('meine-datapackage.json')]],
    ['several zips at once', [file('a.zip'), file('b.zip')]],
    [
      'a zip without descriptor',
      [{ path: 'grenzen.zip', file: new File([shapes as Uint8Array<ArrayBuffer>], 'grenzen.zip') }],
    ],
    ['a project among other files', [file('berlin.quartierlupe'), file('a.csv')]],
  ])('%s', async (_name, files) => {
    expect(await readDropped(files)).toEqual({ kind: 'files' });
  });
});

describe('what cannot be a pack is refused, with words for it', () => {
  const large = {
    path: 'viel.zip',
    file: { name: 'viel.zip', size: 400 * 1024 * 1024 } as File,
  };
  test.each([
    ['more than fits', [large], 'dropped-too-large'],
    ['nothing', [], 'dropped-nothing'],
  ])('%s', async (_name, files, code) => {
    const dropped = await readDropped(files);
    expect(dropped).toMatchObject({ kind: 'refused', code });
    for (const language of ['de', 'en'] as const) {
      await loadWords(language);
      expect(wordsOf(language).find('problems', code, { name: 'viel.zip' }), language).toBeTruthy();
    }
  });
});

describe('a drop', () => {
  const entryOf = (path: string): FileSystemEntry =>
    ({
      isFile: true,
      fullPath: `/${path}`,
      file: (resolve: (file: File) => void) => resolve(file(path).file),
    }) as unknown as FileSystemEntry;
  /** Like the browser's: at most 100 entries a call, then an empty list. */
  const folderOf = (path: string, members: readonly FileSystemEntry[]): FileSystemEntry =>
    ({
      isFile: false,
      fullPath: `/${path}`,
      createReader: () => {
        let at = 0;
        return {
          readEntries: (resolve: (batch: readonly FileSystemEntry[]) => void) => {
            resolve(members.slice(at, at + 100));
            at += 100;
          },
        };
      },
    }) as unknown as FileSystemEntry;
  const dropOf = (...entries: readonly (FileSystemEntry | null)[]): DataTransfer =>
    ({
      items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
      files: [new File(['x'], 'lose.zip')],
    }) as unknown as DataTransfer;

  test('of a folder walks through all of it, also beyond a hundred files', async () => {
    const many = Array.from({ length: 250 }, (_, i) => entryOf(`stadt/tables/${i}.csv`));
    const found = await filesOfDrop(
      dropOf(folderOf('stadt', [entryOf('stadt/datapackage.json'), folderOf('stadt/tables', many)])),
    );
    expect(found).toHaveLength(251);
    expect(found[0]?.path).toBe('stadt/datapackage.json');
    expect(found.at(-1)?.path).toBe('stadt/tables/249.csv');
  });

  test('of files in a browser without entries', async () => {
    expect((await filesOfDrop(dropOf(null))).map(({ path }) => path)).toEqual(['lose.zip']);
  });
});

test('a project is known by what it begins with, whatever has become of its ending', async () => {
  const bytes = zipSync({
    'project.json': new Uint8Array([123, 125]),
    'data/datapackage.json': new Uint8Array(2),
  });
  const renamed = new File([bytes as Uint8Array<ArrayBuffer>], 'dorf.zip');
  expect(await readDropped([{ path: 'dorf.zip', file: renamed }])).toEqual({
    kind: 'project',
    name: 'dorf.zip',
    file: renamed,
  });
  expect(await zipKind(renamed)).toBe('project');
  expect(await zipKind(new Blob(['PK no more']))).toBe('other');
  expect(await zipKind(new Blob(['a;b\n']))).toBeNull();
});
