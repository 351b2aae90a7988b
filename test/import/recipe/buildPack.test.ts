import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { RecipeInput } from '#import/recipe/recipe.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import type { Problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { build, type Sources, smallRecipe, smallSources } from './memorySource.ts';

async function studyOf(recipe: RecipeInput, sources: Sources): Promise<Study> {
  const built = await build(recipe, sources);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const opened = await openPack(fromFiles(built.value));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}

async function problemsOf(recipe: RecipeInput, sources: Sources): Promise<readonly Problem[]> {
  const built = await build(recipe, sources);
  return built.ok ? [] : built.problems;
}

const values = (study: Study, level: string, variable: string): number[] => [
  ...(areaValues(study, level, variable, 2020)?.values ?? []),
];

describe('areas', () => {
  test('are brought to lon/lat, ordered by key, with parents and names', async () => {
    const { levels } = await studyOf(smallRecipe(), smallSources());
    expect(levels.map((level) => [level.id, level.keys, level.names])).toEqual([
      ['area', ['01', '02', '11', '12'], ['Altstadt', 'Süd', 'Nord', 'Wald']],
      ['district', ['0', '1'], ['Süden', 'Norden']],
    ]);
    expect(levels[0]?.parent?.keys).toEqual(['0', '0', '1', '1']);
    // 500 000 m east is the central meridian of zone 32, 9° E; 50° N lies at 5 538 630.7 m, a degree is 111 229 m there.
    const corners = levels[0]?.geometries[0]?.coordinates.flat(1) ?? [];
    const [southWest] = corners
      .filter((corner) => corner[0] === 9)
      .map((corner) => Number(corner[1]))
      .sort();
    expect(southWest).toBeCloseTo(50 + (5_540_000 - 5_538_630.7) / 111_229, 4);
  });

  test('keep exactly the same vertices as their neighbours, and the dissolved ones as theirs', async () => {
    const { levels } = await studyOf(smallRecipe(), smallSources());
    const vertices = (level: number): Set<string> =>
      new Set(
        levels[level]?.geometries.flatMap((geometry) =>
          geometry?.type === 'Polygon' ? geometry.coordinates.flat().map(String) : [],
        ),
      );
    // Nine corners of four squares; the middle of a straight border stays a vertex of both districts.
    expect(vertices(0).size).toBe(9);
    expect([...vertices(1)].every((vertex) => vertices(0).has(vertex))).toBe(true);
  });

  test('of several features with one key are put together', async () => {
    const sources = smallSources();
    sources['areas.geojson'] = String(sources['areas.geojson']).replace('"12"', '"11"');
    sources['people.csv'] = Buffer.from(
      String(Buffer.from(sources['people.csv'] as Uint8Array).toString('latin1')).replace(
        /^Gebiet;12.*\n/m,
        '',
      ),
      'latin1',
    );
    const { levels } = await studyOf(smallRecipe(), sources);
    expect(levels[0]?.keys).toEqual(['01', '02', '11']);
    expect(levels[0]?.geometries[2]?.type).toBe('Polygon');
  });
});

