import { describe, expect, test } from 'vitest';
import { geoPackageDriver } from '#import/formats/geopackage/geoPackageDriver.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, cornersOf, formatFile, realAreas, refusalOf, truncations } from '../reading.ts';
import { geoPackageBytes, gpkgGeometry } from './writeGeoPackage.ts';

const square = {
  type: 'Polygon' as const,
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
  name: 'Bezirke "neu"',
  columns: {
    KEY: 'TEXT',
    Name: 'TEXT',
    Einwohner: 'INTEGER',
    Anteil: 'REAL',
    lang: 'INTEGER',
    __proto__x: 'TEXT',
  },
  rows: [
    ['01001', 'Schloßstraße', 3419, 3.5, null, 'x'],
    ['01002', 'Süd', null, 0.1, 7, ''],
  ],
  geometries: [gpkgGeometry(square, { box: 1 }), null],
};
const figures = {
  name: 'zahlen',
  columns: { KEY: 'TEXT', wert: 'REAL' },
  rows: [
    ['01001', 1.5],
    ['01002', null],
  ],
};

describe('a GeoPackage', () => {
  test('of one layer', async () => {
    const bytes = await geoPackageBytes([areas]);
    expect(geoPackageDriver.recognises({ path: 'x.bin', bytes })).toBe(1);
    const { layers, sheets, notes } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
    expect([sheets, notes]).toEqual([[], []]);
    expect(layers).toEqual([
      {
        name: '',
        crs: 'EPSG:25832',
        crsText: null,
        features: [
          {
            properties: {
              fid: 1,
              KEY: '01001',
              Name: 'Schloßstraße',
              Einwohner: 3419,
              Anteil: 3.5,
              lang: null,
              __proto__x: 'x',
            },
            geometry: square,
          },
          {
            properties: {
              fid: 2,
              KEY: '01002',
              Name: 'Süd',
              Einwohner: null,
              Anteil: 0.1,
              lang: 7,
              __proto__x: '',
            },
            geometry: null,
          },
        ],
      },
    ]);
  });

  test('of a layer and a table', async () => {
    const bytes = await geoPackageBytes([areas, figures]);
    const { layers, sheets } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([['Bezirke "neu"', 2]]);
    expect(sheets).toEqual([
      {
        name: 'zahlen',
        rows: [
          ['fid', 'KEY', 'wert'],
          ['1', '01001', '1.5'],
          ['2', '01002', ''],
        ],
        merges: [],
        hasNativeNumbers: true,
      },
    ]);
  });

  test('keeps whole numbers that no number can hold as text', async () => {
    const bytes = await geoPackageBytes(
      [{ ...figures, columns: { KEY: 'TEXT', wert: 'INTEGER' }, rows: [['a', 5]] }],
      (database) => database.run('UPDATE zahlen SET wert = 9007199254740993'),
    );
    const { sheets } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
    expect(sheets[0]?.rows[1]).toEqual(['1', 'a', '9007199254740993']);
  });

  test.each([0, 1, 2, 3, 4] as const)(
    'with a box of kind %i before the outline, empty outlines, heights',
    async (box) => {
      const geometries = [
        gpkgGeometry(square, { box, style: { dimensions: 'xyz' } }),
        gpkgGeometry(null, { box }),
        gpkgGeometry(square, { box, style: { bigEndian: true } }),
      ];
      const bytes = await geoPackageBytes([
        { ...areas, geometries, rows: geometries.map(() => areas.rows[0]!) },
      ]);
      const { layers } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
      expect(layers[0]?.features.map(({ geometry }) => geometry)).toEqual([square, null, square]);
    },
  );

  test.each([
    [25833, 'EPSG:25833', null],
    [100001, null, 'LOCAL_CS["Baugrube"]'],
    [-1, null, null],
    [777, null, null],
  ])('under system %i', async (srs, crs, crsText) => {
    const bytes = await geoPackageBytes([{ ...areas, srs }]);
    const { layers } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
    expect(layers[0]).toMatchObject({ crs, crsText });
  });

  test('leaves out outlines that are damaged, with their number', async () => {
    const broken = gpkgGeometry(square).slice(0, 40);
    const bytes = await geoPackageBytes([{ ...areas, geometries: [broken, gpkgGeometry(square)] }]);
    const { layers, notes } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', bytes));
    expect(layers[0]?.features.map(({ geometry }) => geometry)).toEqual([null, square]);
    expect(notes).toMatchObject([{ code: 'gpkg-geometry-unread', params: { table: areas.name, n: 1 } }]);
  });

  test('that QGIS left with a log of changes is read, and the log is mentioned', async () => {
    const bytes = (await geoPackageBytes([areas])).slice();
    bytes[18] = 2;
    bytes[19] = 2;
    const file = formatFile('a.gpkg', bytes, { 'gpkg-wal': new Uint8Array(10) });
    const { layers, notes } = await contentsOf(geoPackageDriver, file);
    expect(layers[0]?.features).toHaveLength(2);
    expect(notes.map(({ code }) => code)).toEqual(['gpkg-log-unread']);
    expect([bytes[18], bytes[19]]).toEqual([2, 2]);
  });

  test('reads views, but none that may have no end', async () => {
    const view = (sql: string) =>
      geoPackageBytes([figures], (database) => {
        database.run(`CREATE VIEW more AS ${sql}`);
        database.run("INSERT INTO gpkg_contents VALUES ('more', 'attributes', 'more', 0)");
      });
    const sound = await contentsOf(
      geoPackageDriver,
      formatFile('a.gpkg', await view('SELECT KEY FROM zahlen')),
    );
    expect(sound.sheets[1]).toMatchObject({ name: 'more', rows: [['KEY'], ['01001'], ['01002']] });
    const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n';
    const { sheets, notes } = await contentsOf(geoPackageDriver, formatFile('a.gpkg', await view(endless)));
    expect(sheets.map(({ name }) => name)).toEqual(['zahlen']);
    expect(notes.map(({ code }) => code)).toEqual(['gpkg-view-unread']);
  });
});

