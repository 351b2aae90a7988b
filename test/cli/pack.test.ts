import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { runCommandLine } from '#cli/main.ts';
import { openPack } from '#import/pack/openPack.ts';
import { smallRecipe, smallSources } from '../import/recipe/memorySource.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quartierlupe-pack-'));
  for (const [path, content] of Object.entries(smallSources())) writeFileSync(join(folder, path), content);
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(smallRecipe()));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(['pack', ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('npm run pack', () => {
  test('writes a pack that opens and says what is in it', async () => {
    const target = join(folder, 'out');
    const { code, out, err } = await run(join(folder, 'recipe.json'), '--source', folder, '--out', target);
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(err).toContain('Ebene area: 4 Gebiete, Zahlen 2020 bis 2020');
    expect(err).toContain('Ebene district: 2 Gebiete, Zahlen nur aus feineren Ebenen');
    const opened = await openPack(fromFolder(target));
    expect(opened.ok && opened.value.levels[0]?.keys).toEqual(['01', '02', '11', '12']);
  });

  test('twice gives the same bytes', async () => {
    const [first, second] = [join(folder, 'a'), join(folder, 'b')];
    await run(join(folder, 'recipe.json'), '--source', folder, '--out', first);
    await run(join(folder, 'recipe.json'), '--source', folder, '--out', second);
    for (const path of ['datapackage.json', 'geo/area.topojson', 'tables/people.csv']) {
      expect(readFileSync(join(first, path))).toEqual(readFileSync(join(second, path)));
    }
  });

  test('names problems in German with file, row and column, and writes nothing', async () => {
    const broken = { ...smallRecipe(), name: 'kaputt' };
    broken.tables[0]!.columns = { residents: 'Quote', foreigners: 'Art' };
    writeFileSync(join(folder, 'broken.json'), JSON.stringify(broken));
    const target = join(folder, 'nothing');
    const { code, err } = await run(join(folder, 'broken.json'), '--source', folder, '--out', target);
    expect(code).toBe(1);
    expect(err).toContain('people.csv, Zeile 2, Spalte „Art“: „Gebiet“ ist keine Zahl');
    expect(await fromFolder(target).read('datapackage.json')).toBeNull();
  });

  test('says which file is missing where', async () => {
    const { code, err } = await run(
      join(folder, 'recipe.json'),
      '--source',
      join(folder, 'out'),
      '--out',
      folder,
    );
    expect(code).toBe(1);
    expect(err).toMatch(/people\.csv: Die Datei fehlt in „.*out“\./);
  });

  test.each([
    ['no recipe', ['--source', 'a', '--out', 'b']],
    ['no folders', ['recipe.json']],
    ['an unknown option', ['recipe.json', '--zip']],
  ])('refuses a call with %s as wrong usage', async (_, args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('pack --help');
  });

  test('refuses a recipe that is missing or no JSON', async () => {
    expect((await run(join(folder, 'keins.json'), '--source', folder, '--out', folder)).code).toBe(1);
    const { code, err } = await run(join(folder, 'names.csv'), '--source', folder, '--out', folder);
    expect(code).toBe(1);
    expect(err).toContain('kein gültiges JSON');
  });

  test('says why it cannot write', async () => {
    const target = join(folder, 'names.csv');
    const { code, err } = await run(join(folder, 'recipe.json'), '--source', folder, '--out', target);
    expect(code).toBe(1);
    expect(err).toContain('lässt sich nicht schreiben: dort liegt eine Datei statt eines Ordners.');
  });

  test('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--source ORDNER');
  });
});