describe('tables', () => {
  test('pad keys, add columns, read German numbers and leave out sub-totals', async () => {
    const study = await studyOf(smallRecipe(), smallSources());
    expect(values(study, 'area', 'residents')).toEqual([3100, 900, 1700, 12]);
    expect(values(study, 'area', 'foreigners')).toEqual([310, 0, 85, NaN]);
    expect(values(study, 'district', 'residents')).toEqual([4000, 1712]);
  });

  test('turn per cent into shares, words into classes, sentinels and small areas into signs', async () => {
    const study = await studyOf(smallRecipe(), smallSources());
    expect(values(study, 'area', 'rate')).toEqual([0.125, 0.0725, NaN, NaN]);
    expect([...(areaValues(study, 'area', 'rate', 2020)?.signs ?? [])]).toEqual([0, 0, 1, 7]);
    expect(values(study, 'area', 'class')).toEqual([1, 4, 1, NaN]);
  });

  test('of the long form become wide, several files and years one', async () => {
    const recipe = smallRecipe();
    recipe.files.push(
      { id: 'long', path: 'long.csv', format: 'csv', source: 'default' },
      { id: 'next', path: 'next.csv', format: 'csv', source: 'default' },
    );
    recipe.tables = [
      {
        id: 'long',
        level: 'area',
        area: { column: 'key' },
        yearColumn: 'jahr',
        parts: [{ file: 'long' }, { file: 'next' }],
        pivot: {
          by: ['thema', 'merkmal'],
          value: 'wert',
          variables: {
            residents: ['bevölkerung', 'insgesamt'],
            foreigners: { is: ['bevölkerung', 'Ausländer'], marks: [{ value: '0', label: 'missing' }] },
          },
        },
      },
    ];
    const study = await studyOf(recipe, {
      ...smallSources(),
      'long.csv':
        'key,jahr,thema,merkmal,wert\n01,2020,bevölkerung,insgesamt,100\n01,2020,bevölkerung,Ausländer,0\n' +
        '01,2020,haushalte,insgesamt,55\n02,2020,bevölkerung,insgesamt,200\n',
      'next.csv': 'key,jahr,thema,merkmal,wert\n01,2021,bevölkerung,insgesamt,110\n',
    });
    expect(study.observations[0]?.years).toEqual([2020, 2021]);
    expect(values(study, 'area', 'residents')).toEqual([100, 200, NaN, NaN]);
    expect(values(study, 'area', 'foreigners')).toEqual([NaN, NaN, NaN, NaN]);
    expect(areaValues(study, 'area', 'residents', 2021)?.values[0]).toBe(110);
  });

  test('take columns of another file by a join, empty where nothing matches', async () => {
    const recipe = smallRecipe();
    recipe.files.push({ id: 'more', path: 'more.csv', format: 'csv', source: 'default' });
    recipe.tables[0]!.joins = [{ file: 'more', on: 'Gebiet', key: 'id', as: 'more' }];
    recipe.tables[0]!.columns = { residents: 'more.ew' };
    const study = await studyOf(recipe, { ...smallSources(), 'more.csv': 'id,ew\n1,11\n11,22\n' });
    expect(values(study, 'area', 'residents')).toEqual([11, NaN, 22, NaN]);
  });

  test('of different years may take other columns for the same figure', async () => {
    const recipe = smallRecipe();
    recipe.tables[0]!.parts = [
      {
        file: 'people',
        year: 2019,
        where: [{ column: 'Art', equals: 'Gebiet' }],
        columns: { foreigners: 'w', rate: null },
      },
      { file: 'people', year: 2020, where: [{ column: 'Art', equals: 'Gebiet' }] },
    ];
    const study = await studyOf(recipe, smallSources());
    expect(areaValues(study, 'area', 'foreigners', 2019)?.values[1]).toBe(500);
    expect(areaValues(study, 'area', 'foreigners', 2020)?.values[1]).toBe(0);
    expect(areaValues(study, 'area', 'rate', 2019)?.values[0]).toBeNaN();
  });

  test('published only for coarser areas are weighted there by counts of finer ones', async () => {
    const recipe = smallRecipe();
    recipe.files.push({ id: 'stock', path: 'stock.csv', format: 'csv', source: 'default' });
    recipe.variables.push({
      id: 'stock',
      name: { de: 'a', en: 'a' },
      kind: 'value',
      unit: 'share',
      stored: 'percent',
      weight: 'residents',
    });
    recipe.indicators.push({
      id: 'stock',
      theme: 'housing',
      name: { de: 'a', en: 'a' },
      short: { de: 'a', en: 'a' },
      definition: { de: 'a', en: 'a' },
      unit: 'share',
      measure: { kind: 'value', variable: 'stock' },
      direction: 'resource',
    });
    recipe.tables.push({
      id: 'stock',
      level: 'district',
      area: { column: 'bez' },
      parts: [{ file: 'stock', year: 2020 }],
      columns: { stock: 'wert' },
    });
    const study = await studyOf(recipe, { ...smallSources(), 'stock.csv': 'bez,wert\n0,10\n1,40\n' });
    const { city } = indicatorValues(study, 'district', 'stock', 2020) ?? { city: NaN };
    expect(city).toBeCloseTo((0.1 * 4000 + 0.4 * 1712) / 5712, 12);
  });
});

