import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import { readFile } from '#import/formats/readFile.ts';
import { quiet } from './reading.ts';

/** Written by GDAL 3.12 and Arrow 25 (`fixtures/make.py`): readers are not only tried on what this project writes. */
const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(folder + path));

const square = (x: number, y: number, size: number): [number, number][] => [
  [650_000 + x, 5_480_000 + y],
  [650_000 + x + size, 5_480_000 + y],
  [650_000 + x + size, 5_480_000 + y + size],
  [650_000 + x, 5_480_000 + y + size],
];
const outlines = [
  [[square(0, 0, 1000), square(200, 200, 100)]],
  [[square(2000, 0, 500)], [square(3000, 0, 500)]],
  [[square(0, 2000, 1000)]],
];

/** Corners of each ring, sorted: writers turn rings and begin them elsewhere. */
function cornersOf(geometry: unknown, digits: number): string[][][] {
  const { type, coordinates } = geometry as { type: string; coordinates: number[][][] & number[][][][] };
  const polygons: number[][][][] =
    type === 'Polygon' ? [coordinates as number[][][]] : (coordinates as number[][][][]);
  return polygons.map((rings) =>
    rings.map((ring) =>
      [
        ...new Set(
          ring.map((position) =>
            position
              .slice(0, 2)
              .map((value) => value.toFixed(digits))
              .join(' '),
          ),
        ),
      ].sort(),
    ),
  );
}
const metres = outlines.map((polygons) => cornersOf({ type: 'MultiPolygon', coordinates: polygons }, 0));

async function layerOf(files: Readonly<Record<string, Uint8Array>>) {
  const collected = await collectFiles(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  expect(collected.problems).toEqual([]);
  const [file] = collected.files;
  const read = file && (await readFile(file, {}, quiet));
  if (!read?.ok) throw new Error(JSON.stringify(read));
  expect(read.notes).toEqual([]);
  const { contents, format } = read.value;
  const [layer] = contents.layers;
  if (!layer) throw new Error('no layer');
  // An index of its own puts the features of some formats into another order.
  const features = [...layer.features].sort((a, b) =>
    String(a.properties.schluessel).localeCompare(String(b.properties.schluessel)),
  );
  return { ...layer, features, format, encoding: contents.encoding?.encoding };
}

/** As numbers where the format has numbers. */
const figures = [
  { schluessel: '01001', name: 'Schloßstraße', einwohner: 3419, anteil: 0.1 },
  { schluessel: '01002', name: 'Süd & Öd', einwohner: 0, anteil: 33.25 },
  { schluessel: '01003', name: 'Ärzteviertel', einwohner: 12, anteil: null },
];
const asText = figures.map((row) => ({
  ...row,
  einwohner: String(row.einwohner),
  anteil: row.anteil === null ? null : String(row.anteil),
}));

describe('a file of another program in metres', () => {
  const files: [string, Readonly<Record<string, Uint8Array>>, string, unknown][] = [
    ...(['utf8', 'latin1', 'cp850'] as const).map(
      (name): [string, Readonly<Record<string, Uint8Array>>, string, unknown] => [
        `shapefile-${name}`,
        Object.fromEntries(
          readdirSync(`${folder}shapefile-${name}`).map((file) => [
            file,
            bytesOf(`shapefile-${name}/${file}`),
          ]),
        ),
        'shapefile',
        figures,
      ],
    ),
    ['areas.gpkg', { 'a.gpkg': bytesOf('areas.gpkg') }, 'geopackage', figures],
    ['areas.fgb', { 'a.fgb': bytesOf('areas.fgb') }, 'flatgeobuf', figures],
    ['areas-gml2.gml', { 'a.gml': bytesOf('areas-gml2.gml') }, 'gml', asText],
    ['areas-gml31.gml', { 'a.gml': bytesOf('areas-gml31.gml') }, 'gml', asText],
    ...['snappy', 'zstd', 'gzip', 'brotli', 'lz4', 'box'].map(
      (name): [string, Readonly<Record<string, Uint8Array>>, string, unknown] => [
        `areas-${name}.parquet`,
        { 'a.parquet': bytesOf(`areas-${name}.parquet`) },
        'geoparquet',
        figures,
      ],
    ),
  ];

  test.each(files)('%s', async (_, some, format, rows) => {
    const layer = await layerOf(some);
    expect(layer).toMatchObject({ format, crs: 'EPSG:25832', crsText: null });
    expect(layer.features.map(({ geometry }) => cornersOf(geometry, 0))).toEqual(metres);
    const named = layer.features.map(({ properties: { schluessel, name, einwohner, anteil } }) => ({
      schluessel,
      name,
      einwohner,
      anteil,
    }));
    expect(named).toEqual(rows);
  });

  test('names of code pages are found without their declaration', async () => {
    for (const [name, encoding] of [
      ['latin1', 'windows-1252'],
      ['cp850', 'cp850'],
      ['utf8', 'utf-8'],
    ] as const) {
      const dbf = bytesOf(`shapefile-${name}/areas.dbf`);
      dbf[29] = 0;
      const layer = await layerOf({
        'a.shp': bytesOf(`shapefile-${name}/areas.shp`),
        'a.dbf': dbf,
        'a.prj': bytesOf(`shapefile-${name}/areas.prj`),
      });
      expect(layer.encoding).toBe(encoding);
      expect(layer.features.map(({ properties }) => properties.name)).toEqual(figures.map((row) => row.name));
    }
  });

  test('outlines in nested lists, one polygon a row', async () => {
    const layer = await layerOf({ 'a.parquet': bytesOf('areas-polygons.parquet') });
    expect(layer.features.map(({ geometry }) => cornersOf(geometry, 0))).toEqual([
      metres[0],
      metres[1]?.slice(0, 1),
      metres[1]?.slice(1),
      metres[2],
    ]);
  });
});

describe('a file of another program in degrees', () => {
  test.each([
    ['areas-gml32-degrees.gml', 'gml'],
    ['areas.kml', 'kml'],
    ['areas-libkml.kml', 'kml'],
    ['areas.geojsonl', 'geojson'],
  ])('%s', async (path, format) => {
    const layer = await layerOf({ [path]: bytesOf(path) });
    expect(layer.format).toBe(format);
    expect(layer.features.map(({ properties }) => [properties.schluessel, properties.name])).toEqual(
      figures.map(({ schluessel, name }) => [schluessel, name]),
    );
    // The corners of the line-by-line file are the reference: all of them come from the same outlines.
    const reference = await layerOf({ 'a.geojsonl': bytesOf('areas.geojsonl') });
    expect(layer.features.map(({ geometry }) => cornersOf(geometry, 5))).toEqual(
      reference.features.map(({ geometry }) => cornersOf(geometry, 5)),
    );
    const [x = 0, y = 0] = (layer.features[0]?.geometry as Polygon | undefined)?.coordinates[0]?.[0] ?? [];
    expect([Math.floor(x), Math.floor(y)]).toEqual([11, 49]);
  });
});
