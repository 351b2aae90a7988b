import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { polygonBounds } from '#geo/planar.ts';
import type { RawFeature } from '#import/formats/feature.ts';
import { inspectLayer, type LayerChoices } from '#import/inspect/inspectLayer.ts';
import { describeWithRealData, requireRealData } from '../../realData.ts';

const context = { pause: async () => {} };
function inspect(
  features: readonly RawFeature[],
  crs: string | null = null,
  choices: LayerChoices | null = null,
) {
  const layer = { name: 'bezirke', features, crs, crsText: null };
  return inspectLayer(layer, { id: 'stadt.gpkg#bezirke', file: 'stadt.gpkg' }, choices, context);
}

const utm = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';
const { forward } = proj4('EPSG:4326', utm);
/** Four squares of a kilometre near Erfurt in EPSG:25832. */
function squares(swapped = false): RawFeature[] {
  const [east, north] = forward([11, 51]) as [number, number];
  return [0, 1, 2, 3].map((i) => {
    const [x, y] = [Math.round(east) + 1000 * (i % 2), Math.round(north) + 1000 * Math.floor(i / 2)];
    const ring = [
      [x, y],
      [x + 1000, y],
      [x + 1000, y + 1000],
      [x, y + 1000],
      [x, y],
    ];
    const turned = ring.map(([a, b]) => (swapped ? [b, a] : [a, b]));
    return {
      properties: { OBJECTID: i, nr: `0${i + 1}`, name: ['Mitte', 'Nord', 'Ost', 'West'][i] },
      geometry: { type: 'Polygon', coordinates: [turned] },
    };
  });
}

describe('a layer of areas', () => {
  test('kind, place, keys, names, soundness and outlines', async () => {
    const found = await inspect(squares());
    expect(found).toMatchObject({
      id: 'stadt.gpkg#bezirke',
      file: 'stadt.gpkg',
      layer: 'bezirke',
      features: 4,
      geometry: 'polygon',
      crs: { crs: 'EPSG:25832', from: 'range', swapped: false, inGermany: true },
      names: ['name'],
      geometryReport: { areas: 4, dissolved: [], findings: [] },
      points: [],
    });
    expect(found.keys[0]).toEqual({ property: 'nr', distinct: 4, length: 2 });
    expect(found.outlines).toHaveLength(4);
    const [west, south] = polygonBounds(found.outlines[0] ?? null) ?? [];
    expect(west).toBeCloseTo(11, 3);
    expect(south).toBeCloseTo(51, 3);
  });

  test('with northing first', async () => {
    const found = await inspect(squares(true), 'EPSG:25832');
    expect(found.crs).toMatchObject({ crs: 'EPSG:25832', from: 'file', swapped: true, inGermany: true });
    expect(found.geometryReport).toMatchObject({ areas: 4, findings: [] });
    expect(polygonBounds(found.outlines[0] ?? null)?.[0]).toBeCloseTo(11, 3);
  });

  test('under the system and the key that were chosen', async () => {
    const found = await inspect(squares(), null, { crs: 'EPSG:25833', key: 'name' });
    expect(found.crs).toMatchObject({ crs: 'EPSG:25833', from: 'chosen', inGermany: false });
    expect(polygonBounds(found.outlines[0] ?? null)?.[0]).toBeGreaterThan(16.5);
    expect(found.geometryReport?.areas).toBe(4);
  });

  test('what does not fit together is said', async () => {
    const features = squares();
    const twice = { ...features[0]!, properties: { nr: '09', name: 'Mitte' } };
    const found = await inspect([
      ...features,
      twice,
      { properties: { nr: '10', name: 'Süd' }, geometry: null },
    ]);
    expect(found.geometryReport?.findings.map(({ kind, areas }) => [kind, ...areas])).toEqual([
      ['empty', '10'],
      ['duplicate', '01', '09'],
    ]);
  });

  test('without any key areas go by their place in the file', async () => {
    const bare = squares().map(({ geometry }) => ({ properties: {}, geometry }));
    const found = await inspect([...bare, bare[2]!]);
    expect([found.keys, found.names]).toEqual([[], []]);
    expect(found.geometryReport).toMatchObject({
      areas: 5,
      findings: [{ kind: 'duplicate', areas: ['3', '5'] }],
    });
  });

  test('coordinates of nowhere', async () => {
    const found = await inspect([
      {
        properties: { nr: '1' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [1e9, 1e9],
              [2e9, 1e9],
              [2e9, 2e9],
              [1e9, 1e9],
            ],
          ],
        },
      },
    ]);
    expect(found).toMatchObject({
      crs: { crs: null },
      geometryReport: null,
      outlines: [],
      geometry: 'polygon',
    });
  });
});

