import { type AreaGeometry, polygonsOf } from './polygon.ts';
import { createVertexIndex } from './vertex-index.ts';

/** 1e-6° is about 0.1 m: the last digit of usual lon/lat files. */
const degreeTolerance = 1.5e-6;
const metreTolerance = 0.1;

/** What `contiguity` takes by itself. Longitude and latitude together are at most 540. */
export function toleranceFor(extent: number): number {
  return extent <= 540 ? degreeTolerance : metreTolerance;
}

/** Every vertex of every ring in order: its corner, the corner that follows, and the area it belongs to. */
export interface Outlines {
  /** Number of different corners. */
  readonly corners: number;
  readonly corner: Int32Array;
  readonly next: Int32Array;
  readonly area: Int32Array;
}

/**
 * The outlines of all areas over common corners.
 * @throws `invalid tolerance: …`, `invalid coordinate: …`.
 * Cost: linear in the number of vertices.
 */
export function outlinesOf(
  geometries: readonly (AreaGeometry | null)[],
  tolerance: number | undefined,
): Outlines {
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < Infinity)) {
    throw new Error(`invalid tolerance: ${tolerance}`);
  }
  let count = 0;
  let extent = 0;
  for (const geometry of geometries) {
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        count += ring.length;
        for (const position of ring) {
          const reach = Math.abs(position[0]!) + Math.abs(position[1]!);
          if (!(reach < Infinity)) throw new Error(`invalid coordinate: ${position[0]}, ${position[1]}`);
          if (reach > extent) extent = reach;
        }
      }
    }
  }
  const index = createVertexIndex(count, tolerance ?? toleranceFor(extent));
  const corner = new Int32Array(count);
  const next = new Int32Array(count);
  const area = new Int32Array(count);
  let k = 0;
  for (let a = 0; a < geometries.length; a++) {
    for (const rings of polygonsOf(geometries[a]!)) {
      for (const ring of rings) {
        const start = k;
        for (const position of ring) {
          corner[k] = index.add(position[0]!, position[1]!);
          area[k++] = a;
        }
        for (let v = start; v < k; v++) next[v] = v + 1 < k ? corner[v + 1]! : corner[start]!;
      }
    }
  }
  return { corners: index.size(), corner, next, area };
}

/** Pieces of outline between two different corners, whatever their direction. */
export interface OutlineEdges {
  /** Number of different edges. */
  readonly edges: number;
  /** Every piece of outline, area by area: which edge it is … */
  readonly edge: Int32Array;
  /** … and at which vertex of the outlines it begins. */
  readonly vertex: Int32Array;
}

/** Which pieces of the outlines are the same edge. Cost: linear in the number of vertices. */
export function outlineEdges({ corners, corner, next }: Outlines): OutlineEdges {
  const edge = new Int32Array(corner.length);
  const vertex = new Int32Array(corner.length);
  const starts = new Int32Array(corners + 1);
  let count = 0;
  for (let k = 0; k < corner.length; k++) {
    if (corner[k] === next[k]) continue;
    starts[Math.min(corner[k]!, next[k]!) + 1]!++;
    vertex[count++] = k;
  }
  for (let c = 0; c < corners; c++) starts[c + 1]! += starts[c]!;
  // the edges met so far at each corner, by their other end; few corners have more than four
  const ends = starts.slice(0, corners);
  const others = new Int32Array(count);
  const numbers = new Int32Array(count);
  let edges = 0;
  for (let p = 0; p < count; p++) {
    const from = Math.min(corner[vertex[p]!]!, next[vertex[p]!]!);
    const to = Math.max(corner[vertex[p]!]!, next[vertex[p]!]!);
    const end = ends[from]!;
    let at = starts[from]!;
    while (at < end && others[at] !== to) at++;
    if (at === end) {
      others[at] = to;
      numbers[at] = edges++;
      ends[from] = end + 1;
    }
    edge[p] = numbers[at]!;
  }
  return { edges, edge: edge.subarray(0, count), vertex: vertex.subarray(0, count) };
}
