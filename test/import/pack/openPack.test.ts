import { describe, expect, test } from 'vitest';
import { rulesOf, standard } from '#disclosure/profiles.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { kleinstadtFiles, open, problemsOf, withDescriptor, withText } from './fixturePack.ts';

async function study(): Promise<Study> {
  const opened = await open(kleinstadtFiles());
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

describe('a sound pack', () => {
  test('opens with its levels, keys as text and parents', async () => {
    const { levels } = await study();
    expect(levels.map((level) => [level.id, level.keys.length])).toEqual([
      ['district', 6],
      ['quarter', 2],
    ]);
    expect(levels[0]?.keys).toEqual(['0101', '0102', '0103', '0104', '0105', '0106']);
    expect(levels[0]?.parent).toEqual({ level: 'quarter', keys: ['01', '01', '01', '02', '02', '02'] });
    expect(levels[0]?.geometries[0]).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [9, 50],
          [9.01, 50],
          [9.01, 50.01],
          [9, 50.01],
          [9, 50],
        ],
      ],
    });
  });

  test('reads decimal commas, secret cells and the dash that means zero', async () => {
    const loaded = await study();
    expect([...(areaValues(loaded, 'district', 'rent', 2019)?.values ?? [])]).toEqual([
      8.5,
      7.25,
      6.1,
      9,
      NaN,
      10,
    ]);
    expect([...(areaValues(loaded, 'district', 'rent', 2019)?.signs ?? [])]).toEqual([0, 0, 0, 0, 2, 0]);
    expect([...(areaValues(loaded, 'district', 'foreigners', 2019)?.values ?? [])]).toEqual([
      100, 200, 600, 90, 40, 0,
    ]);
    // 2020: 0105 withholds the foreigners (secret), its rent cell is empty (missing).
    expect([...(areaValues(loaded, 'district', 'foreigners', 2020)?.signs ?? [])]).toEqual([
      0, 0, 0, 0, 2, 0,
    ]);
    expect([...(areaValues(loaded, 'district', 'rent', 2020)?.signs ?? [])]).toEqual([0, 0, 0, 0, 1, 0]);
  });

  test('computes a share of the whole from counts', async () => {
    expect(indicatorValues(await study(), 'district', 'foreigners', 2019)?.city).toBeCloseTo(1030 / 4550, 12);
  });

  test('keeps Windows-1252 umlauts, quoted commas and institutions without a position', async () => {
    const { institutions } = await study();
    expect(institutions.map((institution) => institution.name)).toEqual([
      'Schule am Schloß',
      'Bahnhofschule',
      'Nordschule, Haus 1',
      'Waldschule',
    ]);
    expect(institutions[0]).toMatchObject({
      position: [9.005, 50.005],
      flags: ['startchancen'],
      capacity: null,
    });
    expect(institutions[3]?.position).toBeNull();
  });

  test('keeps HTML in names as text', async () => {
    expect((await study()).levels[0]?.names[4]).toBe('<b>Südend</b>');
  });

  test('reads compositions, catchments, programmes, editions', async () => {
    const loaded = await study();
    expect(loaded.compositions).toHaveLength(3);
    expect(loaded.compositions[1]).toEqual({
      institution: '01G02',
      year: 2020,
      classKind: 'all',
      total: 180,
      counts: { ndh: 144 },
    });
    expect(loaded.catchments.map((catchment) => catchment.institutions)).toEqual([
      ['01G01', '01G02'],
      ['02G01'],
    ]);
    expect(loaded.programmes[0]).toMatchObject({ start: 2012, end: null, areas: ['0102', '0103'] });
    expect(loaded.editions[0]?.outliers[0]?.area).toBe('0104');
  });

  test('says what it left out', async () => {
    const opened = await open(kleinstadtFiles());
    expect(opened.ok && opened.notes.map(({ code, params }) => [code, params])).toEqual([
      ['institutions-without-position', { n: 1, total: 4 }],
      [
        'institutions-without-composition',
        { form: { de: 'Grundschulen', en: 'Primary schools' }, n: 1, total: 4 },
      ],
    ]);
  });

  test('may lie in a folder of its own', async () => {
    const files = kleinstadtFiles().map(({ path, bytes }) => ({ path: `Mein Paket/${path}`, bytes }));
    expect((await open(files)).ok).toBe(true);
  });
});

