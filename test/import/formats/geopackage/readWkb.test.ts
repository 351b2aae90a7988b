import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { arcLine } from '#import/formats/geopackage/arc.ts';
import { isBrokenWkb, readWkb } from '#import/formats/geopackage/readWkb.ts';
import { type WkbStyle, wkbBytes } from './writeWkb.ts';

const ring: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const hole: Position[] = [
  [2, 1],
  [3, 1],
  [3, 2],
  [2, 1],
];
const geometries: Geometry[] = [
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
  { type: 'Polygon', coordinates: [ring, hole] },
  { type: 'MultiPolygon', coordinates: [[ring, hole], [hole]] },
  {
    type: 'GeometryCollection',
    geometries: [
      { type: 'Point', coordinates: [3, 4] },
      { type: 'Polygon', coordinates: [ring] },
    ],
  },
];

describe('well-known binary', () => {
  const styles: WkbStyle[] = (['xy', 'xyz', 'xym', 'xyzm'] as const).flatMap((dimensions) =>
    [undefined, 25832].flatMap((postgis) =>
      [true, false].map((bigEndian) => ({ dimensions, postgis, bigEndian })),
    ),
  );

  test.each(geometries.map((geometry) => [geometry.type, geometry] as const))(
    '%s in every byte order and with any heights',
    (_, geometry) => {
      for (const style of styles) expect(readWkb(wkbBytes(geometry, style))).toEqual(geometry);
    },
  );

  test('empty geometries are null', () => {
    expect(readWkb(wkbBytes({ type: 'Point', coordinates: [NaN, NaN] }))).toBeNull();
    expect(readWkb(wkbBytes({ type: 'MultiPolygon', coordinates: [] }))).toBeNull();
    expect(readWkb(wkbBytes({ type: 'Polygon', coordinates: [] }))).toBeNull();
  });

  test('cut off anywhere is broken, never half a geometry', () => {
    for (const geometry of geometries) {
      const bytes = wkbBytes(geometry);
      for (let end = 0; end < bytes.length; end++) expect(brokenness(bytes.slice(0, end))).toBe('broken');
    }
  });

  test('does not believe numbers of corners for which there is no room', () => {
    const bytes = wkbBytes({ type: 'LineString', coordinates: ring });
    new DataView(bytes.buffer).setUint32(5, 0xffffffff, true);
    expect(brokenness(bytes)).toBe('broken');
  });

  test('of any bytes is a geometry or broken, within a moment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat({ max: 17 }), (noise, kind) => {
        expect(['broken', 'read']).toContain(brokenness(Uint8Array.from([1, kind, 0, 0, 0, ...noise])));
      }),
      { numRuns: 2_000 },
    );
  });

  test('collections within collections without end are broken', () => {
    const nested = Array.from({ length: 100 }, () => [1, 7, 0, 0, 0, 1, 0, 0, 0]).flat();
    expect(brokenness(Uint8Array.from([...nested, ...wkbBytes(geometries[0]!)]))).toBe('broken');
  });
});

function brokenness(bytes: Uint8Array): 'read' | 'broken' | 'thrown' {
  try {
    readWkb(bytes);
    return 'read';
  } catch (error) {
    return isBrokenWkb(error) ? 'broken' : 'thrown';
  }
}

describe('curved surfaces', () => {
  /** Head of a geometry with parts. */
  const head = (kind: number, count: number): number[] => [1, kind, 0, 0, 0, count, 0, 0, 0];
  const half: Position[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
  ];
  const circular = (points: Position[]): number[] => {
    const bytes = [...wkbBytes({ type: 'LineString', coordinates: points })];
    bytes[1] = 8;
    return bytes;
  };

  test('a half circle closed by a line has the area of one', () => {
    const closing = [
      ...wkbBytes({
        type: 'LineString',
        coordinates: [
          [-1, 0],
          [1, 0],
        ],
      }),
    ];
    const bytes = Uint8Array.from([
      ...head(12, 1),
      ...head(10, 1),
      ...head(9, 2),
      ...circular(half),
      ...closing,
    ]);
    const geometry = readWkb(bytes);
    if (geometry?.type !== 'MultiPolygon') throw new Error(`not a surface: ${geometry?.type}`);
    const outline = geometry.coordinates[0]![0]!;
    expect(outline.at(0)).toEqual([1, 0]);
    expect(outline.at(-1)).toEqual([1, 0]);
    for (const [x, y] of outline.slice(0, -1)) expect(Math.hypot(x!, y!)).toBeCloseTo(1, 12);
    const twice = outline
      .slice(1)
      .reduce((sum, [x, y], i) => sum + outline[i]![0]! * y! - x! * outline[i]![1]!, 0);
    expect(twice / 2).toBeGreaterThan((Math.PI / 2) * 0.999);
    expect(twice / 2).toBeLessThan(Math.PI / 2);
  });

  test('arcs run through their middle point, on the shorter or the longer way', () => {
    const through = (middle: Position): Position[] => arcLine([[1, 0], middle, [0, 1]]);
    expect(through([Math.SQRT1_2, Math.SQRT1_2]).every(([x, y]) => x! > -1e-9 && y! > -1e-9)).toBe(true);
    expect(through([-Math.SQRT1_2, -Math.SQRT1_2]).some(([x]) => x! < -0.99)).toBe(true);
    expect(
      arcLine([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const circle = arcLine([
      [1, 0],
      [-1, 0],
      [1, 0],
    ]);
    expect(circle.some(([, y]) => y! > 0.99) && circle.some(([, y]) => y! < -0.99)).toBe(true);
  });
});
