import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import type { FormatFile } from '#import/formats/driver.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import { type Recipe, type RecipeInput, recipeSchema } from '#import/recipe/recipe.ts';
import { fromFormatFiles } from '#import/recipe/recipeSource.ts';
import { citing } from '#import/recipe/renew/renewSources.ts';
import { type RenewOptions, renew } from '#import/recipe/renew.ts';
import type { Difference, Renewal } from '#import/recipe/renewal.ts';
import { areaValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { catalogueRecipe } from './cityRecipes.ts';
import { type Sources, smallRecipe, smallSources, sourceOf } from './memorySource.ts';

const parsed = (input: unknown): Recipe => {
  const recipe = readRecipe(input, 'recipe.json');
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  return recipe.value;
};
const filesOf = (sources: Sources): FormatFile[] =>
  Object.entries(sources).map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    companions: new Map(),
  }));

/** The city with a table per year: `ew_2020.csv`, then what comes after. */
function city(table: Partial<RecipeInput['tables'][number]> = {}): RecipeInput {
  const recipe = smallRecipe();
  recipe.files[1] = {
    id: 'ew-2020',
    path: 'ew/ew_2020.csv',
    format: 'csv',
    decimal: ',',
    thousands: '.',
    marks: [{ value: '-', label: 'zero' }],
    source: 'default',
  };
  recipe.tables = [
    {
      id: 'people',
      level: 'area',
      area: { column: 'Gebiet' },
      parts: [{ file: 'ew-2020', year: 2020 }],
      columns: { residents: 'Einwohner', foreigners: 'Ausländer' },
      ...table,
    },
  ];
  return recipe;
}
const before = 'Gebiet;Einwohner;Ausländer\n01;3.100;310\n02;900;-\n11;1.700;85\n12;12;0\n';
const oldSources = (text = before): Sources => ({ ...smallSources(), 'ew/ew_2020.csv': text });

async function renewed(
  text: string | Uint8Array,
  {
    recipe = city(),
    path = 'ew_2021.csv',
    ...options
  }: { recipe?: RecipeInput; path?: string } & RenewOptions = {},
): Promise<Renewal> {
  return renew(parsed(recipe), filesOf({ [path]: text }), { old: sourceOf(oldSources()), ...options });
}
const of = (renewal: Renewal, kind: Difference['kind']): readonly Difference['params'][] =>
  renewal.differences.filter((one) => one.kind === kind).map(({ params }) => params);

/** Builds the renewed recipe from the old files and the new one. */
async function replayed(renewal: Renewal, text: string | Uint8Array, path = 'ew_2021.csv'): Promise<Study> {
  const built = await buildPack(renewal.recipe, sourceOf({ ...oldSources(), [path]: text }));
  if (!built.ok) throw new Error(JSON.stringify(built.problems, null, 1));
  const opened = await openPack(fromFiles(built.value));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 1));
  return opened.value;
}
const values = (study: Study, variable: string, year: number): number[] => [
  ...(areaValues(study, 'area', variable, year)?.values ?? []),
];

