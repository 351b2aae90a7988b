import { describe, expect, test } from 'vitest';
import { applyRepair } from '#import/plan/applyRepair.ts';
import type { ImportPlan, TablePlan } from '#import/plan/plan.ts';
import type { KeyRepair, Review } from '#import/plan/review.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import {
  areasFile,
  benefitsFile,
  file,
  type Opened,
  opened,
  residentsFile,
  said,
  schoolsFile,
  unhurried,
} from './smallCity.ts';

const review = ({ session, inspection }: Opened, plan: ImportPlan): Promise<Review> =>
  reviewPlan(plan, inspection, session, unhurried);
const codes = ({ problems }: Review): readonly string[] => problems.map(({ code }) => code);
const withTable = (plan: ImportPlan, id: string, change: (table: TablePlan) => TablePlan): ImportPlan => ({
  ...plan,
  tables: plan.tables.map((table) => (table.table === id ? change(table) : table)),
});
const csv = (path: string, ...rows: readonly string[]) => file(path, `${rows.join('\n')}\n`);

describe('the join report', () => {
  test('counts what matches, and names what does not, with residents', async () => {
    const rows = csv(
      'z_2023.csv',
      'Schlüssel;Name;Einwohner',
      '011;Altstadt;1200',
      '012;Neustadt;2400',
      '021;Schloßstraße;3100',
      '999;ohne Angabe;17',
    );
    const city = await opened(areasFile(), rows);
    const table = (await review(city, said(city.plan))).tables[0];
    expect(table).toMatchObject({ matched: 3, years: [2023], residents: { lost: 17, all: 6717 } });
    expect(table?.onlyTable).toEqual([{ row: 5, key: '999', name: 'ohne Angabe', residents: 17 }]);
    expect(table?.onlyGeometry).toEqual([{ key: '022', name: 'Hafen' }]);
    expect(table?.columns.find(({ variable }) => variable === 'residents')).toMatchObject({
      city: 6700,
      min: 1200,
      max: 3100,
    });
  });

  test('rows that come twice are a problem with their numbers', async () => {
    const rows = csv('z_2023.csv', 'Schlüssel;Einwohner', '011;1', '012;2', '021;3', '022;4', '011;5');
    const city = await opened(areasFile(), rows);
    const found = await review(city, said(city.plan));
    expect(found.tables[0]?.repeated).toEqual([{ key: '011', rows: [2, 6] }]);
    expect(found.problems).toContainEqual(
      expect.objectContaining({
        code: 'plan-rows-repeated',
        params: { n: 1, key: 'Altstadt', rows: '2, 6' },
      }),
    );
  });

  test('offers filling up lost zeros with the number of rows it would match, and does it when told', async () => {
    const city = await opened(areasFile(), residentsFile, benefitsFile);
    const plan = said(city.plan);
    const before = await review(city, plan);
    expect(codes(before)).toEqual(['plan-nothing-matched']);
    const repairs = before.tables.find(({ table }) => table === benefitsFile.path)?.repairs ?? [];
    expect(repairs).toEqual([{ kind: 'pad', to: '3', more: 4, example: ['11', '011'] }]);
    const repaired = applyRepair(plan, benefitsFile.path, repairs[0] as KeyRepair);
    const after = await review(city, repaired);
    expect(after.problems).toEqual([]);
    expect(after.tables.find(({ table }) => table === benefitsFile.path)).toMatchObject({ matched: 4 });
    expect(after.indicators.find(({ indicator }) => indicator === 'sgb2')).toMatchObject({
      year: 2023,
      // The secret cell is left out above and below.
      city: 520 / 6700,
      areas: 3,
    });
  });

  test('offers another column, another level and another property of the areas', async () => {
    const rows = csv('z_2023.csv', 'Kennung;Bez;Einwohner', '011;01;1', '012;01;2', '021;02;3', '022;02;4');
    const city = await opened(areasFile(), rows);
    const plan = said(city.plan);
    const wrong = withTable(plan, rows.path, (table) => ({
      ...table,
      use: 'areas',
      level: 'stadtteil',
      key: { ...table.key, columns: ['Bez'] },
    }));
    const repairs = (await review(city, wrong)).tables[0]?.repairs ?? [];
    expect(repairs.map(({ kind, to, more }) => [kind, to, more])).toEqual(
      expect.arrayContaining([
        ['other-column', 'Kennung', 4],
        ['other-level', 'bezirk', 4],
      ]),
    );
    const column = repairs.find(({ kind }) => kind === 'other-column') as KeyRepair;
    expect((await review(city, applyRepair(wrong, rows.path, column))).tables[0]?.matched).toBe(4);
  });

  test('a municipal key in front is cut off by a list of cells', async () => {
    const rows = csv(
      'z_2023.csv',
      'AGS;Einwohner',
      '06611000011;1',
      '06611000012;2',
      '06611000021;3',
      '06611000022;4',
    );
    const city = await opened(areasFile(), rows);
    const repair = (await review(city, said(city.plan))).tables[0]?.repairs[0];
    expect(repair).toMatchObject({ kind: 'prefix', to: '3', more: 4 });
    const repaired = applyRepair(said(city.plan), rows.path, repair as KeyRepair);
    expect((await review(city, repaired)).tables[0]).toMatchObject({ matched: 4, onlyTable: [] });
  });

  test('names join nothing until that is allowed', async () => {
    const rows = csv(
      'z_2023.csv',
      'Stadtteil;Einwohner',
      'Altstadt;1',
      'Neustadt;2',
      'Schloßstraße;3',
      'Hafen;4',
    );
    const city = await opened(areasFile(), rows);
    const before = await review(city, said(city.plan));
    expect(before.tables[0]?.matched).toBe(0);
    const repair = before.tables[0]?.repairs.find(({ kind }) => kind === 'other-property');
    expect(repair).toMatchObject({ to: 'name', more: 4 });
    const after = await review(city, applyRepair(said(city.plan), rows.path, repair as KeyRepair));
    expect(after.problems).toEqual([]);
    expect(after.tables[0]?.matched).toBe(4);
  });

  test('signs are counted by kind', async () => {
    const rows = csv('z_2023.csv', 'Schlüssel;Einwohner', '011;100', '012;.', '021;-', '022;x');
    const city = await opened(areasFile(), rows);
    const column = (await review(city, said(city.plan))).tables[0]?.columns[0];
    expect(column).toMatchObject({ city: 100, signs: { secret: 1, blocked: 1 } });
  });
});

