import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '#import/plan/plan.ts';
import { spoken } from '#import/plan/planText.ts';
import { mergePlan } from '#import/plan/proposePlan.ts';
import { areasFile, benefitsFile, file, opened, residentsFile, schoolsFile, unhurried } from './smallCity.ts';

const tableOf = (plan: ImportPlan, id: string) => plan.tables.find(({ table }) => table === id);
const columnsOf = (plan: ImportPlan, id: string) =>
  (tableOf(plan, id)?.columns ?? []).flatMap(({ column, role, variable }) =>
    role === 'ignore' ? [] : [[column, role, variable]],
  );

describe('levels', () => {
  test('come from layers of polygons, with key, name and the kind of areas the file speaks of', async () => {
    const { plan } = await opened(areasFile(), residentsFile);
    expect(plan.levels[0]).toMatchObject({
      id: 'stadtteil',
      familyPlural: 'Stadtteile',
      vintage: '2023',
      from: { kind: 'layer', crs: 'EPSG:4326', key: 'key', name: 'name' },
    });
  });

  test('coarser ones are proposed where a property says how keys begin, with their names', async () => {
    const { plan } = await opened(areasFile());
    expect(plan.levels[1]).toMatchObject({
      id: 'bezirk',
      familyPlural: 'Bezirke',
      from: { kind: 'prefix', level: 'stadtteil', keyLength: 2, names: { '01': 'Mitte', '02': 'Nord' } },
    });
  });

  test('of several vintages none is guessed, the older comes first', async () => {
    const { plan } = await opened(
      areasFile('stadtteile_2023.geojson'),
      areasFile('stadtteile_bis_2019.geojson'),
    );
    const layers = plan.levels.filter(({ from }) => from.kind === 'layer');
    expect(layers.map(({ id, vintage }) => [id, vintage])).toEqual([
      ['stadtteil-2019', ''],
      ['stadtteil-2023', ''],
    ]);
    expect(new Set(layers.map(({ family }) => family)).size).toBe(1);
  });
});

