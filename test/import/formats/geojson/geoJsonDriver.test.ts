import { describe, expect, test } from 'vitest';
import { contentsOf, read, refusalOf } from '../wholeFile.ts';

const point = { type: 'Point', coordinates: [390_000, 5_820_000] };
const feature = { type: 'Feature', properties: { id: '0101' }, geometry: point };

function collection(more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', ...more, features: [feature] });
}

async function layerOf(text: string | Uint8Array) {
  const { layers } = await contentsOf('a.geojson', text);
  if (layers.length !== 1 || !layers[0]) throw new Error(`${layers.length} layers`);
  return layers[0];
}

describe('GeoJSON', () => {
  test('has one layer of features as they stand, and no system of its own', async () => {
    expect(await layerOf(collection())).toEqual({
      name: '',
      features: [{ properties: { id: '0101' }, geometry: point }],
      crs: null,
      crsText: null,
    });
  });

  test.each([
    ['urn:ogc:def:crs:EPSG::25833', 'EPSG:25833'],
    ['EPSG:31468', 'EPSG:31468'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['http://www.opengis.net/def/crs/EPSG/0/25832', 'EPSG:25832'],
  ])('crs %s is %s', async (name, crs) => {
    const layer = await layerOf(collection({ crs: { type: 'name', properties: { name } } }));
    expect([layer.crs, layer.crsText]).toEqual([crs, null]);
  });

  test('a system nobody knows is handed on word for word', async () => {
    const layer = await layerOf(
      collection({ crs: { type: 'name', properties: { name: 'Stadtnetz 1927' } } }),
    );
    expect([layer.crs, layer.crsText]).toEqual([null, 'Stadtnetz 1927']);
  });

  test('a single feature and a bare outline are layers too', async () => {
    expect((await layerOf(JSON.stringify(feature))).features).toHaveLength(1);
    expect((await layerOf(JSON.stringify(point))).features[0]).toEqual({ properties: {}, geometry: point });
  });

  test('in the code page of Windows', async () => {
    const text = JSON.stringify({
      ...JSON.parse(collection()),
      features: [{ ...feature, properties: { name: 'Köln' } }],
    });
    const { features } = await layerOf(Uint8Array.from([...text].map((char) => char.charCodeAt(0))));
    expect(features[0]?.properties).toEqual({ name: 'Köln' });
  });

  test('says what is wrong', async () => {
    expect(await refusalOf('a.geojson', '{"type":"FeatureCollection","features":[]}')).toEqual([
      'layer-empty',
    ]);
    expect(await refusalOf('a.geojson', '{"type":"FeatureCollection"}')).toEqual(['geojson-invalid']);
  });

  test('property names that mean something to objects do no harm', async () => {
    const text = collection().replace('"id"', '"__proto__"');
    const { features } = await layerOf(text);
    expect(Object.keys(features[0]?.properties ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });
});

describe('TopoJSON', () => {
  const topology = (objects: unknown): string =>
    JSON.stringify({ type: 'Topology', arcs: [], crs: { properties: { name: 'EPSG:25833' } }, objects });
  const points = { type: 'GeometryCollection', geometries: [{ ...point, properties: { id: '1' } }] };

  test('has a layer for each object', async () => {
    const { layers } = await contentsOf('a.json', topology({ plr: points, bezirke: points }));
    expect(layers.map(({ name, crs, features }) => [name, crs, features.length])).toEqual([
      ['plr', 'EPSG:25833', 1],
      ['bezirke', 'EPSG:25833', 1],
    ]);
  });

  test('reads the objects that are sound and tells of the others', async () => {
    const result = await read('a.json', topology({ gut: points, schlecht: 5 }));
    expect(result).toMatchObject({ ok: true, notes: [{ code: 'object-unknown' }] });
  });
});
