import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import type { RecipeInput } from '#import/recipe/recipe.ts';
import { areaValues } from '#model/aggregate.ts';
import type { Problem } from '#model/result.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { build, type Sources, smallRecipe, smallSources } from './memorySource.ts';

interface Opened {
  readonly study: Study;
  readonly notes: readonly Problem[];
}

async function opened(recipe: RecipeInput, sources: Sources): Promise<Opened> {
  const built = await build(recipe, sources);
  if (!built.ok) throw new Error(JSON.stringify(built.problems, null, 1));
  const study = await openPack(fromFiles(built.value));
  if (!study.ok) throw new Error(JSON.stringify(study.problems, null, 1));
  return { study: study.value, notes: built.notes };
}

async function codes(recipe: RecipeInput, sources: Sources): Promise<readonly string[]> {
  const built = await build(recipe, sources);
  return built.ok ? [] : built.problems.map(({ code }) => code);
}

type Small = ReturnType<typeof smallRecipe>;
type Table = Small['tables'][number];
type File = Small['files'][number];

/** The small city with one table of another shape; areas 01 Altstadt, 02 Süd, 11 Nord, 12 Wald. */
function withTable(file: Partial<File>, table: Partial<Table>): Small {
  const recipe = smallRecipe();
  recipe.files[1] = { id: 'people', path: 'table.csv', format: 'csv', source: 'default', ...file };
  recipe.tables = [
    {
      id: 'people',
      level: 'area',
      area: { column: 'Gebiet' },
      parts: [{ file: 'people', year: 2020 }],
      columns: { residents: 'EW' },
      ...table,
    },
  ];
  return recipe;
}
const withText = (text: string | Uint8Array): Sources => ({ ...smallSources(), 'table.csv': text });
const values = ({ study }: Opened, variable: string, year = 2020): number[] => [
  ...(areaValues(study, 'area', variable, year)?.values ?? []),
];
const signs = ({ study }: Opened, variable: string): number[] => [
  ...(areaValues(study, 'area', variable, 2020)?.signs ?? []),
];
const noteOf = ({ notes }: Opened, code: string): Problem | undefined =>
  notes.find((note) => note.code === code);

describe('rows find their area', () => {
  test('by the cells of several columns put together', async () => {
    const recipe = withTable({}, { area: { column: ['BEZ', 'NR'] } });
    const city = await opened(recipe, withText('BEZ,NR,EW\n0,1,10\n0,2,20\n1,1,30\n1,2,40\n'));
    expect(values(city, 'residents')).toEqual([10, 20, 30, 40]);
  });

  test('by name, blanks aside, and by hand before everything else', async () => {
    const recipe = withTable({}, { area: { column: 'Gebiet', by: 'name', map: { 'Nord (neu)': '11' } } });
    const city = await opened(recipe, withText('Gebiet,EW\n Süd ,20\nNord (neu),30\nWald,40\nAltstadt,10\n'));
    expect(values(city, 'residents')).toEqual([10, 20, 30, 40]);
  });

  test('not by a name that two areas bear, even where rows may be dropped', async () => {
    const recipe = withTable({}, { area: { column: 'Gebiet', by: 'name' }, unmatched: 'drop' });
    const sources = withText('Gebiet,EW\nSüd,20\nAltstadt,10\n');
    const areas = String(sources['areas.geojson']).replace('"Nord"', '"Süd"');
    expect(await codes(recipe, { ...sources, 'areas.geojson': areas })).toEqual(['area-name-repeated']);
  });

  test('or are refused; or left out with a note of how many people that is in the newest year', async () => {
    const text = 'Gebiet,Jahr,EW\n01,2019,9\n99,2019,4\n01,2020,10\n99,2020,5\n98,2020,7\n';
    const table: Partial<Table> = { yearColumn: 'Jahr', parts: [{ file: 'people' }] };
    expect(await codes(withTable({}, table), withText(text))).toEqual([
      'area-unknown',
      'area-unknown',
      'area-unknown',
    ]);
    const city = await opened(withTable({}, { ...table, unmatched: 'drop' }), withText(text));
    expect(noteOf(city, 'rows-without-area-residents')?.params).toEqual({
      n: 3,
      level: { de: 'Gebiete 2020', en: 'Gebiete 2020' },
      areas: '99, 98',
      people: 12,
      year: '2020',
    });
    expect(values(city, 'residents')[0]).toBe(10);
  });

  test('and where no row does, nothing is made of the table', async () => {
    const recipe = withTable({}, { unmatched: 'drop' });
    expect(await codes(recipe, withText('Gebiet,EW\n91,1\n92,2\n'))).toEqual(['rows-all-without-area']);
  });

  test('by keys that lost zeros only after padding; dropping them is noted as such', async () => {
    const text = 'Gebiet,EW\n1,10\n2,20\n11,30\n';
    const city = await opened(withTable({}, { unmatched: 'drop' }), withText(text));
    expect(noteOf(city, 'key-lost-zeros')?.params).toMatchObject({ n: 2, key: '1', padded: '01' });
    const padded = await opened(withTable({}, { area: { column: 'Gebiet', pad: 2 } }), withText(text));
    expect(values(padded, 'residents')).toEqual([10, 20, 30, NaN]);
  });
});

