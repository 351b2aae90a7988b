import type { Position } from 'geojson';
import { facesOf } from '#geo/faces.ts';
import { innerPoint } from '#geo/inner-point.ts';
import { createEdges, nodedEdges } from '#geo/noded-edges.ts';
import { polygonArea, ringArea } from '#geo/planar.ts';
import { pointInPolygon } from '#geo/point-in-polygon.ts';
import type { Position as Corner, Rings } from '#geo/polygon.ts';
import { toGrid } from './outlineGrid.ts';

export interface RepairedPolygon {
  /** On the grid, outlines anticlockwise and holes clockwise; several where an outline fell apart, none where nothing is left. */
  readonly polygons: readonly Rings[];
  /** Something had to be changed beyond corners that repeat and the direction of rings. */
  readonly isChanged: boolean;
  /** Share of the area before by which it grew or shrank; Infinity where there was none. */
  readonly change: number;
  /** Where on the grid. */
  readonly fault: Corner | null;
}

/**
 * A polygon as its rings were meant: closed, without needles of no width, not crossing or touching itself, holes inside.
 *
 * What lies inside an odd number of rings is inside: two halves of a bow tie both count, a hole that was drawn outside
 * becomes a part. A valid polygon keeps every corner, so that it goes on fitting its neighbours.
 *
 * @param rings in WGS 84 on the common grid, positions already checked.
 */
export function repairPolygon(rings: Rings): RepairedPolygon {
  let isChanged = false;
  let hasOutline = false;
  let fault: Corner | null = null;
  const cleaned: Position[][] = [];
  rings.forEach((ring, r) => {
    const clean = cleanRing(toGrid(ring));
    if (clean.fault) {
      isChanged = true;
      fault ??= clean.fault;
    }
    if (clean.ring) cleaned.push(oriented(clean.ring, r === 0));
    else isChanged = true;
    if (r === 0) hasOutline = clean.ring !== null;
  });
  const before = polygonArea({ type: 'Polygon', coordinates: rings.map(toGrid) });
  if (cleaned.length === 0 || !hasOutline)
    return { polygons: [], isChanged: true, change: before > 0 ? 1 : Infinity, fault };
  const edges = createEdges('odd');
  for (const ring of cleaned) edges.addRing(ring);
  const noded = nodedEdges(edges.edges(), 'odd');
  const repeated = cleaned.map(repeatedCorner).find((corner) => corner !== null) ?? null;
  const isSound =
    noded.crossings === 0 && noded.touches === 0 && repeated === null && holesLieInside(cleaned);
  const polygons: readonly Rings[] = isSound ? [cleaned] : facesOf(cleaned, 'odd').covered;
  const after = polygonArea({ type: 'MultiPolygon', coordinates: polygons });
  return {
    polygons,
    isChanged: isChanged || !isSound,
    change: changeOf(before, after),
    fault: noded.fault ?? repeated ?? fault ?? (isSound ? null : (cleaned[0]?.[0] ?? null)),
  };
}

/** Of rings that do not cross. */
function holesLieInside([outline = [], ...holes]: readonly Position[][]): boolean {
  return holes.every((hole) => {
    const point = innerPoint({ type: 'Polygon', coordinates: [hole] });
    const isIn = (ring: readonly Position[]): boolean =>
      point !== null && pointInPolygon(point[0], point[1], { type: 'Polygon', coordinates: [ring] });
    return isIn(outline) && !holes.some((other) => other !== hole && isIn(other));
  });
}

function changeOf(before: number, after: number): number {
  return before > 0 ? Math.abs(after - before) / before : Infinity;
}

function oriented(ring: Position[], isOutline: boolean): Position[] {
  return ringArea(ring) >= 0 === isOutline ? ring : ring.reverse();
}

/** Corners that repeat and needles taken out, closed; `fault`: where more than a repetition was found. */
function cleanRing(ring: readonly Position[]): { ring: Position[] | null; fault: Position | null } {
  const isClosed = ring.length > 1 && isSame(ring[0], ring.at(-1));
  let corners = isClosed ? ring.slice(0, -1) : [...ring];
  let fault: Position | null = isClosed ? null : (ring[0] ?? null);
  for (let isDone = false; !isDone; ) {
    const kept: Position[] = [];
    for (const [i, corner] of corners.entries()) {
      const before = kept.at(-1) ?? corners.at(-1);
      const after = corners[i + 1] ?? corners[0];
      if (corners.length > 1 && isSame(before, corner)) continue;
      if (corners.length > 3 && before && after && isNeedle(before, corner, after)) {
        fault ??= corner;
        continue;
      }
      kept.push(corner);
    }
    isDone = kept.length === corners.length;
    corners = kept;
  }
  const [first] = corners;
  if (!first || corners.length < 3 || isFlat(corners)) return { ring: null, fault: fault ?? first ?? null };
  return { ring: [...corners, first], fault };
}

/** Do all corners lie on one line? A bow tie has no signed area either, but encloses something. */
function isFlat([first, second, ...others]: readonly Position[]): boolean {
  if (!first || !second) return true;
  const [dx, dy] = [second[0]! - first[0]!, second[1]! - first[1]!];
  return others.every((corner) => dx * (corner[1]! - first[1]!) === dy * (corner[0]! - first[0]!));
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Does the way go out to a corner and straight back? Needles of any width are kept: neighbours often share them. */
function isNeedle(before: Position, tip: Position, after: Position): boolean {
  const [ax, ay] = [before[0]! - tip[0]!, before[1]! - tip[1]!];
  const [bx, by] = [after[0]! - tip[0]!, after[1]! - tip[1]!];
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}

function repeatedCorner(ring: readonly Position[]): Position | null {
  const seen = new Set<number>();
  const [left = 0, bottom = 0] = ring[0] ?? [];
  for (let i = 1; i < ring.length; i++) {
    const corner = ring[i]!;
    // No outline is wider than 2^25 (`fitsGrid`): both distances fit into one number that is still exact.
    const name = (corner[0]! - left) * 2 ** 26 + (corner[1]! - bottom);
    if (seen.has(name)) return corner;
    seen.add(name);
  }
  return null;
}
