import type { MultiPolygon, Polygon, Position } from 'geojson';

export type Box = readonly [west: number, south: number, east: number, north: number];

/** Turns longitude and latitude into points of a small picture. */
export interface Frame {
  point(position: Position | readonly [number, number]): readonly [x: number, y: number];
  path(shape: Polygon | MultiPolygon): string;
}

/** A frame in which the box fills the picture but for a margin; east and north keep their proportions. */
export function frameOf(box: Box, width: number, height: number, margin = 6): Frame {
  const [west, south, east, north] = box;
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const wide = Math.max(1e-9, (east - west) * shrink);
  const high = Math.max(1e-9, north - south);
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high);
  const left = (width - wide * scale) / 2;
  const top = (height - high * scale) / 2;
  const point = ([lon = 0, lat = 0]: Position | readonly [number, number]) =>
    [left + (lon - west) * shrink * scale, top + (north - lat) * scale] as const;
  const ring = (positions: readonly Position[]) =>
    `M${positions
      .map((one) =>
        point(one)
          .map((value) => value.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`;
  return {
    point,
    path: (shape) =>
      (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
        .flatMap((polygon) => polygon.map(ring))
        .join(''),
  };
}

export function boxOf(positions: Iterable<Position | readonly [number, number]>): Box | null {
  let box: [number, number, number, number] | null = null;
  for (const [lon = NaN, lat = NaN] of positions) {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) continue;
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat];
  }
  return box;
}
