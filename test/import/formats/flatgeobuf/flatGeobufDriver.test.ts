import { Builder } from 'flatbuffers';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Geometry as FgbGeometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection, Feature as GeoFeature, Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { flatGeobufDriver } from '#import/formats/flatgeobuf/flatGeobufDriver.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, formatFile, realAreas, refusalOf, truncations } from '../reading.ts';

const ring = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 0],
];
const hole = [
  [5, 1],
  [6, 1],
  [6, 2],
  [5, 1],
];
const collection = (geometries: Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map(
    (geometry, i): GeoFeature => ({
      type: 'Feature',
      properties: { key: `0100${i}`, name: 'Schloßstraße', wert: 3.5, ja: true },
      geometry,
    }),
  ),
});
const read = (bytes: Uint8Array) => contentsOf(flatGeobufDriver, formatFile('a.fgb', bytes));

/** Writes a value and says how many bytes it takes. */
function sized(size: number, write: (view: DataView) => void): (view: DataView) => number {
  return (view) => {
    write(view);
    return size;
  };
}

/** A file with one feature of one column, written table by table: what the library's own writer cannot write. */
function handMade(options: {
  type?: number;
  value?: (view: DataView) => number;
  geometry?: boolean;
  crs?: { org?: string; code?: number; wkt?: string };
  count?: number;
  index?: number;
}): Uint8Array {
  const head = new Builder();
  const name = head.createString('wert');
  Column.startColumn(head);
  Column.addName(head, name);
  Column.addType(head, options.type ?? ColumnType.String);
  const columns = Header.createColumnsVector(head, [Column.endColumn(head)]);
  let crs = 0;
  if (options.crs) {
    const org = options.crs.org === undefined ? 0 : head.createString(options.crs.org);
    const wkt = options.crs.wkt === undefined ? 0 : head.createString(options.crs.wkt);
    Crs.startCrs(head);
    if (org) Crs.addOrg(head, org);
    if (wkt) Crs.addWkt(head, wkt);
    Crs.addCode(head, options.crs.code ?? 0);
    crs = Crs.endCrs(head);
  }
  Header.startHeader(head);
  Header.addColumns(head, columns);
  if (crs) Header.addCrs(head, crs);
  Header.addGeometryType(head, 1);
  Header.addFeaturesCount(head, BigInt(options.count ?? 1));
  Header.addIndexNodeSize(head, options.index ?? 0);
  head.finishSizePrefixed(Header.endHeader(head));
  const body = new Builder();
  const cell = new DataView(new ArrayBuffer(64));
  const size = options.value ? 2 + options.value(new DataView(cell.buffer, 2)) : 0;
  const properties = Feature.createPropertiesVector(body, new Uint8Array(cell.buffer, 0, size));
  let geometry = 0;
  if (options.geometry !== false) {
    const xy = FgbGeometry.createXyVector(body, [7, 8]);
    FgbGeometry.startGeometry(body);
    FgbGeometry.addXy(body, xy);
    geometry = FgbGeometry.endGeometry(body);
  }
  Feature.startFeature(body);
  if (geometry) Feature.addGeometry(body, geometry);
  Feature.addProperties(body, properties);
  body.finishSizePrefixed(Feature.endFeature(body));
  const tree = options.index ? new Uint8Array(80) : new Uint8Array();
  return Uint8Array.from([
    ...[0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0],
    ...head.asUint8Array(),
    ...tree,
    ...body.asUint8Array(),
  ]);
}

