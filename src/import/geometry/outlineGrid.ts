import type { MultiPolygon, Polygon, Position } from 'geojson';
import { polygonArea, polygonBounds, ringArea } from '#geo/planar.ts';
import { polygonsOf, type Ring, type Rings } from '#geo/polygon.ts';
import {
  type Projection as MetreProjection,
  projectedGeometry,
  utmCodeOf,
  utmProjection,
} from '#geo/projection.ts';

type Areal = Polygon | MultiPolygon;

/** Outlines are kept in millionths of a degree (`roundGeometry.ts`): whole numbers here. */
const perDegree = 1e6;

export function toGrid(ring: Ring): Position[] {
  return ring.map(
    (position): Position => [Math.round(position[0]! * perDegree), Math.round(position[1]! * perDegree)],
  );
}

function fromGrid(ring: Ring): Position[] {
  return ring.map((position): Position => [position[0]! / perDegree, position[1]! / perDegree]);
}

/** Rings of a geometry on the grid, outlines anticlockwise and holes clockwise. */
export function gridRings(geometry: Areal): Position[][][] {
  return polygonsOf(geometry).map((rings) =>
    rings.map((ring, r) => {
      const onGrid = toGrid(ring);
      return ringArea(onGrid) >= 0 === (r === 0) ? onGrid : onGrid.reverse();
    }),
  );
}

export function geometryOf(polygons: readonly Rings[]): Areal {
  const coordinates = polygons.map((rings) => rings.map((ring) => fromGrid(ring)));
  const [first] = coordinates;
  return first && coordinates.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates };
}

/** Wider layers lie in no one city: their coordinates are of another system, or wrong. */
const widestDegrees = 30;

export function fitsGrid(geometries: readonly Areal[]): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    const bounds = polygonBounds(geometry);
    if (!bounds) continue;
    west = Math.min(west, bounds[0]);
    south = Math.min(south, bounds[1]);
    east = Math.max(east, bounds[2]);
    north = Math.max(north, bounds[3]);
  }
  return !(east - west > widestDegrees || north - south > widestDegrees);
}

/** To metres in the zone of the middle of these geometries. */
export function metresFor(geometries: readonly Areal[]): MetreProjection {
  let [west, east] = [Infinity, -Infinity];
  for (const geometry of geometries) {
    const bounds = polygonBounds(geometry);
    if (!bounds) continue;
    west = Math.min(west, bounds[0]);
    east = Math.max(east, bounds[2]);
  }
  return utmProjection(utmCodeOf(west <= east ? (west + east) / 2 : 9));
}

export function squareMetresOf(geometry: Areal, metres: MetreProjection = metresFor([geometry])): number {
  return polygonArea(projectedGeometry(geometry, metres));
}
