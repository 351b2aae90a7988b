import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ringArea } from '#geo/planar.ts';
import type { Place } from '#model/result.ts';
import { isRecord } from '../formats/feature.ts';
import type { ProblemList } from '../pack/problemList.ts';

/**
 * A polygon in WGS 84 lon/lat, or null with the reasons in `problems`. Positions come back as plain pairs (heights are
 * dropped), rings as they stood.
 */
export function checkGeometry(
  geometry: unknown,
  area: string,
  where: Place,
  problems: ProblemList,
): Polygon | MultiPolygon | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) {
    problems.add(
      'geometry-not-polygon',
      { area, type: isRecord(geometry) ? String(geometry.type) : '–' },
      where,
    );
    return null;
  }
  const { type, coordinates } = geometry;
  if (type === 'Polygon') {
    const rings = ringsOf(coordinates, area, where, problems);
    return rings && { type, coordinates: rings };
  }
  if (type === 'MultiPolygon') {
    const parts: Position[][][] = [];
    for (const part of coordinates as unknown[]) {
      const rings = ringsOf(part, area, where, problems);
      if (!rings) return null;
      parts.push(rings);
    }
    if (parts.length === 0) problems.add('ring-too-short', { area, points: 0 }, where);
    return parts.length > 0 ? { type, coordinates: parts } : null;
  }
  problems.add('geometry-not-polygon', { area, type: String(type) }, where);
  return null;
}

function ringsOf(value: unknown, area: string, where: Place, problems: ProblemList): Position[][] | null {
  if (!Array.isArray(value) || value.length === 0) {
    problems.add('ring-too-short', { area, points: 0 }, where);
    return null;
  }
  const rings: Position[][] = [];
  for (const ring of value as unknown[]) {
    const checked = ringOf(ring, area, where, problems);
    if (!checked) return null;
    rings.push(checked);
  }
  return rings;
}

function ringOf(value: unknown, area: string, where: Place, problems: ProblemList): Position[] | null {
  if (!Array.isArray(value) || value.length < 4) {
    problems.add('ring-too-short', { area, points: Array.isArray(value) ? value.length : 0 }, where);
    return null;
  }
  const ring: Position[] = [];
  for (const position of value as unknown[]) {
    const reason = positionProblem(position);
    if (reason) {
      problems.add(reason, { area, ...shownPosition(position) }, where);
      return null;
    }
    const pair = position as Position;
    // A pair is taken as it is: positions that several rings share stay one.
    ring.push(pair.length === 2 ? pair : [pair[0]!, pair[1]!]);
  }
  const first = ring[0]!;
  const last = ring.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) {
    problems.add('ring-open', { area }, where);
    return null;
  }
  if (ringArea(ring) === 0) {
    problems.add('ring-flat', { area }, where);
    return null;
  }
  return ring;
}

/** A position for people. Not by `String` alone: arrays within arrays may go on for ever. */
export function shownPosition(position: unknown): { readonly x: string; readonly y: string } {
  const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
  const shown = (value: unknown): string =>
    typeof value === 'number' || typeof value === 'string' ? String(value) : '–';
  return { x: shown(x), y: shown(y) };
}

export type PositionProblem = 'coordinates-invalid' | 'coordinates-swapped' | 'coordinates-out-of-range';

/** Code of what is wrong with a lon/lat position, or null. */
export function positionProblem(position: unknown): PositionProblem | null {
  if (!Array.isArray(position)) return 'coordinates-invalid';
  const [x, y] = position as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return 'coordinates-invalid';
  // Germany lies at 5.8–15.1° E, 47.2–55.1° N: the two ranges do not overlap, so an exchange shows.
  if (x >= 47 && x <= 55.2 && y >= 5.5 && y <= 15.3) return 'coordinates-swapped';
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return 'coordinates-out-of-range';
  return null;
}
