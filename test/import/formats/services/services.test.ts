import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { describeService } from '#import/formats/services/describeService.ts';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import { type Fetch, withParameters } from '#import/formats/services/requests.ts';
import type { ServiceDescription } from '#import/formats/services/service.ts';
import type { Result } from '#model/result.ts';
import { type FixtureServer, startFixtureServer } from './fixtureServer.ts';

const context = { pause: async () => undefined };
let server: FixtureServer;

beforeAll(async () => {
  server = await startFixtureServer();
});
afterAll(() => server.close());

const fetcher: Fetch = (address, options) => fetch(address, options);

function given<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(result.problems.map((one) => describeProblem(wordsOf('de'), one)).join('\n'));
  return result.value;
}

function codesOf(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  for (const one of result.problems) expect(describeProblem(wordsOf('de'), one)).not.toMatch(/\{\w+\}/);
  return result.problems.map(({ code }) => code);
}

const describeAt = (path: string, by = fetcher) => describeService(`${server.address}${path}`, by, context);

async function load(service: ServiceDescription, layer: string) {
  const { path, bytes } = given(await loadLayer(service, layer, fetcher, context));
  return { path, json: JSON.parse(new TextDecoder().decode(bytes)) };
}

describe('a WFS describes itself', () => {
  test.each([
    '/wfs-json',
    '/wfs-json?SERVICE=WFS&REQUEST=GetCapabilities&VERSION=1.1.0',
    '/wfs-json?service=wfs',
  ])('at %s', async (path) => {
    expect(given(await describeAt(path))).toEqual({
      kind: 'wfs',
      address: `${server.address}/wfs-json`,
      version: '2.0.0',
      title: 'Lebensweltlich orientierte Räume',
      provider: 'Amt für Statistik',
      licence: 'Datenlizenz Deutschland Zero 2.0',
      layers: [
        {
          id: 'fis:plr',
          title: 'Planungsräume',
          abstract: 'Stand 2021',
          crs: 'EPSG:25833',
          srsName: 'urn:ogc:def:crs:EPSG::25833',
          otherCrs: ['EPSG:4326'],
          formats: ['application/json', 'application/gml+xml; version=3.2'],
        },
        {
          id: 'fis:leer',
          title: 'Leer',
          abstract: '',
          crs: 'EPSG:25833',
          srsName: 'http://www.opengis.net/def/crs/EPSG/0/25833',
          otherCrs: [],
          formats: ['application/json', 'application/gml+xml; version=3.2'],
        },
      ],
    });
  });
});

describe('a layer of a WFS becomes a GeoJSON file that names its system', () => {
  test.each([
    ['GeoJSON', '/wfs-json'],
    ['GML', '/wfs-gml'],
    ['pages of three', '/wfs-paged'],
  ])('from %s', async (_, path) => {
    const { path: name, json } = await load(given(await describeAt(path)), 'fis:plr');
    expect(name).toBe('plr.geojson');
    expect(json.crs.properties.name).toBe('urn:ogc:def:crs:EPSG::25833');
    expect(json.features.map((one: { properties: { plr_id: string } }) => one.properties.plr_id)).toEqual([
      '0101',
      '0102',
      '0201',
      '0202',
    ]);
    expect(json.features[3].properties.plr_name).toBe('Straße 4');
    expect(json.features[3].geometry.coordinates[0][0]).toEqual([391_000, 5_821_000]);
  });

  test('the request names type, version, system and format', async () => {
    await load(given(await describeAt('/wfs-json')), 'fis:plr');
    const asked = new URL(server.asked.at(-1) ?? '', server.address).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      SERVICE: 'WFS',
      REQUEST: 'GetFeature',
      VERSION: '2.0.0',
      TYPENAMES: 'fis:plr',
      SRSNAME: 'urn:ogc:def:crs:EPSG::25833',
      OUTPUTFORMAT: 'application/json',
    });
  });

  test('empty and unknown ones are problems', async () => {
    const service = given(await describeAt('/wfs-json'));
    expect(codesOf(await loadLayer(service, 'fis:leer', fetcher, context))).toEqual(['service-layer-empty']);
    expect(codesOf(await loadLayer(service, 'x', fetcher, context))).toEqual(['service-layer-unknown']);
    const pretended = { ...service, layers: service.layers.map((layer) => ({ ...layer, id: 'fis:nie' })) };
    expect(codesOf(await loadLayer(pretended, 'fis:nie', fetcher, context))).toEqual(['service-refused']);
  });
});