describe('other layers', () => {
  const point = (x: number, y: number, type = 'Point') => ({
    properties: { id: `s${x}` },
    geometry: { type, coordinates: type === 'Point' ? [x, y] : [[x, y]] },
  });

  test('points', async () => {
    const found = await inspect([point(11, 51), point(11.5, 51.5, 'MultiPoint')]);
    expect(found).toMatchObject({ geometry: 'point', geometryReport: null, outlines: [] });
    expect(found.points).toEqual([
      [11, 51],
      [11.5, 51.5],
    ]);
  });

  test('many points are thinned out for the preview', async () => {
    const found = await inspect(Array.from({ length: 7_000 }, (_, i) => point(11 + i / 1e5, 51)));
    expect(found.features).toBe(7_000);
    expect(found.points.length).toBeGreaterThan(2_000);
    expect(found.points.length).toBeLessThanOrEqual(3_000);
    expect(found.points.at(-1)?.[0]).toBeGreaterThan(11.0699);
  });

  test('lines, nothing at all, several kinds', async () => {
    const line = {
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [11, 51],
          [12, 51],
        ],
      },
    };
    expect(await inspect([line])).toMatchObject({ geometry: 'line', outlines: [], points: [] });
    expect(await inspect([])).toMatchObject({
      geometry: 'none',
      features: 0,
      crs: { crs: null, bounds: null },
    });
    expect(await inspect([{ properties: {}, geometry: null }])).toMatchObject({ geometry: 'none' });
    expect(
      await inspect([{ properties: {}, geometry: { type: 'constructor', coordinates: [] } }]),
    ).toMatchObject({
      geometry: 'none',
    });
    const mixed = await inspect([...squares(), line, point(11, 51)], 'EPSG:25832');
    expect(mixed.geometry).toBe('mixed');
    const collection = {
      properties: {},
      geometry: { type: 'GeometryCollection', geometries: squares().map((one) => one.geometry) },
    };
    expect((await inspect([collection])).geometry).toBe('polygon');
  });

  test('anything at all: something is said, nothing thrown', async () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -180, max: 180, noNaN: true }), fc.integer());
    const position = fc.oneof(fc.array(number, { maxLength: 3 }), fc.anything({ maxDepth: 1 }));
    const ring = fc.array(position, { maxLength: 6 });
    const geometry = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 'GeometryCollection', 'Curve', '__proto__'),
        coordinates: fc.oneof(
          fc.array(ring, { maxLength: 3 }),
          fc.array(fc.array(ring)),
          position,
          fc.anything(),
        ),
        geometries: fc.oneof(fc.array(fc.anything()), fc.anything()),
      }),
    );
    const properties = fc.dictionary(fc.string(), fc.anything(), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ properties, geometry }), { maxLength: 5 }),
        fc.constantFrom(null, 'EPSG:4326', 'EPSG:25832', 'EPSG:3035', 'EPSG:1', 'x'),
        async (features, crs) => {
          const found = await inspect(
            features as RawFeature[],
            crs,
            crs === 'x' ? { crs: 'EPSG:31467' } : null,
          );
          expect(found.features).toBe(features.length);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test('geometries nested without end', async () => {
    let coordinates: unknown = [11, 51];
    let geometry: unknown = squares()[0]?.geometry;
    for (let i = 0; i < 100_000; i++) {
      coordinates = [coordinates];
      geometry = { type: 'GeometryCollection', geometries: [geometry] };
    }
    const found = await inspect([
      { properties: { nr: '1' }, geometry: { type: 'Polygon', coordinates } },
      { properties: { nr: '2' }, geometry },
      ...squares(),
    ]);
    expect(found.geometryReport?.areas).toBe(4);
  });

  test('a cancelled inspection ends', async () => {
    const layer = { name: '', features: squares(), crs: null, crsText: null };
    const cancelled = inspectLayer(layer, { id: 'a', file: 'a' }, null, {
      pause: () => Promise.reject(new Error('cancelled')),
    });
    await expect(cancelled).rejects.toThrow('cancelled');
  });
});

describeWithRealData('layers as offices publish them', () => {
  test.each([
    ['nuernberg/statistische_bezirke', 89, 87, 'code_bez', 2, 'name_bez', ['49', '84']],
    ['leipzig/ortsteile', 63, 63, 'key', 2, 'title', []],
    ['hamburg/stadtteile_osm', 103, 103, 'name', null, 'name', []],
    ['berlin/geo/plr_2021', 542, 542, 'PLR_ID', 8, 'PLR_NAME', []],
    ['berlin/geo/plr_until_2020', 448, 448, 'id', 8, 'name', []],
    ['berlin/geo/bzr_2021', 143, 143, 'BZR_ID', 6, 'BZR_NAME', []],
    ['berlin/geo/pgr_2021', 58, 58, 'PGR_ID', 4, 'PGR_NAME', []],
    ['berlin/schools/einschulungsbereiche_2019', 346, 346, 'ESB', 4, undefined, []],
  ])(
    '%s',
    async (path, features, areas, key, length, name, dissolved) => {
      const json = JSON.parse(readFileSync(requireRealData(`${path}.geojson`), 'utf8')) as {
        features: RawFeature[];
      };
      const found = await inspect(json.features, 'EPSG:4326');
      expect(found.features).toBe(features);
      expect(found.keys[0]).toMatchObject({ property: key, length });
      expect(found.names[0]).toBe(name);
      expect(found.geometryReport).toMatchObject({ areas, dissolved });
      expect(found.crs).toMatchObject({ crs: 'EPSG:4326', from: 'file', inGermany: true });
      expect(found.outlines.length).toBeGreaterThan(areas * 0.97);
    },
    60_000,
  );
});