describe('tables', () => {
  test('are joined by the column whose cells are keys, never by names beside them', async () => {
    const { plan } = await opened(areasFile(), residentsFile);
    const table = tableOf(plan, residentsFile.path);
    expect(table).toMatchObject({ use: 'areas', level: 'stadtteil', year: { kind: 'fixed', year: 2023 } });
    expect(table?.key).toEqual({ columns: ['Schlüssel'], pad: null, by: 'key', map: {} });
    expect(columnsOf(plan, residentsFile.path)).toEqual([
      ['Einwohner', 'count', 'residents'],
      ['Ausländer', 'count', 'foreigners'],
      ['Haushalte', 'count', 'households'],
    ]);
  });

  test('with lost zeros get their level, but nothing is filled up unasked', async () => {
    const { plan } = await opened(areasFile(), benefitsFile);
    expect(tableOf(plan, benefitsFile.path)).toMatchObject({ level: 'stadtteil', key: { pad: null } });
  });

  test('without any link to an area are left alone', async () => {
    const { plan } = await opened(areasFile(), file('liste.csv', 'Straße;Anzahl\nHauptstraße;3\nGasse;4\n'));
    expect(tableOf(plan, 'liste.csv')).toMatchObject({ use: 'ignore', level: '' });
  });

  test('one thing in a column for each year is one figure of several years', async () => {
    const series = file(
      'zahlen.csv',
      'Schlüssel;Einwohner 2021;Einwohner 2022\n011;1;2\n012;3;4\n021;5;6\n022;7;8\n',
    );
    const { plan } = await opened(areasFile(), series);
    const table = tableOf(plan, series.path);
    expect(table?.year).toEqual({ kind: 'columns' });
    expect(table?.columns.map(({ variable, year }) => [variable, year])).toEqual([
      ['residents', 2021],
      ['residents', 2022],
    ]);
  });

  test('with a column of years use it', async () => {
    const rows = ['011', '012', '021', '022'].flatMap((key) => [`${key};2021;5`, `${key};2022;6`]);
    const { plan } = await opened(
      areasFile(),
      file('z.csv', `Schlüssel;Jahr;Einwohner\n${rows.join('\n')}\n`),
    );
    expect(tableOf(plan, 'z.csv')?.year).toEqual({ kind: 'column', column: 'Jahr' });
  });

  test('a year that nothing tells stays open', async () => {
    const { plan } = await opened(
      areasFile(),
      file('einwohner.csv', 'Schlüssel;Einwohner\n011;1\n012;3\n021;5\n022;7\n'),
    );
    expect(tableOf(plan, 'einwohner.csv')?.year).toEqual({ kind: 'fixed', year: null });
  });

  test('of several years with the same columns fill the same figures', async () => {
    const other = file('einwohner_2022.csv', new TextDecoder().decode(residentsFile.bytes));
    const { plan } = await opened(areasFile(), residentsFile, other);
    expect(columnsOf(plan, other.path)).toEqual(columnsOf(plan, residentsFile.path));
  });

  test('the same numbers in a second table of the same year are left out, other ones get a name of their own', async () => {
    const same = file('mehr_2023.csv', 'Schlüssel;Einwohner\n011;1200\n012;2400\n021;3100\n022;1300\n');
    const other = file('anders_2023.csv', 'Schlüssel;Einwohner\n011;1210\n012;2400\n021;3100\n022;1300\n');
    const { plan } = await opened(areasFile(), residentsFile, same, other);
    const variables = [same, other].map(({ path }) =>
      columnsOf(plan, path).map(([, , variable]) => variable),
    );
    expect(variables.flat()).toHaveLength(1);
    expect(variables.flat()[0]).not.toBe('residents');
  });

  test('long ones get a figure for every word', async () => {
    const words = ['Einwohner insgesamt', 'Ausländer', 'Ausländeranteil'];
    const rows = [2021, 2022, 2023].flatMap((year) =>
      ['011', '012', '021', '022'].flatMap((key, k) =>
        words.map((word, w) => `${key};${year};${word};${[1000 + k, 200 + k, 20][w]}`),
      ),
    );
    const long = file('lang.csv', `Schlüssel;Jahr;Merkmal;Wert\n${rows.join('\n')}\n`);
    const { plan } = await opened(areasFile(), long);
    const table = tableOf(plan, long.path);
    expect(table).toMatchObject({ use: 'areas', year: { kind: 'column', column: 'Jahr' } });
    expect(table?.pivot?.figures.map(({ is, role, variable }) => [is[0], role, variable])).toEqual([
      ['Einwohner insgesamt', 'count', 'residents'],
      ['Ausländer', 'count', 'foreigners'],
      // Both of its parts are there.
      ['Ausländeranteil', 'ignore', ''],
    ]);
  });

  test('names made to break objects become plain ids', async () => {
    const nasty = file(
      'boese_2023.csv',
      'Schlüssel;__proto__;constructor;toString\n011;1;2;3\n012;4;5;6\n021;7;8;9\n022;1;2;3\n',
    );
    const { plan } = await opened(areasFile(), nasty);
    const ids = columnsOf(plan, nasty.path).map(([, , variable]) => variable ?? '');
    expect(ids).toHaveLength(3);
    for (const id of ids) expect(id in {}).toBe(false);
  });
});