const population = 'tables/population.csv';
const areas = 'geo/areas.geojson';
const institutions = 'tables/institutions.csv';
const compositions = 'tables/compositions.csv';

/** [what is wrong, the pack, code, where] – every line one thing a person can get wrong. */
const broken: readonly [string, () => ReturnType<typeof kleinstadtFiles>, string, object | null][] = [
  [
    'no descriptor',
    () => withText('datapackage.json', () => null),
    'file-missing',
    { file: 'datapackage.json' },
  ],
  ['a missing table', () => withText(population, () => null), 'file-missing', { file: population }],
  ['a missing geometry file', () => withText(areas, () => null), 'file-missing', { file: areas }],
  [
    'a descriptor that is not JSON',
    () => withText('datapackage.json', (text) => text.slice(0, -20)),
    'json-invalid',
    { file: 'datapackage.json' },
  ],
  ['geometry that is not JSON', () => withText(areas, (text) => `${text}]`), 'json-invalid', { file: areas }],
  [
    'a descriptor without levels',
    () => withDescriptor((it) => delete it.quartierlupe.levels),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'a path that leads out of the pack',
    () => withDescriptor((it) => (it.resources[0].path = '../areas.geojson')),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'an id that is a member of every object',
    () => withDescriptor((it) => (it.quartierlupe.variables[0].id = 'constructor')),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'secret counts from more to less',
    () => withDescriptor((it) => (it.quartierlupe.variables[0].secret = { from: 3, to: 1 })),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'an indicator of an unknown variable',
    () => withDescriptor((it) => (it.quartierlupe.indicators[1].measure.variable = 'miete')),
    'reference-unknown',
    { file: 'datapackage.json' },
  ],
  [
    'a twin that does not exist',
    () => withDescriptor((it) => (it.quartierlupe.groups[1].residentTwin = 'x')),
    'reference-unknown',
    { file: 'datapackage.json' },
  ],
  [
    'two levels of one id',
    () => withDescriptor((it) => (it.quartierlupe.levels[1].id = 'district')),
    'id-duplicate',
    { file: 'datapackage.json' },
  ],
  [
    'levels above each other',
    () => withDescriptor((it) => (it.quartierlupe.levels[1].parent = { level: 'district', property: 'key' })),
    'level-cycle',
    { file: 'datapackage.json' },
  ],
  [
    'an outlier that is no area',
    () => withDescriptor((it) => (it.quartierlupe.editions[0].outliers[0].area = '0199')),
    'area-unknown',
    { file: 'datapackage.json', column: 'editions[0].outliers' },
  ],
  [
    'a wrong key column of a table',
    () => withDescriptor((it) => (it.quartierlupe.observations[0].area = 'gebiet')),
    'column-unknown',
    { file: population, row: 1, column: 'gebiet' },
  ],
  [
    'a wrong key property of areas',
    () => withDescriptor((it) => (it.quartierlupe.levels[0].key = 'KEY')),
    'column-unknown',
    { file: areas, column: 'KEY' },
  ],
  [
    'a declared column that is not there',
    () => withText(population, (text) => text.replace('foreigners', 'auslaender')),
    'column-unknown',
    { file: population, row: 1, column: 'foreigners' },
  ],
  [
    'a column twice',
    () => withText(population, (text) => text.replace('rent', 'residents')),
    'column-duplicate',
    { file: population, row: 1, column: 'residents' },
  ],
  [
    'keys that lost their leading zeros',
    () => withText(population, (text) => text.replace(/^0/gm, '')),
    'key-lost-zeros',
    { file: population, row: 2, column: 'area' },
  ],
  [
    'keys of areas that are numbers',
    () => withText(areas, (text) => text.replace('"0101"', '101')),
    'key-not-text',
    { file: areas, row: 1, column: 'key' },
  ],
  [
    'an unknown area in a table',
    () => withText(population, (text) => text.replace('0103;2020', '0203;2020')),
    'area-unknown',
    { file: population, row: 10, column: 'area' },
  ],
  [
    'a year that is none',
    () => withText(population, (text) => text.replace('0102;2019', '0102;19')),
    'year-unknown',
    { file: population, row: 3, column: 'year' },
  ],
  [
    'a year out of range',
    () => withText(population, (text) => text.replace('0102;2019', '0102;2919')),
    'year-unknown',
    { file: population, row: 3, column: 'year' },
  ],
  [
    'an area and year twice',
    () => withText(population, (text) => text.replace('0102;2019', '0101;2019')),
    'row-duplicate',
    { file: population, row: 3, column: 'area' },
  ],
  [
    'a cell that is no number',
    () => withText(population, (text) => text.replace('8,50', 'k.A.')),
    'number-invalid',
    { file: population, row: 2, column: 'rent' },
  ],
  [
    'a decimal point where a comma is declared',
    () => withText(population, (text) => text.replace('8,50', '8.50')),
    'number-invalid',
    { file: population, row: 2, column: 'rent' },
  ],
  [
    'a fraction where whole numbers are declared',
    () => withText(population, (text) => text.replace('0101;2019;1000', '0101;2019;1.25')),
    'number-invalid',
    { file: population, row: 2, column: 'residents' },
  ],
  [
    'the name of a listed disclosure profile over looser rules',
    () =>
      withDescriptor(
        (it) => (it.quartierlupe.disclosure = { ...rulesOf(standard), minimumCount: 0, secondary: false }),
      ),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'one sign for thousands and decimals',
    () => withDescriptor((it) => (it.resources[2].schema.fields[4].groupChar = ',')),
    'descriptor-invalid',
    { file: 'datapackage.json' },
  ],
  [
    'a negative count',
    () => withText(population, (text) => text.replace(';100;', ';-100;')),
    'count-negative',
    { file: population, row: 2, column: 'foreigners' },
  ],
  [
    'a part larger than its whole',
    () => withText(population, (text) => text.replace(';100;', ';1001;')),
    'count-over-total',
    { file: population, row: 2, column: 'foreigners' },
  ],
  [
    'a row cut short',
    () => withText(population, (text) => text.replace('0103;2019;1200;600;6,10', '0103;2019;1200')),
    'row-width',
    { file: population, row: 4 },
  ],
  [
    'a wrong encoding',
    () => withDescriptor((it) => (it.resources[3].encoding = 'utf-8')),
    'encoding-invalid',
    { file: institutions, row: 2 },
  ],
  [
    'an encoding nobody knows',
    () => withDescriptor((it) => (it.resources[3].encoding = 'ebcdic')),
    'encoding-unknown',
    { file: institutions },
  ],
  [
    'an area twice',
    () => withText(areas, (text) => text.replace('"0102"', '"0101"')),
    'area-duplicate',
    { file: areas, row: 2, column: 'key' },
  ],
  [
    'an area that is a point',
    () =>
      withText(areas, (text) =>
        text.replace(/"geometry": \{[^}]*\}/, '"geometry": {"type":"Point","coordinates":[9,50]}'),
      ),
    'geometry-not-polygon',
    { file: areas, row: 1 },
  ],
  [
    'an outline of too few points',
    () => withText(areas, (text) => text.replace('[[9.0, 50.0], [9.01, 50.0], ', '[')),
    'ring-too-short',
    { file: areas, row: 1 },
  ],
  [
    'an open outline',
    () =>
      withText(areas, (text) => text.replace('[9.0, 50.01], [9.0, 50.0]]', '[9.0, 50.01], [9.001, 50.0]]')),
    'ring-open',
    { file: areas, row: 1 },
  ],
  [
    'an outline without area',
    () =>
      withText(areas, (text) =>
        text.replace(/\[\[\[9\.0, 50\.0\].*?\]\]\]/, '[[[9,50],[9.1,50],[9.2,50],[9,50]]]'),
      ),
    'ring-flat',
    { file: areas, row: 1 },
  ],
  [
    'projected coordinates',
    () => withText(areas, (text) => text.replace('[9.01, 50.0]', '[500716.2, 5538630.7]')),
    'coordinates-out-of-range',
    { file: areas, row: 1 },
  ],
  [
    'longitude and latitude swapped',
    () => withText(areas, (text) => text.replace(/\[(9[.\d]*), (50[.\d]*)\]/g, '[$2, $1]')),
    'coordinates-swapped',
    { file: areas, row: 1 },
  ],
  [
    'a coordinate that is text',
    () => withText(areas, (text) => text.replace('[9.01, 50.0]', '["9.01", 50.0]')),
    'coordinates-invalid',
    { file: areas, row: 1 },
  ],
  [
    'a parent that does not exist',
    () => withText(areas, (text) => text.replace('"quarter": "02"', '"quarter": "03"')),
    'parent-unknown',
    { file: areas, row: 4, column: 'quarter' },
  ],
  [
    'a file that is no FeatureCollection',
    () => withText(areas, (text) => text.replace('FeatureCollection', 'Features')),
    'geojson-invalid',
    { file: areas },
  ],
  [
    'an institution twice',
    () => withText(institutions, (text) => text.replace('01G02', '01G01')),
    'institution-duplicate',
    { file: institutions, row: 3, column: 'id' },
  ],
  [
    'an unknown form',
    () => withText(institutions, (text) => text.replace('primary', 'grundschule')),
    'form-unknown',
    { file: institutions, row: 2, column: 'form' },
  ],
  [
    'an unknown provider',
    () => withText(institutions, (text) => text.replace('public', 'frei')),
    'provider-unknown',
    { file: institutions, row: 2, column: 'provider' },
  ],
  [
    'a position with one coordinate',
    () => withText(institutions, (text) => text.replace('9.005,50.005', '9.005,')),
    'coordinates-invalid',
    { file: institutions, row: 2 },
  ],
  [
    'a swapped position',
    () => withText(institutions, (text) => text.replace('9.005,50.005', '50.005,9.005')),
    'coordinates-swapped',
    { file: institutions, row: 2, column: 'lon' },
  ],
  [
    'a composition of an unknown institution',
    () => withText(compositions, (text) => text.replace('02G01', '02G09')),
    'institution-unknown',
    { file: compositions, row: 4, column: 'institution' },
  ],
  [
    'a composition twice',
    () => withText(compositions, (text) => text.replace('01G02', '01G01')),
    'composition-duplicate',
    { file: compositions, row: 3, column: 'institution' },
  ],
  [
    'more children of a group than children',
    () => withText(compositions, (text) => text.replace('180,144', '180,181')),
    'count-over-total',
    { file: compositions, row: 3, column: 'ndh' },
  ],
  [
    'an unknown class kind',
    () => withText(compositions, (text) => text.replace('all', 'willkommen')),
    'class-kind-unknown',
    { file: compositions, row: 2, column: 'class_kind' },
  ],
  [
    'a catchment of an unknown school',
    () => withText('geo/catchments.geojson', (text) => text.replace('01G02', '01G09')),
    'institution-unknown',
    { file: 'geo/catchments.geojson', row: 1, column: 'institutions' },
  ],
  [
    'a programme area in unknown areas',
    () => withText('tables/programmes.csv', (text) => text.replace('0103', '0203')),
    'area-unknown',
    { file: 'tables/programmes.csv', row: 2, column: 'areas' },
  ],
  [
    'a programme that ends before it starts',
    () => withText('tables/programmes.csv', (text) => text.replace('2012,', '2012,2010')),
    'years-reversed',
    { file: 'tables/programmes.csv', row: 2, column: 'end' },
  ],
  [
    'an unclosed quotation mark',
    () => withText(compositions, (text) => text.replace('01G01', '"01G01')),
    'quotes-unbalanced',
    { file: compositions, row: 2 },
  ],
];

