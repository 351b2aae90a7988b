import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringArea } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';

/**
 * Rings without a stated order as polygons with holes: clockwise rings are outlines, the others are holes of the smallest
 * outline they lie in. Where every ring runs the other way the roles are exchanged; a hole that lies in no outline is kept
 * as a polygon of its own, so that nothing is lost.
 */
export function polygonsOfRings(rings: readonly Position[][]): Polygon | MultiPolygon {
  const measured = rings.map((ring) => ({ ring, area: ringArea(ring), holes: [] as Position[][] }));
  const clockwise = measured.filter(({ area }) => area < 0);
  const outer = clockwise.length > 0 ? clockwise : measured;
  const polygons = [...outer];
  for (const inner of measured) {
    if (outer.includes(inner)) continue;
    const around = outer
      .filter(
        (candidate) =>
          Math.abs(candidate.area) > Math.abs(inner.area) && surrounds(candidate.ring, inner.ring),
      )
      .sort((a, b) => Math.abs(a.area) - Math.abs(b.area))[0];
    if (around) around.holes.push(inner.ring);
    else polygons.push(inner);
  }
  const coordinates = polygons.map(({ ring, holes }) => [ring, ...holes]);
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}

/** Corners may lie on the outline itself, where inside and outside are chance: most of some corners and middles decide. */
function surrounds(ring: Position[], inner: Position[]): boolean {
  const step = Math.max(1, Math.floor(inner.length / 12));
  let inside = 0;
  let asked = 0;
  for (let i = 0; i + 1 < inner.length; i += step) {
    const [x, y] = inner[i]!;
    const [nextX, nextY] = inner[i + 1]!;
    const around = { type: 'Polygon', coordinates: [ring] } as const;
    if (pointInPolygon(x!, y!, around)) inside++;
    if (pointInPolygon((x! + nextX!) / 2, (y! + nextY!) / 2, around)) inside++;
    asked += 2;
  }
  return inside * 2 > asked;
}