describe('institutions', () => {
  const withSchools = (): RecipeInput => {
    const recipe = smallRecipe();
    recipe.files.push(
      { id: 'schools', path: 'schools.csv', format: 'csv', source: 'default' },
      { id: 'register', path: 'register.csv', format: 'csv', source: 'default' },
      { id: 'esb', path: 'esb.geojson', format: 'geojson', crs: 'EPSG:25832', source: 'default' },
    );
    const n = { de: 'x', en: 'x' };
    recipe.groups.push({
      id: 'ndh',
      scope: 'institutions',
      name: n,
      ofName: n,
      restName: n,
      count: 'ndh',
      universe: 'total',
    });
    recipe.institutions = {
      forms: [
        { id: 'primary', kind: 'school', name: n, plural: n },
        { id: 'iss', kind: 'school', name: n, plural: n },
      ],
      providers: [
        { id: 'public', name: n, public: true },
        { id: 'independent', name: n, public: false },
      ],
      tables: [
        {
          file: 'schools',
          joins: [{ file: 'register', on: 'bsn', key: 'bsn', as: 'reg' }],
          id: ['{bsn}', '{bsn}-{zweig}', 'z-{zweig}'],
          name: '{name}',
          form: { column: 'art', map: { Grundschule: 'primary', ISS: 'iss' } },
          provider: {
            rules: [{ where: [{ column: 'bsn', equals: '' }], value: 'public' }],
            column: 'reg.traeger',
            map: { öffentlich: 'public', privat: 'independent' },
          },
          lon: 'reg.lon',
          lat: 'reg.lat',
          address: '{name}, Klein',
          flags: [{ flag: 'startchancen', where: [{ column: 'reg.sc', equals: 'TRUE' }] }],
          dedupe: ['bsn', 'kinder', 'ndh'],
          compositions: [{ year: 2020, total: 'kinder', counts: { ndh: 'ndh' } }],
        },
      ],
    };
    recipe.catchments = [
      {
        file: 'esb',
        key: 'KEY',
        form: 'primary',
        year: 2019,
        matchForms: ['primary'],
        matchProviders: ['public'],
      },
    ];
    return recipe;
  };
  const schoolSources = (): Sources => ({
    ...smallSources(),
    'esb.geojson': smallSources()['areas.geojson']!,
    'schools.csv':
      'zweig,bsn,name,art,kinder,ndh\n1,01G01,Alt (ISS),ISS,200,50\n2,01G01,Alt,Grundschule,200,50\n' +
      '3,01G01,Alt II,Grundschule,90,10\n4,,Ohne Nummer,Grundschule,80,\n5,01P02,Frei,Grundschule,,\n',
    'register.csv':
      'bsn,traeger,lon,lat,sc\n01G01,öffentlich,9.005,50.016,TRUE\n01P02,privat,9.006,50.016,FALSE\n',
  });

  test('listed twice with the same figures count once, other branches get an id of their own', async () => {
    const built = await build(withSchools(), schoolSources());
    expect(built.ok && built.notes.find((note) => note.code === 'institutions-repeated')?.params).toEqual({
      n: 1,
    });
    const study = await studyOf(withSchools(), schoolSources());
    expect(study.institutions.map(({ id, form, provider }) => [id, form, provider])).toEqual([
      ['01G01', 'primary', 'public'],
      ['01G01-3', 'primary', 'public'],
      ['z-4', 'primary', 'public'],
      ['01P02', 'primary', 'independent'],
    ]);
    expect(study.institutions[0]).toMatchObject({
      position: [9.005, 50.016],
      flags: ['startchancen'],
      address: 'Alt, Klein',
    });
    expect(study.institutions[2]).toMatchObject({ position: null, flags: [] });
    expect(study.compositions.map(({ institution, total, counts }) => [institution, total, counts])).toEqual([
      ['01G01', 200, { ndh: 50 }],
      ['01G01-3', 90, { ndh: 10 }],
      ['z-4', 80, {}],
    ]);
  });

  test('are matched to the catchment they lie in, of the wanted provider only', async () => {
    const { catchments } = await studyOf(withSchools(), schoolSources());
    expect(catchments.map(({ id, institutions }) => [id, institutions])).toEqual([
      ['02', []],
      ['01', ['01G01', '01G01-3']],
      ['11', []],
      ['12', []],
    ]);
  });

  test('find catchments whose keys are numbers in their file', async () => {
    const recipe = withSchools();
    recipe.catchments = recipe.catchments?.map((one) => ({ ...one, pad: 3 }));
    const numbered = schoolSources()
      ['areas.geojson']!.toString()
      .replace(/"KEY":"(\d+)"/g, (_, key) => `"KEY":${Number(key)}`);
    const { catchments } = await studyOf(recipe, { ...schoolSources(), 'esb.geojson': numbered });
    expect(catchments.map(({ id }) => id)).toEqual(['002', '001', '011', '012']);
  });

  test('of a form nobody declared are a problem of the source row', async () => {
    const sources = {
      ...schoolSources(),
      'schools.csv': 'zweig,bsn,name,art,kinder,ndh\n1,01G01,Alt,Hort,1,1\n',
    };
    expect(await problemsOf(withSchools(), sources)).toMatchObject([
      { code: 'form-unknown', params: { value: 'Hort' }, where: { file: 'schools.csv', row: 2 } },
    ]);
  });
});

