import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import { unpack } from '#import/formats/containers/unpack.ts';
import { zipDirectory } from '#import/formats/containers/zipDirectory.ts';
import type { Problem } from '#model/result.ts';

const text = (content: string): Uint8Array => strToU8(content);

async function collected(files: Readonly<Record<string, Uint8Array>>) {
  const { files: all, problems } = await collectFiles(
    Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
  );
  return {
    files: Object.fromEntries(
      all.map(({ path, bytes, companions }) => [path, { bytes, companions: [...companions.keys()] }]),
    ),
    paths: all.map(({ path }) => path),
    problems: problems.map(({ code, where }) => [code, where?.file]),
  };
}

/** A zip whose directory says something else about sizes: what a bomb does. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const forged = zip.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 46 < forged.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return forged;
}

describe('files of an import', () => {
  test('archives are unpacked, folders and one archive within included', async () => {
    const inner = zipSync({ 'c.csv': text('c') });
    const zip = zipSync({ 'a.csv': text('a;1'), 'ordner/b.csv': text('b'), 'inner.zip': inner });
    const { files, problems } = await collected({ 'daten.zip': zip, 'lose.csv': text('l') });
    expect(Object.keys(files)).toEqual([
      'daten.zip/a.csv',
      'daten.zip/ordner/b.csv',
      'daten.zip/inner.zip/c.csv',
      'lose.csv',
    ]);
    expect(files['daten.zip/a.csv']?.bytes).toEqual(text('a;1'));
    expect(problems).toEqual([]);
  });

  test('an archive is one by its content, whatever it is called', async () => {
    const { paths } = await collected({ 'schulen.csv': zipSync({ 'schulen.csv': text('a;b') }) });
    expect(paths).toEqual(['schulen.csv/schulen.csv']);
  });

  test('workbooks stay whole', async () => {
    const workbook = zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<w/>') });
    const document = zipSync({ mimetype: text('application/vnd.oasis.opendocument.spreadsheet') });
    const { paths } = await collected({
      'a.xlsx': workbook,
      'b.ods': document,
      'z.zip': zipSync({ 'c.xlsx': workbook }),
    });
    expect(paths).toEqual(['a.xlsx', 'b.ods', 'z.zip/c.xlsx']);
  });

  test('what belongs to a file is put beside it, whatever its case', async () => {
    const { files, problems } = await collected({
      'geo/LOR.shp': text('s'),
      'geo/lor.DBF': text('d'),
      'geo/lor.prj': text('p'),
      'geo/lor.cpg': text('c'),
      'geo/LOR.shp.xml': text('<x/>'),
      'other/lor.prj': text('q'),
    });
    expect(files).toEqual({ 'geo/LOR.shp': { bytes: text('s'), companions: ['dbf', 'prj', 'cpg', 'xml'] } });
    expect(problems).toEqual([['companion-alone', 'other/lor.prj']]);
  });

  test('leftovers of systems are passed over', async () => {
    const { paths, problems } = await collected({
      '.DS_Store': text('x'),
      '__MACOSX/._a.csv': text('x'),
      'ordner/Thumbs.db': text('x'),
      'a.zip': zipSync({ '__MACOSX/._a.csv': text('x'), 'a.csv': text('a'), '.hidden': text('h') }),
    });
    expect(paths).toEqual(['a.zip/a.csv']);
    expect(problems).toEqual([]);
  });

  test('two files of one name are both kept', async () => {
    const { files } = await collectFiles([
      { path: 'a.csv', bytes: text('1') },
      { path: './a.csv', bytes: text('2') },
    ]);
    expect(files.map(({ path }) => path)).toEqual(['a.csv', 'a (2).csv']);
  });

  test('a file that is too large is refused, the others are taken', async () => {
    const { paths, problems } = await collected({
      'a.csv': new Uint8Array(300 * 1024 * 1024 + 1),
      'b.csv': text('b'),
    });
    expect(paths).toEqual(['b.csv']);
    expect(problems).toEqual([['file-too-large', 'a.csv']]);
  });

  test('gzip is taken off', async () => {
    const { files } = await collected({ 'a.csv.gz': gzipSync(text('a;b\n1;2')) });
    expect(files['a.csv']?.bytes).toEqual(text('a;b\n1;2'));
  });

  test('names of members keep their umlauts, said to be UTF-8 or not', async () => {
    const zip = zipSync({ 'Straße.csv': text('a') });
    expect(zipDirectory(zip)?.map(({ name }) => name)).toEqual(['Straße.csv']);
    // "Stra\xe1e.csv" in code page 850, without the flag of UTF-8.
    const old = zipSync({ 'StraXe.csv': text('a') });
    for (let at = 0; at < old.length; at++) if (old[at] === 0x58) old[at] = 0xe1;
    expect(zipDirectory(old)?.map(({ name }) => name)).toEqual(['Straße.csv']);
  });

  test('a member may be called __proto__', async () => {
    const zip = zipSync({ xx_proto_x: text('a'), 'b.csv': text('b') });
    const renamed = Uint8Array.from(zip);
    const from = text('xx_proto_x');
    const to = text('__proto___');
    for (let at = 0; at + from.length <= renamed.length; at++) {
      if (from.every((byte, i) => renamed[at + i] === byte)) renamed.set(to, at);
    }
    const { paths } = await collected({ 'a.zip': renamed });
    expect(paths).toEqual(['a.zip/__proto___', 'a.zip/b.csv']);
  });
});

describe('an archive that is refused', () => {
  const small = { entries: 3, bytes: 1_000, depth: 1 };
  async function refusals(path: string, bytes: Uint8Array): Promise<readonly string[]> {
    const problems: Problem[] = [];
    const files = await unpack({ path, bytes }, problems, small);
    expect(files).toEqual([]);
    return problems.map(({ code }) => code);
  }

  test('is too large by what it declares, before anything is unpacked', async () => {
    expect(await refusals('a.zip', zipSync({ 'a.csv': new Uint8Array(1_001) }))).toEqual(['zip-too-large']);
    const many: Zippable = {};
    for (let n = 0; n < 4; n++) many[`${n}.csv`] = text('a');
    expect(await refusals('a.zip', zipSync(many))).toEqual(['zip-too-large']);
  });

  test('lies about its size', async () => {
    const bomb = declaring(zipSync({ 'a.csv': new Uint8Array(50_000_000) }), 100);
    expect(await refusals('a.zip', bomb)).toEqual(['zip-entry-broken']);
    expect(await refusals('b.zip', declaring(zipSync({ 'a.csv': text('abc') }), 500))).toEqual([
      'zip-entry-broken',
    ]);
  });

  test('leads out of its folder', async () => {
    for (const path of ['../a.csv', '/etc/a.csv', 'x/../../a.csv', 'C:\\a.csv', '..\\a.csv']) {
      expect(await refusals('a.zip', zipSync({ [path]: text('a') })), path).toEqual(['zip-path']);
    }
  });

  test('lies three deep', async () => {
    const inmost = zipSync({ 'a.csv': text('a') });
    const deep = zipSync({ 'b.zip': zipSync({ 'a.zip': inmost }) });
    expect(await refusals('c.zip', deep)).toEqual(['zip-nested']);
  });

  test('is cut off, empty or locked', async () => {
    const zip = zipSync({ 'a.csv': text('abc'.repeat(100)) });
    expect(await refusals('a.zip', zip.slice(0, zip.length - 30))).toEqual(['zip-truncated']);
    expect(await refusals('a.zip', zipSync({ 'x/': new Uint8Array(0) }))).toEqual(['zip-empty']);
    const locked = zip.slice();
    const view = new DataView(locked.buffer);
    for (let at = 0; at + 46 < locked.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(await refusals('a.zip', locked)).toEqual(['zip-encrypted']);
  });

  test('is a gzip that swells or is broken', async () => {
    expect(await refusals('a.gz', gzipSync(new Uint8Array(5_000_000)))).toEqual(['gzip-too-large']);
    expect(await refusals('a.gz', gzipSync(text('abc'.repeat(500))).slice(0, 20))).toEqual(['gzip-broken']);
  });
});
