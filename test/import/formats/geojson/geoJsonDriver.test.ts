import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geoJsonDriver } from '#import/formats/geojson/geoJsonDriver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, formatFile, quiet, realAreas, refusalOf, truncations } from '../reading.ts';

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const file = (value: unknown, path = 'a.geojson') => formatFile(path, bytesOf(value));
const layerOf = async (value: unknown) => (await contentsOf(geoJsonDriver, file(value))).layers[0];
const featuresOf = async (value: unknown) => (await layerOf(value))?.features;

const ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = { type: 'Feature', properties: { key: '01001', name: 'Süd' }, geometry: polygon };
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('a GeoJSON', () => {
  test.each([
    ['a collection', collection(feature), [{ properties: feature.properties, geometry: polygon }]],
    ['a feature', feature, [{ properties: feature.properties, geometry: polygon }]],
    ['an outline', polygon, [{ properties: {}, geometry: polygon }]],
    [
      'a feature without outline',
      { ...feature, geometry: null },
      [{ properties: feature.properties, geometry: null }],
    ],
    [
      'a feature without properties',
      { type: 'Feature', properties: null, geometry: polygon },
      [{ properties: {}, geometry: polygon }],
    ],
  ])('that is %s', async (_, value, features) => {
    expect(await featuresOf(value)).toEqual(features);
  });

  test('keeps an id beside the properties, but not instead of one of them', async () => {
    expect((await featuresOf(collection({ ...feature, id: '05911000' })))?.[0]?.properties.id).toBe(
      '05911000',
    );
    const both = { ...feature, id: 'x', properties: { id: 'own' } };
    expect((await featuresOf(collection(both)))?.[0]?.properties).toEqual({ id: 'own' });
  });

  test('has nested values as JSON, and any names', async () => {
    const text =
      '{"type":"Feature","geometry":null,"properties":{"a":{"b":[1,2]},"__proto__":{"x":1},"n":1.5,"t":true,"l":null}}';
    expect(Object.entries((await featuresOf(text))?.[0]?.properties ?? {})).toEqual([
      ['a', '{"b":[1,2]}'],
      ['__proto__', '{"x":1}'],
      ['n', 1.5],
      ['t', true],
      ['l', null],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test.each([
    [[polygon, polygon], { type: 'MultiPolygon', coordinates: [[ring], [ring]] }],
    [
      [polygon, { type: 'MultiPolygon', coordinates: [[ring]] }],
      { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
    ],
    [[polygon], polygon],
    [
      [polygon, { type: 'Point', coordinates: [1, 2] }],
      { type: 'GeometryCollection', geometries: [polygon, { type: 'Point', coordinates: [1, 2] }] },
    ],
    [[{ type: 'Point' }], { type: 'GeometryCollection', geometries: [{ type: 'Point' }] }],
  ])('puts collections of outlines together: %j', async (geometries, expected) => {
    const geometry = { type: 'GeometryCollection', geometries };
    expect((await featuresOf({ ...feature, geometry }))?.[0]?.geometry).toEqual(expected);
  });

  test.each([
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } }, 'EPSG:25832', null],
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, 'EPSG:4326', null],
    [{ type: 'EPSG', properties: { code: 31468 } }, 'EPSG:31468', null],
    [{ type: 'name', properties: { name: 'Baugrube' } }, null, 'Baugrube'],
    [undefined, null, null],
    [{ type: 'link', properties: {} }, null, null],
    ['EPSG:25832', null, null],
  ])('says its system: %j', async (crs, code, crsText) => {
    expect(await layerOf({ ...collection(feature), crs })).toMatchObject({ crs: code, crsText });
    expect(await layerOf({ ...feature, crs })).toMatchObject({ crs: code, crsText });
  });

  test('with a byte order mark, or in the code page of Windows', async () => {
    const text = JSON.stringify(collection(feature));
    const mark = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(text)]);
    const windows = Uint8Array.from(text, (char) => char.charCodeAt(0));
    for (const bytes of [mark, windows]) {
      const read = await readFile(formatFile('a.geojson', bytes), {}, quiet);
      expect(read).toMatchObject({ ok: true, value: { format: 'geojson' } });
      const { layers } = await contentsOf(geoJsonDriver, formatFile('a.geojson', bytes));
      expect(layers[0]?.features[0]?.properties.name).toBe('Süd');
    }
  });
});

