import type { Geometry, Position } from 'geojson';
import { isRecord } from '../feature.ts';

/** Depth of the lists around a position. */
const kinds: Readonly<Record<string, readonly [Exclude<Geometry['type'], 'GeometryCollection'>, number]>> = {
  point: ['Point', 0],
  linestring: ['LineString', 1],
  multipoint: ['MultiPoint', 1],
  polygon: ['Polygon', 2],
  multilinestring: ['MultiLineString', 2],
  multipolygon: ['MultiPolygon', 3],
};

export function isNestedEncoding(encoding: string): boolean {
  return Object.hasOwn(kinds, encoding);
}

/** A geometry whose positions are structures with x and y in lists of lists; null when it is empty or none. */
export function nestedGeometry(value: unknown, encoding: string): Geometry | null {
  const kind = Object.hasOwn(kinds, encoding) ? kinds[encoding] : undefined;
  if (!kind) return null;
  const [type, depth] = kind;
  const coordinates = positionsOf(value, depth);
  const isEmpty = coordinates === null || (depth > 0 && coordinates.length === 0);
  return isEmpty ? null : ({ type, coordinates } as Geometry);
}

type Nested = Position | Nested[];

function positionsOf(value: unknown, depth: number): Nested | null {
  if (depth === 0) {
    const { x, y } = isRecord(value) ? value : {};
    return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
  }
  if (!Array.isArray(value)) return null;
  const parts: Nested[] = [];
  for (const item of value) {
    const part = positionsOf(item, depth - 1);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}
