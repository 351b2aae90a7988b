import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import { openPack } from '#import/pack/openPack.ts';
import type { FileSource } from '#import/pack/source.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import type { RecipeInput } from '#import/recipe/recipe.ts';
import { areaValues } from '#model/aggregate.ts';
import { levelById } from '#model/lookup.ts';
import type { Problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';
import { catalogueRecipe, hamburgFrom, hamburgWithShares } from './cityRecipes.ts';
import { standInMunicipalities } from './standInMunicipalities.ts';

interface Built {
  readonly study: Study;
  readonly notes: readonly Problem[];
}

async function built(input: RecipeInput, source: FileSource): Promise<Built> {
  const recipe = readRecipe(input, 'recipe.json');
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems, null, 1));
  const pack = await buildPack(recipe.value, source);
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems, null, 1));
  const opened = await openPack(fromFiles(pack.value));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 1));
  return { study: opened.value, notes: pack.notes };
}

const valuesOf = (study: Study, level: string, variable: string, year: number): number[] => [
  ...(areaValues(study, level, variable, year)?.values ?? []),
];
const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);

describeWithRealData('Hamburg by its recipe', () => {
  let csv: Built;
  beforeAll(async () => {
    csv = await built(hamburgWithShares(), fromFolder(requireRealData('hamburg')));
  });
  const figure = (variable: string, name: string): number =>
    valuesOf(csv.study, 'stadtteil', variable, 2013)[levelById(csv.study, 'stadtteil').names.indexOf(name)] ??
    NaN;

  test('joins 95 of 99 rows by name and says who is lost with the four merged ones', () => {
    const dropped = csv.notes.find((note) => note.code === 'rows-without-area-residents');
    expect(dropped?.params).toEqual({
      n: 4,
      level: { de: 'Stadtteile 2015', en: 'Districts 2015' },
      areas:
        'Kleiner Grasbrook und Steinwerder, Waltershof und Finkenwerder, Neuland und Gut Moor, Moorburg und Altenwerder',
      people: 15_164,
      year: '2013',
    });
    // The published sum over all Stadtteile is 1 782 217.
    const residents = valuesOf(csv.study, 'stadtteil', 'residents', 2013);
    expect(residents.filter((value) => !Number.isNaN(value))).toHaveLength(95);
    expect(sumOf(residents)).toBe(1_782_217 - 15_164);
  });

  test('takes the Stadtteil of a name, not the Bezirk, and reads blanks between thousands', () => {
    // The Bezirke of these names have 252 340, 417 225, 122 815 and 155 548 residents.
    expect(figure('residents', 'Eimsbüttel')).toBe(56_097);
    expect(figure('residents', 'Harburg')).toBe(22_674);
    expect(figure('residents', 'Neugraben-Fischbek')).toBe(27_160);
    expect(figure('migration-background', 'Neugraben-Fischbek')).toBe(10_614);
    expect(figure('foreigners-share', 'Neugraben-Fischbek')).toBe(0.107);
  });

  test('estimates counts from shares, and the published counts lie within the rounding', () => {
    const { variables } = csv.study;
    const { estimated } = variables.find(({ id }) => id === 'foreigners-estimated') ?? {};
    expect(estimated).toEqual({ from: 'share', of: 'residents', rounding: { below: 0.0005, above: 0.0005 } });
    expect(variables.find(({ id }) => id === 'foreigners')?.estimated ?? null).toBeNull();
    const [base, shares, exact, estimates] = [
      'residents',
      'foreigners-share',
      'foreigners',
      'foreigners-estimated',
    ].map((variable) => valuesOf(csv.study, 'stadtteil', variable, 2013)) as [
      number[],
      number[],
      number[],
      number[],
    ];
    let compared = 0;
    base.forEach((residents, a) => {
      const share = shares[a] ?? NaN;
      const published = exact[a] ?? NaN;
      if (Number.isNaN(share) || Number.isNaN(published)) return;
      compared++;
      expect(estimates[a]).toBe(Math.round(share * residents));
      expect(published).toBeGreaterThanOrEqual(residents * (share - 0.0005) - 1e-6);
      expect(published).toBeLessThanOrEqual(residents * (share + 0.0005) + 1e-6);
    });
    expect(compared).toBeGreaterThan(90);
  });

  test('gives the same figures from the workbook with its three rows of head', async () => {
    const head = 'Bevölkerung und Haushalte 31.12.2013';
    const workbook = await built(
      hamburgFrom(
        {
          path: 'Daten_fuer_die_Stadtteilprofile_2014.xlsx',
          format: 'xlsx',
          sheet: 'Stadtteilprofile 2014',
          head: { first: 2, last: 4 },
          withoutRows: [104, 105, 106, 107, 108, 109, 110, 111],
          marks: [
            { value: '-', label: 'zero' },
            { value: '.', label: 'secret' },
          ],
        },
        {
          residents: `${head} – Bevölkerung – Anzahl der Einwohnerinnen und Einwohner`,
          // The last row of a head is enough where it names one column only.
          foreigners: 'Anzahl ausländischer Einwohnerinnen und Einwohner',
          'foreigners-share': {
            column: `${head} – Ausländeranteil in % – Anteil ausländischer Einwohnerinnen und Einwohner an der Gesamt-bevölkerung`,
            percent: true,
          },
        },
      ),
      fromFolder(requireRealData('hamburg')),
    );
    for (const variable of ['residents', 'foreigners', 'foreigners-share'])
      expect(valuesOf(workbook.study, 'stadtteil', variable, 2013)).toEqual(
        valuesOf(csv.study, 'stadtteil', variable, 2013),
      );
    expect(workbook.notes.find((note) => note.code === 'rows-without-area-residents')?.params.people).toBe(
      15_164,
    );
  });

  test('places institutions of which only the Stadtteil is known inside it', async () => {
    const recipe = catalogueRecipe('hamburg/recipe.json');
    const t = { de: 'x', en: 'x' };
    recipe.institutions = {
      forms: [{ id: 'kita', kind: 'kita', name: t, plural: t }],
      providers: [{ id: 'any', name: t, public: false }],
      tables: [
        {
          file: 'kitas',
          id: ['{@id}'],
          name: '{name}',
          form: { value: 'kita' },
          provider: { value: 'any' },
          area: { level: 'stadtteil', column: 'stadtteil', by: 'name' },
        },
      ],
    };
    const { study, notes } = await built(recipe, fromFolder(requireRealData('hamburg')));
    expect(study.institutions).toHaveLength(1224);
    const placed = study.institutions.filter(({ position }) => position);
    expect(placed.every(({ flags }) => flags.includes('position-from-area'))).toBe(true);
    const lost = notes.find((note) => note.code === 'institutions-area-unknown')?.params.n;
    // Two rows name no Stadtteil at all.
    expect(placed.length + Number(lost)).toBe(1222);
    const level = levelById(study, 'stadtteil');
    const { table } = await readCsv(
      readFileSync(requireRealData('hamburg/kitas_2014.csv'), 'utf8'),
      'kitas_2014.csv',
      { delimiter: ',' },
    );
    const [id, stadtteil] = ['@id', 'stadtteil'].map((name) => table.header.indexOf(name)) as [
      number,
      number,
    ];
    const nameOf = new Map(table.rows.map(({ cells }) => [cells[id], cells[stadtteil]]));
    for (const kita of placed) {
      const geometry = level.geometries[level.names.indexOf(nameOf.get(kita.id) ?? '')] ?? null;
      expect(kita.position && pointInPolygon(...kita.position, geometry)).toBe(true);
    }
    // 98.4 % of the names are those of the outlines.
    expect(placed.length / 1224).toBeCloseTo(0.984, 3);
  });
});