describe('a FlatGeobuf', () => {
  const geometries: Geometry[] = [
    { type: 'Polygon', coordinates: [ring, hole] },
    { type: 'MultiPolygon', coordinates: [[ring, hole], [hole]] },
    { type: 'Point', coordinates: [3, 4] },
    {
      type: 'MultiPoint',
      coordinates: [
        [3, 4],
        [5, 6],
      ],
    },
    { type: 'LineString', coordinates: ring },
    { type: 'MultiLineString', coordinates: [ring, hole] },
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [3, 4] },
        { type: 'Polygon', coordinates: [ring] },
      ],
    },
  ];

  const each: [string, Geometry[]][] = geometries.map((geometry) => [geometry.type, [geometry]]);

  test.each([...each, ['everything', geometries] as const])('of %s', async (_, some) => {
    const bytes = serialize(collection([...some]), 25832);
    expect(flatGeobufDriver.recognises({ path: 'x', bytes })).toBe(1);
    const { layers, notes } = await read(bytes);
    expect(notes).toEqual([]);
    expect(layers).toEqual([
      {
        name: '',
        crs: 'EPSG:25832',
        crsText: null,
        features: some.map((geometry, i) => ({
          properties: { key: `0100${i}`, name: 'Schloßstraße', wert: 3.5, ja: true },
          geometry,
        })),
      },
    ]);
  });

  test.each([
    ['short', ColumnType.Short, sized(2, (view) => view.setInt16(0, -3, true)), -3],
    ['unsigned', ColumnType.UInt, sized(4, (view) => view.setUint32(0, 4_000_000_000, true)), 4_000_000_000],
    ['long', ColumnType.Long, sized(8, (view) => view.setBigInt64(0, 12n, true)), 12],
    [
      'a long that no number holds',
      ColumnType.Long,
      sized(8, (view) => view.setBigInt64(0, 9007199254740993n, true)),
      '9007199254740993',
    ],
    ['single precision', ColumnType.Float, sized(4, (view) => view.setFloat32(0, 0.1, true)), 0.1],
    ['no number', ColumnType.Double, sized(8, (view) => view.setFloat64(0, NaN, true)), null],
    ['bytes', ColumnType.Binary, sized(7, (view) => view.setUint32(0, 3, true)), null],
  ])('with values of type %s', async (_, type, value, expected) => {
    const { layers } = await read(handMade({ type, value }));
    expect(layers[0]?.features).toEqual([
      { properties: { wert: expected }, geometry: { type: 'Point', coordinates: [7, 8] } },
    ]);
  });

  test('without geometry, with an index before its features', async () => {
    const { layers } = await read(handMade({ geometry: false, index: 16 }));
    expect(layers[0]?.features).toEqual([{ properties: { wert: null }, geometry: null }]);
  });

  test.each([
    [{ code: 25833 }, 'EPSG:25833', null],
    [{ org: 'EPSG', code: 3044 }, 'EPSG:25832', null],
    [{ org: 'OWN', code: 7, wkt: 'LOCAL_CS["x"]' }, null, 'LOCAL_CS["x"]'],
    [
      { wkt: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]' },
      'EPSG:4326',
      null,
    ],
  ])('under system %j', async (system, crs, crsText) => {
    expect((await read(handMade({ crs: system }))).layers[0]).toMatchObject({ crs, crsText });
  });
});

describe('a broken FlatGeobuf', () => {
  const bytes = serialize(
    collection([
      { type: 'Polygon', coordinates: [ring, hole] },
      { type: 'Polygon', coordinates: [ring] },
    ]),
    25832,
  );

  test('cut off anywhere is refused', async () => {
    for (const cut of truncations(bytes)) {
      const codes = await refusalOf(flatGeobufDriver, formatFile('a.fgb', cut));
      expect([['fgb-truncated'], ['fgb-invalid']]).toContainEqual(codes);
    }
    expect(await refusalOf(flatGeobufDriver, formatFile('a.fgb', handMade({ count: 2 })))).toEqual([
      'fgb-truncated',
    ]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['other bytes', new TextEncoder().encode('hallo '.repeat(40))],
  ])('%s', async (_, other) => {
    expect(await refusalOf(flatGeobufDriver, formatFile('a.fgb', other))).toEqual(['fgb-invalid']);
  });

  test('ends when it is cancelled', async () => {
    const pause = async (): Promise<void> => {
      throw new Error('cancelled');
    };
    await expect(flatGeobufDriver.read(formatFile('a.fgb', bytes), {}, { pause })).rejects.toThrow(
      'cancelled',
    );
  });
});

describeWithRealData('real areas written as FlatGeobuf', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s', async (city) => {
    const { metres, epsg } = realAreas(city);
    const { layers } = await read(serialize(metres, epsg));
    expect(layers[0]?.crs).toBe(`EPSG:${epsg}`);
    expect(layers[0]?.features).toEqual(
      metres.features.map(({ properties, geometry }) => ({ properties, geometry })),
    );
  });
});
