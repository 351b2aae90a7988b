import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromFolder } from '#cli/fromFolder.ts';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import { levelById } from '#model/lookup.ts';
import type { Problem } from '#model/result.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';

async function built(city: string): Promise<{ study: Study; notes: readonly Problem[]; bytes: number }> {
  const path = fileURLToPath(new URL(`../../data/${city}/recipe.json`, import.meta.url));
  const recipe = readRecipe(JSON.parse(readFileSync(path, 'utf8')), path);
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  const pack = await buildPack(recipe.value, fromFolder(requireRealData(city)));
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems, null, 1));
  const opened = await openPack(fromFiles(pack.value));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 1));
  const bytes = pack.value.reduce((sum, file) => sum + file.bytes.length, 0);
  return { study: opened.value, notes: pack.notes, bytes };
}

/** A publisher's table as records, read anew and straight from the file. */
async function records(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = readFileSync(requireRealData(path), 'utf8');
  const { table } = await readCsv(text, path, { delimiter: ',' });
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, i) => [name, (cells[i] ?? '').trim()])),
  );
}

function total(study: Study, level: string, variable: string, year: number): number {
  let sum = 0;
  for (const value of areaValues(study, level, variable, year)?.values ?? [NaN]) {
    if (!Number.isNaN(value)) sum += value;
  }
  return sum;
}

function figure(study: Study, level: string, variable: string, year: number, key: string): number {
  const position = levelById(study, level).keys.indexOf(key);
  return areaValues(study, level, variable, year)?.values[position] ?? NaN;
}

function signsOf(study: Study, level: string, variable: string, year: number): number[] {
  return [...(areaValues(study, level, variable, year)?.signs ?? [])];
}

const tally = (list: readonly number[], value: number): number => list.filter((one) => one === value).length;

