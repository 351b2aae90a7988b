import { describe, expect, test } from 'vitest';
import { shapefileDriver } from '#import/formats/shapefile/shapefileDriver.ts';
import { describeWithRealData } from '../../../realData.ts';
import { contentsOf, cornersOf, formatFile, quiet, realAreas, refusalOf, truncations } from '../reading.ts';
import {
  cp850,
  type DbfField,
  dbfBytes,
  type Encode,
  latin1,
  shpBytes,
  utf8,
  utm32,
} from './writeShapefile.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const polygon = (...coordinates: [number, number][][]) => ({ type: 'Polygon' as const, coordinates });

const fields: DbfField[] = [
  { name: 'KEY', type: 'C', length: 8 },
  { name: 'NAME', type: 'C', length: 20 },
  { name: 'EINW', type: 'N', length: 9 },
  { name: 'ANTEIL', type: 'N', length: 8, decimals: 3 },
  { name: 'STAND', type: 'D', length: 8 },
  { name: 'AMTLICH', type: 'L', length: 1 },
];
const records = [
  { geometry: polygon(square(0, 0, 10)), cells: ['01001', 'Schloßstraße', '3419', '3.419', '20240131', 'T'] },
  { geometry: polygon(square(20, 0, 10), square(22, 2, 2)), cells: ['01002', 'Süd', '0012', '', '', 'F'] },
  { geometry: null, cells: ['01003', 'Öd', '*********', '12.000', '00000000', '?'] },
];
const shp = shpBytes(records.map(({ geometry }) => geometry));
const dbf = dbfBytes(fields, records);
const file = formatFile('a.shp', shp, { dbf, prj: text(utm32), cpg: text('UTF-8\n') });

describe('a shapefile', () => {
  test('becomes a layer with its texts, numbers and system', async () => {
    const { layers, sheets, encoding, notes } = await contentsOf(shapefileDriver, file);
    expect(sheets).toEqual([]);
    expect(notes).toEqual([]);
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({ name: '', crs: 'EPSG:25832', crsText: null });
    expect(layers[0]?.features.map(({ properties }) => properties)).toEqual([
      { KEY: '01001', NAME: 'Schloßstraße', EINW: 3419, ANTEIL: 3.419, STAND: '2024-01-31', AMTLICH: true },
      { KEY: '01002', NAME: 'Süd', EINW: '0012', ANTEIL: null, STAND: null, AMTLICH: false },
      { KEY: '01003', NAME: 'Öd', EINW: null, ANTEIL: 12, STAND: null, AMTLICH: null },
    ]);
    expect(layers[0]?.features.map(({ geometry }) => geometry)).toEqual([
      polygon(square(0, 0, 10)),
      polygon(square(20, 0, 10), [...square(22, 2, 2)].reverse()),
      null,
    ]);
    expect(encoding).toMatchObject({ encoding: 'utf-8', from: 'declared' });
    expect(encoding?.sample).toContain('Schloßstraße');
  });

  test('is recognised by its first bytes, whatever it is called', () => {
    expect(shapefileDriver.recognises({ path: 'a.bin', bytes: shp })).toBe(1);
    expect(shapefileDriver.recognises({ path: 'a.dbf', bytes: dbf })).toBeGreaterThan(0.9);
    expect(shapefileDriver.recognises({ path: 'a.csv', bytes: text('a;b\n1;2') })).toBe(0);
  });

  test('without .dbf has outlines only, and says so', async () => {
    const { layers, notes } = await contentsOf(shapefileDriver, formatFile('a.shp', shp));
    expect(layers[0]?.features.map(({ properties }) => properties)).toEqual([{}, {}, {}]);
    expect(layers[0]).toMatchObject({ crs: null, crsText: null });
    expect(notes.map(({ code }) => code)).toEqual(['dbf-missing']);
  });

  test('keeps word for word a system that it does not know', async () => {
    const odd = 'LOCAL_CS["Baugrube 7"]';
    const { layers } = await contentsOf(shapefileDriver, formatFile('a.shp', shp, { dbf, prj: text(odd) }));
    expect(layers[0]).toMatchObject({ crs: null, crsText: odd });
  });

  test('passes over records that are marked as deleted, with their outlines', async () => {
    const deleted = records.map((record, i) => ({ ...record, isDeleted: i === 0 }));
    const { layers } = await contentsOf(
      shapefileDriver,
      formatFile('a.shp', shp, { dbf: dbfBytes(fields, deleted) }),
    );
    expect(layers[0]?.features.map(({ properties }) => properties.KEY)).toEqual(['01002', '01003']);
  });

  test('whose rows are not as many as its outlines is refused', async () => {
    const two = dbfBytes(fields, records.slice(1));
    expect(await refusalOf(shapefileDriver, formatFile('a.shp', shp, { dbf: two }))).toEqual([
      'shapefile-counts-differ',
    ]);
  });

  test('with heights or measures has the same corners', async () => {
    const flat = await contentsOf(shapefileDriver, file);
    const high = await contentsOf(shapefileDriver, {
      ...file,
      bytes: shpBytes(
        records.map(({ geometry }) => geometry),
        34.5,
      ),
    });
    expect(high.layers).toEqual(flat.layers);
  });

  test('of points and lines', async () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    };
    const point = { type: 'Point' as const, coordinates: [7, 8] };
    for (const geometry of [line, point]) {
      const { layers } = await contentsOf(shapefileDriver, formatFile('a.shp', shpBytes([geometry])));
      expect(layers[0]?.features[0]?.geometry).toEqual(geometry);
    }
  });

  test('fields of the same name or of a dangerous one stay apart', async () => {
    const odd: DbfField[] = ['NAME', 'NAME', '__proto__'].map((name) => ({ name, type: 'C', length: 4 }));
    const bytes = dbfBytes(odd, [{ cells: ['a', 'b', 'c'] }]);
    const { layers } = await contentsOf(
      shapefileDriver,
      formatFile('a.shp', shpBytes([null]), { dbf: bytes }),
    );
    expect(Object.entries(layers[0]?.features[0]?.properties ?? {})).toEqual([
      ['NAME', 'a'],
      ['NAME_2', 'b'],
      ['__proto__', 'c'],
    ]);
    expect(({} as Record<string, unknown>).c).toBeUndefined();
  });
});

