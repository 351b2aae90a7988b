import { describe, expect, test } from 'vitest';
import { codesOf, describeAt, given, keysOf, loadFrom, refusedFrom } from './loading.ts';
import { areas, feature, json, type PretendedHost, pretendedHost, type Reply } from './pretendedHost.ts';

const root = 'https://ogc-api.example/v1/gebiete';
const all = areas(5);
const keys = all.map(({ id }) => id);
const geo = 'application/geo+json';
const features = all.map((one) => feature(one, { degrees: true }));

interface Habits {
  readonly items: (asked: ReadonlyMap<string, string>, url: URL) => Reply;
  readonly collection?: object;
  readonly start?: (url: URL) => Reply | null;
}

/** An OGC API with one collection. */
function api({ items, collection = {}, start }: Habits): PretendedHost {
  return pretendedHost((asked, url) => {
    const own = start?.(url);
    if (own) return own;
    switch (url.pathname) {
      case '/v1/gebiete':
        return json({
          title: 'Gebiete',
          links: [
            { rel: 'data', type: 'text/html', href: 'collections?f=html' },
            { rel: 'data', type: 'application/json', href: `${root}/collections?f=json` },
          ],
        });
      case '/v1/gebiete/collections':
        return json({
          collections: [{ id: 'viertel', title: 'Viertel', itemType: 'Feature', ...collection }],
        });
      case '/v1/gebiete/collections/viertel/items':
        return items(asked, url);
      default:
        return null;
    }
  });
}

const page = (list: readonly object[], more: object = {}): Reply =>
  json({ type: 'FeatureCollection', features: list, ...more }, geo);

describe('an OGC API', () => {
  test.each([
    ['relative', 'items?f=json&offset=3'],
    ['http behind a gateway', 'http://ogc-api.example/v1/gebiete/collections/viertel/items?f=json&offset=3'],
    [
      'of an inner host',
      'http://ldproxy:7080/rest/services/gebiete/collections/viertel/items?f=json&offset=3',
    ],
  ])('names its next page by an address that is %s', async (_, href) => {
    const host = api({
      items: (asked) =>
        asked.get('OFFSET') === '3'
          ? page(features.slice(3))
          : page(features.slice(0, 3), { links: [{ rel: 'next', type: geo, href }] }),
    });
    const loaded = await loadFrom(host, root);
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.crs).toBeNull();
    expect(new Set(host.asked.map(({ origin }) => origin))).toEqual(new Set(['https://ogc-api.example']));
  });

  test('that names one more page for ever is left, and so is one whose pages are all the first', async () => {
    const empty = api({
      items: (asked) => {
        const offset = Number(asked.get('OFFSET') ?? 0);
        const links = [{ rel: 'next', href: `items?offset=${offset + 5}` }];
        return page(offset === 0 ? features : [], { links });
      },
    });
    expect(await loadFrom(empty, root)).toMatchObject({ notes: [] });
    const same = api({
      items: (asked) => {
        const links = [{ rel: 'next', href: `items?offset=${Number(asked.get('OFFSET') ?? 0) + 5}` }];
        return page(features, { links, numberMatched: 5 });
      },
    });
    const loaded = await loadFrom(same, root);
    expect(keysOf(loaded)).toEqual(keys);
    expect(same.asked.length).toBeLessThan(8);
  });

  test('that gives fewer than it says is said to', async () => {
    const host = api({ items: () => page(features, { numberMatched: 9 }) });
    expect((await loadFrom(host, root)).notes).toEqual(['service-layer-cut']);
  });

  test('that refuses pages of a thousand is asked for its own', async () => {
    const host = api({
      items: (asked) =>
        asked.has('LIMIT')
          ? { ...json({ code: 'InvalidParameterValue', description: 'limit exceeds 100' }), status: 400 }
          : page(features),
    });
    expect(keysOf(await loadFrom(host, root))).toEqual(keys);
  });

  test('that knows formats by their media type is asked as it says', async () => {
    const href = `${root}/collections/viertel/items?f=application%2Fgeo%2Bjson`;
    const host = api({
      collection: { links: [{ rel: 'items', type: geo, href }] },
      items: (asked) =>
        asked.get('F') === geo ? page(features) : { ...json({ title: 'unknown format' }), status: 406 },
    });
    expect(keysOf(await loadFrom(host, root))).toEqual(keys);
  });

  test('that answers in metres says so in its head', async () => {
    const host = api({
      items: () => ({
        ...page(all.map((one) => feature(one))),
        headers: { 'Content-Crs': '<http://www.opengis.net/def/crs/EPSG/0/25832>' },
      }),
    });
    expect((await loadFrom(host, root)).crs).toBe('urn:ogc:def:crs:EPSG::25832');
  });

  test('that answers in JSON-FG has outlines beside those for everybody', async () => {
    const host = api({
      items: () =>
        json(
          {
            type: 'FeatureCollection',
            conformsTo: ['http://www.opengis.net/spec/json-fg-1/0.2/conf/core'],
            coordRefSys: 'http://www.opengis.net/def/crs/EPSG/0/25832',
            features: all.map((one) => {
              const { geometry, ...rest } = feature(one) as { geometry: unknown };
              return { ...rest, geometry: null, place: geometry, time: null };
            }),
          },
          'application/vnd.ogc.fg+json',
        ),
    });
    const loaded = await loadFrom(host, root);
    expect(loaded.crs).toBe('urn:ogc:def:crs:EPSG::25832');
    expect(loaded.features[0]?.geometry?.type).toBe('Polygon');
  });

  test.each([
    `${root}/collections/viertel/items?f=html&limit=10`,
    `${root}/collections/viertel?f=json`,
    `${root}/collections/`,
    `${root}/conformance`,
    `${root}/openapi?f=json`,
  ])('is found at %s', async (address) => {
    const host = api({ items: () => page(features) });
    const service = given(await describeAt(host, address));
    expect(service).toMatchObject({ kind: 'ogc-api', address: `${root}/collections`, title: 'Gebiete' });
    expect(service.wanted).toBe(address.includes('viertel') ? 'viertel' : undefined);
  });

  test('is found by its description, which names where it starts', async () => {
    const host = api({
      items: () => page(features),
      start: ({ pathname }) =>
        pathname === '/v1/gebiete/api' ? json({ openapi: '3.0.1', servers: [{ url: root }] }) : null,
    });
    expect(given(await describeAt(host, `${root}/api`))).toMatchObject({ title: 'Gebiete' });
  });

  test('whose start is for people is found by its collections', async () => {
    const host = api({
      items: () => page(features),
      start: ({ pathname }) =>
        pathname === '/v1/gebiete' ? { body: '<!doctype html><h1>Hallo</h1>', type: 'text/html' } : null,
    });
    expect(keysOf(await loadFrom(host, `${root}/`))).toEqual(keys);
  });
});