describeWithRealData('Berlin', () => {
  let study: Study;
  let notes: readonly Problem[];
  let bytes: number;
  beforeAll(async () => {
    ({ study, notes, bytes } = await built('berlin'));
  }, 120_000);

  test('has 542 planning areas of 2021 and 448 before, all with geometry, keys intact', () => {
    const counts = study.levels.map((level) => [level.id, level.keys.length]);
    expect(counts).toEqual([
      ['plr-2019', 448],
      ['bezirk-2019', 12],
      ['plr-2021', 542],
      ['bzr-2021', 143],
      ['pgr-2021', 58],
      ['bezirk-2021', 12],
    ]);
    for (const level of study.levels) expect(level.geometries).not.toContain(null);
    expect(levelById(study, 'plr-2021').keys.every((key) => /^\d{8}$/.test(key))).toBe(true);
    expect(levelById(study, 'plr-2021').keys[0]).toBe('01100101');
    expect(levelById(study, 'plr-2021').names.filter((name) => name === 'Schloßstraße')).toHaveLength(2);
    expect(levelById(study, 'plr-2019').keys).toContain('09041403');
  });

  test('has the published register totals', () => {
    expect(total(study, 'plr-2021', 'residents', 2024)).toBe(3_897_145);
    expect(total(study, 'plr-2021', 'foreigners', 2024)).toBe(971_878);
    expect(total(study, 'plr-2021', 'migration-background', 2024)).toBe(1_601_865);
    expect(total(study, 'plr-2019', 'residents', 2015)).toBe(3_610_156);
    expect(total(study, 'plr-2019', 'foreigners', 2015)).toBe(621_075);
    expect(total(study, 'plr-2019', 'migration-background', 2015)).toBe(1_078_091);
  });

  test('sums to the same totals at every level above', () => {
    for (const level of ['bzr-2021', 'pgr-2021', 'bezirk-2021']) {
      expect(total(study, level, 'residents', 2024)).toBe(3_897_145);
    }
    expect(figure(study, 'bezirk-2021', 'residents', 2024, '08')).toBe(
      levelById(study, 'plr-2021')
        .keys.filter((key) => key.startsWith('08'))
        .reduce((sum, key) => sum + figure(study, 'plr-2021', 'residents', 2024, key), 0),
    );
  });

  test('joins every row: no area without register figures from 2019 on', () => {
    for (const [level, year] of [
      ['plr-2019', 2019],
      ['plr-2019', 2020],
      ['plr-2021', 2021],
      ['plr-2021', 2024],
    ] as const) {
      expect(tally(signsOf(study, level, 'residents', year), 0)).toBe(levelById(study, level).keys.length);
    }
    const lacking = notes.filter((note) => note.code === 'rows-missing');
    expect(lacking.map((note) => [note.where?.file, note.params.n, note.params.years])).toEqual([
      ['tables/population-plr-2019.csv', 1, '2015, 2017'],
      ['tables/mss-plr-2019.csv', 1, '2012, 2014, 2016, 2018'],
      ['tables/mss-housing-plr-2019.csv', 1, '2020'],
    ]);
  });

  test('has the same residents at the end of 2020 from the register (old areas) and the monitoring (new ones)', () => {
    expect(total(study, 'plr-2019', 'residents', 2020)).toBe(3_769_962);
    expect(total(study, 'plr-2021', 'residents', 2020)).toBe(3_769_962);
  });

  test.each([
    [2013, 434, 12, 1],
    [2015, 435, 11, 1],
    [2017, 436, 9, 2],
    [2019, 436, 9, 2],
  ])(
    'MSS %i: %i classified areas; zeros of the others are signs, not figures',
    (edition, valid, small, outliers) => {
      for (const variable of ['unemployment-sgb2', 'transfer', 'child-poverty', 'unemployment-sgb2-change']) {
        const signs = signsOf(study, 'plr-2019', variable, edition - 1);
        expect([
          tally(signs, 0),
          tally(signs, signCode('too-small')),
          tally(signs, signCode('excluded')),
        ]).toEqual([valid, small, outliers]);
      }
      expect(study.editions.find(({ year }) => year === edition)?.outliers).toHaveLength(outliers);
      // Residents of the unclassified areas stay known.
      expect(tally(signsOf(study, 'plr-2019', 'residents', edition - 1), 0)).toBe(447);
    },
  );

  test('MSS 2021: 536 classified areas, 75/366/46/49 published classes, the outlier declared', async () => {
    const status = [...(areaValues(study, 'plr-2021', 'mss-status', 2020)?.values ?? [])];
    expect([1, 2, 3, 4].map((position) => tally(status, position))).toEqual([75, 366, 46, 49]);
    const dynamics = [...(areaValues(study, 'plr-2021', 'mss-dynamics', 2020)?.values ?? [])];
    expect([1, 2, 3].map((position) => tally(dynamics, position))).toEqual([48, 436, 52]);
    const signs = signsOf(study, 'plr-2021', 'unemployment-sgb2', 2020);
    expect([tally(signs, signCode('too-small')), tally(signs, signCode('excluded'))]).toEqual([5, 1]);
    const rows = await records('berlin/mss/mss_2021_index_indikatoren.csv');
    expect(study.editions.at(-1)?.outliers.map((outlier) => outlier.area)).toEqual(
      rows.filter((row) => row.KOM === 'ungültig (Ausreißer)').map((row) => row.PLR_ID),
    );
  });

  test('keeps genuine zeros', () => {
    // One of the classified areas of the 2013 edition has no child in SGB II.
    const values = [...(areaValues(study, 'plr-2019', 'child-poverty', 2012)?.values ?? [])];
    expect(tally(values, 0)).toBe(1);
  });

  test('has percentages as shares, to the last digit', () => {
    expect(figure(study, 'plr-2019', 'unemployment-sgb2', 2012, '01011101')).toBe(6.38298 / 100);
    expect(figure(study, 'plr-2021', 'child-poverty-change', 2020, '01100101')).toBe(3.96175 / 100);
    expect(figure(study, 'plr-2021', 'asking-rent', 2024, '01100101')).toBe(22.81);
    expect(figure(study, 'pgr-2021', 'social-housing', 2022, '0110')).toBe(1.51 / 100);
  });

  test('undoes the shifted origin columns of 2015–2019: no group jumps from 2019 to 2020', () => {
    for (const origin of ['origin-poland', 'eu2', 'origin-turkey', 'origin-former-yugoslavia']) {
      const before = total(study, 'plr-2019', origin, 2019);
      const after = total(study, 'plr-2019', origin, 2020);
      expect(Math.abs(after / before - 1), origin).toBeLessThan(0.05);
    }
    expect(total(study, 'plr-2019', 'origin-poland', 2015)).toBe(106_889);
  });

  test('says 437 primary schools, 413 with figures, 409 of these with a position', () => {
    const primary = study.institutions.filter((institution) => institution.form === 'primary');
    const composed = new Set(study.compositions.map((composition) => composition.institution));
    const figured = primary.filter((institution) => composed.has(institution.id));
    expect([primary.length, figured.length, figured.filter((school) => school.position).length]).toEqual([
      437, 413, 409,
    ]);
    const named = study.forms.find(({ id }) => id === 'primary')?.plural;
    const without = notes.filter((note) => note.code === 'institutions-without-composition');
    expect(without.map(({ params }) => params)).toContainEqual({ form: named, n: 24, total: 437 });
  });

  test('counts the children of primary schools as the source does', async () => {
    const rows = (await records('berlin/schools/schulen_ndh_2020_21.csv')).filter(
      (row) => row.schulart === 'Grundschule' && row.schueler !== '',
    );
    const primary = new Set(
      study.institutions.filter(({ form }) => form === 'primary').map((institution) => institution.id),
    );
    const own = study.compositions.filter((composition) => primary.has(composition.institution));
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    expect(sum(own.map((composition) => composition.total))).toBe(
      sum(rows.map((row) => Number(row.schueler))),
    );
    expect(sum(own.map((composition) => composition.counts.ndh ?? NaN))).toBe(
      sum(rows.map((row) => Number(row.ndh))),
    );
  });

  test('has 2 891 kitas with 199 837 places and none with an invented composition', () => {
    const kitas = study.institutions.filter((institution) => institution.form === 'kita');
    expect(kitas).toHaveLength(2891);
    expect(kitas.reduce((sum, kita) => sum + (kita.capacity ?? 0), 0)).toBe(199_837);
    const ids = new Set(kitas.map((kita) => kita.id));
    expect(study.compositions.some((composition) => ids.has(composition.institution))).toBe(false);
    expect(kitas.filter((kita) => kita.provider === 'public').length).toBeGreaterThan(250);
  });

  test('matches 346 catchments to public primary schools', () => {
    expect(study.catchments).toHaveLength(346);
    const matched = study.catchments.filter((catchment) => catchment.institutions.length > 0);
    expect(matched).toHaveLength(337);
    const provider = new Map(study.institutions.map((institution) => [institution.id, institution.provider]));
    for (const { institutions } of matched) {
      for (const id of institutions) expect(provider.get(id)).toBe('public');
    }
  });

  test('crosses every old area over with weights that add up to one', () => {
    const [crosswalk] = study.crosswalks;
    const sums = new Map<string, number>();
    crosswalk?.fromKeys.forEach((key, i) => {
      sums.set(key, (sums.get(key) ?? 0) + (crosswalk.weights[i] ?? NaN));
    });
    expect(sums.size).toBe(448);
    for (const sum of sums.values()) expect(Math.abs(sum - 1)).toBeLessThan(0.00075);
  });

  test.each([
    ['bzr-2021', 'bzr_2021', 'BZR_ID'],
    ['pgr-2021', 'pgr_2021', 'PGR_ID'],
  ])('%s dissolved from planning areas has the published outlines', (level, file, key) => {
    const published = JSON.parse(readFileSync(requireRealData(`berlin/geo/${file}.geojson`), 'utf8')) as {
      features: { properties: Record<string, string>; geometry: Polygon | MultiPolygon }[];
    };
    const own = levelById(study, level);
    expect(published.features).toHaveLength(own.keys.length);
    for (const { properties, geometry } of published.features) {
      const position = own.keys.indexOf(properties[key] ?? '');
      expect(areaOf(own.geometries[position] ?? null) / areaOf(geometry)).toBeCloseTo(1, 6);
    }
  });

  test('moves no vertex of the published planning areas, and adds one where an outline crosses itself', () => {
    const published = JSON.parse(readFileSync(requireRealData('berlin/geo/plr_2021.geojson'), 'utf8')) as {
      features: { geometry: Polygon | MultiPolygon }[];
    };
    const written = ([x, y]: Position): string => `${Number(x).toFixed(6)} ${Number(y).toFixed(6)}`;
    const vertices = (all: readonly (Polygon | MultiPolygon | null)[]): Set<string> =>
      new Set(all.flatMap((geometry) => ringsOf(geometry).flat().map(written)));
    const before = vertices(published.features.map((feature) => feature.geometry));
    // One of the 542 polygons is published with a crossing: there the repair needs a corner of its own.
    const repaired = notes.filter((note) => note.code === 'outlines-repaired').map(({ params }) => params);
    const level = { de: 'Planungsräume 2021', en: 'Planning areas 2021' };
    expect(repaired).toEqual([{ n: 1, level, areas: '10100205' }]);
    const after = vertices(levelById(study, 'plr-2021').geometries);
    expect([...before].filter((vertex) => !after.has(vertex))).toEqual([]);
    expect([...after].filter((vertex) => !before.has(vertex))).toEqual(['13.541885 52.566101']);
  });

  test('has figures for every indicator at some level and stays small', () => {
    for (const indicator of study.indicators) {
      const years = study.levels.flatMap((level) =>
        (study.observations.find((observations) => observations.level === level.id)?.years ?? []).filter(
          (year) => indicatorValues(study, level.id, indicator.id, year) !== null,
        ),
      );
      expect(years.length, indicator.id).toBeGreaterThan(0);
    }
    expect(notes.map((note) => note.code)).not.toContain('variables-empty');
    expect(bytes).toBeLessThan(5_000_000);
  });
});