describe('what keeps a plan back', () => {
  test('a name, a vintage, a year', async () => {
    const rows = csv('zahlen.csv', 'Schlüssel;Einwohner', '011;1', '012;2', '021;3', '022;4');
    const city = await opened(areasFile('stadtteile.geojson'), rows);
    expect(codes(await review(city, city.plan))).toEqual([
      'plan-title-missing',
      'plan-vintage-missing',
      'plan-vintage-missing',
      'plan-year-missing',
    ]);
    const told = withTable(said(city.plan), rows.path, (table) => ({
      ...table,
      year: { kind: 'fixed', year: 2022 },
    }));
    expect(codes(await review(city, told))).toEqual([]);
  });

  test('one figure over two vintages without a way between them, and none with one', async () => {
    const older = csv('einwohner_2019.csv', 'Kennung;Einwohner', 'A1;1', 'A2;2', 'A3;3', 'A4;4');
    const areas = areasFile('stadtteile_2019.geojson');
    const renamed = {
      ...areas,
      bytes: new TextEncoder().encode(
        new TextDecoder().decode(areas.bytes).replace(/"key":"(\d+)"/g, (_, key: string) => {
          return `"key":"A${['011', '012', '021', '022'].indexOf(key) + 1}"`;
        }),
      ),
    };
    const city = await opened(areasFile(), renamed, residentsFile, older);
    const plan = said(city.plan);
    const found = await review(city, plan);
    expect(found.problems.map(({ code, params }) => [code, params.name, params.level])).toEqual([
      [
        'plan-needs-crosswalk',
        { de: 'Einwohnerinnen und Einwohner', en: 'Residents' },
        { de: 'Stadtteile', en: 'City districts' },
      ],
    ]);
    expect(found.levels.filter(({ crosswalkMissing }) => crosswalkMissing)).toHaveLength(2);
    const layers = plan.levels.filter(({ from }) => from.kind === 'layer').map(({ id }) => id);
    const [from = '', to = ''] = layers;
    const led: ImportPlan = { ...plan, crosswalks: [{ from, to, by: { kind: 'overlap', grid: null } }] };
    expect(codes(await review(city, led))).toEqual([]);
  });

  test('a share whose base no table counts', async () => {
    const rows = csv('z_2023.csv', 'Schlüssel;Quote in %', '011;10,5', '012;12,0', '021;3,1', '022;4,0');
    const city = await opened(areasFile(), rows);
    const based = (base: string): ImportPlan =>
      withTable(said(city.plan), rows.path, (table) => ({
        ...table,
        columns: table.columns.map((column) => ({ ...column, base })),
      }));
    expect(codes(await review(city, said(city.plan)))).toEqual([]);
    expect(codes(await review(city, based('')))).toContain('plan-base-missing');
    expect(codes(await review(city, based('residents')))).toContain('plan-base-unknown');
  });

  test('cells that are no numbers, negative counts, parts larger than their whole', async () => {
    const rows = csv(
      'z_2023.csv',
      'Schlüssel;Einwohner;Ausländer;Haushalte',
      '011;100;20;50',
      '012;100;120;-40',
      '021;100;20;5O',
      '022;100;20;44',
    );
    const city = await opened(areasFile(), rows);
    const counted = withTable(said(city.plan), rows.path, (table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        role: 'count' as const,
        variable: column.variable || 'households',
        decimal: '.',
      })),
    }));
    const forced: ImportPlan = {
      ...counted,
      groups: [
        {
          id: 'foreigners',
          scope: 'residents',
          name: 'Ausländer',
          ofName: 'Ausländern',
          restName: 'Deutsche',
          count: 'foreigners',
          universe: 'residents',
          included: true,
        },
      ],
    };
    const { problems } = await review(city, forced);
    expect(problems.map(({ code, where }) => [code, where?.row ?? null])).toEqual(
      expect.arrayContaining([
        ['plan-number-unread', 4],
        ['plan-negative', 3],
        ['plan-part-over-whole', 3],
      ]),
    );
  });

  test('columns and tables that are gone', async () => {
    const city = await opened(areasFile(), residentsFile);
    const gone = withTable(said(city.plan), residentsFile.path, (table) => ({
      ...table,
      key: { ...table.key, columns: ['gibt es nicht'] },
    }));
    expect(codes(await review(city, gone))).toContain('plan-column-gone');
    const other = withTable(said(city.plan), residentsFile.path, (table) => ({ ...table, table: 'weg.csv' }));
    expect(codes(await review(city, other))).toContain('plan-file-gone');
  });
});

