import type { Geometry, Position } from 'geojson';
import { arcLine } from './arc.ts';

/** Geometries within geometries. */
const deepest = 8;

/**
 * A geometry in well-known binary (ISO or with the flags of PostGIS), heights and measures left out, arcs drawn as lines;
 * null when it is empty. Throws what `isBrokenWkb` knows when the bytes are none.
 */
export function readWkb(bytes: Uint8Array): Geometry | null {
  const reader = new WkbReader(bytes);
  return reader.geometry(0);
}

class BrokenWkb extends Error {}

export function isBrokenWkb(error: unknown): boolean {
  return error instanceof BrokenWkb || error instanceof RangeError;
}

interface Head {
  readonly little: boolean;
  readonly kind: number;
  /** Numbers per position. */
  readonly size: number;
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): Geometry | null {
    if (depth > deepest) throw new BrokenWkb('nested too deeply');
    const head = this.#head();
    switch (head.kind) {
      case 1: {
        const point = this.#position(head);
        return point.every(Number.isFinite) ? { type: 'Point', coordinates: point } : null;
      }
      case 2:
        return filled('LineString', this.#line(head));
      case 8:
        return filled('LineString', arcLine(this.#line(head)));
      case 9:
        return filled('LineString', this.#joined(head, depth));
      case 3:
        return filled('Polygon', this.#rings(head));
      case 17:
        return filled('Polygon', this.#rings(head));
      case 10:
        return filled('Polygon', this.#curvedRings(head, depth));
      case 4:
        return filled('MultiPoint', this.#parts(head, depth, ['Point']) as Position[]);
      case 5:
      case 11:
        return filled('MultiLineString', this.#parts(head, depth, ['LineString']) as Position[][]);
      case 6:
      case 12:
      case 15:
      case 16:
        return filled('MultiPolygon', this.#parts(head, depth, ['Polygon']) as Position[][][]);
      case 7: {
        const geometries = this.#geometries(head, depth);
        return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
      }
      default:
        throw new BrokenWkb(`unknown kind ${head.kind}`);
    }
  }

  #head(): Head {
    const order = this.#view.getUint8(this.#at++);
    if (order > 1) throw new BrokenWkb('unknown byte order');
    const little = order === 1;
    const code = this.#view.getUint32(this.#at, little);
    this.#at += 4;
    // PostGIS says heights, measures and the system in the upper bits, ISO by thousands.
    const plain = code & 0x0fffffff;
    const thousands = Math.floor(plain / 1000);
    if (code & 0x20000000) this.#at += 4;
    const hasHeight = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasMeasure = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3;
    if (thousands > 3) throw new BrokenWkb(`unknown kind ${code}`);
    return { little, kind: plain % 1000, size: 2 + Number(hasHeight) + Number(hasMeasure) };
  }

  /** A number of things of which each takes at least `bytes`: more than there is room for is not believed. */
  #count(little: boolean, bytes: number): number {
    const count = this.#view.getUint32(this.#at, little);
    this.#at += 4;
    if (count * bytes > this.#view.byteLength - this.#at) throw new BrokenWkb('more than there are bytes');
    return count;
  }

  #position({ little, size }: Head): Position {
    const position = [this.#view.getFloat64(this.#at, little), this.#view.getFloat64(this.#at + 8, little)];
    this.#at += size * 8;
    return position;
  }

  #line(head: Head): Position[] {
    const count = this.#count(head.little, head.size * 8);
    return Array.from({ length: count }, () => this.#position(head));
  }

  #rings(head: Head): Position[][] {
    const count = this.#count(head.little, 4);
    return Array.from({ length: count }, () => this.#line(head)).filter((ring) => ring.length > 0);
  }

  #geometries(head: Head, depth: number): Geometry[] {
    const count = this.#count(head.little, 5);
    const geometries: Geometry[] = [];
    for (let i = 0; i < count; i++) {
      const geometry = this.geometry(depth + 1);
      if (geometry) geometries.push(geometry);
    }
    return geometries;
  }

  #parts(head: Head, depth: number, types: readonly string[]): unknown[] {
    return this.#geometries(head, depth).map((geometry) => {
      if (!types.includes(geometry.type) || geometry.type === 'GeometryCollection')
        throw new BrokenWkb(`${geometry.type} where it cannot be`);
      return geometry.coordinates;
    });
  }

  /** Pieces of a line, each beginning where the last one ended. */
  #joined(head: Head, depth: number): Position[] {
    const pieces = this.#parts(head, depth, ['LineString']) as Position[][];
    return pieces.flatMap((piece, i) => (i === 0 ? piece : piece.slice(1)));
  }

  #curvedRings(head: Head, depth: number): Position[][] {
    return this.#parts(head, depth, ['LineString']) as Position[][];
  }
}

type Shaped = Exclude<Geometry, { type: 'GeometryCollection' | 'Point' }>;

function filled<T extends Shaped['type']>(
  type: T,
  coordinates: Extract<Shaped, { type: T }>['coordinates'],
): Geometry | null {
  return coordinates.length === 0 ? null : ({ type, coordinates } as Geometry);
}