describe('numbers', () => {
  test('of one column may be written differently from those of its file', async () => {
    const recipe = withTable(
      { thousands: '.', marks: [{ value: '-', label: 'zero' }] },
      {
        columns: {
          residents: 'EW',
          foreigners: {
            column: 'Ausl',
            decimal: '.',
            thousands: ' ',
            marks: [{ value: '*', label: 'secret' }],
          },
        },
      },
    );
    const city = await opened(
      recipe,
      withText('Gebiet;EW;Ausl\n01;1.234;1 000\n02;2.000;*\n11;-;7\n12;5;-\n'),
    );
    expect(values(city, 'residents')).toEqual([1234, 2000, 0, 5]);
    expect(values(city, 'foreigners')).toEqual([1000, NaN, 7, 0]);
    expect(signs(city, 'foreigners')[1]).toBe(signCode('secret'));
  });

  test.each([
    ['percent of a variable stored as percent', 'percent', true, [0.07, 0.125, NaN, 0.003]],
    ['percent of a variable stored plain', 'plain', true, [0.07, 0.125, NaN, 0.003]],
  ] as const)('%s are 0…1 in the app', async (_, stored, percent, expected) => {
    const recipe = withTable(
      { decimal: ',' },
      { columns: { residents: 'EW', rate: { column: 'Quote', percent } } },
    );
    const rate = recipe.variables.find(({ id }) => id === 'rate')!;
    recipe.variables = [...recipe.variables.filter(({ id }) => id !== 'rate'), { ...rate, stored }];
    const city = await opened(
      recipe,
      withText('Gebiet;EW;Quote\n01;10;7 %\n02;10;12,5%\n11;10;\n12;10;0,3\n'),
    );
    expect(values(city, 'rate')).toEqual(expected);
  });

  test('that no reading fits are refused in their cell', async () => {
    const built = await build(withTable({}, {}), withText('Gebiet,EW\n01,viele\n'));
    expect(!built.ok && built.problems).toEqual([
      {
        code: 'number-invalid',
        params: { value: 'viele' },
        where: { file: 'table.csv', row: 2, column: 'EW' },
      },
    ]);
  });
});

