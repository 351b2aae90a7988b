import { polygonArea, polygonCentroid } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { type AreaGeometry, polygonsOf, type Rings } from '#geo/polygon.ts';

/**
 * A point that lies inside an area: the centroid of its largest part, or, where that falls outside, the middle of the
 * widest stretch at its height. Null without any area.
 */
export function pointInside(geometry: AreaGeometry | null): readonly [number, number] | null {
  let largest: AreaGeometry | null = null;
  let most = 0;
  for (const coordinates of polygonsOf(geometry)) {
    const part: AreaGeometry = { type: 'Polygon', coordinates };
    const area = polygonArea(part);
    if (area <= most) continue;
    largest = part;
    most = area;
  }
  const centre = polygonCentroid(largest);
  if (!centre || !largest || largest.type !== 'Polygon') return null;
  return pointInPolygon(...centre, largest) ? centre : widestMiddle(largest.coordinates, centre[1]);
}

function widestMiddle(rings: Rings, y: number): readonly [number, number] | null {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let k = 1; k < ring.length; k++) {
      const [ax = 0, ay = 0] = ring[k - 1] ?? [];
      const [bx = 0, by = 0] = ring[k] ?? [];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  crossings.sort((a, b) => a - b);
  let middle: number | null = null;
  let widest = 0;
  for (let k = 1; k < crossings.length; k += 2) {
    const left = crossings[k - 1] ?? NaN;
    const right = crossings[k] ?? NaN;
    if (!(right - left > widest)) continue;
    widest = right - left;
    middle = (left + right) / 2;
  }
  return middle === null ? null : [middle, y];
}