describe('a recipe for next year', () => {
  test('has the new year beside the old one, and nothing else to say when nothing else changed', async () => {
    const text = before.replace('3.100', '3.200');
    const renewal = await renewed(text);
    expect(renewal.problems).toEqual([]);
    expect(renewal.differences).toEqual([]);
    expect(renewal.files.find(({ file }) => file === 'ew-2020')).toEqual({
      file: 'ew-2020',
      before: 'ew/ew_2020.csv',
      now: 'ew_2021.csv',
      year: 2021,
    });
    expect(renewal.recipe.files.map(({ id }) => id)).toEqual(['areas', 'ew-2020', 'names', 'ew-2021']);
    const study = await replayed(renewal, text);
    expect(study.observations[0]?.years).toEqual([2020, 2021]);
    expect(values(study, 'residents', 2020)[0]).toBe(3100);
    expect(values(study, 'residents', 2021)[0]).toBe(3200);
  });

  test('is plain JSON that validates again', async () => {
    const { recipe } = await renewed(before.replace('Ausländer', 'Ausländer/-innen'));
    const again = readRecipe(JSON.parse(JSON.stringify(recipe)), 'x');
    expect(again.ok && again.value).toEqual(recipe);
    expect(Object.keys(recipe).every((part) => Object.hasOwn(recipeSchema.entries, part))).toBe(true);
  });

  test('replaces the old year where its file is not there any more', async () => {
    const files = filesOf({ ...smallSources(), 'ew_2021.csv': before });
    const { recipe, problems } = await renew(parsed(city()), files);
    expect(problems).toEqual([]);
    expect(recipe.tables[0]?.parts.map(({ file, year }) => [file, year])).toEqual([['ew-2021', 2021]]);
    expect(recipe.files.map(({ id }) => id)).toEqual(['areas', 'names', 'ew-2021']);
    const built = await buildPack(recipe, fromFormatFiles(files));
    expect(built.ok).toBe(true);
  });

  test('names what is missing where no new file fits', async () => {
    const { problems } = await renew(parsed(city()), filesOf({ 'ew_2021.csv': before }));
    expect(problems.map(({ code, where }) => [code, where?.file])).toEqual([
      ['renew-file-missing', 'areas.geojson'],
      ['renew-file-missing', 'names.csv'],
    ]);
  });

  test('reads a column under its new name, and says how sure it is', async () => {
    const text = before.replace('Einwohner', 'Einwohner 2021').replace('Ausländer', 'Ausländer/-innen');
    const recipe = city({ columns: { residents: 'Einwohner 2020', foreigners: 'Ausländer' } });
    const renewal = await renewed(text, {
      recipe,
      old: sourceOf(oldSources(before.replace('Einwohner', 'Einwohner 2020'))),
    });
    expect(of(renewal, 'column-renamed')).toEqual([
      { column: 'Einwohner 2020', now: 'Einwohner 2021', likeness: 100 },
      { column: 'Ausländer', now: 'Ausländer/-innen', likeness: 100 },
    ]);
    expect(of(renewal, 'column-gone')).toEqual([]);
    expect(of(renewal, 'column-new')).toEqual([]);
    expect(renewal.recipe.tables).toHaveLength(1);
    expect(renewal.recipe.tables[0]?.parts[1]?.columns).toEqual({
      residents: 'Einwohner 2021',
      foreigners: 'Ausländer/-innen',
    });
  });

  test('leaves out a figure whose column is gone, and lists new columns', async () => {
    const text = before.replace('Ausländer', 'Haushalte mit Kindern');
    const renewal = await renewed(text);
    expect(of(renewal, 'column-gone')).toEqual([{ column: 'Ausländer' }]);
    expect(of(renewal, 'column-new')).toEqual([{ column: 'Haushalte mit Kindern' }]);
    expect(renewal.recipe.tables[0]?.parts[1]?.columns).toEqual({ foreigners: null });
    const study = await replayed(renewal, text);
    expect(values(study, 'foreigners', 2021)).toEqual([NaN, NaN, NaN, NaN]);
    expect(values(study, 'residents', 2021)[3]).toBe(12);
  });

  test('cannot do without the key', async () => {
    const renewal = await renewed(before.replace('Gebiet', 'Raumnummer'), { path: 'ew_2021.csv' });
    expect(renewal.problems.map(({ code, params }) => [code, params.column])).toEqual([
      ['renew-column-gone', 'Gebiet'],
    ]);
    expect(renewal.recipe.tables[0]?.parts).toHaveLength(1);
  });

  test('takes the column a person names, and lists what it could be', async () => {
    const text = 'Gebiet;Einwohner;Zugezogene;Rest\n01;3.200;320;1\n02;800;5;1\n11;1.700;90;1\n12;12;1;1\n';
    const proposed = await renewed(text);
    expect(proposed.columns).toEqual([
      {
        file: 'ew_2021.csv',
        before: 'Ausländer',
        now: null,
        likeness: 0,
        candidates: ['Zugezogene', 'Rest'],
      },
    ]);
    const chosen = await renewed(text, { columns: { 'ew_2021.csv': { Ausländer: 'Zugezogene' } } });
    expect(chosen.problems).toEqual([]);
    expect(chosen.columns).toMatchObject([{ before: 'Ausländer', now: 'Zugezogene', likeness: 1 }]);
    expect(values(await replayed(chosen, text), 'foreigners', 2021)).toEqual([320, 5, 90, 1]);
  });

  test('puts a renamed key into a table of its own', async () => {
    const text = before.replace('Gebiet', 'Gebiete');
    const renewal = await renewed(text);
    expect(renewal.recipe.tables.map(({ id, area }) => [id, area.column])).toEqual([
      ['people', 'Gebiet'],
      ['people-2021', 'Gebiete'],
    ]);
    const study = await replayed(renewal, text);
    expect(study.observations[0]?.years).toEqual([2020, 2021]);
  });

  test('lists areas that are gone and new, and the number of rows', async () => {
    const renewal = await renewed(`${before.replace('02;900;-\n', '')}13;7;0\n14;8;1\n`);
    expect(of(renewal, 'areas-gone')).toEqual([{ n: 1, areas: 'Süd' }]);
    expect(of(renewal, 'areas-new')).toEqual([{ n: 2, areas: '13, 14' }]);
    expect(of(renewal, 'rows')).toEqual([{ before: 4, now: 5 }]);
  });

  test('learns new signs, and refuses what is none', async () => {
    const text = before.replace('310', '.').replace('85', 'x').replace('12;12;0', '12;12;?!');
    const renewal = await renewed(text);
    expect(of(renewal, 'sign-new')).toEqual([
      { column: 'Ausländer', sign: '.', label: 'secret', n: 1 },
      { column: 'Ausländer', sign: 'x', label: 'blocked', n: 1 },
    ]);
    expect(renewal.problems.map(({ code, params }) => [code, params.value])).toEqual([
      ['renew-cells-unread', '?!'],
    ]);
    const fine = text.replace('?!', '0');
    const study = await replayed(await renewed(fine), fine);
    expect([...(areaValues(study, 'area', 'foreigners', 2021)?.signs ?? [])]).toEqual([2, 0, 4, 0]);
  });

  test('notices another way of writing numbers', async () => {
    const text = before.replace('3.100', '3 100').replace('1.700', '1 700');
    const renewal = await renewed(text);
    expect(of(renewal, 'format')).toEqual([
      { what: 'numbers', column: 'Einwohner', before: '1.234,5', now: '1 234,5' },
    ]);
    const study = await replayed(renewal, text);
    expect(values(study, 'residents', 2021)).toEqual([3100, 900, 1700, 12]);
  });

  test('notices another separator, encoding and a title above the head', async () => {
    const recipe = city();
    Object.assign(recipe.files[1]!, { delimiter: ';', encoding: 'utf-8' });
    const text = `Bevölkerung\n\n${before.replaceAll(';', '\t')}`;
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'));
    const renewal = await renewed(bytes, { recipe });
    expect(of(renewal, 'format')).toEqual([
      { what: 'encoding', before: 'utf-8', now: 'windows-1252' },
      { what: 'delimiter', before: ';', now: '\t' },
      { what: 'head', before: '1', now: '3' },
    ]);
    const study = await replayed(renewal, bytes);
    expect(values(study, 'foreigners', 2021)).toEqual([310, 0, 85, 0]);
  });

  test('takes a workbook in the place of separated text', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Gebiet', 'Einwohner', 'Ausländer'],
      ['01', 3100, 310],
      ['02', 900, 0],
      ['11', 1700, 85],
      ['12', 12, 1],
    ]);
    const book = utils.book_new(sheet, 'EW 2021');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const renewal = await renewed(bytes, { path: 'ew_2021.xlsx' });
    expect(of(renewal, 'format')).toEqual([{ what: 'format', before: 'csv', now: 'xlsx' }]);
    const study = await replayed(renewal, bytes, 'ew_2021.xlsx');
    expect(values(study, 'foreigners', 2021)).toEqual([310, 0, 85, 1]);
  });

  test('compares the value of the whole city, by as much as is asked for', async () => {
    const text = before.replace('3.100', '31.000');
    expect(of(await renewed(text), 'city-value')).toEqual([
      { variable: 'residents', before: 5712, now: 33_612, percent: 488 },
    ]);
    const small = before.replace('3.100', '3.400');
    expect(of(await renewed(small), 'city-value')).toEqual([]);
    expect(of(await renewed(small, { tolerance: 0.05 }), 'city-value')).toEqual([
      { variable: 'residents', before: 5712, now: 6012, percent: 5 },
    ]);
  });

  test('asks for the year where neither name nor anything else says it', async () => {
    const recipe = city();
    recipe.files[1]!.path = 'einwohner_stand_alt.csv';
    const old = sourceOf({ ...smallSources(), 'einwohner_stand_alt.csv': before });
    const call = { recipe, path: 'einwohner_stand_neu.csv', old };
    const unknown = await renewed(before, call);
    expect(unknown.problems.map(({ code }) => code)).toEqual(['renew-year-unknown']);
    const told = await renewed(before, { ...call, year: 2024 });
    expect(told.recipe.tables[0]?.parts.map(({ year }) => year)).toEqual([2020, 2024]);
  });

  test('takes a file of the same name with other contents for a newer one', async () => {
    const text = before.replace('3.100', '3.150');
    const renewal = await renewed(text, { path: 'ew/ew_2020.csv' });
    expect(renewal.recipe.tables[0]?.parts.map(({ year }) => year)).toEqual([2020]);
    expect(renewal.files.find(({ file }) => file === 'ew-2020')?.now).toBe('ew/ew_2020.csv');
    const same = await renewed(before, { path: 'ew/ew_2020.csv' });
    expect(same.recipe).toEqual(parsed(city()));
    expect(same.differences).toEqual([]);
  });

  test('replaces a long table that holds the old years as well', async () => {
    const recipe = city({ yearColumn: 'Jahr', parts: [{ file: 'ew-2020' }] });
    const long = 'Gebiet;Jahr;Einwohner;Ausländer\n01;2019;1;0\n01;2020;2;1\n';
    const longer = `${long}01;2021;3;1\n`;
    const old = sourceOf(oldSources(long));
    const whole = await renewed(longer, { recipe, old });
    expect(whole.recipe.tables[0]?.parts.map(({ file }) => file)).toEqual(['ew-2021']);
    const only = await renewed('Gebiet;Jahr;Einwohner;Ausländer\n01;2021;3;1\n', { recipe, old });
    expect(only.recipe.tables[0]?.parts.map(({ file }) => file)).toEqual(['ew-2020', 'ew-2021']);
  });

  test('follows years that stand in the names of columns', async () => {
    const recipe = city({
      columns: {},
      parts: [
        { file: 'ew-2020', year: 2019, columns: { residents: 'EW 2019' } },
        { file: 'ew-2020', year: 2020, columns: { residents: 'EW 2020' } },
      ],
    });
    const old = sourceOf(oldSources('Gebiet;EW 2019;EW 2020\n01;1;2\n'));
    const renewal = await renewed('Gebiet;EW 2020;EW 2021\n01;2;3\n', { recipe, old });
    const { parts = [] } = renewal.recipe.tables[0] ?? {};
    expect(parts.map(({ file, year, columns }) => [file, year, columns.residents])).toEqual([
      ['ew-2020', 2019, 'EW 2019'],
      // Of a year that is in both the newer figures count.
      ['ew-2021', 2020, 'EW 2020'],
      ['ew-2021', 2021, 'EW 2021'],
    ]);
  });

  test('joins the files of the same issue', async () => {
    const recipe = city({
      joins: [{ file: 'mehr-2020', on: 'Gebiet', key: 'id', as: 'mehr' }],
      columns: { residents: 'Einwohner', foreigners: 'mehr.n' },
    });
    recipe.files.push({ id: 'mehr-2020', path: 'mehr_2020.csv', format: 'csv', source: 'default' });
    const old = sourceOf({ ...oldSources(), 'mehr_2020.csv': 'id,n\n01,7\n' });
    const files = filesOf({ 'ew_2021.csv': before, 'mehr_2021.csv': 'id,n\n01,8\n' });
    const renewal = await renew(parsed(recipe), files, { old });
    expect(renewal.problems).toEqual([]);
    const sources = { ...oldSources(), 'mehr_2020.csv': 'id,n\n01,7\n' };
    const built = await buildPack(
      renewal.recipe,
      sourceOf({ ...sources, 'ew_2021.csv': before, 'mehr_2021.csv': 'id,n\n01,8\n' }),
    );
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const opened = await openPack(fromFiles(built.value));
    const figures = [2020, 2021].map((year) =>
      opened.ok ? values(opened.value, 'foreigners', year)[0] : null,
    );
    expect(figures).toEqual([7, 8]);
  });
});