describe('shares become counts', () => {
  const columns: Table['columns'] = {
    residents: 'EW',
    foreigners: { column: 'Anteil', percent: true, of: 'residents', rounding: { below: 0, above: 0.01 } },
  };

  test('nearest whole of share × base, marked with how precise that is', async () => {
    const recipe = withTable({ marks: [{ value: '.', label: 'secret' }] }, { columns });
    const city = await opened(recipe, withText('Gebiet,EW,Anteil\n01,1234,12\n02,90,.\n11,.,5\n12,7,(50)\n'));
    expect(values(city, 'foreigners')).toEqual([148, NaN, NaN, 4]);
    expect(signs(city, 'foreigners')).toEqual(
      (['present', 'secret', 'secret', 'unreliable'] as const).map(signCode),
    );
    const variable = city.study.variables.find(({ id }) => id === 'foreigners');
    expect(variable?.estimated).toEqual({
      from: 'share',
      of: 'residents',
      rounding: { below: 0, above: 0.01 },
    });
    expect(city.study.variables.find(({ id }) => id === 'residents')?.estimated).toBeUndefined();
  });

  test('the true count lies within what the pack says of its precision, rounded or cut off', async () => {
    const area = fc
      .integer({ min: 1, max: 3000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(area, area, area, area),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        async (areas, digits, isCut) => {
          const unit = 10 ** -digits;
          const published = (share: number) =>
            (isCut ? Math.floor : Math.round)((100 * share) / unit + (isCut ? 1e-9 : 0)) * unit;
          const lines = areas.map(([count, all], a) => {
            return `${['01', '02', '11', '12'][a]},${all},${published(count / all).toFixed(digits)}`;
          });
          const rounding = isCut ? { below: 0, above: unit / 100 } : unit / 200;
          const foreigners = { column: 'Anteil', percent: true, of: 'residents', rounding };
          const city = await opened(
            withTable({}, { columns: { residents: 'EW', foreigners } }),
            withText(`Gebiet,EW,Anteil\n${lines.join('\n')}\n`),
          );
          const estimated = city.study.variables.find(({ id }) => id === 'foreigners')!.estimated!.rounding;
          const counts = values(city, 'foreigners');
          areas.forEach(([count, all], a) => {
            expect(count).toBeGreaterThanOrEqual(counts[a]! - 0.5 - estimated.below * all - 1e-6);
            expect(count).toBeLessThanOrEqual(counts[a]! + 0.5 + estimated.above * all + 1e-6);
          });
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  test('of a base in another table, and half a unit both ways', async () => {
    const recipe = withTable(
      {},
      {
        columns: { foreigners: { column: 'Anteil', of: 'residents', rounding: 0.005 } },
      },
    );
    recipe.files.push({ id: 'more', path: 'more.csv', format: 'csv', source: 'default' });
    recipe.tables.push({
      id: 'more',
      level: 'area',
      area: { column: 'id' },
      parts: [{ file: 'more', year: 2020 }],
      columns: { residents: 'n' },
    });
    const city = await opened(recipe, {
      ...withText('Gebiet,Anteil\n01,0.25\n02,0.5\n'),
      'more.csv': 'id,n\n01,200\n02,31\n',
    });
    expect(values(city, 'foreigners').slice(0, 2)).toEqual([50, 16]);
    expect(city.study.variables.find(({ id }) => id === 'foreigners')?.estimated?.rounding).toEqual({
      below: 0.005,
      above: 0.005,
    });
  });

  test.each<[string, Table['columns'], string]>([
    [
      'without a base in the same year',
      { foreigners: { column: 'EW', of: 'residents', rounding: 0 } },
      'estimate-base-missing',
    ],
    [
      'of a variable nobody described',
      { foreigners: { column: 'EW', of: 'nobody', rounding: 0 } },
      'reference-unknown',
    ],
    [
      'into something that is no count',
      { residents: 'EW', rate: { column: 'EW', of: 'residents', rounding: 0 } },
      'estimate-not-count',
    ],
    [
      'of an estimate',
      {
        residents: { column: 'EW', of: 'foreigners', rounding: 0 },
        foreigners: { column: 'EW', of: 'residents', rounding: 0 },
      },
      'estimate-of-estimate',
    ],
    ['without how precise they are', { foreigners: { column: 'EW', of: 'residents' } }, 'descriptor-invalid'],
  ])('never %s', async (_, columns, code) => {
    expect(await codes(withTable({}, { columns }), withText('Gebiet,EW\n01,0.5\n'))).toContain(code);
  });
});

describe('files', () => {
  test('have a head of several rows, rows that are no data, and cells that mean the one above', async () => {
    const recipe = withTable(
      { head: { first: 2, last: 3 }, withoutRows: [6, 9], fillDown: ['Bezirk'] },
      { area: { column: ['Bezirk', 'Nr.'] }, columns: { residents: 'Einwohner – insgesamt' } },
    );
    const text =
      'Bevölkerung am 31.12.2020;;\nBezirk;Nr.;Einwohner;\n;;insgesamt;weiblich\n' +
      '0;1;10;5\n;2;20;9\nSumme;;30;14\n1;1;30;20\n;2;40;21\nStand: 2021;;;\n';
    const city = await opened(recipe, withText(text));
    expect(values(city, 'residents')).toEqual([10, 20, 30, 40]);
  });

  test.each([
    ['windows-1252', Uint8Array.from(Buffer.from('Gebiet;Größe\n01;7\n', 'latin1'))],
    ['cp850', Uint8Array.from(Buffer.from('Gebiet;Gr\x94\xe1e\n01;7\n', 'latin1'))],
    ['utf-8', new TextEncoder().encode('\uFEFFGebiet;Größe\n01;7\n')],
  ])('in %s are read without being told', async (_, bytes) => {
    const city = await opened(withTable({}, { columns: { residents: 'Größe' } }), withText(bytes));
    expect(values(city, 'residents')[0]).toBe(7);
  });

  test('inside an archive and compressed ones are found under their own names', async () => {
    const text = new TextEncoder().encode('Gebiet,EW\n01,10\n');
    const sources = smallSources();
    const zipped = withTable({ path: 'daten.zip/2020/table.csv' }, {});
    const zip = zipSync({ '2020/table.csv': text, 'liesmich.txt': text });
    expect(values(await opened(zipped, { ...sources, 'daten.zip': zip }), 'residents')[0]).toBe(10);
    const gz = { ...sources, 'table.csv.gz': gzipSync(text) };
    expect(values(await opened(withTable({}, {}), gz), 'residents')[0]).toBe(10);
    expect(await codes(zipped, { ...sources, 'daten.zip': zipSync({ 'x.csv': text }) })).toEqual([
      'file-missing',
    ]);
  });

  test('of geometry give their attributes as a table', async () => {
    const recipe = withTable(
      { path: 'areas.geojson', format: 'geojson', crs: 'EPSG:25832' },
      {
        area: { column: 'KEY' },
        columns: { residents: { column: 'NAME', map: { Süd: 1, Altstadt: 2, Nord: 3, Wald: 4 } } },
      },
    );
    expect(values(await opened(recipe, smallSources()), 'residents')).toEqual([2, 1, 3, 4]);
  });

  test('with exchanged coordinates are put right', async () => {
    const sources = smallSources();
    const exchanged = JSON.stringify(JSON.parse(String(sources['areas.geojson'])), (_, value: unknown) =>
      Array.isArray(value) && typeof value[0] === 'number' ? [value[1], value[0]] : value,
    );
    const straight = await opened(smallRecipe(), sources);
    const recipe = smallRecipe();
    recipe.levels[0]!.geometry = { file: 'areas', key: 'KEY', name: 'NAME', swapped: true };
    const swapped = await opened(recipe, { ...sources, 'areas.geojson': exchanged });
    expect(swapped.study.levels[0]?.geometries).toEqual(straight.study.levels[0]?.geometries);
  });

  test('may have numbers for keys where no zeros can be lost', async () => {
    const numbers = (text: string): Sources => ({
      ...withText('Gebiet,EW\n01,10\n02,20\n11,30\n12,40\n'),
      'areas.geojson': text.replace(/"KEY":"0?(\d+)"/g, '"KEY":$1'),
    });
    const areas = String(smallSources()['areas.geojson']);
    expect(await codes(withTable({}, {}), numbers(areas))).toContain('key-not-text');
    const padded = withTable({}, {});
    padded.levels[0]!.geometry = { file: 'areas', key: 'KEY', name: 'NAME', pad: 2 };
    expect(values(await opened(padded, numbers(areas)), 'residents')).toEqual([10, 20, 30, 40]);
  });

  test.each<[string, Partial<File>, Sources, string]>([
    [
      'a file that a service delivers',
      { path: 'fehlt.geojson', from: { service: 'wfs', address: 'https://geo.example/wfs', layer: 'plr' } },
      {},
      'file-missing-service',
    ],
    [
      'a file with a page of its publisher',
      { path: 'fehlt.csv', offered: 'https://amt.example/' },
      {},
      'file-missing-offered',
    ],
    ['a table that is none', { path: 'areas.geojson' }, {}, 'format-differs'],
    ['a table for outlines', {}, { 'areas.geojson': 'KEY,NAME\n01,x\n' }, 'format-differs'],
  ])('%s is named as what it is', async (_, file, sources, code) => {
    const recipe = withTable(file, {});
    expect(await codes(recipe, { ...withText('Gebiet,EW\n01,10\n'), ...sources })).toContain(code);
  });

  test('with a quotation mark that is never closed lose no row by it', async () => {
    const broken = await opened(
      withTable({}, {}),
      withText('Gebiet,EW,Name\n01,10,"Alt\n02,20,Süd\n11,30,Nord\n'),
    );
    expect(values(broken, 'residents')).toEqual([10, 20, 30, NaN]);
    expect(noteOf(broken, 'quotes-open')).toBeDefined();
  });

  test('with more cells than columns are noted', async () => {
    const city = await opened(withTable({}, {}), withText('Gebiet,EW\n01,10\n02,20,oder,21\n'));
    expect(noteOf(city, 'rows-too-wide')).toMatchObject({ params: { n: 1, columns: 2 }, where: { row: 3 } });
  });
});

describe('institutions', () => {
  const t = { de: 'x', en: 'x' };
  const schools = (table: Partial<NonNullable<RecipeInput['institutions']>['tables'][number]>): Small => {
    const recipe = smallRecipe();
    recipe.files.push({ id: 'schools', path: 'schools.csv', format: 'csv', source: 'default' });
    recipe.groups.push({
      id: 'ndh',
      scope: 'institutions',
      name: t,
      ofName: t,
      restName: t,
      count: 'ndh',
      universe: 'total',
    });
    recipe.institutions = {
      forms: [
        { id: 'primary', kind: 'school', name: t, plural: t },
        { id: 'other', kind: 'school', name: t, plural: t },
      ],
      providers: [{ id: 'any', name: t, public: true }],
      tables: [
        {
          file: 'schools',
          id: ['{nr}'],
          name: '{nr}',
          form: { column: 'art', map: { GS: 'primary' }, default: 'other' },
          provider: { value: 'any' },
          ...table,
        },
      ],
    };
    return recipe;
  };

  test('lie where projected coordinates say, else inside their area, else nowhere', async () => {
    const recipe = schools({
      lon: 'ost',
      lat: 'nord',
      positionCrs: 'EPSG:25832',
      area: { level: 'area', column: 'gebiet', pad: 2 },
      decimal: ',',
    });
    const city = await opened(recipe, {
      ...smallSources(),
      'schools.csv':
        'nr;art;ost;nord;gebiet\nA;GS;500500,0;5540500,0;12\nB;Hort;;;12\nC;GS;0;0;1\nD;GS;;;77\nE;GS;;;\n',
    });
    const [a, b, c, d, e] = ['A', 'B', 'C', 'D', 'E'].map((id) =>
      city.study.institutions.find((one) => one.id === id),
    );
    expect(a?.position?.[0]).toBeCloseTo(9.007, 3);
    expect(a?.flags).toEqual([]);
    expect([b?.form, b?.flags]).toEqual(['other', ['position-from-area']]);
    // Areas are squares of a kilometre: 12 lies north-east of 01.
    expect((b?.position?.[0] ?? 0) > 9.014 && (b?.position?.[1] ?? 0) > (c?.position?.[1] ?? 99)).toBe(true);
    expect(c?.flags).toEqual(['position-from-area']);
    expect([d?.position, e?.position]).toEqual([null, null]);
    expect(noteOf(city, 'institutions-placed-by-area')?.params).toEqual({ n: 2 });
    expect(noteOf(city, 'institutions-area-unknown')?.params).toMatchObject({ n: 1, areas: '77' });
  });

  describe('within a level', () => {
    const list =
      'nr;art;lon;lat;gebiet\nA;GS;9.005;50.016;\nB;GS;9.4;50.016;\nB;GS;9.4;50.016;\nC;GS;;;\nD;GS;;;12\nE;GS;;;77\n';
    const placed = { lon: 'lon', lat: 'lat', area: { level: 'area', column: 'gebiet' } };
    const inCity = async (table: Parameters<typeof schools>[0]) => {
      const city = await opened(schools({ ...placed, ...table }), { ...smallSources(), 'schools.csv': list });
      return { city, ids: city.study.institutions.map(({ id }) => id) };
    };

    test('are those inside; what names another area is outside, what names none stays', async () => {
      const { city, ids } = await inCity({ within: 'area', dedupe: ['nr'] });
      expect(ids).toEqual(['A', 'C', 'D']);
      expect(noteOf(city, 'institutions-outside-unplaced')?.params).toEqual({
        n: 2,
        level: { de: 'Gebiete 2020', en: 'Gebiete 2020' },
        unplaced: 1,
      });
      expect(city.notes.filter(({ code }) => /outside|repeated|area-unknown/.test(code))).toHaveLength(1);
    });

    test('of a recipe that says nothing are all', async () => {
      const { city, ids } = await inCity({ dedupe: ['nr'] });
      expect(ids).toEqual(['A', 'B', 'C', 'D', 'E']);
      expect(noteOf(city, 'institutions-outside-unplaced')).toBeUndefined();
    });

    test('listed with several places count where they are inside', async () => {
      const recipe = schools({ lon: 'lon', lat: 'lat', within: 'area', dedupe: ['nr'] });
      const city = await opened(recipe, {
        ...smallSources(),
        'schools.csv': 'nr;art;lon;lat\nA;GS;9.4;50.016\nA;GS;9.005;50.016\n',
      });
      expect(city.study.institutions[0]?.position).toEqual([9.005, 50.016]);
      expect(noteOf(city, 'institutions-repeated')).toBeUndefined();
    });

    test('that nobody declared are refused', async () => {
      const recipe = schools({ lon: 'lon', lat: 'lat', within: 'kreis' });
      expect(await codes(recipe, { ...smallSources(), 'schools.csv': list })).toEqual(['reference-unknown']);
    });
  });

  test('have no composition where a sign stands for it', async () => {
    const recipe = schools({
      thousands: '.',
      marks: [
        { value: '.', label: 'secret' },
        { value: 'n.v.', label: 'missing' },
      ],
      compositions: [{ year: 2020, total: 'kinder', counts: { ndh: 'ndh' } }],
    });
    const city = await opened(recipe, {
      ...smallSources(),
      'schools.csv': 'nr;art;kinder;ndh\nA;GS;1.100;50\nB;GS;80;.\nC;GS;n.v.;n.v.\n',
    });
    expect(
      city.study.compositions.map(({ institution, total, counts }) => [institution, total, counts]),
    ).toEqual([
      ['A', 1100, { ndh: 50 }],
      ['B', 80, {}],
    ]);
  });
});

describe('the rest of a recipe', () => {
  test('a disclosure profile travels with the pack', async () => {
    const disclosure = {
      id: 'drei',
      minimumCount: 3,
      minimumDenominator: 10,
      minimumInstitution: 3,
      roundTo: 5 as const,
      dominance: 0.9,
      secondary: true,
    };
    const city = await opened({ ...smallRecipe(), disclosure }, smallSources());
    expect(city.study.disclosure).toEqual(disclosure);
    expect((await opened(smallRecipe(), smallSources())).study.disclosure).toBeNull();
  });

  test('a crosswalk is made from the outlines of both vintages, by residents where a grid is given', async () => {
    // Vintage "alt" is one square over both southern areas; two cells of its grid lie in 01, one in 02.
    const corner = (x: number, y: number): number[] => [500_000 + x * 1000, 5_540_000 + y * 1000];
    const old = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { KEY: 'S' },
          geometry: {
            type: 'Polygon',
            coordinates: [[corner(0, 0), corner(2, 0), corner(2, 1), corner(0, 1), corner(0, 0)]],
          },
        },
      ],
    };
    const recipe = (grid: boolean): Small => {
      const small = smallRecipe();
      small.files.push(
        { id: 'old', path: 'old.geojson', format: 'geojson', crs: 'EPSG:25832', source: 'default' },
        { id: 'grid', path: 'grid.csv', format: 'csv', source: 'default' },
      );
      small.levels.push({
        id: 'old',
        family: 'area',
        vintage: 'alt',
        geometry: { file: 'old', key: 'KEY', name: 'KEY' },
      });
      const cells = { file: 'grid', x: 'x', y: 'y', crs: 'EPSG:25832', residents: 'n' };
      small.crosswalks = [
        { from: 'old', to: 'area', overlap: true, method: 'x', ...(grid ? { grid: cells } : {}) },
      ];
      return small;
    };
    const sources = {
      ...smallSources(),
      'old.geojson': JSON.stringify(old),
      'grid.csv': 'x,y,n\n500200,5540500,30\n500700,5540500,45\n501500,5540500,25\n501700,5540500,\n',
    };
    const byArea = (await opened(recipe(false), sources)).study.crosswalks[0]!;
    expect([byArea.fromKeys, byArea.toKeys]).toEqual([
      ['S', 'S'],
      ['01', '02'],
    ]);
    // The pieces are equal but for the scale of the projection within a kilometre.
    expect(byArea.weights[0]).toBeCloseTo(0.5, 4);
    const byResidents = (await opened(recipe(true), sources)).study.crosswalks[0]!;
    expect([...byResidents.weights]).toEqual([0.75, 0.25]);
  });
});