describe('institutions', () => {
  test('with coordinates, words and figures are a list of schools', async () => {
    const { plan } = await opened(areasFile(), schoolsFile);
    expect(plan.institutions).toHaveLength(1);
    expect(plan.institutions[0]).toMatchObject({
      kind: 'school',
      id: 'Schulnummer',
      name: 'Name',
      form: 'Schulform',
      formWords: ['Grundschule', 'Gesamtschule'],
      provider: 'Rechtsform',
      publicWords: ['öffentlich'],
      position: { kind: 'coordinates', x: 'lon', y: 'lat', crs: 'EPSG:4326' },
      year: 2023,
      total: 'Schüler insgesamt',
    });
    expect(Object.keys(plan.institutions[0]?.counts ?? {})).toEqual(['ndh']);
    expect(plan.groups).toContainEqual(
      expect.objectContaining({ id: 'ndh', scope: 'institutions', universe: 'total', included: true }),
    );
  });

  test('degrees with three decimals are degrees, whatever the thousands sign might be', async () => {
    const list = file(
      'schulen_2023.csv',
      'schulnummer,name,lon,lat,schueler\n1,Am Markt,9.405,51.305,200\n2,Hafen,9.462,51.312,300\n',
    );
    const { plan } = await opened(areasFile(), list);
    expect(plan.institutions[0]?.position).toMatchObject({ kind: 'coordinates', crs: 'EPSG:4326' });
  });

  test('codes say nothing about providers, and two lists of the same schools are taken once', async () => {
    const index = file(
      'sozialindex.csv',
      'Schulnummer;Schulname;Stufe\n101;Am Markt;2\n102;Hafen;7\n103;Frei;1\n',
    );
    const register = file(
      'schulverzeichnis.csv',
      'Schulnummer;Schulname;Rechtsform;Rechtswert;Hochwert\n101;Am Markt;1;533000;5684000\n102;Hafen;1;535000;5684000\n103;Frei;2;534000;5684500\n',
    );
    const { plan } = await opened(areasFile(), index, register);
    expect(plan.institutions.map(({ table, use, provider }) => [table, use, provider])).toEqual([
      ['sozialindex.csv', 'ignore', null],
      ['schulverzeichnis.csv', 'institutions', null],
    ]);
  });

  test('without places take them from a register of the same numbers, which is then no list of its own', async () => {
    const figures = file(
      'sozialindex_2023.csv',
      'Schulnummer;Schulname;Schüler insgesamt\n101;Am Markt;200\n102;Hafen;300\n103;Frei;100\n104;Umland;150\n',
    );
    const register = file(
      'schulverzeichnis.csv',
      'Schulnummer;Schulname;Rechtswert;Hochwert\n101;Am Markt;533000;5684000\n102;Hafen;535000;5684000\n103;Frei;534000;5684500\n104;Umland;560000;5684500\n',
    );
    const { plan } = await opened(areasFile(), figures, register);
    const lists = plan.institutions.map(({ table, use, position }) => [table, use, position.kind]);
    expect(lists).toContainEqual(['sozialindex_2023.csv', 'institutions', 'table']);
    expect(lists).toContainEqual(['schulverzeichnis.csv', 'ignore', 'coordinates']);
  });
});

describe('what is shown and measured', () => {
  test('known shares have their canonical id, counts that are no part are shown as they are', async () => {
    const { plan } = await opened(areasFile(), residentsFile);
    expect(plan.indicators.map(({ id, unit, measure }) => [id, unit, measure.kind])).toEqual([
      ['foreigners', 'share', 'share'],
      ['residents', 'persons', 'value'],
      ['households', 'households', 'value'],
    ]);
    expect(plan.groups.map(({ id, restName }) => [id, restName])).toEqual([
      ['foreigners', { de: 'Deutsche', en: 'Germans' }],
    ]);
  });

  test('what is larger than the residents in any area is no part of them', async () => {
    const table = file(
      'z_2023.csv',
      'Schlüssel;Einwohner;Wohnberechtigte Personen;Personen mit Hund\n011;10;12;3\n012;10;9;3\n021;10;9;3\n022;10;9;4\n',
    );
    const { plan } = await opened(areasFile(), table);
    const kinds = Object.fromEntries(
      plan.indicators.map(({ name, measure }) => [spoken(name, 'de'), measure.kind]),
    );
    expect(kinds['Wohnberechtigte Personen']).toBe('value');
    expect(kinds['Anteil: Personen mit Hund']).toBe('share');
  });
});