describeWithRealData('Berlin, renewed', () => {
  const withFiles = (ids: readonly string[]): Recipe => {
    const recipe = parsed(
      JSON.parse(readFileSync(new URL('../../../data/berlin/recipe.json', import.meta.url), 'utf8')),
    );
    const level = ids.includes('ewr-2020') ? 'plr-2019' : 'plr-2021';
    return {
      ...recipe,
      files: recipe.files.filter(({ id }) => ids.includes(id) || id.startsWith('plr-') || id === 'lor-names'),
      tables: recipe.tables
        .filter((table) => table.level === level && table.id.startsWith('population'))
        .map((table) => ({ ...table, parts: table.parts.filter(({ file }) => ids.includes(file)) })),
      institutions: null,
      catchments: [],
      crosswalks: [],
      editions: [],
    };
  };
  const file = (name: string): FormatFile => ({
    path: name,
    bytes: new Uint8Array(readFileSync(requireRealData(`berlin/ewr/${name}`))),
    companions: new Map(),
  });

  test('from the register of 2023 to that of 2024: same areas and columns, four groups grew by more than 8 %', async () => {
    const renewal = await renew(withFiles(['ewr-2023']), [file('ewr_202412_plr.csv')], {
      old: fromFolder(requireRealData('berlin')),
      tolerance: 0.08,
    });
    expect(renewal.problems).toEqual([]);
    expect(renewal.recipe.tables[0]?.parts.map(({ file, year }) => [file, year])).toEqual([
      ['ewr-2023', 2023],
      ['ewr-2024', 2024],
    ]);
    expect(renewal.differences.map(({ kind, params }) => [kind, params.variable, params.percent])).toEqual([
      ['city-value', 'mh-age-65-plus', 12],
      ['city-value', 'origin-ukraine', 13],
      ['city-value', 'origin-syria', 10],
      ['city-value', 'origin-vietnam', 9],
    ]);
  });

  test('from 2020 to 2021, when the planning areas became others', async () => {
    const renewal = await renew(withFiles(['ewr-2020']), [file('ewr_202112_plr.csv')], {
      old: fromFolder(requireRealData('berlin')),
    });
    const kinds = renewal.differences.map(({ kind, params }) => [kind, params.n ?? params.now]);
    expect(kinds).toContainEqual(['rows', 542]);
    const gone = renewal.differences.find(({ kind }) => kind === 'areas-gone');
    const added = renewal.differences.find(({ kind }) => kind === 'areas-new');
    // Hardly a key is the same under both systems.
    expect(Number(gone?.params.n)).toBeGreaterThan(400);
    expect(Number(added?.params.n)).toBeGreaterThan(500);
  });
});