describe('a broken pack is refused with the place', () => {
  test.each(broken)('%s', async (_, files, code, where) => {
    const problems = await problemsOf(files());
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.where).toEqual(where);
  });

  test('lost zeros are one problem with the number of rows that padding would repair', async () => {
    const problems = await problemsOf(withText(population, (text) => text.replace(/^0/gm, '')));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.params).toEqual({ n: 12, key: '101', padded: '0101' });
  });

  test('all problems are listed at once, of one kind the first eight and a count', async () => {
    const problems = await problemsOf(
      withText(population, (text) => text.replace(/^01(\d\d)/gm, '99$1').replace('8,50', 'k.A.')),
    );
    expect(problems.filter((problem) => problem.code === 'area-unknown')).toHaveLength(8);
    expect(problems.find((problem) => problem.code === 'more')?.params).toEqual({ n: 4 });
  });
});

describe('what is kept, with a note', () => {
  const notesOf = async (files: ReturnType<typeof kleinstadtFiles>) => {
    const opened = await open(files);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    return opened.notes;
  };

  test('columns that are no variable', async () => {
    const notes = await notesOf(
      withText(population, (text) => text.replace(/(.)$/gm, '$1;x').replace('rent;x', 'rent;bemerkung')),
    );
    expect(notes[0]).toMatchObject({ code: 'columns-ignored', params: { n: 1, columns: 'bemerkung' } });
  });

  test('areas without a row in a year', async () => {
    const notes = await notesOf(withText(population, (text) => text.replace(/^0106;2020.*\n/m, '')));
    expect(notes[0]).toMatchObject({
      code: 'rows-missing',
      params: { n: 1, years: '2020', level: { de: 'Bezirke 2020', en: 'Districts 2020' } },
    });
  });

  test('areas without geometry', async () => {
    const notes = await notesOf(
      withText(areas, (text) => text.replace(/"geometry": \{[^}]*\}/, '"geometry": null')),
    );
    expect(notes[0]).toMatchObject({ code: 'areas-without-geometry', params: { n: 1 } });
  });

  test('outlines that cross themselves', async () => {
    const notes = await notesOf(
      withText(areas, (text) =>
        text.replace(/\[\[\[9\.0, 50\.0\].*?\]\]\]/, '[[[9,50],[9.01,50.01],[9.01,50],[9,50.02],[9,50]]]'),
      ),
    );
    expect(notes[0]).toMatchObject({ code: 'outlines-crossing', params: { n: 1, areas: '0101' } });
  });

  test('variables nobody has figures for', async () => {
    const notes = await notesOf(
      withDescriptor((it) =>
        it.quartierlupe.variables.push({ ...it.quartierlupe.variables[0], id: 'households' }),
      ),
    );
    expect(notes.at(-1)).toMatchObject({
      code: 'variables-empty',
      params: { variables: { de: 'Einwohnerinnen und Einwohner', en: 'Residents' } },
    });
  });
});