test('institutions are placed, or outside, or without figures', async () => {
  const city = await opened(areasFile(), schoolsFile);
  const found = await review(city, said(city.plan));
  const forms = [
    { name: 'Grundschule', count: 2 },
    { name: 'Gesamtschule', count: 1 },
  ];
  const inside = { institutions: 3, placed: 3, withFigures: 3, repeated: 0, forms, words: forms };
  expect(found.institutions).toEqual([{ table: schoolsFile.path, ...inside, outside: 1, leftOut: 1 }]);
  const all = await review(city, {
    ...said(city.plan),
    institutions: city.plan.institutions.map((one) => ({ ...one, within: false })),
  });
  expect(all.institutions[0]).toMatchObject({ institutions: 4, placed: 4, outside: 1, leftOut: 0 });
});

const people = (...rows: readonly string[]) =>
  file('einwohner_2023.csv', ['Schlüssel;Einwohner;Ausländer', ...rows, ''].join('\n'));

test('one cell in which a part is larger than the whole does not take the group away without a word', async () => {
  const { plan, inspection, session } = await opened(
    areasFile(),
    people('011;1200;300', '012;2400;240', '021;3100;9300', '022;1300;650'),
  );
  expect(plan.groups).toMatchObject([{ count: 'foreigners', universe: 'residents', included: false }]);
  const share = plan.indicators.find(({ measure }) => measure.kind === 'share');
  expect(share).toMatchObject({ included: false });
  const review = await reviewPlan(said(plan), inspection, session, unhurried);
  expect(review.problems).toEqual([]);
  expect(review.notes).toEqual([
    {
      code: 'plan-part-left-out',
      params: expect.objectContaining({ n: 1, key: '021' }),
      where: { file: 'einwohner_2023.csv', row: 4, column: 'Ausländer' },
    },
  ]);
  // Chosen all the same, it is a problem, with the same cell.
  const chosen = { ...said(plan), groups: plan.groups.map((one) => ({ ...one, included: true })) };
  const after = await reviewPlan(chosen, inspection, session, unhurried);
  expect(after.problems).toMatchObject([{ code: 'plan-part-over-whole', where: { row: 4 } }]);
  expect(after.notes).toEqual([]);
});

