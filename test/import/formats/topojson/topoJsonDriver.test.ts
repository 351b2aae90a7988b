import { topology } from 'topojson-server';
import { describe, expect, test } from 'vitest';
import { readFile } from '#import/formats/readFile.ts';
import { topoJsonDriver } from '#import/formats/topojson/topoJsonDriver.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, cornersOf, formatFile, quiet, realAreas, refusalOf, truncations } from '../reading.ts';

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const file = (value: unknown) => formatFile('a.json', bytesOf(value));

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ],
  ],
};
const areas = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', id: '01', properties: { name: 'Süd' }, geometry: polygon }],
};
const places = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: 'Schule' }, geometry: { type: 'Point', coordinates: [1, 2] } },
  ],
};
const sound = topology({ areas, places } as unknown as Parameters<typeof topology>[0]);

describe('a TopoJSON', () => {
  test('has a layer for each of its objects, and keeps ids', async () => {
    expect(await readFile(file(sound), {}, quiet)).toMatchObject({ ok: true, value: { format: 'topojson' } });
    const { layers } = await contentsOf(topoJsonDriver, file(sound));
    expect(layers.map(({ name, features }) => [name, features.map(({ properties }) => properties)])).toEqual([
      ['areas', [{ name: 'Süd', id: '01' }]],
      ['places', [{ name: 'Schule' }]],
    ]);
    expect(layers.map(({ features }) => cornersOf(features[0]?.geometry))).toEqual([cornersOf(polygon), '']);
    expect(layers[1]?.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  test('of one object has a layer without name', async () => {
    const one = topology({ areas } as unknown as Parameters<typeof topology>[0]);
    const { layers } = await contentsOf(
      topoJsonDriver,
      file({ ...one, crs: { properties: { name: 'EPSG:25832' } } }),
    );
    expect(layers.map(({ name, crs }) => [name, crs])).toEqual([['', 'EPSG:25832']]);
  });

  test('reads what can be read of an object beside a broken one', async () => {
    const broken = { ...sound, objects: { ...sound.objects, areas: { type: 'Polygon', arcs: [[99]] } } };
    const { layers, notes } = await contentsOf(topoJsonDriver, file(broken));
    expect(layers.map(({ name }) => name)).toEqual(['places']);
    expect(notes.map(({ code }) => code)).toEqual(['topojson-invalid']);
  });
});

describe('a broken TopoJSON', () => {
  test('cut off anywhere is refused', async () => {
    for (const bytes of truncations(bytesOf(sound))) {
      expect(await refusalOf(topoJsonDriver, formatFile('a.json', bytes))).toEqual(['json-invalid']);
    }
  });

  test.each([
    ['no objects', { type: 'Topology', arcs: [], objects: {} }],
    ['no arcs', { type: 'Topology', objects: { a: { type: 'Point', coordinates: [1, 2] } } }],
    [
      'arcs that are none',
      {
        type: 'Topology',
        arcs: [7],
        transform: { scale: [1, 1], translate: [0, 0] },
        objects: { a: { type: 'Polygon', arcs: [[0]] } },
      },
    ],
    [
      'a transform that is none',
      { ...sound, transform: 'x', objects: { a: { type: 'Polygon', arcs: [[0]] } } },
    ],
    ['objects that are none', { ...sound, objects: { a: null, b: 7 } }],
  ])('%s', async (_, value) => {
    const codes = await refusalOf(topoJsonDriver, file(value));
    expect(codes.length).toBeGreaterThan(0);
    expect(['topojson-invalid', 'object-unknown']).toEqual(expect.arrayContaining([...new Set(codes)]));
  });
});

describeWithRealData('real areas as a TopoJSON', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s', async (city) => {
    const { degrees } = realAreas(city);
    const { layers } = await contentsOf(topoJsonDriver, file(topology({ areas: degrees })));
    const features = layers[0]?.features ?? [];
    expect(features.map(({ properties }) => properties)).toEqual(
      degrees.features.map(({ properties }) => properties),
    );
    expect(features).toHaveLength(city === 'berlin' ? 542 : 89);
  });
});