describe('a service of ArcGIS at its own address', () => {
  const service = 'https://gis.example/arcgis/rest/services/Statistik/Gebiete/FeatureServer';
  const fields = [
    { name: 'OBJECTID', type: 'esriFieldTypeOID' },
    { name: 'schluessel', type: 'esriFieldTypeString' },
    { name: 'stand', type: 'esriFieldTypeDate' },
  ];
  /** Gives two features at a time; numbers have gaps. */
  const host = (count: object = { count: 5 }) =>
    pretendedHost((asked, url) => {
      if (url.pathname.endsWith('/FeatureServer'))
        return json({
          currentVersion: 10.91,
          copyrightText: 'Stadt Beispiel, dl-de/by-2-0',
          layers: [
            { id: 0, name: 'Gruppe', subLayerIds: [1], type: 'Group Layer' },
            { id: 1, name: 'Stadtviertel 2024', subLayerIds: null, type: 'Feature Layer' },
          ],
          tables: [{ id: 2, name: 'Einwohner', type: 'Table' }],
        });
      if (url.pathname.endsWith('/FeatureServer/1')) return json({ objectIdField: 'OBJECTID', fields });
      if (!url.pathname.endsWith('/FeatureServer/1/query')) return null;
      if (asked.get('RETURNCOUNTONLY')) return json(count);
      const after = Number(/OBJECTID>(\d+)/.exec(asked.get('WHERE') ?? '')?.[1] ?? 0);
      const rows = all.map((one, i) => ({ ...feature(one, { degrees: true }), number: (i + 1) * 10 }));
      const rest = rows.filter(({ number }) => number > after);
      return json({
        type: 'FeatureCollection',
        properties: { exceededTransferLimit: rest.length > 2 },
        features: rest.slice(0, 2).map(({ number, ...one }) => ({
          ...one,
          id: number,
          properties: {
            OBJECTID: number,
            schluessel: String(10_100 + number / 10),
            stand: 1_704_067_200_000,
          },
        })),
      });
    });

  test.each([service, `${service}/1`, `${service}/1/query?where=1%3D1&outFields=*&f=pjson`])(
    'is described at %s',
    async (address) => {
      const found = given(await describeAt(host(), address));
      expect(found).toMatchObject({
        kind: 'arcgis',
        address: service,
        title: 'Gebiete',
        provider: 'Stadt Beispiel, dl-de/by-2-0',
      });
      expect(found.layers.map(({ id, title }) => [id, title])).toEqual([
        ['1', 'Stadtviertel 2024'],
        ['2', 'Einwohner'],
      ]);
      expect(found.wanted).toBe(address === service ? undefined : '1');
    },
  );

  test.each([
    ['by its number of features', { count: 5 }],
    ['by its word that there are more', { error: { code: 400, message: 'no counting' } }],
  ])('gives all its pages, told %s', async (_, count) => {
    const loaded = await loadFrom(host(count), `${service}/1`, '1');
    expect(keysOf(loaded)).toEqual(keys);
    expect(loaded.path).toBe('Stadtviertel_2024.geojson');
    expect(loaded.notes).toEqual([]);
    // Milliseconds are a day.
    expect(loaded.features[0]?.properties.stand).toBe('2024-01-01');
  });

  test('that refuses with the status of success, wants a token or is a folder says so', async () => {
    const saying = (value: object): PretendedHost => pretendedHost(() => json(value));
    const codeOf = async (value: object): Promise<readonly string[]> => {
      const described = await describeAt(saying(value), service);
      return described.ok ? [] : codesOf(described.problems);
    };
    expect(await codeOf({ error: { code: 400, message: 'Invalid URL', details: [] } })).toEqual([
      'service-refused',
    ]);
    expect(await codeOf({ error: { code: 499, message: 'Token Required' } })).toEqual(['service-login']);
    expect(
      await codeOf({ folders: [], services: [{ name: 'Statistik/Gebiete', type: 'FeatureServer' }] }),
    ).toEqual(['service-folder']);
    expect(await refusedFrom(host(), service, '2')).toEqual(['service-missing']);
  });
});
