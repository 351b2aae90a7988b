import type { Geometry, Position } from 'geojson';

export interface WkbStyle {
  readonly bigEndian?: boolean;
  /** ISO writes heights as thousands, PostGIS as upper bits with its system. */
  readonly dimensions?: 'xy' | 'xyz' | 'xym' | 'xyzm';
  readonly postgis?: number;
}

const kinds: Readonly<Record<string, number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
};

/** Well-known binary of a geometry; heights and measures are 1 and 2. */
export function wkbBytes(geometry: Geometry, style: WkbStyle = {}): Uint8Array {
  const parts: number[] = [];
  write(geometry, style, parts, true);
  return Uint8Array.from(parts);
}

function write(geometry: Geometry, style: WkbStyle, out: number[], isOutermost = false): void {
  const { bigEndian = false, dimensions = 'xy', postgis } = style;
  const number = (value: number): void => {
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, value, !bigEndian);
    out.push(...new Uint8Array(bytes.buffer));
  };
  const double = (value: number): void => {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, value, !bigEndian);
    out.push(...new Uint8Array(bytes.buffer));
  };
  const position = ([x, y]: Position): void => {
    double(x!);
    double(y!);
    if (dimensions.includes('z')) double(1);
    if (dimensions.includes('m')) double(2);
  };
  const line = (points: Position[]): void => {
    number(points.length);
    points.forEach(position);
  };
  const many = (geometries: Geometry[]): void => {
    number(geometries.length);
    for (const part of geometries) write(part, style, out);
  };
  out.push(bigEndian ? 0 : 1);
  const kind = kinds[geometry.type] ?? 0;
  if (postgis === undefined) {
    number(kind + { xy: 0, xyz: 1000, xym: 2000, xyzm: 3000 }[dimensions]);
  } else {
    const z = dimensions.includes('z') ? 0x80000000 : 0;
    const m = dimensions.includes('m') ? 0x40000000 : 0;
    number(kind + z + m + (isOutermost ? 0x20000000 : 0));
    if (isOutermost) number(postgis);
  }
  switch (geometry.type) {
    case 'Point':
      position(geometry.coordinates);
      break;
    case 'LineString':
      line(geometry.coordinates);
      break;
    case 'Polygon':
      number(geometry.coordinates.length);
      geometry.coordinates.forEach(line);
      break;
    case 'MultiPoint':
      many(geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })));
      break;
    case 'MultiLineString':
      many(geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })));
      break;
    case 'MultiPolygon':
      many(geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
      break;
    case 'GeometryCollection':
      many(geometry.geometries);
      break;
  }
}