describe('rings of a shapefile', () => {
  const ring = (points: [number, number][]): [number, number][] => [...points, points[0]!];
  /** A hook around a smaller square: the box of the hook holds the square, the hook does not. */
  const hook = ring([
    [0, 0],
    [0, 10],
    [10, 10],
    [10, 8],
    [2, 8],
    [2, 0],
  ]);
  const inHook = [...square(0.5, 1, 1)].reverse();
  const beside = square(4, 2, 5);
  const inBeside = [...square(5, 3, 1)].reverse();

  const read = async (...rings: [number, number][][]) => {
    const bytes = shpBytes([{ type: 'MultiLineString', coordinates: rings }]);
    // The type of the file and of its only record: lines have the same bytes as polygons.
    bytes[32] = 5;
    bytes[108] = 5;
    const { layers } = await contentsOf(shapefileDriver, formatFile('a.shp', bytes));
    return layers[0]?.features[0]?.geometry;
  };

  test('are holes of the outline they lie in, not of the one whose box they lie in', async () => {
    expect(await read(hook, beside, inHook, inBeside)).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [hook, inHook],
        [beside, inBeside],
      ],
    });
  });

  test('that run the wrong way altogether are outlines', async () => {
    const turned = [hook, beside].map((points) => [...points].reverse());
    expect(await read(...turned)).toEqual({
      type: 'MultiPolygon',
      coordinates: turned.map((points) => [points]),
    });
  });

  test('that lie in no outline are not lost', async () => {
    const far = [...square(100, 100, 5)].reverse();
    expect(await read(beside, far)).toEqual({ type: 'MultiPolygon', coordinates: [[beside], [far]] });
  });

  test('an island in a hole is an outline again', async () => {
    const [lake, island] = [[...square(4.5, 2.5, 4)].reverse(), square(6, 4, 1)];
    expect(await read(beside, lake, island)).toEqual({
      type: 'MultiPolygon',
      coordinates: [[beside, lake], [island]],
    });
  });
});