describe('a broken GeoPackage', () => {
  test('cut off anywhere is refused', async () => {
    const bytes = await geoPackageBytes([areas, figures]);
    for (const cut of truncations(bytes)) {
      expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', cut))).toEqual(['gpkg-truncated']);
    }
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', bytes.slice(0, 60)))).toEqual([
      'gpkg-invalid',
    ]);
  });

  test.each([
    ['nothing', new Uint8Array(), 'gpkg-invalid'],
    ['other bytes', new TextEncoder().encode('hallo '.repeat(40)), 'gpkg-invalid'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', bytes))).toEqual([code]);
  });

  test('without anything to read', async () => {
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', await geoPackageBytes([])))).toEqual([
      'gpkg-tables-missing',
    ]);
    const empty = { ...areas, rows: [] };
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', await geoPackageBytes([empty])))).toEqual([
      'layer-empty',
    ]);
  });

  test('another database', async () => {
    const bytes = await geoPackageBytes([], (database) => database.run('DROP TABLE gpkg_contents'));
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', bytes))).toEqual(['gpkg-invalid']);
    const missing = await geoPackageBytes([figures], (database) => database.run('DROP TABLE zahlen'));
    expect(await refusalOf(geoPackageDriver, formatFile('a.gpkg', missing))).toEqual(['gpkg-invalid']);
  });

  test('ends when it is cancelled', async () => {
    const file = formatFile('a.gpkg', await geoPackageBytes([areas]));
    let asked = 0;
    const pause = async (): Promise<void> => {
      if (++asked > 2) throw new Error('cancelled');
    };
    await expect(geoPackageDriver.read(file, {}, { pause })).rejects.toThrow('cancelled');
  });
});

describeWithRealData('real areas written as a GeoPackage', () => {
  test.each(['nuernberg', 'berlin'] as const)('%s', async (city) => {
    const { metres, epsg } = realAreas(city);
    const names = Object.keys(metres.features[0]?.properties ?? {});
    const rows = metres.features.map(({ properties }) =>
      names.map((name) => {
        const value = properties[name];
        return typeof value === 'number' || typeof value === 'string' ? value : null;
      }),
    );
    const bytes = await geoPackageBytes([
      {
        name: 'areas',
        columns: Object.fromEntries(names.map((name) => [name, ''])),
        rows,
        geometries: metres.features.map(({ geometry }) => gpkgGeometry(geometry, { box: 1 })),
        srs: epsg,
      },
    ]);
    const { layers, notes } = await contentsOf(geoPackageDriver, formatFile('areas.gpkg', bytes));
    const features = layers[0]?.features ?? [];
    expect(notes).toEqual([]);
    expect(layers[0]?.crs).toBe(`EPSG:${epsg}`);
    expect(features.map(({ properties }) => names.map((name) => properties[name]))).toEqual(rows);
    expect(features.map(({ geometry }) => cornersOf(geometry))).toEqual(
      metres.features.map(({ geometry }) => cornersOf(geometry)),
    );
    expect(features.map(({ geometry }) => geometry)).toEqual(metres.features.map(({ geometry }) => geometry));
  });
});
