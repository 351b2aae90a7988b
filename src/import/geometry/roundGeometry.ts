import type { MultiPolygon, Polygon, Position } from 'geojson';
import { isRecord } from '../formats/feature.ts';
import type { Projection } from './project.ts';

/** Six decimals of a degree are a decimetre: finer than any statistical area is surveyed. */
const decimals = 6;

/**
 * Brings coordinates into WGS 84 on a fixed grid of a millionth of a degree, so that neighbours keep exactly the same
 * vertices. Anything that is no geometry comes back as it was, for `checkGeometry` to report.
 */
export function projectGeometry(geometry: unknown, project: Projection): unknown {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return geometry;
  return {
    type: geometry.type,
    coordinates: projected(geometry.coordinates, project, isRings(geometry.type), 0),
  };
}

function isRings(type: unknown): boolean {
  return type === 'Polygon' || type === 'MultiPolygon';
}

/** Polygon, ring, position; anything deeper is no geometry and could go on for ever. */
const deepest = 6;

function projected(value: readonly unknown[], project: Projection, rings: boolean, depth: number): unknown {
  const [x, y] = value;
  if (typeof x === 'number' && typeof y === 'number') {
    const [lon, lat] = project(x, y);
    return [rounded(lon), rounded(lat)];
  }
  const parts = value.map((part) =>
    Array.isArray(part) && depth < deepest ? projected(part, project, rings, depth + 1) : part,
  );
  return rings && isRing(parts) ? withoutRepeats(parts) : parts;
}

function rounded(degrees: number): number {
  const scaled = degrees * 10 ** decimals;
  const whole = Math.round(scaled);
  // Far from the middle between two numbers both ways give the same; only `toFixed` is right about the middle.
  if (Math.abs(scaled - whole) < 0.499 && Math.abs(scaled) < 2 ** 36) return whole / 10 ** decimals;
  return Number(degrees.toFixed(decimals));
}

function isRing(parts: readonly unknown[]): parts is Position[] {
  return parts.length > 0 && parts.every((part) => Array.isArray(part) && typeof part[0] === 'number');
}

/** Vertices that fell onto their predecessor. */
function withoutRepeats(ring: readonly Position[]): Position[] {
  return ring.filter((position, i) => {
    const before = ring[i - 1];
    return !before || before[0] !== position[0] || before[1] !== position[1];
  });
}

/** Several polygons of one key as one geometry. */
export function together(parts: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon {
  const [first, ...rest] = parts;
  if (first && rest.length === 0) return first;
  return {
    type: 'MultiPolygon',
    coordinates: parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : part.coordinates)),
  };
}