describe('the text of a shapefile', () => {
  const names = ['Schloßstraße', 'Gießener Straße', 'Äußere Öhringer', 'Lützowplatz', 'Ärzteviertel'];
  const table = (encode: Encode, language = 0, words = names): Uint8Array =>
    dbfBytes(
      [{ name: 'NAME', type: 'C', length: 20 }],
      words.map((name) => ({ cells: [name] })),
      encode,
      language,
    );
  const shapes = shpBytes(names.map(() => null));
  const read = async (bytes: Uint8Array, companions: Record<string, Uint8Array> = {}, encoding?: string) => {
    const {
      layers,
      encoding: found,
      notes,
    } = await contentsOf(
      shapefileDriver,
      formatFile('a.shp', shapes, { dbf: bytes, ...companions }),
      encoding === undefined ? {} : { encoding },
    );
    return {
      names: layers[0]?.features.map(({ properties }) => properties.NAME),
      encoding: found?.encoding,
      from: found?.from,
      notes: notes.map(({ code }) => code),
    };
  };

  test.each([
    ['.cpg UTF-8', table(utf8, 0x57), { cpg: text('UTF-8') }, 'utf-8', 'declared'],
    ['.cpg 1252', table(latin1), { cpg: text('1252') }, 'windows-1252', 'declared'],
    ['.cpg ISO 88591', table(latin1), { cpg: text('ISO 88591') }, 'windows-1252', 'declared'],
    ['.cpg OEM 850', table(cp850), { cpg: text('OEM 850') }, 'cp850', 'declared'],
    ['language byte of Windows', table(latin1, 0x57), {}, 'windows-1252', 'declared'],
    ['language byte 3', table(latin1, 3), {}, 'windows-1252', 'declared'],
    ['language byte of DOS', table(cp850, 2), {}, 'cp850', 'declared'],
    ['nothing but UTF-8', table(utf8), {}, 'utf-8', 'valid'],
    ['nothing but Windows', table(latin1), {}, 'windows-1252', 'evidence'],
    ['nothing but DOS', table(cp850), {}, 'cp850', 'evidence'],
  ])('by %s', async (_, bytes, companions, encoding, from) => {
    expect(await read(bytes, companions as Record<string, Uint8Array>)).toEqual({
      names,
      encoding,
      from,
      notes: [],
    });
  });

  test.each([
    ['language byte of Windows over UTF-8', table(utf8, 0x57), {}, 'utf-8'],
    ['language byte of Windows over DOS', table(cp850, 0x57), {}, 'cp850'],
    ['.cpg UTF-8 over Windows', table(latin1), { cpg: text('UTF-8') }, 'windows-1252'],
  ])('not by a declaration that the bytes contradict: %s', async (_, bytes, companions, encoding) => {
    const found = await read(bytes, companions as Record<string, Uint8Array>);
    expect(found).toMatchObject({ names, encoding, notes: ['encoding-overruled'] });
  });

  test('as a person chose', async () => {
    expect(await read(table(cp850, 0x57), {}, 'cp850')).toMatchObject({ names, from: 'chosen', notes: [] });
    const wrong = await read(table(latin1), {}, 'cp850');
    expect(wrong.names?.[0]).toBe('Schlo▀stra▀e');
  });

  test('not as a person chose where the bytes forbid it', async () => {
    const chosen = (encoding: string) =>
      shapefileDriver.read(formatFile('a.shp', shapes, { dbf: table(latin1) }), { encoding }, quiet);
    expect(await chosen('utf-8')).toMatchObject({ ok: false, problems: [{ code: 'encoding-invalid' }] });
    expect(await chosen('klingon')).toMatchObject({ ok: false, problems: [{ code: 'encoding-unknown' }] });
  });

  test('offers the other readings with the same words', async () => {
    const { encoding } = await contentsOf(
      shapefileDriver,
      formatFile('a.shp', shapes, { dbf: table(cp850) }),
    );
    expect(encoding?.sample).toBe('Schloßstraße, Gießener, Straße, Äußere, Öhringer');
    expect(encoding?.alternatives.map((one) => one.encoding)).toEqual(['utf-8', 'windows-1252']);
  });

  test('a character that the width of the field cuts in two is dropped, not the encoding', async () => {
    const words = ['Straße am Schloßgär', 'Straße am Schloßhofä', 'ü', 'ö', 'ä'];
    const found = await read(table(utf8, 0, words));
    expect(found).toMatchObject({
      encoding: 'utf-8',
      names: ['Straße am Schloßg', 'Straße am Schloßho', 'ü', 'ö', 'ä'],
    });
  });
});