describeWithRealData('Nürnberg by its recipe', () => {
  test('puts 89 outlines together as 87 areas and joins all of them', async () => {
    const { study } = await built(
      catalogueRecipe('nuernberg/recipe.json'),
      fromFolder(requireRealData('nuernberg')),
    );
    const level = levelById(study, 'bezirk');
    expect(level.keys).toHaveLength(87);
    const partsOf = (key: string): number => {
      const geometry = level.geometries[level.keys.indexOf(key)];
      return geometry?.type === 'MultiPolygon' ? geometry.coordinates.length : 1;
    };
    expect(partsOf('49')).toBeGreaterThanOrEqual(2);
    expect(partsOf('84')).toBeGreaterThanOrEqual(2);
    expect(partsOf('01')).toBe(1);
    expect(sumOf(valuesOf(study, 'bezirk', 'residents', 2023))).toBe(541_103);
    expect(sumOf(valuesOf(study, 'bezirk', 'foreigners', 2023))).toBe(145_638);
    expect(sumOf(valuesOf(study, 'stadtteil', 'residents', 2023))).toBe(541_103);
    const suppressed = areaValues(study, 'bezirk', 'age-3-5', 2023);
    const at39 = level.keys.indexOf('39');
    expect([suppressed?.values[at39], suppressed?.signs[at39]]).toEqual([NaN, 1]);
  });

  test('refuses a table that misses an area where the recipe says so', async () => {
    const folder = fromFolder(requireRealData('nuernberg'));
    const recipe = catalogueRecipe('nuernberg/recipe.json');
    recipe.tables[0]!.where = [{ column: 'code_bez', not: '42' }];
    const checked = readRecipe(recipe, 'recipe.json');
    const pack = checked.ok ? await buildPack(checked.value, folder) : checked;
    expect(!pack.ok && pack.problems.map(({ code, params }) => [code, params.n])).toEqual([
      ['areas-without-row', 1],
    ]);
  });
});

