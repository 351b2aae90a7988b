import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Fetch } from '#import/formats/services/requests.ts';
import { areaValues } from '#model/aggregate.ts';
import { levelById } from '#model/lookup.ts';
import type { Result } from '#model/result.ts';
import { signCode } from '#model/sign.ts';
import type { Study } from '#model/study.ts';
import { assessNeed } from '#monitoring/need.ts';
import type { JobContext } from '#worker/host.ts';
import { createImportBench, type ImportBench } from '#worker/importing.ts';
import { Shelf } from '#worker/shelf.ts';
import { type Answered, berlinServices } from '../import/formats/services/berlinServices.ts';
import { catalogueRecipe } from '../import/recipe/cityRecipes.ts';
import { describeWithRealData, requireRealData } from '../realData.ts';

const unhurried: JobContext = { pause: async () => {}, offer() {} };
const recipe = catalogueRecipe('berlin/dienste.json');

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// The real services cannot be asked from a test: these answer with their structure and the published figures.
describeWithRealData('Berlin from its services', () => {
  let services: (address: string) => Answered;
  let whole: { bench: ImportBench; asked: readonly string[]; key: string; study: Study };
  beforeAll(async () => {
    services = await berlinServices();
    const { bench, asked } = benchOf();
    const { import: key } = given(await bench.loadSources({ import: null, recipe }, unhurried));
    whole = { bench, asked: [...asked], key, study: (await open(bench, key)).study };
  }, 60_000);

  function benchOf(isThere: (address: string) => boolean = () => true): {
    bench: ImportBench;
    asked: string[];
  } {
    const asked: string[] = [];
    const fetcher: Fetch = async (address) => {
      asked.push(address);
      if (!isThere(address)) throw new TypeError('Failed to fetch');
      const { status, type, body } = services(address);
      return new Response(body, { status, headers: { 'Content-Type': type } });
    };
    return { bench: createImportBench(new Shelf(), fetcher), asked };
  }

  async function open(bench: ImportBench, key: string): Promise<{ study: Study; codes: readonly string[] }> {
    const renewal = given(await bench.renew({ import: key, recipe }, unhurried));
    expect(renewal.problems).toEqual([]);
    expect(renewal.differences).toEqual([]);
    const replayed = await bench.replay({ import: key, recipe: renewal.recipe, disclosure: null }, unhurried);
    return { study: given(replayed).study, codes: replayed.ok ? replayed.notes.map(({ code }) => code) : [] };
  }

  const sumOf = (study: Study, variable: string, year: number): number =>
    [...(areaValues(study, 'plr-2021', variable, year)?.values ?? [])].reduce(
      (sum, value) => (Number.isNaN(value) ? sum : sum + value),
      0,
    );

  test('asks the two named services and nobody else, once each and once for each layer', () => {
    const [first, ...rest] = whole.asked.map((address) => new URL(address));
    expect(first?.origin).toBe('https://gdi.berlin.de');
    expect([first, ...rest].map((url) => `${url?.pathname} ${url?.searchParams.get('TYPENAMES')}`)).toEqual([
      '/services/wfs/lor_2021 null',
      '/services/wfs/lor_2021 lor_2021:a_lor_plr_2021',
      '/services/wfs/lor_2021 lor_2021:b_lor_bzr_2021',
      '/services/wfs/lor_2021 lor_2021:c_lor_pgr_2021',
      '/services/wfs/mss_2021 null',
      '/services/wfs/mss_2021 mss_2021:mss2021_indexind_542',
      '/services/wfs/mss_2021 mss_2021:mss2021_indizes_542',
      '/services/wfs/mss_2021 mss_2021:mss2021_kontextind_542',
    ]);
    expect(new Set(rest.map(({ origin }) => origin))).toEqual(new Set(['https://gdi.berlin.de']));
  });

  test('is a city with areas at four levels and the monitoring of 2021', () => {
    const { study } = whole;
    expect(study.levels.map(({ id, keys }) => [id, keys.length])).toEqual([
      ['plr-2021', 542],
      ['bzr-2021', 143],
      ['pgr-2021', 58],
      ['bezirk-2021', 12],
    ]);
    const level = levelById(study, 'plr-2021');
    // Keys keep their zeros, names their umlauts, two areas their common name.
    expect(level.names[level.keys.indexOf('01100101')]).toBe('Stülerstraße');
    expect(level.names.filter((name) => name === 'Schloßstraße')).toHaveLength(2);
    expect(levelById(study, 'bzr-2021').names[0]).toBe('Tiergarten Süd');
    expect(sumOf(study, 'residents', 2020)).toBe(3_769_962);
    const status = areaValues(study, 'plr-2021', 'mss-status', 2020);
    const classes = [1, 2, 3, 4].map(
      (one) => [...(status?.values ?? [])].filter((value) => value === one).length,
    );
    expect(classes).toEqual([75, 366, 46, 49]);
    const signs = [...(status?.signs ?? [])];
    expect(signs.filter((sign) => sign === signCode('too-small'))).toHaveLength(5);
    expect(signs.filter((sign) => sign === signCode('excluded'))).toHaveLength(1);
    const s1 = areaValues(study, 'plr-2021', 'unemployment-sgb2', 2020)?.values ?? [];
    expect(s1[level.keys.indexOf('01100101')]).toBeCloseTo(0.0422594, 9);
    // Published shares of two decimals times residents, marked as estimated.
    expect(study.variables.find(({ id }) => id === 'foreigners-2020')?.estimated).toMatchObject({
      of: 'residents',
    });
    expect(study.groups.map(({ id }) => id)).toEqual(['foreigners-2020', 'migration-background-2020']);
    const need = given(assessNeed(study, { profile: 'mss-2021', edition: 2021, thresholds: {} }));
    expect(need.official).toEqual({ status: 536, dynamics: 536, areas: 536 });
  });

  test('has the outlines where they are, out of metres', () => {
    const level = levelById(whole.study, 'plr-2021');
    const published = JSON.parse(readFileSync(requireRealData('berlin/geo/plr_2021.geojson'), 'utf8')) as {
      features: { properties: { PLR_ID: string }; geometry: { coordinates: number[][][] } }[];
    };
    const key = '01100101';
    const geometry = level.geometries[level.keys.indexOf(key)];
    const ring = geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
    const original =
      published.features.find((one) => one.properties.PLR_ID === key)?.geometry.coordinates[0] ?? [];
    const near = ([x = 0, y = 0]: readonly number[]): boolean =>
      ring.some(([a = 0, b = 0]) => Math.abs(a - x) < 2e-6 && Math.abs(b - y) < 2e-6);
    expect(original.length).toBeGreaterThan(50);
    expect(original.every(near)).toBe(true);
  });

  test('takes the register as its workbook is published', async () => {
    const { bench, key } = whole;
    const bytes = new Uint8Array(readFileSync(requireRealData('berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx')));
    given(
      await bench.inspect(
        { import: key, files: [{ path: 'SB_A01-16-00_2024h02_BE.xlsx', content: bytes }], plan: null },
        unhurried,
      ),
    );
    const { study, codes } = await open(bench, key);
    expect(codes).not.toContain('file-left-out-offered');
    expect(sumOf(study, 'residents', 2024)).toBe(3_897_145);
    expect(sumOf(study, 'foreigners', 2024)).toBe(971_878);
    expect(sumOf(study, 'migration-background', 2024)).toBe(1_601_865);
    expect(sumOf(study, 'under-15-mh', 2024)).toBeLessThan(sumOf(study, 'under-15', 2024));
    expect(study.groups.map(({ id }) => id)).toContain('origin-turkey');
  });

  test('without the context layer it has everything but what stands only there', async () => {
    const { bench } = benchOf((address) => !address.includes('kontextind'));
    const loaded = await bench.loadSources({ import: null, recipe }, unhurried);
    expect(loaded.ok && loaded.notes.map(({ code }) => code)).toEqual(['service-unreachable']);
    const { study } = await open(bench, given(loaded).import);
    expect(study.groups).toEqual([]);
    expect(study.indicators.map(({ id }) => id)).toContain('child-poverty');
    expect(study.indicators.map(({ id }) => id)).not.toContain('turnover');
  });

  test('without a network it says so once for each service and opens from files saved by hand', async () => {
    const { bench } = benchOf(() => false);
    const loaded = await bench.loadSources({ import: null, recipe }, unhurried);
    expect(!loaded.ok && loaded.problems.map(({ code, params }) => [code, params.host])).toEqual([
      ['service-unreachable', 'gdi.berlin.de'],
      ['service-unreachable', 'gdi.berlin.de'],
    ]);
    // Saved from the address in a browser window, under whatever name the browser gives.
    const saved = (type: string): Uint8Array =>
      new TextEncoder().encode(
        services(
          `https://gdi.berlin.de/services/wfs/${type.split(':')[0]}?service=WFS&request=GetFeature&typeNames=${type}`,
        ).body,
      );
    const files = [
      { path: 'a_lor_plr_2021.json', content: saved('lor_2021:a_lor_plr_2021') },
      { path: 'wfs (1).json', content: saved('mss_2021:mss2021_indexind_542') },
      { path: 'wfs (2).json', content: saved('mss_2021:mss2021_indizes_542') },
    ];
    const { import: key } = given(await bench.inspect({ import: null, files, plan: null }, unhurried));
    const { study } = await open(bench, key);
    expect(levelById(study, 'plr-2021').keys).toHaveLength(542);
    expect(sumOf(study, 'residents', 2020)).toBe(3_769_962);
  }, 90_000);
});