describeWithRealData('Leipzig', () => {
  let study: Study;
  beforeAll(async () => {
    ({ study } = await built('leipzig'));
  }, 60_000);

  test('has 63 Ortsteile in 10 Stadtbezirken, keys with their zeros', () => {
    expect(study.levels.map((level) => [level.id, level.keys.length])).toEqual([
      ['ortsteil', 63],
      ['stadtbezirk', 10],
    ]);
    expect(levelById(study, 'ortsteil').keys.slice(0, 3)).toEqual(['00', '01', '02']);
    expect(levelById(study, 'ortsteil').names[0]).toBe('Zentrum');
  });

  test('has SGB II for 2008–2022 in all Ortsteile, as the long table has it', async () => {
    const rows = (await records('leipzig/indikatoren_ortsteile_lang.csv')).filter(
      (row) => row.sachgebiet === 'bedarfsgemeinschaften' && row.merkmal === 'Leistungsberechtigte',
    );
    expect(rows).toHaveLength(63 * 15);
    for (const row of rows) {
      expect(figure(study, 'ortsteil', 'sgb2-recipients', Number(row.jahr), row.ortsteil_key ?? '')).toBe(
        Number(row.wert),
      );
    }
  });

  test('computes from counts what the publisher cuts to whole per cent', () => {
    const own = indicatorValues(study, 'ortsteil', 'foreigners', 2023)?.values ?? new Float64Array(0);
    const published =
      areaValues(study, 'ortsteil', 'foreigners-published', 2023)?.values ?? new Float64Array(0);
    expect(own).toHaveLength(63);
    own.forEach((share, a) => {
      expect(share * 100).toBeGreaterThanOrEqual((published[a] ?? NaN) * 100 - 1e-9);
      expect(share * 100).toBeLessThan((published[a] ?? NaN) * 100 + 1 + 1e-9);
    });
  });

  test('takes the zero of unpublished figures for missing', () => {
    expect([...(areaValues(study, 'ortsteil', 'dwellings', 2010)?.values ?? [])]).not.toContain(0);
    const signs = study.observations[0]?.columns.dwellings?.signs ?? new Uint8Array(0);
    // 29 zeros in the source, and no dwellings at all in 2023.
    expect(signs.filter((sign) => sign === signCode('missing'))).toHaveLength(29 + 63);
  });
});

function ringsOf(geometry: Polygon | MultiPolygon | null): readonly Position[][] {
  if (!geometry) return [];
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** In square degrees, holes taken off by their opposite turn. */
function areaOf(geometry: Polygon | MultiPolygon | null): number {
  let sum = 0;
  for (const ring of ringsOf(geometry)) {
    const [x0 = 0, y0 = 0] = ring[0] ?? [];
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    }
  }
  return Math.abs(sum / 2);
}

describe('recipes in the repository', () => {
  test.each(['berlin', 'leipzig'])('%s names for every file where it is offered, or its source', (city) => {
    const path = fileURLToPath(new URL(`../../data/${city}/recipe.json`, import.meta.url));
    const recipe = readRecipe(JSON.parse(readFileSync(path, 'utf8')), path);
    if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
    for (const file of recipe.value.files) {
      const source = recipe.value.sources.find((candidate) => candidate.id === file.source);
      expect(file.offered ?? source?.url, file.id).toMatch(/^https:\/\//);
    }
  });
});
