import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { crsOfJson, geoColumnOf } from '#import/formats/geoparquet/geoMetadata.ts';
import { geoParquetDriver } from '#import/formats/geoparquet/geoParquetDriver.ts';
import { nestedGeometry } from '#import/formats/geoparquet/nestedGeometry.ts';
import { contentsOf, formatFile, refusalOf, truncations } from '../reading.ts';

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))));
const areas = bytesOf('areas-snappy.parquet');

test('a Parquet without outlines is a sheet, and no value is lost', async () => {
  const { sheets, layers } = await contentsOf(
    geoParquetDriver,
    formatFile('a.parquet', bytesOf('figures.parquet')),
  );
  expect(layers).toEqual([]);
  expect(sheets).toEqual([
    {
      name: '',
      rows: [
        ['schluessel', 'gross', 'einfach', 'geld', 'tag', 'zeit', 'ja', 'liste', 'art', 'bytes'],
        [
          '01001',
          '9007199254740993',
          '0.1',
          '1234.3',
          '2024-01-31',
          '2024-01-31T12:30:00',
          'true',
          '["1","2"]',
          'a',
          '',
        ],
        ['', '7', '', '', '', '', 'false', '', 'a', ''],
      ],
      merges: [],
      hasNativeNumbers: true,
    },
  ]);
});

test('the box beside an outline is no figure', async () => {
  const { layers } = await contentsOf(
    geoParquetDriver,
    formatFile('a.parquet', bytesOf('areas-box.parquet')),
  );
  expect(Object.keys(layers[0]?.features[0]?.properties ?? {})).toEqual([
    'schluessel',
    'name',
    'einwohner',
    'anteil',
  ]);
});

describe('what a GeoParquet says about its outlines', () => {
  const geo = (column: object, more: object = { primary_column: 'g' }): string =>
    JSON.stringify({ version: '1.0.0', columns: { g: column }, ...more });

  test.each([
    ['no system: longitude, latitude', geo({ encoding: 'WKB' }), 'EPSG:4326', null],
    ['an unknown system', geo({ encoding: 'WKB', crs: null }), null, null],
    [
      'a code',
      geo({ encoding: 'WKB', crs: { name: 'x', id: { authority: 'EPSG', code: 25833 } } }),
      'EPSG:25833',
      null,
    ],
    [
      'a code of others',
      geo({ encoding: 'WKB', crs: { name: 'x', id: { authority: 'OGC', code: 'CRS84' } } }),
      'EPSG:4326',
      null,
    ],
    ['a name', geo({ encoding: 'WKB', crs: { name: 'Baugrube 7' } }), null, 'Baugrube 7'],
    [
      'text of an older version',
      geo({ encoding: 'WKB', crs: 'PROJCRS["x",ID["EPSG",31467]]' }),
      'EPSG:31467',
      null,
    ],
    [
      'with heights',
      geo({
        encoding: 'WKB',
        crs: { type: 'CompoundCRS', components: [{ id: { authority: 'EPSG', code: 25832 } }] },
      }),
      'EPSG:25832',
      null,
    ],
  ])('%s', (_, text, crs, crsText) => {
    expect(geoColumnOf(text)?.crs).toEqual({ crs, crsText });
  });

  test.each(['', '{', '[]', '{"columns":[]}', '{"columns":{}}', geo({}, { primary_column: '__proto__' })])(
    'nothing sound: %s',
    (text) => {
      expect(geoColumnOf(text)).toBeNull();
    },
  );

  test('short names of systems', () => {
    expect(crsOfJson('OGC:CRS84').crs).toBe('EPSG:4326');
    expect(crsOfJson('EPSG:25832').crs).toBe('EPSG:25832');
    expect(crsOfJson('{"id":{"authority":"EPSG","code":3044}}').crs).toBe('EPSG:25832');
  });
});

test('positions in nested lists', () => {
  const at = (x: number, y: number) => ({ x, y, z: 3 });
  expect(nestedGeometry(at(1, 2), 'point')).toEqual({ type: 'Point', coordinates: [1, 2] });
  expect(nestedGeometry([[at(1, 2), at(3, 4)]], 'polygon')).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [1, 2],
        [3, 4],
      ],
    ],
  });
  for (const none of [null, [], [[{ x: 1 }]], 'x']) expect(nestedGeometry(none, 'polygon')).toBeNull();
  expect(nestedGeometry(at(1, 2), 'constructor')).toBeNull();
});

describe('a broken Parquet', () => {
  test('cut off anywhere is refused', async () => {
    for (const cut of truncations(areas)) {
      expect(await refusalOf(geoParquetDriver, formatFile('a.parquet', cut))).toEqual(['parquet-invalid']);
    }
  });

  test.each([
    ['nothing', new Uint8Array(), 'parquet-invalid'],
    ['other bytes', new TextEncoder().encode('hallo '.repeat(40)), 'parquet-invalid'],
    ['encrypted', new TextEncoder().encode('PARE....PARE'), 'parquet-encrypted'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(geoParquetDriver, formatFile('a.parquet', bytes))).toEqual([code]);
  });

  test('ends when it is cancelled', async () => {
    let asked = 0;
    const pause = async (): Promise<void> => {
      if (++asked > 1) throw new Error('cancelled');
    };
    await expect(geoParquetDriver.read(formatFile('a.parquet', areas), {}, { pause })).rejects.toThrow(
      'cancelled',
    );
  });
});
