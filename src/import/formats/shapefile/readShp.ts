import type { Geometry, Position } from 'geojson';
import { type Problem, problem } from '#model/result.ts';
import { polygonsOfRings } from './polygonsOfRings.ts';

const fileCode = 9994;

export function looksLikeShp(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 36 && viewOf(bytes).getInt32(0) === fileCode && viewOf(bytes).getInt32(28, true) === 1000
  );
}

/**
 * The outlines of a shapefile in the order of their records, null where a record has none. Heights and measures are
 * passed over. Follows the records themselves: the index file (`.shx`) is not needed.
 */
export async function readShp(
  bytes: Uint8Array,
  file: string,
  pause: (done: number, of: number) => Promise<void>,
): Promise<{ readonly geometries: readonly (Geometry | null)[] } | { readonly problem: Problem }> {
  if (!looksLikeShp(bytes)) return { problem: problem('shp-invalid', {}, { file }) };
  const view = viewOf(bytes);
  const end = view.getInt32(24) * 2;
  if (bytes.length < 100 || end < 100 || bytes.length < end) {
    return { problem: problem('shp-truncated', { percent: percent(bytes.length, end) }, { file }) };
  }
  const geometries: (Geometry | null)[] = [];
  let at = 100;
  while (at + 8 <= end) {
    if (geometries.length % 256 === 0) await pause(at, end);
    const length = view.getInt32(at + 4) * 2;
    const where = { file, row: geometries.length + 1 };
    if (length < 0 || at + 8 + length > end) return { problem: problem('shp-record-invalid', {}, where) };
    const type = length >= 4 ? view.getInt32(at + 8, true) : 0;
    const shape =
      type === 0 ? null : readShape(new DataView(view.buffer, view.byteOffset + at + 8, length), type);
    if (shape === 'unknown') return { problem: problem('shp-type-unknown', { type }, where) };
    if (shape === 'broken') return { problem: problem('shp-record-invalid', {}, where) };
    geometries.push(shape);
    at += 8 + length;
  }
  return { geometries };
}

/** One record. Types beyond 10 and 20 are the same with heights and with measures, which follow after the positions. */
function readShape(record: DataView, type: number): Geometry | null | 'broken' | 'unknown' {
  if (type === 1 || type === 11 || type === 21) {
    if (record.byteLength < 20) return 'broken';
    const coordinates = positionAt(record, 4);
    return coordinates.every(Number.isFinite) ? { type: 'Point', coordinates } : null;
  }
  if (type === 8 || type === 18 || type === 28) {
    const points = record.byteLength >= 40 ? positions(record, 40, record.getInt32(36, true)) : null;
    if (!points) return 'broken';
    return points.length === 0 ? null : { type: 'MultiPoint', coordinates: points };
  }
  const isLine = type === 3 || type === 13 || type === 23;
  const isPolygon = type === 5 || type === 15 || type === 25;
  if (!isLine && !isPolygon) return 'unknown';
  const parts = partsOf(record);
  if (!parts) return 'broken';
  if (parts.length === 0) return null;
  if (isPolygon) return polygonsOfRings(parts);
  const [only] = parts;
  return parts.length === 1 && only
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: parts };
}

function partsOf(record: DataView): Position[][] | null {
  if (record.byteLength < 44) return null;
  const count = record.getInt32(36, true);
  const total = record.getInt32(40, true);
  const start = 44 + count * 4;
  if (count < 0 || start > record.byteLength) return null;
  const all = positions(record, start, total);
  if (!all) return null;
  const parts: Position[][] = [];
  for (let part = 0; part < count; part++) {
    const from = record.getInt32(44 + part * 4, true);
    const to = part + 1 < count ? record.getInt32(48 + part * 4, true) : total;
    if (from < 0 || to < from || to > total) return null;
    if (to > from) parts.push(all.slice(from, to));
  }
  return parts;
}

function positions(record: DataView, start: number, count: number): Position[] | null {
  if (count < 0 || start + count * 16 > record.byteLength) return null;
  return Array.from({ length: count }, (_, i) => positionAt(record, start + i * 16));
}

function positionAt(record: DataView, at: number): Position {
  return [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
}

function percent(part: number, whole: number): number {
  return whole > 0 ? Math.min(99, Math.round((part / whole) * 100)) : 0;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