test('one negative cell is asked about, and changes the meaning of nothing', async () => {
  const { plan, inspection, session } = await opened(
    areasFile(),
    people('011;1200;300', '012;-2400;240', '021;3100;930', '022;1300;650'),
  );
  expect(plan.tables.flatMap(({ columns }) => columns).map(({ role, variable }) => [role, variable])).toEqual(
    expect.arrayContaining([
      ['count', 'residents'],
      ['count', 'foreigners'],
    ]),
  );
  const { problems } = await reviewPlan(said(plan), inspection, session, unhurried);
  expect(problems.find(({ code }) => code === 'plan-negative')).toMatchObject({
    params: { n: 1, example: '-2400' },
    where: { file: 'einwohner_2023.csv', row: 3, column: 'Einwohner' },
  });
});

test('a school number on two rows is two schools only with a note of both rows', async () => {
  const { plan, inspection, session } = await opened(
    areasFile(),
    residentsFile,
    file(
      'schulen_2023_24.csv',
      [
        'Schulnummer;Name;Schulform;Schüler insgesamt;lon;lat',
        '101;Schule am Markt;Grundschule;200;9.41;51.31',
        '102;Hafenschule;Grundschule;300;9.47;51.31',
        '102;Hafenschule Nord;Grundschule;100;9.45;51.31',
        '',
      ].join('\n'),
    ),
  );
  const review = await reviewPlan(said(plan), inspection, session, unhurried);
  expect(review.institutions[0]?.institutions).toBe(3);
  expect(review.notes).toContainEqual({
    code: 'plan-institutions-id-repeated',
    params: { n: 1, id: '102', rows: '3, 4' },
    where: { file: 'schulen_2023_24.csv', row: 3, column: 'Schulnummer' },
  });
});

test('a column called year is the year, and what stands in it and is none is said', async () => {
  const { plan, inspection, session } = await opened(
    areasFile(),
    file('daten.csv', 'Schlüssel;jahr;Einwohner\n011;0;1200\n012;9999;2400\n021;2023;3100\n022;2023;1300\n'),
  );
  const table = plan.tables.find((one) => one.table === 'daten.csv');
  expect(table?.year).toEqual({ kind: 'column', column: 'jahr' });
  expect(table?.columns.map(({ variable }) => variable)).toEqual(['residents']);
  const { problems } = await reviewPlan(said(plan), inspection, session, unhurried);
  expect(problems).toEqual([
    {
      code: 'plan-year-unread',
      params: { n: 2, example: '0, 9999' },
      where: { file: 'daten.csv', row: 2, column: 'jahr' },
    },
  ]);
});