describe('a GeoJSON of a feature per line', () => {
  const lines = [feature, { ...feature, properties: { key: '01002' } }, polygon].map((value) =>
    JSON.stringify(value),
  );
  const expected = [
    { properties: feature.properties, geometry: polygon },
    { properties: { key: '01002' }, geometry: polygon },
    { properties: {}, geometry: polygon },
  ];

  test.each([
    ['lines', lines.join('\n')],
    ['lines of Windows, with empty ones', `${lines.join('\r\n\r\n')}\r\n`],
    ['a sequence of records', lines.map((line) => `\u001e${line}\n`).join('')],
  ])('%s', async (_, text) => {
    expect(await readFile(file(text, 'a.geojsonl'), {}, quiet)).toMatchObject({
      ok: true,
      value: { format: 'geojson' },
    });
    expect(await featuresOf(text)).toEqual(expected);
  });

  test('a broken line is told by its number', async () => {
    const text = [lines[0], lines[1]?.slice(0, -5), lines[2]].join('\n');
    expect(await geoJsonDriver.read(file(text), {}, quiet)).toMatchObject({
      ok: false,
      problems: [{ code: 'geojson-line-invalid', where: { row: 2 } }],
    });
  });

  test('other JSON on lines is refused', async () => {
    expect(await refusalOf(geoJsonDriver, file('{"a":1}\n{"a":2}'))).toEqual(['geojson-invalid']);
  });
});

describe('a GeoJSON of many portions', () => {
  const features = Array.from({ length: 30_000 }, (_, i) => ({
    ...feature,
    properties: { key: String(i).padStart(8, '0'), name: `Straße "${i}" {[` },
  }));
  const spread = JSON.stringify(collection(...features), null, 1);
  const expected = features.map(({ properties, geometry }) => ({ properties, geometry }));

  test.each([
    ['a document', spread],
    ['lines', features.map((one) => JSON.stringify(one)).join('\r\n')],
  ])('is read piece by piece: %s', async (_, text) => {
    const bytes = bytesOf(text);
    const shares: number[] = [];
    const pause = async (done: number, of: number): Promise<void> => {
      shares.push(done / of);
    };
    const read = await geoJsonDriver.read(formatFile('a.geojson', bytes), {}, { pause });
    expect(read.ok && read.value.layers[0]?.features).toEqual(expected);
    expect(shares.length).toBeGreaterThan(bytes.length / 2_000_000);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const gaps = shares.map((share, i) => share - (shares[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan((1.5 * 2 ** 20) / bytes.length);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });

  test('can be cancelled among its features', async () => {
    const pause = async (done: number, of: number): Promise<void> => {
      if (done > of / 2) throw new Error('cancelled');
    };
    const reading = geoJsonDriver.read(formatFile('a.geojson', bytesOf(spread)), {}, { pause });
    await expect(reading).rejects.toThrow('cancelled');
  });

  test('tells the line and the column of what is wrong', async () => {
    const key = spread.indexOf('"00020000"');
    const broken = `${spread.slice(0, key)}1 ${spread.slice(key)}`;
    const line = broken.slice(0, key).split('\n').length;
    const column = key + 2 - broken.lastIndexOf('\n', key);
    const read = await geoJsonDriver.read(file(broken), {}, quiet);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'json-invalid', where: { row: line } }] });
    expect(read.ok ? '' : read.problems[0]?.params.reason).toMatch(
      new RegExp(`^Expected .*, line ${line}, column ${column}$`),
    );
  });

  test('with one sign of the code page of Windows far behind is read as that', async () => {
    const text = spread.replaceAll('ß', 's').replace('00029999', 'Süd');
    const windows = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const { layers } = await contentsOf(geoJsonDriver, formatFile('a.geojson', windows));
    expect(layers[0]?.features.at(-1)?.properties.key).toBe('Süd');
  });
});

