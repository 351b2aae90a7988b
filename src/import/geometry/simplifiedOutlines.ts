import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection } from 'topojson-specification';
import { polygonArea } from '#geo/planar.ts';
import { exactTopology } from '../formats/topojson/writeTopoJson.ts';

type Areal = Polygon | MultiPolygon;

/**
 * Outlines for a preview with at most about `most` corners altogether. Common borders stay common: they are simplified
 * once (Douglas and Peucker), with the tolerance that the number asks for. Where even the corners at which borders meet
 * are too many, the smallest areas are left out.
 */
export async function simplifiedOutlines(
  geometries: readonly Areal[],
  most: number,
): Promise<readonly Areal[]> {
  if (geometries.length === 0) return [];
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  };
  const topology = await exactTopology('areas', collection);
  const areas = (topology.objects.areas as GeometryCollection).geometries.map(ringsOf);
  const arcs = topology.arcs as Position[][];
  const uses = new Int32Array(arcs.length);
  for (const arc of areas.flat(3)) uses[arc < 0 ? ~arc : arc]!++;
  const weights = arcs.map(significance);
  const least = tolerance(weights, uses, most);
  const thin = arcs.map((arc, a) => arc.filter((_, i) => weights[a]![i]! >= least));
  const outlines = areas.flatMap((polygons): Areal[] => {
    const kept = polygons.map((rings) =>
      rings.map((ring) => ringOf(ring, thin)).filter((ring) => ring.length >= 4),
    );
    const whole = kept.filter((rings) => rings.length > 0);
    const [first] = whole;
    if (!first) return [];
    return whole.length === 1
      ? [{ type: 'Polygon', coordinates: first }]
      : [{ type: 'MultiPolygon', coordinates: whole }];
  });
  return largest(outlines, most);
}

type ArcRings = readonly (readonly number[])[];

function ringsOf(object: GeometryCollection['geometries'][number]): readonly ArcRings[] {
  if (object.type === 'Polygon') return [object.arcs as ArcRings];
  if (object.type === 'MultiPolygon') return object.arcs as ArcRings[];
  return [];
}

/** For each corner of a line the tolerance up to which it stays; Infinity for the ends. */
function significance(line: readonly Position[]): Float64Array {
  const stays = new Float64Array(line.length);
  const last = line.length - 1;
  stays[0] = Infinity;
  stays[last] = Infinity;
  // A closed line has no direction of its own: it falls into two at the corner furthest from its end.
  const waiting: [from: number, to: number, atMost: number][] = [[0, last, Infinity]];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const [from, to, atMost] = part;
    let furthest = -1;
    let distance = -1;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToLine(line[i]!, line[from]!, line[to]!);
      if (d > distance) [furthest, distance] = [i, d];
    }
    if (furthest < 0) continue;
    const tolerance = Math.min(atMost, distance);
    stays[furthest] = tolerance;
    waiting.push([from, furthest, tolerance], [furthest, to, tolerance]);
  }
  return stays;
}

/** In degrees of latitude. */
function distanceToLine(point: Position, from: Position, to: Position): number {
  const shrink = Math.cos((point[1]! * Math.PI) / 180);
  const x = (point[0]! - from[0]!) * shrink;
  const y = point[1]! - from[1]!;
  const dx = (to[0]! - from[0]!) * shrink;
  const dy = to[1]! - from[1]!;
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
}

/** The smallest tolerance that leaves at most `most` corners, counted in every outline they are part of. */
function tolerance(weights: readonly Float64Array[], uses: Int32Array, most: number): number {
  const all: { readonly stays: number; readonly uses: number }[] = [];
  let room = most;
  weights.forEach((arc, a) => {
    // Of the two ends one is the beginning of the next line.
    room -= uses[a]!;
    for (const stays of arc) if (stays !== Infinity) all.push({ stays, uses: uses[a]! });
  });
  all.sort((a, b) => b.stays - a.stays);
  for (const corner of all) {
    room -= corner.uses;
    if (room < 0) return corner.stays * (1 + 1e-12) + Number.MIN_VALUE;
  }
  return 0;
}

function ringOf(ring: readonly number[], arcs: readonly Position[][]): Position[] {
  const corners: Position[] = [];
  for (const arc of ring) {
    const line = arc < 0 ? [...(arcs[~arc] ?? [])].reverse() : (arcs[arc] ?? []);
    corners.push(...(corners.length > 0 ? line.slice(1) : line));
  }
  return corners;
}

function largest(outlines: readonly Areal[], most: number): readonly Areal[] {
  const sized = outlines.map((outline, i) => ({
    i,
    corners: (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates).flat(2).length,
    area: polygonArea(outline),
  }));
  let room = most * 1.2;
  const kept = new Set<number>();
  for (const { i, corners } of sized.sort((a, b) => b.area - a.area)) {
    room -= corners;
    if (room < 0) break;
    kept.add(i);
  }
  return outlines.filter((_, i) => kept.has(i));
}