describe('problems name the source file', () => {
  const replaced = (from: string, to: string): Sources => {
    const sources = smallSources();
    const text = Buffer.from(sources['people.csv'] as Uint8Array).toString('latin1');
    if (!text.includes(from)) throw new Error('mutation without effect');
    return { ...sources, 'people.csv': Buffer.from(text.replace(from, to), 'latin1') };
  };
  const edited = (edit: (recipe: ReturnType<typeof smallRecipe>) => void): RecipeInput => {
    const recipe = smallRecipe();
    edit(recipe);
    return recipe;
  };

  test.each<[string, RecipeInput, Sources, string, object]>([
    [
      'a missing file',
      smallRecipe(),
      { ...smallSources(), 'people.csv': undefined as never },
      'file-missing',
      { file: 'people.csv' },
    ],
    [
      'a column that is not there',
      smallRecipe(),
      replaced('Ausl.', 'Ausländer'),
      'column-unknown',
      { file: 'people.csv', row: 1, column: 'Ausl.' },
    ],
    [
      'an area that is not there',
      smallRecipe(),
      replaced('Gebiet;11', 'Gebiet;13'),
      'area-unknown',
      { file: 'people.csv', row: 5, column: 'Gebiet' },
    ],
    [
      'an area twice',
      smallRecipe(),
      replaced('Gebiet;2;', 'Gebiet;1;'),
      'row-duplicate',
      { file: 'people.csv', row: 3, column: 'm + w' },
    ],
    [
      'a cell that is no number',
      smallRecipe(),
      replaced('310;12,5', 'k.A.;12,5'),
      'number-invalid',
      { file: 'people.csv', row: 2, column: 'Ausl.' },
    ],
    [
      'a class without a number',
      smallRecipe(),
      replaced('hoch;gültig', 'mittel;gültig'),
      'number-invalid',
      { file: 'people.csv', row: 2, column: 'Klasse' },
    ],
    [
      'keys that lost their zeros',
      edited((it) => {
        it.tables[0]!.area = { column: 'Gebiet' };
      }),
      smallSources(),
      'key-lost-zeros',
      { file: 'people.csv', row: 2, column: 'Gebiet' },
    ],
    [
      'a wrong key of areas',
      edited((it) => {
        it.levels[0]!.geometry = { file: 'areas', key: 'ID', name: 'NAME' };
      }),
      smallSources(),
      'column-unknown',
      { file: 'areas.geojson', column: 'ID' },
    ],
    [
      'an unknown coordinate system',
      edited((it) => {
        it.files[0]!.crs = 'EPSG:9999';
      }),
      smallSources(),
      'crs-unknown',
      { file: 'areas.geojson' },
    ],
    [
      'a coordinate system that does not fit',
      edited((it) => {
        it.files[0]!.crs = 'EPSG:4326';
      }),
      smallSources(),
      'coordinates-out-of-range',
      { file: 'areas.geojson', row: 1, column: 'KEY' },
    ],
    [
      'a table of an unknown level',
      edited((it) => {
        it.tables[0]!.level = 'x';
      }),
      smallSources(),
      'reference-unknown',
      { file: 'recipe.json' },
    ],
    [
      'a recipe with a misspelt part',
      { ...smallRecipe(), tabels: [] } as never,
      smallSources(),
      'descriptor-invalid',
      { file: 'recipe.json' },
    ],
  ])('%s', async (_, recipe, sources, code, where) => {
    const problems = await problemsOf(recipe, sources);
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.where).toMatchObject(where);
  });
});