describe('a member called features', () => {
  test.each(['Polygon', 'Feature'])('of a %s stays part of it', async (type) => {
    const value = { ...polygon, type, features: [feature, 1], geometry: polygon, properties: { a: 1 } };
    const expected = type === 'Feature' ? { properties: { a: 1 }, geometry: polygon } : { geometry: value };
    expect(await featuresOf(value)).toMatchObject([expected]);
  });

  test.each([
    [
      '{"features":[1],"type":"FeatureCollection","features":[{"id":7}]}',
      [{ properties: { id: 7 }, geometry: null }],
    ],
    [
      '{"features":[{"id":7}],"type":"FeatureCollection","x":{"features":[1,2]}}',
      [{ properties: { id: 7 }, geometry: null }],
    ],
  ])('is the last one at the top: %s', async (text, expected) => {
    expect(await featuresOf(text)).toEqual(expected);
  });

  test.each([
    ['{"type":"FeatureCollection","features":[1],"features":null}', 'geojson-invalid'],
    ['{"type":"Karte","features":[1]}', 'geojson-invalid'],
    ['{"type":"FeatureCollection","features":[{}]} {}', 'json-invalid'],
    ['{"type":"FeatureCollection","features":[{}],"features":[]}', 'layer-empty'],
  ])('%s: %s', async (text, code) => {
    expect(await refusalOf(geoJsonDriver, file(text))).toEqual([code]);
  });
});

describe('a broken GeoJSON', () => {
  const sound = bytesOf(collection(feature, feature));

  test('cut off anywhere is refused', async () => {
    for (const bytes of truncations(sound)) {
      expect(await refusalOf(geoJsonDriver, formatFile('a.geojson', bytes))).toEqual(['json-invalid']);
    }
  });

  test.each([
    ['nothing', '', 'json-invalid'],
    ['no features', collection(), 'layer-empty'],
    ['other JSON', '{"type":"Karte"}', 'geojson-invalid'],
    ['features that are none', '{"type":"FeatureCollection","features":{}}', 'geojson-invalid'],
    ['brackets without end', '['.repeat(100_000), 'json-invalid'],
  ])('%s', async (_, value, code) => {
    expect(await refusalOf(geoJsonDriver, file(value))).toEqual([code]);
  });

  test('of features that are no objects has features without anything', async () => {
    expect(await featuresOf(collection(null, 7, 'x'))).toEqual(
      [1, 2, 3].map(() => ({ properties: {}, geometry: null })),
    );
  });

  test('with values nested deeper than the engine follows is read without them', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const text = `{"type":"Feature","geometry":null,"properties":{"key":"1","deep":${deep}}}`;
    expect((await featuresOf(text))?.[0]?.properties.key).toBe('1');
  });

  test('of any JSON is read or refused, never thrown', async () => {
    const json = fc.jsonValue({ maxDepth: 2 });
    const typed = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
      fc.record(
        {
          type: fc.constantFrom('Feature', 'FeatureCollection', 'Polygon', 'GeometryCollection'),
          features: fc.array(inner, { maxLength: 3 }),
          geometry: inner,
          properties: inner,
          coordinates: inner,
          geometries: fc.array(inner, { maxLength: 3 }),
          crs: inner,
        },
        { requiredKeys: ['type'] },
      );
    await fc.assert(
      fc.asyncProperty(typed(fc.oneof(json, typed(fc.oneof(json, typed(json))))), async (value) => {
        await geoJsonDriver.read(file(value), {}, quiet);
      }),
      { numRuns: 300 },
    );
  });

  test('ends when it is cancelled', async () => {
    const pause = async (): Promise<void> => {
      throw new Error('cancelled');
    };
    await expect(geoJsonDriver.read(formatFile('a.geojson', sound), {}, { pause })).rejects.toThrow(
      'cancelled',
    );
  });
});

describeWithRealData('real areas as a GeoJSON', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s, as a collection and on lines', async (city) => {
    const { degrees } = realAreas(city);
    const expected = degrees.features.map(({ properties, geometry }) => ({ properties, geometry }));
    expect(await featuresOf(degrees)).toEqual(expected);
    expect(await featuresOf(degrees.features.map((one) => JSON.stringify(one)).join('\n'))).toEqual(expected);
  });
});
