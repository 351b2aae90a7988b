import type { Geometry as FgbGeometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import type { Geometry, Position } from 'geojson';
import { arcLine } from '../geopackage/arc.ts';

/** Bytes that are no geometry, or one of a kind that has no outline. */
export class BrokenFgb extends Error {}

/** Geometries within geometries. */
const deepest = 8;

/** A geometry of FlatGeobuf, heights left out, arcs drawn as lines; null when it is empty. `type` 0: as it says itself. */
export function readFgbGeometry(
  geometry: FgbGeometry,
  type: number,
  size: number,
  depth = 0,
): Geometry | null {
  if (depth > deepest) throw new BrokenFgb('nested too deeply');
  const kind = type === 0 ? geometry.type() : type;
  const parts = (as: number): Geometry[] => {
    const count = countOf(geometry.partsLength(), 4, size);
    const read: Geometry[] = [];
    for (let i = 0; i < count; i++) {
      const part = geometry.parts(i);
      const inner = part && readFgbGeometry(part, part.type() || as, size, depth + 1);
      if (inner) read.push(inner);
    }
    return read;
  };
  const lines = (): Position[][] =>
    parts(2).map((part) => {
      if (part.type !== 'LineString') throw new BrokenFgb(`${part.type} where it cannot be`);
      return part.coordinates;
    });
  switch (kind) {
    case 1: {
      const [coordinates] = positionsOf(geometry, size);
      return coordinates?.every(Number.isFinite) ? { type: 'Point', coordinates } : null;
    }
    case 2:
      return lineString(positionsOf(geometry, size));
    case 8:
      return lineString(arcLine(positionsOf(geometry, size)));
    case 9:
      return lineString(lines().flatMap((piece, i) => (i === 0 ? piece : piece.slice(1))));
    case 4: {
      const coordinates = positionsOf(geometry, size);
      return coordinates.length === 0 ? null : { type: 'MultiPoint', coordinates };
    }
    case 3:
    case 17:
      return polygon(ringsOf(geometry, size));
    case 10:
      return polygon(lines());
    case 5: {
      const coordinates = ringsOf(geometry, size);
      return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
    }
    case 11: {
      const coordinates = lines();
      return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
    }
    case 6:
    case 12:
    case 15:
    case 16: {
      const coordinates = parts(3).map((part) => {
        if (part.type !== 'Polygon') throw new BrokenFgb(`${part.type} where it cannot be`);
        return part.coordinates;
      });
      return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
    }
    case 7: {
      const geometries = parts(0);
      return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
    }
    default:
      throw new BrokenFgb(`unknown kind ${kind}`);
  }
}

function lineString(coordinates: Position[]): Geometry | null {
  return coordinates.length === 0 ? null : { type: 'LineString', coordinates };
}

function polygon(coordinates: Position[][]): Geometry | null {
  return coordinates.length === 0 ? null : { type: 'Polygon', coordinates };
}

/** The positions cut where rings or lines end; without ends there is one. */
function ringsOf(geometry: FgbGeometry, size: number): Position[][] {
  const positions = positionsOf(geometry, size);
  const count = countOf(geometry.endsLength(), 4, size);
  if (count === 0) return positions.length === 0 ? [] : [positions];
  const rings: Position[][] = [];
  let start = 0;
  for (let i = 0; i < count; i++) {
    const end = geometry.ends(i) ?? -1;
    if (end < start || end > positions.length) throw new BrokenFgb('rings end elsewhere');
    if (end > start) rings.push(positions.slice(start, end));
    start = end;
  }
  return rings;
}

function positionsOf(geometry: FgbGeometry, size: number): Position[] {
  const count = countOf(geometry.xyLength(), 8, size);
  if (count % 2 !== 0) throw new BrokenFgb('numbers do not make positions');
  return Array.from({ length: count / 2 }, (_, i) => [
    geometry.xy(i * 2) ?? NaN,
    geometry.xy(i * 2 + 1) ?? NaN,
  ]);
}

/** More things than there is room for are not believed. */
function countOf(count: number, bytes: number, size: number): number {
  if (count < 0 || count * bytes > size) throw new BrokenFgb('more than there are bytes');
  return count;
}