describe('an OGC API', () => {
  test.each([
    '/api/schulen',
    '/api/schulen/collections?f=html',
    '/api/schulen/collections/grundschulen/items',
  ])('describes itself at %s', async (path) => {
    const service = given(await describeAt(path));
    expect(service).toMatchObject({ kind: 'ogc-api', title: 'Schulen', licence: 'dl-de/by-2-0' });
    expect(service.layers).toEqual([
      {
        id: 'grundschulen',
        title: 'Grundschulen',
        abstract: 'mit Lage',
        crs: 'EPSG:4326',
        otherCrs: ['EPSG:25832'],
        formats: ['application/geo+json'],
      },
    ]);
  });

  test('hands out all its pages', async () => {
    const { path, json } = await load(given(await describeAt('/api/schulen')), 'grundschulen');
    expect(path).toBe('grundschulen.geojson');
    expect(json.crs).toBeUndefined();
    expect(json.features).toHaveLength(3);
    expect(json.features[2]).toMatchObject({
      properties: { schulnummer: '001003' },
      geometry: { coordinates: [7.02, 51.5] },
    });
  });
});

describe('what is no service', () => {
  test.each([
    ['/page', ['service-page']],
    ['/nothing', ['service-missing']],
  ])('at %s is named', async (path, codes) => {
    expect(codesOf(await describeAt(path))).toEqual(codes);
  });

  test.each([
    '',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://name:password@example.org/wfs',
    'data:,x',
  ])('the address "%s" is not asked at all', async (address) => {
    const asked: string[] = [];
    const never: Fetch = async (to) => {
      asked.push(to);
      throw new TypeError('failed to fetch');
    };
    expect(codesOf(await describeService(address, never, context))).toEqual(['service-address']);
    expect(asked).toEqual([]);
  });

  test('an unreachable host is told from one that forbids reading', async () => {
    // Browsers fail in the same way in both cases; only a request without reading tells them apart.
    const failing =
      (opaque: boolean): Fetch =>
      async (_, options) => {
        if (options?.mode === 'no-cors' && opaque) return new Response(null);
        throw new TypeError('failed to fetch');
      };
    expect(codesOf(await describeAt('/wfs-json', failing(true)))).toEqual(['service-cors']);
    expect(codesOf(await describeAt('/wfs-json', failing(false)))).toEqual(['service-unreachable']);
  });

  test('requests carry neither cookies nor the address of the page', async () => {
    const options: RequestInit[] = [];
    await describeAt('/wfs-json', (address, sent) => {
      options.push(sent ?? {});
      return fetch(address, sent);
    });
    expect(options.length).toBeGreaterThan(0);
    for (const one of options)
      expect(one).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test('an answer that swells is broken off', async () => {
    const swelling: Fetch = async () =>
      new Response('<x/>', { headers: { 'content-length': String(400 * 1024 * 1024) } });
    expect(codesOf(await describeAt('/wfs-json', swelling))).toEqual(['service-too-large']);
  });

  test('capabilities with a document type are refused', async () => {
    const bomb: Fetch = async () =>
      new Response('<!DOCTYPE a [<!ENTITY b "c">]><wfs:WFS_Capabilities>&b;</wfs:WFS_Capabilities>');
    expect(codesOf(await describeAt('/wfs-json', bomb))).toEqual(['service-no-service']);
  });
});

test('parameters replace those of the same name whatever their case', () => {
  expect(
    withParameters('https://a.de/wfs?map=x&request=GetMap&Service=WMS', {
      REQUEST: 'GetFeature',
      SERVICE: 'WFS',
    }),
  ).toBe('https://a.de/wfs?map=x&REQUEST=GetFeature&SERVICE=WFS');
});