test('limits of secret counts are kept', async () => {
  const opened = await open(
    withDescriptor((it) => (it.quartierlupe.variables[0].secret = { from: 1, to: 2 })),
  );
  expect(opened.ok && opened.value.variables[0]?.secret).toEqual({ from: 1, to: 2 });
});

describe('shares', () => {
  const asShare = (cells: (text: string) => string) => {
    const files = withDescriptor((it) => {
      const rent = it.quartierlupe.variables[2];
      rent.unit = 'share';
      rent.stored = 'percent';
    });
    const changed = withText(population, cells).find((file) => file.path === population)!;
    return files.map((file) => (file.path === population ? changed : file));
  };

  test('stored as per cent come as 0…1', async () => {
    const opened = await open(asShare((text) => text.replace('8,50', '12,5')));
    expect(opened.ok && areaValues(opened.value, 'district', 'rent', 2019)?.values[0]).toBe(0.125);
  });

  test('that are mostly above 1 are per cent called plain', async () => {
    const files = withDescriptor((it) => {
      it.quartierlupe.variables[2].unit = 'share';
    });
    expect((await problemsOf(files)).map((problem) => problem.code)).toEqual(['share-not-percent']);
  });

  test('may pass 100 % here and there, which is said', async () => {
    const opened = await open(asShare((text) => text.replace('8,50', '112,5')));
    expect(opened.ok && opened.notes.map((note) => note.code)).toContain('shares-above-one');
  });

  test('are never negative', async () => {
    const problems = await problemsOf(asShare((text) => text.replace('8,50', '-1')));
    expect(problems[0]).toMatchObject({ code: 'share-negative', where: { row: 2 } });
  });
});

describe('hostile content is harmless', () => {
  test('keys that reach for the prototype', async () => {
    const opened = await open(
      withText(areas, (text) => text.replace('{"key":', '{"__proto__": {"polluted": true}, "key":')),
    );
    expect(opened.ok).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a descriptor with __proto__', async () => {
    const files = withText('datapackage.json', (text) =>
      text.replace('{', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},'),
    );
    await open(files);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('columns named like object members', async () => {
    const files = withText(population, (text) =>
      text.replace(/(.)$/gm, '$1;1').replace('rent;1', 'rent;__proto__'),
    );
    expect((await open(files)).ok).toBe(true);
  });
});