describe('files that come and go', () => {
  test('leave decisions alone, bring proposals of their own, and take away what was theirs', async () => {
    const { session, plan } = await opened(areasFile(), residentsFile);
    const decided: ImportPlan = {
      ...plan,
      title: 'Kleinstadt',
      levels: plan.levels
        .filter(({ from }) => from.kind === 'layer')
        .map((level) => ({ ...level, vintage: 'alt' })),
      tables: plan.tables.map((table) =>
        table.table === residentsFile.path
          ? {
              ...table,
              columns: table.columns.map((column) =>
                column.column === 'Haushalte' ? { ...column, role: 'ignore' as const } : column,
              ),
            }
          : table,
      ),
      indicators: plan.indicators.map((one) => ({ ...one, name: `Mein ${one.name}` })),
    };
    await session.change([benefitsFile], []);
    const more = mergePlan(decided, await session.inspect(decided, unhurried), session);
    expect(more.title).toBe('Kleinstadt');
    expect(more.levels.map(({ id, vintage }) => [id, vintage])).toEqual([['stadtteil', 'alt']]);
    expect(columnsOf(more, residentsFile.path).map(([column]) => column)).toEqual(['Einwohner', 'Ausländer']);
    expect(columnsOf(more, benefitsFile.path)).toEqual([
      ['Leistungsberechtigte nach SGB II', 'count', 'sgb2-recipients'],
    ]);
    expect(more.indicators.find(({ id }) => id === 'foreigners')?.name).toMatch(/^Mein /);
    expect(more.indicators.map(({ id }) => id)).toContain('sgb2');
    await session.change([], [residentsFile.path]);
    const less = mergePlan(more, await session.inspect(more, unhurried), session);
    expect(tableOf(less, residentsFile.path)).toBeUndefined();
    expect(less.indicators.map(({ id }) => id)).toEqual(['sgb2-recipients']);
  });

  test('change nothing when nothing changed, and a plan can be taken up by another session', async () => {
    const files = [areasFile(), residentsFile, schoolsFile];
    const { session, plan } = await opened(...files);
    expect(mergePlan(plan, await session.inspect(plan, unhurried), session)).toEqual(plan);
    const later = await opened(...files);
    expect(mergePlan(plan, await later.session.inspect(plan, unhurried), later.session)).toEqual(plan);
  });

  test('read with another encoding keep what was said of columns that still have their name', async () => {
    const { session, plan } = await opened(areasFile(), residentsFile);
    const { path } = residentsFile;
    const decided: ImportPlan = {
      ...plan,
      files: { [path]: { encoding: 'windows-1252' } },
      tables: plan.tables.map((table) =>
        table.table === path
          ? {
              ...table,
              year: { kind: 'fixed', year: 2020 },
              columns: table.columns.map((one) =>
                one.column === 'Haushalte' ? { ...one, name: 'HH' } : one,
              ),
            }
          : table,
      ),
    };
    const merged = mergePlan(decided, await session.inspect(decided, unhurried), session);
    const table = tableOf(merged, path);
    expect(table?.key.columns).toEqual(['SchlÃ¼ssel']);
    expect(table?.year).toEqual({ kind: 'fixed', year: 2020 });
    expect(table?.columns.find(({ column }) => column === 'Haushalte')?.name).toBe('HH');
  });

  test('a head that was chosen is the one the table is read with', async () => {
    const { session, plan } = await opened(areasFile(), residentsFile);
    const { path } = residentsFile;
    const decided: ImportPlan = {
      ...plan,
      tables: plan.tables.map((table) =>
        table.table === path ? { ...table, head: { first: 1, last: 2 } } : table,
      ),
    };
    const inspection = await session.inspect(decided, unhurried);
    const table = inspection.tables.find(({ id }) => id === path);
    expect(table?.shape).toMatchObject({ headFirst: 1, headLast: 2 });
    expect(table?.rows).toBe(3);
    expect(session.table(path)?.rows).toHaveLength(3);
    const again = await session.inspect(mergePlan(decided, inspection, session), unhurried);
    expect(again).toEqual(inspection);
  });

  test('a file that cannot be read is listed with the reason and does not keep the others', async () => {
    const broken = { path: 'kaputt.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004 kein Archiv') };
    const { inspection, plan } = await opened(areasFile(), broken, residentsFile);
    expect(inspection.files.find(({ path }) => path === broken.path)?.problems).not.toEqual([]);
    expect(tableOf(plan, residentsFile.path)?.use).toBe('areas');
  });
});
