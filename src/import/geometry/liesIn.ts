import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Does the point lie inside? Even–odd rule over all rings, so holes are outside. */
export function liesIn([x, y]: readonly [number, number], area: Polygon | MultiPolygon): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== crossesOdd(x, y, ring), false));
}

function crossesOdd(x: number, y: number, ring: readonly Position[]): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = NaN, yi = NaN] = ring[i]!;
    const [xj = NaN, yj = NaN] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}
