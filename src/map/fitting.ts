import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A rectangle to be shown and the points inside it that should not be hidden, in any flat coordinates, y downwards. */
export interface Extent {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
  /** x and y in turn. */
  readonly points: Float64Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The fitted picture may become this much smaller to come out from under a panel. */
const smallest = 0.72;
/** So many of a thousand points may stay hidden: a tip of the city is no reason to shrink it. */
const spared = 2;
const steps = 12;

/**
 * Padding for fitting an extent into a map whose lower left corner is covered by a panel (a legend): the one that keeps
 * the extent large and its points out from under the panel, by moving it up or to the right. Takes the points
 * themselves, not their bounding box, since a city seldom fills the corner of its box.
 *
 * @param padding what is covered anyway along the edges.
 * @param panel size of the panel, measured from the map's lower left corner.
 */
export function paddingBeside(extent: Extent, map: Size, padding: Padding, panel: Size): Padding {
  const width = extent.east - extent.west;
  const height = extent.south - extent.north;
  if (!(width > 0 && height > 0)) return padding;
  const scaleOf = ({ top, right, bottom, left }: Padding): number =>
    Math.min((map.width - left - right) / width, (map.height - top - bottom) / height);
  const whole = scaleOf(padding);
  const candidates = [padding];
  for (let step = 1; step <= steps; step++) {
    const part = step / steps;
    candidates.push(
      { ...padding, bottom: padding.bottom + part * Math.max(0, panel.height - padding.bottom) },
      { ...padding, left: padding.left + part * Math.max(0, panel.width - padding.left) },
    );
  }
  const fitting = candidates
    .map((candidate) => ({ candidate, scale: scaleOf(candidate) }))
    .filter(({ scale }) => scale >= whole * smallest)
    .sort((a, b) => b.scale - a.scale);
  let best = padding;
  let fewest = Infinity;
  const allowed = (spared / 1000) * (extent.points.length / 2);
  for (const { candidate, scale } of fitting) {
    const hidden = hiddenPoints(extent, map, candidate, scale, panel);
    if (hidden < fewest) {
      fewest = hidden;
      best = candidate;
    }
    if (hidden <= allowed) return candidate;
  }
  return best;
}

/** The corners of all areas on the flat map of the web (0…1 across the world), where the screen's shapes are the map's. */
export function extentOf(geometries: Iterable<Polygon | MultiPolygon | null>): Extent {
  const found: number[] = [];
  const ring = (positions: readonly Position[]): void => {
    for (const [lng = Number.NaN, lat = Number.NaN] of positions) {
      const sine = Math.sin((lat * Math.PI) / 180);
      found.push((lng + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }
  };
  for (const geometry of geometries) {
    if (geometry?.type === 'Polygon') geometry.coordinates.forEach(ring);
    else if (geometry) for (const polygon of geometry.coordinates) polygon.forEach(ring);
  }
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < found.length; i += 2) {
    const [x = Number.NaN, y = Number.NaN] = [found[i], found[i + 1]];
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return { west, north, east, south, points: Float64Array.from(found) };
}

function hiddenPoints(
  { west, east, north, south, points }: Extent,
  map: Size,
  { top, right, bottom, left }: Padding,
  scale: number,
  panel: Size,
): number {
  const middleX = (left + map.width - right) / 2;
  const middleY = (top + map.height - bottom) / 2;
  const x0 = middleX - ((west + east) / 2) * scale;
  const y0 = middleY - ((north + south) / 2) * scale;
  let hidden = 0;
  for (let i = 0; i < points.length; i += 2) {
    const x = x0 + (points[i] ?? 0) * scale;
    const y = y0 + (points[i + 1] ?? 0) * scale;
    if (x < panel.width && y > map.height - panel.height) hidden++;
  }
  return hidden;
}