describeWithRealData('Schools in North Rhine-Westphalia by their recipe', () => {
  let whole: Built;
  const folder = (): FileSource => {
    const files = fromFolder(requireRealData('nrw'));
    const outlines = new TextEncoder().encode(
      standInMunicipalities(requireRealData('nrw/schulen_grunddaten.csv')),
    );
    return {
      name: files.name,
      read: async (path) => (path === 'gemeinden.geojson' ? outlines : files.read(path)),
    };
  };
  beforeAll(async () => {
    whole = await built(catalogueRecipe('nrw/recipe.json'), folder());
  });
  /** Duisburg's schools, by their address. */
  const inDuisburg = (study: Study, form: string): Study['institutions'] =>
    study.institutions.filter((one) => one.form === form && / Duisburg$/.test(one.address ?? ''));

  test('has 76 primary schools in Duisburg, 35 with Startchancen, all placed from UTM coordinates', () => {
    const schools = inDuisburg(whole.study, 'primary');
    expect(schools).toHaveLength(76);
    expect(schools.filter(({ flags }) => flags.includes('startchancen'))).toHaveLength(35);
    for (const { position } of schools) {
      expect(position?.[0]).toBeGreaterThan(6.6);
      expect(position?.[0]).toBeLessThan(6.85);
      expect(position?.[1]).toBeGreaterThan(51.3);
      expect(position?.[1]).toBeLessThan(51.6);
    }
    expect(schools.some(({ flags }) => flags.includes('sozialindex-9'))).toBe(true);
  });

  test('has every school of six forms, with pupils rounded to 5', () => {
    const { study } = whole;
    const count = (form: string): number => study.institutions.filter((one) => one.form === form).length;
    expect(count('primary')).toBe(2820);
    expect(count('gymnasium')).toBe(631);
    expect(study.institutions.filter(({ position }) => position === null)).toHaveLength(0);
    expect(study.compositions.every(({ total }) => total % 5 === 0)).toBe(true);
    expect(study.compositions.length).toBeGreaterThan(4000);
    expect(study.institutions.some(({ name }) => /[„”│�]/.test(name))).toBe(false);
    expect(levelById(study, 'gemeinde').keys).toHaveLength(396);
  });

  test('does without the lists of pupils and of the index, and says so', async () => {
    const files = folder();
    const { study, notes } = await built(catalogueRecipe('nrw/recipe.json'), {
      name: files.name,
      read: async (path) => (/sozialindex/.test(path) ? null : files.read(path)),
    });
    expect(study.institutions).toHaveLength(whole.study.institutions.length);
    expect(study.compositions).toHaveLength(0);
    expect(study.institutions.every(({ flags }) => flags.length === 0)).toBe(true);
    expect(
      notes.filter(({ code }) => code === 'file-left-out-offered').map(({ where }) => where?.file),
    ).toEqual(['schulsozialindex_2025_26_raw.csv', 'schulen_2024_25_sozialindex_startchancen.csv']);
  });
});

describeWithRealData('Leipzig with counts estimated from shares', () => {
  test('published shares are cut off to whole percent, so the true count lies at the estimate or just above', async () => {
    const path = new URL('../../../data/leipzig/recipe.json', import.meta.url);
    const recipe = JSON.parse(readFileSync(path, 'utf8')) as RecipeInput;
    recipe.variables.push({
      id: 'estimated',
      name: { de: 'x', en: 'x' },
      kind: 'count',
      unit: 'persons',
    });
    type Variables = NonNullable<RecipeInput['tables'][number]['pivot']>['variables'];
    const variables: Variables = recipe.tables[0]?.pivot?.variables ?? {};
    delete variables['foreigners-published'];
    variables.estimated = {
      is: ['migranten', 'Ausländeranteil'],
      percent: true,
      of: 'residents',
      rounding: { below: 0, above: 0.01 },
    };
    recipe.variables = recipe.variables.filter(({ id }) => id !== 'foreigners-published');
    recipe.indicators = recipe.indicators.filter(
      ({ measure }) => measure.kind !== 'value' || measure.variable !== 'foreigners-published',
    );
    const { study } = await built(recipe, fromFolder(requireRealData('leipzig')));
    const estimated = study.variables.find(({ id }) => id === 'estimated')?.estimated;
    expect(estimated?.rounding).toEqual({ below: 0, above: 0.01 });
    let compared = 0;
    for (const year of [2012, 2017, 2022]) {
      const [counts, base, estimates] = ['foreigners', 'residents', 'estimated'].map((id) =>
        valuesOf(study, 'ortsteil', id, year),
      ) as [number[], number[], number[]];
      estimates.forEach((estimate, a) => {
        const [count = NaN, residents = NaN] = [counts[a], base[a]];
        // 0 can mean not published.
        if (Number.isNaN(estimate + count + residents) || estimate === 0) return;
        compared++;
        expect(count).toBeGreaterThanOrEqual(estimate - 0.5);
        expect(count).toBeLessThan(estimate + 0.5 + residents * 0.01);
      });
    }
    expect(compared).toBeGreaterThan(150);
  });
});