describeWithRealData('Hamburg, renewed', () => {
  test('finds the rows of the Bezirke again, which are called like Stadtteile, wherever they stand', async () => {
    const path = requireRealData('hamburg/stadtteilprofile_2014.csv');
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    // Next year's file: two Stadtteile are not published any more, so everything below stands elsewhere.
    const moved = lines.filter((line) => !/^(Francop|Cranz);/.test(line)).join('\n');
    const renewal = await renew(
      parsed(catalogueRecipe('hamburg/recipe.json')),
      filesOf({ 'stadtteilprofile_2015.csv': moved }),
      { old: fromFolder(requireRealData('hamburg')) },
    );
    expect(renewal.problems).toEqual([]);
    expect(renewal.recipe.files.at(-1)?.withoutRows).toEqual([99, 100, 101, 102, 103, 104, 105, 106]);
    expect(renewal.differences.map(({ kind, params }) => [kind, params.n ?? params.now])).toEqual([
      ['areas-gone', 2],
      ['rows', 97],
    ]);
  });
});

describe('the date of a source', () => {
  const dated = (date: string, title = 'Einwohner 2020'): RecipeInput => ({
    ...city(),
    sources: [{ id: 'default', title, publisher: 'Amt', date, licence: '' }],
  });

  test.each([
    ['31.12.2020', '31.12.2021'],
    ['2020/21', '2021/22'],
    ['Schuljahr 2020-21, Januar', 'Schuljahr 2021-22, Januar'],
  ])('%s moves with the years of the file names', async (date, now) => {
    const renewal = await renewed(before, { recipe: dated(date) });
    expect(renewal.sources).toMatchObject([{ date: { before: date, now }, from: 'years' }]);
    expect(renewal.recipe.sources).toMatchObject([{ date: now, title: 'Einwohner 2021' }]);
  });

  test('is what the new file says', async () => {
    const text = `${before}\nStand: 30.6.2021\n`;
    const renewal = await renewed(text, { recipe: dated('31.12.2020', 'Grenzen 2014') });
    expect(renewal.sources).toMatchObject([{ date: { now: '30.6.2021' }, from: 'file' }]);
    expect(renewal.recipe.sources).toMatchObject([{ title: 'Grenzen 2014' }]);
  });

  test('stays, marked as unknown, where nothing tells', async () => {
    const renewal = await renewed(before, { recipe: dated('Ende des Jahres') });
    expect(renewal.sources).toMatchObject([{ date: { now: 'Ende des Jahres' }, from: null }]);
  });

  test('is as a person wrote it', async () => {
    const { recipe } = await renewed(before, { recipe: dated('31.12.2020') });
    expect(citing(recipe, { default: { date: '1.1.2022' } }).sources).toMatchObject([
      { date: '1.1.2022', title: 'Einwohner 2021' },
    ]);
  });
});
