import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(err).toContain('people.csv, Zeile 2, Spalte „Art“: „Gebiet“ ist weder eine Zahl');
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

  test('looks for a file in one folder after the other', async () => {
    const [first, second] = [join(folder, 'areas'), join(folder, 'tables')];
    for (const [path, content] of Object.entries(smallSources())) {
      const part = path === 'areas.geojson' ? first : second;
      mkdirSync(part, { recursive: true });
      writeFileSync(join(part, path), content);
    }
    const call = [join(folder, 'recipe.json'), '--source', first, '--out', join(folder, 'both')];
    const alone = await run(...call);
    expect(alone.code).toBe(1);
    expect(alone.err).toContain('people.csv');
    expect(alone.err).not.toContain('areas.geojson');
    expect((await run(...call, '--source', second)).code).toBe(0);
  });

  test('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--source ORDNER');
  });
});

describe('npm run pack -- --renew', () => {
  const csv = (residents: string, foreigners = 'Ausl.'): string =>
    `Gebiet;EW;${foreigners}\n01;${residents};310\n02;900;0\n11;1.700;85\n12;12;.\n`;
  let before = '';
  let after = '';
  let recipe = '';
  beforeAll(() => {
    before = join(folder, '2020');
    after = join(folder, '2021');
    mkdirSync(before);
    mkdirSync(after);
    const { 'areas.geojson': areas = '', 'names.csv': names = '' } = smallSources();
    writeFileSync(join(before, 'areas.geojson'), areas);
    writeFileSync(join(before, 'names.csv'), names);
    writeFileSync(join(before, 'ew_2020.csv'), csv('3.100').replace('12;12;.', '12;12;1'));
    writeFileSync(join(after, 'ew_2021.csv'), csv('9.100', 'Ausl'));
    const small = smallRecipe();
    small.files[1] = { id: 'ew-2020', path: 'ew_2020.csv', format: 'csv', thousands: '.', source: 'default' };
    small.tables = [
      {
        id: 'people',
        level: 'area',
        area: { column: 'Gebiet' },
        parts: [{ file: 'ew-2020', year: 2020 }],
        columns: { residents: 'EW', foreigners: 'Ausl.' },
      },
    ];
    recipe = join(folder, 'renewable.json');
    writeFileSync(recipe, JSON.stringify(small));
  });

  test('lists what is different, writes the new recipe and builds from both folders', async () => {
    const [written, out] = [join(folder, 'renewed.json'), join(folder, 'renewed')];
    const call = ['--source', before, '--renew', after, '--write', written, '--out', out];
    const { code, out: said, err } = await run(recipe, ...call);
    expect(err).toContain('Neues Rezept geschrieben');
    expect(code).toBe(0);
    expect(said.replace(/[\u00a0\u202f]/g, ' ').split('\n')).toEqual([
      '„ew_2021.csv“ (2021) folgt auf „ew_2020.csv“.',
      'Quelle „a“: Stand bisher „2020“, jetzt „2021“; bitte prüfen.',
      '3 Unterschiede:',
      '  ew_2021.csv: Statt der Spalte „Ausl.“ wird „Ausl“ gelesen (Ähnlichkeit 100 %).',
      '  ew_2021.csv: In der Spalte „Ausl“ steht einmal das neue Zeichen „.“, gelesen als: geheim oder unbekannt.',
      '  ew_2021.csv: Einwohner: Der Wert der ganzen Stadt ist 11 712 statt 5 712 (105 %).',
    ]);
    const again = await run(written, '--source', after, '--source', before, '--out', join(folder, 'again'));
    expect(again.code).toBe(0);
    expect(again.err).toContain('Ebene area: 4 Gebiete, Zahlen 2020 bis 2021');
    expect(readFileSync(join(folder, 'again', 'datapackage.json'))).toEqual(
      readFileSync(join(out, 'datapackage.json')),
    );
  });

  test('writes nothing where the files are not enough', async () => {
    const written = join(folder, 'never.json');
    const { code, err } = await run(recipe, '--renew', after, '--write', written);
    expect(code).toBe(1);
    expect(err).toContain(
      'areas.geojson: Diese Datei ist nicht dabei, und keine der neuen passt an ihre Stelle.',
    );
    expect(() => readFileSync(written)).toThrow();
  });

  test.each([
    ['a year that is none', ['--renew', 'x', '--year', '24'], '„24“ ist kein Jahr.'],
    ['a year without new files', ['--year', '2024', '--source', 'a', '--out', 'b'], '--renew ORDNER'],
  ])('refuses %s as wrong usage', async (_, args, said) => {
    const { code, err } = await run(recipe, ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  test('says so where the folder is not there', async () => {
    const { code, err } = await run(recipe, '--renew', join(folder, 'nirgends'));
    expect(code).toBe(1);
    expect(err).toContain('lässt sich nicht lesen: es gibt sie nicht.');
  });
});
