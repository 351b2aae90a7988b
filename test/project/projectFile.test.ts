import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import { checksum } from '#project/checksum.ts';
import { matchFiles, readProject } from '#project/readProject.ts';
import { writeProject } from '#project/writeProject.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const files: readonly PackFile[] = [
  { path: 'einwohner 2023.csv', bytes: bytesOf('key;n\n01;5\n') },
  { path: 'geo/gebiete.geojson', bytes: bytesOf('{"type":"FeatureCollection","features":[]}') },
];
const description = {
  program: '0.1.0',
  saved: '2026-01-02T03:04:05.000Z',
  city: 'kleinstadt',
  title: { de: 'Kleinstadt', en: 'Small town' },
  view: '#v=1&view=measure',
  recipe: null,
  disclosure: null,
  scenes: [{ title: 'Anfang', caption: '<b>1</b>', view: '#v=1' }],
  profiles: [],
};

/** A project whose description or data were tampered with. */
async function tampered(change: (entries: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const entries = unzipSync(await writeProject(description, files, true));
  change(entries);
  return zipSync(entries);
}

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readProject(bytes, 'p.quartierlupe');
  if (read.ok) return [];
  for (const each of read.problems) expect(describeProblem(wordsOf('de'), each)).not.toContain('{');
  return read.problems.map(({ code }) => code);
}

describe('a project file', () => {
  test('gives back its description and its data', async () => {
    const read = await readProject(await writeProject(description, files, true), 'p.quartierlupe');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.project).toMatchObject({ ...description, quartierlupe: 'project', data: 'inside' });
    expect(read.value.files).toEqual(files);
  });

  test('keeps data outside unless asked, with their checksums', async () => {
    const bytes = await writeProject(description, files, false);
    expect(Object.keys(unzipSync(bytes))).toEqual(['project.json']);
    const read = await readProject(bytes, 'p.quartierlupe');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.files).toEqual([]);
    expect(read.value.project.files[0]).toEqual({
      path: 'einwohner 2023.csv',
      bytes: 11,
      sha256: createHash('sha256').update(files[0]!.bytes).digest('hex'),
    });
  });

  test.each([
    ['is no zip', async () => bytesOf('PK no'), ['zip-invalid']],
    ['is another zip', async () => zipSync({ 'a.txt': bytesOf('a') }), ['project-without-description']],
    [
      'is no JSON',
      () => tampered((entries) => Object.assign(entries, { 'project.json': bytesOf('{') })),
      ['project-invalid'],
    ],
    [
      'comes from the future',
      () => tampered((entries) => Object.assign(entries, { 'project.json': bytesOf('{"version":2}') })),
      ['project-newer'],
    ],
    [
      'lacks a file',
      () => tampered((entries) => void delete entries['data/einwohner 2023.csv']),
      ['project-data-missing'],
    ],
    [
      'holds another file than it says',
      () =>
        tampered((entries) =>
          Object.assign(entries, { 'data/einwohner 2023.csv': bytesOf('key;n\n01;6\n') }),
        ),
      ['project-data-changed'],
    ],
  ])('that %s is refused', async (_, make, codes) => {
    expect(await codesOf(await make())).toEqual(codes);
  });

  test('with an address in place of a view is refused', async () => {
    const wrong = { ...description, view: 'https://example.org/#v=1' };
    expect(await codesOf(await writeProject(wrong, files, true))).toHaveLength(1);
  });
});

describe('data outside the project', () => {
  const project = async () => {
    const read = await readProject(await writeProject(description, files, false), 'p.quartierlupe');
    if (!read.ok) throw new Error('unreadable');
    return read.value.project;
  };

  test('are known by their contents, whatever they are called', async () => {
    const offered = files.map(({ bytes }, i) => ({ path: `anders ${i}`, bytes }));
    const { files: found, missing, notes } = await matchFiles(await project(), offered);
    expect([found, missing, notes]).toEqual([files, [], []]);
  });

  test('of the same name with other contents are not taken', async () => {
    const offered = [{ path: 'ordner/einwohner 2023.csv', bytes: bytesOf('key;n\n01;6\n') }, files[1]!];
    const { files: found, missing, notes } = await matchFiles(await project(), offered);
    expect(found).toEqual([files[1]]);
    expect(missing.map(({ path }) => path)).toEqual(['einwohner 2023.csv']);
    expect(notes.map(({ code, where }) => [code, where?.file])).toEqual([
      ['project-file-differs', 'ordner/einwohner 2023.csv'],
    ]);
  });
});

test('the checksum is SHA-256', async () => {
  expect(await checksum(bytesOf('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