describe('a .dbf alone', () => {
  test('is a sheet', async () => {
    const { sheets, layers } = await contentsOf(shapefileDriver, formatFile('t/A.DBF', dbf));
    expect(layers).toEqual([]);
    expect(sheets).toEqual([
      {
        name: '',
        rows: [
          ['KEY', 'NAME', 'EINW', 'ANTEIL', 'STAND', 'AMTLICH'],
          ['01001', 'Schloßstraße', '3419', '3.419', '2024-01-31', 'true'],
          ['01002', 'Süd', '0012', '', '', 'false'],
          ['01003', 'Öd', '', '12', '', ''],
        ],
        merges: [],
        hasNativeNumbers: true,
      },
    ]);
  });
});

describe('a broken shapefile', () => {
  test('cut off anywhere is refused', async () => {
    for (const bytes of truncations(shp)) {
      const codes = await refusalOf(shapefileDriver, formatFile('a.shp', bytes, { dbf }));
      expect([['shp-truncated'], ['shp-invalid']]).toContainEqual(codes);
    }
    for (const bytes of truncations(dbf)) {
      const codes = await refusalOf(shapefileDriver, { ...file, companions: new Map([['dbf', bytes]]) });
      expect([['dbf-truncated'], ['dbf-invalid']]).toContainEqual(codes);
    }
  });

  test.each([
    ['nothing', new Uint8Array(), 'shp-invalid'],
    ['other bytes', text('hallo '.repeat(40)), 'shp-invalid'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(shapefileDriver, formatFile('a.shp', bytes))).toEqual([code]);
  });

  test('with numbers of parts and corners that cannot be is refused, not believed', async () => {
    for (const at of [144, 148, 152]) {
      const bytes = shp.slice();
      new DataView(bytes.buffer).setInt32(at, 0x7fffffff, true);
      expect(await refusalOf(shapefileDriver, formatFile('a.shp', bytes))).toEqual(['shp-record-invalid']);
    }
    const surface = shp.slice();
    surface[108] = 31;
    expect(await refusalOf(shapefileDriver, formatFile('a.shp', surface))).toEqual(['shp-type-unknown']);
  });

  test('ends when it is cancelled', async () => {
    const stop = {
      pause: async () => {
        throw new Error('cancelled');
      },
    };
    await expect(shapefileDriver.read(file, {}, stop)).rejects.toThrow('cancelled');
  });
});

describeWithRealData('real areas written as a shapefile', () => {
  test.each([
    ['nuernberg', 'code_bez', 'UTF-8', utf8],
    ['nuernberg', 'code_bez', 'Windows', latin1],
    ['nuernberg', 'code_bez', 'DOS', cp850],
    ['berlin', 'PLR_ID', 'UTF-8', utf8],
    ['berlin', 'PLR_ID', 'Windows', latin1],
    ['berlin', 'PLR_ID', 'DOS', cp850],
  ] as const)('%s, %s, %s', async (city, key, _, encode) => {
    const { metres } = realAreas(city);
    const names = Object.keys(metres.features[0]?.properties ?? {});
    const rows = metres.features.map(({ geometry, properties }) => ({
      geometry,
      cells: names.map((name) => String(properties[name] ?? '')),
    }));
    const bytes = dbfBytes(
      names.map((name) => ({ name: name.slice(0, 10), type: 'C', length: 80 })),
      rows,
      encode,
    );
    const { layers, notes } = await contentsOf(
      shapefileDriver,
      formatFile('areas.shp', shpBytes(metres.features.map(({ geometry }) => geometry)), { dbf: bytes }),
    );
    const features = layers[0]?.features ?? [];
    expect(notes).toEqual([]);
    expect(features).toHaveLength(city === 'berlin' ? 542 : 89);
    expect(features.map(({ properties }) => properties[key.slice(0, 10)])).toEqual(
      metres.features.map(({ properties }) => String(properties[key])),
    );
    expect(features.map(({ properties }) => Object.values(properties).map((value) => value ?? ''))).toEqual(
      rows.map(({ cells }) => cells.map((cell) => cell.trimEnd())),
    );
    expect(features.map(({ geometry }) => cornersOf(geometry))).toEqual(
      metres.features.map(({ geometry }) => cornersOf(geometry)),
    );
  });
});
