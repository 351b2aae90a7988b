import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { buildPack } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { areasFile, file, type Opened, opened, residentsFile, said, schoolsFile } from './smallCity.ts';

function recipe({ inspection }: Opened, plan: ImportPlan): Recipe {
  const made = recipeOf(plan, inspection);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

async function study(city: Opened, plan: ImportPlan): Promise<Study> {
  const built = await buildPack(recipe(city, plan), city.session.source());
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const found = await openPack(fromFiles(built.value));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('the recipe of a plan', () => {
  test('says known things in both languages, and what was named by hand twice', async () => {
    const city = await opened(areasFile(), residentsFile);
    const plan = said(city.plan);
    const renamed: ImportPlan = {
      ...plan,
      indicators: plan.indicators.map((one) =>
        one.id === 'households' ? { ...one, name: 'Meine Haushalte', definition: 'Was wir zählen' } : one,
      ),
    };
    const { indicators, variables, groups, families, title } = recipe(city, renamed);
    expect(title).toEqual({ de: 'Kleinstadt', en: 'Kleinstadt' });
    expect(families.map(({ plural }) => plural.en)).toEqual(['City districts', 'Districts']);
    expect(variables.map(({ name }) => name.en)).toEqual(['Residents', 'Foreigners', 'Households']);
    expect(indicators.find(({ id }) => id === 'foreigners')).toMatchObject({
      name: { en: 'Share of foreigners' },
      definition: { en: 'People without German citizenship among residents' },
      numeratorText: { de: 'Ausländerinnen und Ausländer', en: 'Foreigners' },
    });
    expect(indicators.find(({ id }) => id === 'households')?.name).toEqual({
      de: 'Meine Haushalte',
      en: 'Meine Haushalte',
    });
    expect(groups[0]?.restName).toEqual({ de: 'Deutsche', en: 'Germans' });
  });

  test('names files, heads and rows only where they are not plain', async () => {
    const headed = file(
      'z_2023.csv',
      'Kleinstadt 2023;;\n;;\nSchlüssel;Einwohner;Ausländer\n011;10;2\n012;10;3\n021;10;3\n022;10;4\nQuelle: Amt;;\n',
    );
    const city = await opened(areasFile(), headed);
    const [, table] = recipe(city, said(city.plan)).files;
    expect(table).toMatchObject({
      path: 'z_2023.csv',
      format: 'csv',
      delimiter: ';',
      head: { first: 3, last: 3 },
    });
    expect(table?.withoutRows).toEqual([8]);
  });

  test('files of several years with the same columns are parts of one table', async () => {
    const earlier = file('einwohner_2022.csv', new TextDecoder().decode(residentsFile.bytes));
    const city = await opened(areasFile(), residentsFile, earlier);
    const { tables } = recipe(city, said(city.plan));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.parts.map(({ year }) => year).sort()).toEqual([2022, 2023]);
  });

  test('groups that may share people are never compared, foreigners and germans are', async () => {
    const rows = file(
      'z_2023.csv',
      'Schlüssel;Einwohner;Ausländer;Deutsche;Arbeitslose\n011;10;2;8;1\n012;10;3;7;1\n021;10;3;7;2\n022;10;4;6;1\n',
    );
    const city = await opened(areasFile(), rows);
    const plan = said(city.plan);
    const all = { ...plan, groups: plan.groups.map((group) => ({ ...group, included: true })) };
    const { groups } = recipe(city, all);
    const pairs = groups.flatMap(({ id, overlaps = [] }) =>
      overlaps.map((other) => [id, other].sort().join(' ')),
    );
    expect(pairs).toContain('foreigners unemployed');
    expect(pairs).toContain('germans unemployed');
    expect(pairs).not.toContain('foreigners germans');
  });

  test('shares with a base become estimated counts with their interval', async () => {
    const rows = file(
      'z_2023.csv',
      'Schlüssel;Einwohner;SGB-II-Quote in %\n011;1000;10,5\n012;1000;12,0\n021;1000;3,1\n022;1000;4,0\n',
    );
    const city = await opened(areasFile(), rows);
    const plan = said(city.plan);
    const based: ImportPlan = {
      ...plan,
      tables: plan.tables.map((table) => ({
        ...table,
        columns: table.columns.map((one) => (one.role === 'share' ? { ...one, base: 'residents' } : one)),
      })),
      indicators: [],
      groups: [],
    };
    const made = await study(city, based);
    const estimated = made.variables.find(({ id }) => id !== 'residents');
    expect(estimated).toMatchObject({
      kind: 'count',
      estimated: { of: 'residents', rounding: { below: 0.0005, above: 0.0005 } },
    });
    const column = made.observations[0]?.columns[estimated?.id ?? ''];
    expect([...(column?.values ?? [])]).toEqual([105, 120, 31, 40]);
  });

  test('series in the head become several years', async () => {
    const rows = file(
      'zahlen.csv',
      'Schlüssel;Einwohner 2021;Einwohner 2022;Ausländer 2021;Ausländer 2022\n011;10;20;1;4\n012;10;20;2;6\n021;10;20;3;8\n022;10;20;4;10\n',
    );
    const city = await opened(areasFile(), rows);
    const made = await study(city, said(city.plan));
    expect([...(indicatorValues(made, 'stadtteil', 'foreigners', 2021)?.values ?? [])]).toEqual([
      0.1, 0.2, 0.3, 0.4,
    ]);
    expect([...(indicatorValues(made, 'stadtteil', 'foreigners', 2022)?.values ?? [])]).toEqual([
      0.2, 0.3, 0.4, 0.5,
    ]);
  });

  test('institutions keep their forms, providers and figures', async () => {
    const city = await opened(areasFile(), schoolsFile);
    const made = await study(city, said(city.plan));
    expect(made.forms.map(({ name }) => name.de)).toEqual(['Grundschule', 'Gesamtschule', 'Schule']);
    const independent = made.providers.find(({ public: isPublic }) => !isPublic)?.id;
    expect(made.institutions.find(({ id }) => id === '103')).toMatchObject({
      name: 'Freie Schule',
      provider: independent,
      position: [9.45, 51.305],
    });
    expect(made.compositions.find(({ institution }) => institution === '102')).toMatchObject({
      total: 300,
      counts: { ndh: 210 },
    });
  });

  test('places of institutions come from a register beside them, in its own coordinates', async () => {
    const figures = file(
      'sozialindex_2023.csv',
      'Schulnummer;Schulname;Schüler insgesamt\n101;Am Markt;200\n102;Hafen;300\n103;Frei;100\n',
    );
    const register = file(
      'schulverzeichnis.csv',
      'Stand 2023;;;\nSchulnummer;Schulname;Rechtswert;Hochwert\n101;Am Markt;528577,3;5684378,8\n102;Hafen;532759,4;5684403,9\n103;Frei;531368,8;5683839,1\n',
    );
    const city = await opened(areasFile(), figures, register);
    const made = await study(city, said(city.plan));
    expect(made.institutions).toHaveLength(3);
    const [lon, lat] = made.institutions.find(({ id }) => id === '101')?.position ?? [];
    expect(lon).toBeCloseTo(9.41, 3);
    expect(lat).toBeCloseTo(51.31, 3);
  });

  test('or from the area they name', async () => {
    const kitas = file(
      'kitas_2023.csv',
      'Kita-Nummer;Name;Stadtteilschlüssel;Plätze\n1;Spatzen;011;40\n2;Frösche;011;60\n3;Möwen;022;80\n4;Igel;012;20\n',
    );
    const city = await opened(areasFile(), kitas);
    const list = city.plan.institutions[0];
    expect(list).toMatchObject({
      kind: 'kita',
      position: { kind: 'area', level: 'stadtteil' },
      capacity: 'Plätze',
    });
    const made = await study(city, said(city.plan));
    expect(
      made.institutions.map(({ capacity, position }) => [capacity, Math.floor((position?.[0] ?? 0) * 50)]),
    ).toEqual([
      [40, 470],
      [60, 470],
      [80, 473],
      [20, 471],
    ]);
  });

  test('a table without a head has numbered columns', async () => {
    const bare = file('einwohner_2023.csv', '011;1200\n012;2400\n021;3100\n022;1300\n');
    const city = await opened(areasFile(), bare);
    const table = city.plan.tables.find((one) => one.table === bare.path);
    expect(table).toMatchObject({ head: { first: 0, last: 0 }, key: { columns: ['Spalte 1'] } });
    // Nothing says what the numbers are.
    expect(table?.columns.map(({ role }) => role)).toEqual(['ignore']);
    const plan = said(city.plan);
    const meant: ImportPlan = {
      ...plan,
      tables: plan.tables.map((one) =>
        one.table === bare.path
          ? {
              ...one,
              use: 'areas',
              columns: one.columns.map((column) => ({ ...column, role: 'count', variable: 'residents' })),
            }
          : one,
      ),
    };
    const made = await study(city, meant);
    expect([...(made.observations[0]?.columns.residents?.values ?? [])]).toEqual([1200, 2400, 3100, 1300]);
  });

  test('areas and figures of the small city come out as they went in', async () => {
    const city = await opened(areasFile(), residentsFile);
    const made = await study(city, said(city.plan));
    expect(made.levels.map(({ id, names, vintage }) => [id, names, vintage])).toEqual([
      ['stadtteil', ['Altstadt', 'Neustadt', 'Schloßstraße', 'Hafen'], '2023'],
      ['bezirk', ['Mitte', 'Nord'], '2023'],
    ]);
    expect(indicatorValues(made, 'bezirk', 'residents', 2023)?.values[1]).toBe(4400);
  });
});
