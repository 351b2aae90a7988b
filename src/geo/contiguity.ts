import { outlineEdges, outlinesOf, toleranceFor } from './outlines.ts';
import { type AreaGeometry, polygonsOf } from './polygon.ts';

/** Who borders on whom, as compressed rows; fits the weights of `stats`. */
export interface Contiguity {
  /** `neighbours[offsets[i] … offsets[i + 1] − 1]` are the areas next to area i, ascending. Length n + 1. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Areas without any neighbour, among them those without geometry, ascending. */
  readonly islands: Int32Array;
}

export interface ContiguityOptions {
  /** Corners up to this far apart in x and in y are one corner; in the unit of the coordinates. Default: see below. */
  readonly tolerance?: number;
}

/**
 * Queen contiguity [Nachbarschaft über Kanten und Ecken]: areas that share at least one corner are neighbours.
 *
 * Corners are compared as they are in the files, so two areas are neighbours where their outlines have a common vertex;
 * a corner in the middle of the other's straight edge is no common vertex.
 *
 * @param geometries one per area, null where there is none (an island).
 * @param options.tolerance default 1.5e-6 for longitude and latitude (all coordinates within ±360), else 0.1 (metres).
 * @returns symmetric, no area is its own neighbour.
 * @throws `invalid tolerance: …`, `invalid coordinate: …`.
 * Cost: linear in the number of vertices.
 * @example queenContiguity([square(0, 0), square(1, 1)]).neighbours // [1, 0]: they touch at one corner
 */
export function queenContiguity(
  geometries: readonly (AreaGeometry | null)[],
  options: ContiguityOptions = {},
): Contiguity {
  const outlines = outlinesOf(geometries, options.tolerance);
  return rowsOf(geometries.length, outlines.corners, outlines.corner, outlines.area);
}

/**
 * Rook contiguity [Nachbarschaft über Kanten]: areas that share at least one edge are neighbours.
 *
 * As `queenContiguity`, but two consecutive corners must be common.
 * Cost: linear in the number of vertices.
 * @example rookContiguity([square(0, 0), square(1, 1)]).neighbours // []
 */
export function rookContiguity(
  geometries: readonly (AreaGeometry | null)[],
  options: ContiguityOptions = {},
): Contiguity {
  const outlines = outlinesOf(geometries, options.tolerance);
  const { edges, edge, vertex } = outlineEdges(outlines);
  return rowsOf(
    geometries.length,
    edges,
    edge,
    vertex.map((k) => outlines.area[k]!),
  );
}

/**
 * The tolerance that contiguity takes by itself for these areas, in the unit of their coordinates.
 * Cost: linear in the number of vertices.
 */
export function defaultTolerance(geometries: readonly (AreaGeometry | null)[]): number {
  let extent = 0;
  for (const geometry of geometries) {
    for (const [x = 0, y = 0] of polygonsOf(geometry).flat(2))
      extent = Math.max(extent, Math.abs(x) + Math.abs(y));
  }
  return toleranceFor(extent);
}

/** Areas that meet in one of the places (corners or edges) become neighbours. */
function rowsOf(size: number, places: number, place: Int32Array, area: Int32Array): Contiguity {
  const starts = new Int32Array(places + 1);
  for (let k = 0; k < place.length; k++) starts[place[k]! + 1]!++;
  for (let p = 0; p < places; p++) starts[p + 1]! += starts[p]!;
  const ends = starts.slice(0, places);
  const meeting = new Int32Array(place.length);
  // visits come area by area, so that an area already entered at a place is the last one there
  for (let k = 0; k < place.length; k++) {
    const p = place[k]!;
    const end = ends[p]!;
    if (end > starts[p]! && meeting[end - 1] === area[k]) continue;
    meeting[end] = area[k]!;
    ends[p] = end + 1;
  }
  const offsets = new Int32Array(size + 1);
  const seen = new Int32Array(size).fill(-1);
  let neighbours = new Int32Array(Math.max(16, size * 8));
  const islands: number[] = [];
  let end = 0;
  let k = 0;
  for (let i = 0; i < size; i++) {
    const start = end;
    seen[i] = i;
    for (; k < place.length && area[k] === i; k++) {
      const p = place[k]!;
      for (let m = starts[p]!; m < ends[p]!; m++) {
        const j = meeting[m]!;
        if (seen[j] === i) continue;
        seen[j] = i;
        if (end === neighbours.length) {
          const longer = new Int32Array(neighbours.length * 2);
          longer.set(neighbours);
          neighbours = longer;
        }
        neighbours[end++] = j;
      }
    }
    neighbours.subarray(start, end).sort();
    if (end === start) islands.push(i);
    offsets[i + 1] = end;
  }
  return { offsets, neighbours: neighbours.slice(0, end), islands: Int32Array.from(islands) };
}
