import type { Geometry, Position } from 'geojson';
import { ringArea } from '#geo/planar.ts';

export interface DbfField {
  readonly name: string;
  readonly type: 'C' | 'N' | 'F' | 'D' | 'L' | 'I' | 'O' | 'M';
  readonly length: number;
  readonly decimals?: number;
}

export interface ShapefileRecord {
  readonly geometry: Geometry | null;
  /** Text of each field as it stands in the file. */
  readonly cells: readonly string[];
  readonly isDeleted?: boolean;
}

export type Encode = (text: string) => Uint8Array;

export const utf8: Encode = (text) => new TextEncoder().encode(text);
/** The part of Windows-1252 that it shares with Latin-1. */
export const latin1: Encode = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The letters of CP850 that German names need. */
const dos = new Map(
  [...'äöüÄÖÜßéèá'].map((char, i) => [
    char,
    [0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1, 0x82, 0x8a, 0xa0][i]!,
  ]),
);
export const cp850: Encode = (text) => Uint8Array.from(text, (char) => dos.get(char) ?? char.charCodeAt(0));

/** A dBase III table. */
export function dbfBytes(
  fields: readonly DbfField[],
  records: readonly Pick<ShapefileRecord, 'cells' | 'isDeleted'>[],
  encode: Encode = utf8,
  languageByte = 0,
): Uint8Array {
  const head = 33 + fields.length * 32;
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(head + width * records.length + 1).fill(0x20, head);
  const view = new DataView(bytes.buffer);
  bytes.set([3, 121, 1, 1]);
  view.setUint32(4, records.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, width, true);
  bytes[29] = languageByte;
  fields.forEach(({ name, type, length, decimals = 0 }, f) => {
    bytes.set(encode(name).subarray(0, 11), 32 + f * 32);
    bytes[32 + f * 32 + 11] = type.charCodeAt(0);
    bytes[32 + f * 32 + 16] = length;
    bytes[32 + f * 32 + 17] = decimals;
  });
  bytes[head - 1] = 0x0d;
  records.forEach(({ cells, isDeleted }, r) => {
    let at = head + r * width;
    bytes[at++] = isDeleted ? 0x2a : 0x20;
    fields.forEach(({ type, length }, f) => {
      const cell = encode(cells[f] ?? '').subarray(0, length);
      bytes.set(cell, type === 'N' || type === 'F' ? at + length - cell.length : at);
      at += length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** A shapefile of polygons, points or lines; `height` adds the same height to every corner. */
export function shpBytes(geometries: readonly (Geometry | null)[], height: number | null = null): Uint8Array {
  const records = geometries.map((geometry) => recordBytes(geometry, height));
  const size = 100 + records.reduce((sum, { length }) => sum + 8 + length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, size / 2);
  view.setInt32(28, 1000, true);
  const first = records.find((record) => record.length > 4);
  view.setInt32(32, first ? new DataView(first.buffer).getInt32(0, true) : 0, true);
  let at = 100;
  records.forEach((record, r) => {
    view.setInt32(at, r + 1);
    view.setInt32(at + 4, record.length / 2);
    bytes.set(record, at + 8);
    at += 8 + record.length;
  });
  return bytes;
}

function recordBytes(geometry: Geometry | null, height: number | null): Uint8Array {
  const more = height === null ? 0 : 10;
  if (!geometry) return new Uint8Array(4);
  if (geometry.type === 'Point') {
    const bytes = new Uint8Array(more ? 36 : 20);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, 1 + more, true);
    view.setFloat64(4, geometry.coordinates[0]!, true);
    view.setFloat64(12, geometry.coordinates[1]!, true);
    if (height !== null) view.setFloat64(20, height, true);
    return bytes;
  }
  const parts = partsOf(geometry);
  const points = parts.flat();
  const bytes = new Uint8Array(
    44 + parts.length * 4 + points.length * 16 + (more ? 16 + points.length * 8 : 0),
  );
  const view = new DataView(bytes.buffer);
  view.setInt32(0, (geometry.type.endsWith('Polygon') ? 5 : 3) + more, true);
  const xs = points.map(([x]) => x!);
  const ys = points.map(([, y]) => y!);
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  for (const [i, value] of [least(xs), least(ys), most(xs), most(ys)].entries())
    view.setFloat64(4 + i * 8, value, true);
  view.setInt32(36, parts.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  parts.forEach((part, p) => {
    view.setInt32(44 + p * 4, start, true);
    start += part.length;
  });
  const from = 44 + parts.length * 4;
  points.forEach(([x, y], i) => {
    view.setFloat64(from + i * 16, x!, true);
    view.setFloat64(from + i * 16 + 8, y!, true);
    if (height !== null) view.setFloat64(from + points.length * 16 + 16 + i * 8, height, true);
  });
  return bytes;
}

/** Rings as shapefiles want them: outlines clockwise, holes the other way. */
function partsOf(geometry: Geometry): Position[][] {
  const turned = (ring: Position[], isHole: boolean): Position[] =>
    ringArea(ring) < 0 === isHole ? [...ring].reverse() : ring;
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring, r) => turned(ring, r > 0));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring, r) => turned(ring, r > 0)));
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    default:
      throw new Error(`invalid geometry: ${geometry.type}`);
  }
}

export const utm32 =
  'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
