import { Delaunay } from 'd3';
import { brook, railways, river, roads, stadtteile, villageCores } from './masterplan.ts';
import { crosses, curve, distance, nearestOn, type Point, resample, turn } from './plane.ts';
import type { Random } from './random.ts';

/**
 * The mosaic the city is put together from: street blocks in the middle, fields at the edge. Their shared edges run
 * along river, railway and main roads; all borders of areas are chains of such edges, so topology is exact by birth.
 */
export interface Mosaic {
  readonly sites: readonly Point[];
  readonly size: readonly number[];
  /** Corners of blocks. */
  readonly corners: readonly Point[];
  /** Between which blocks an edge runs, from corner to corner, and what lies on it. */
  readonly edges: readonly MosaicEdge[];
  readonly neighbours: readonly (readonly { readonly block: number; readonly edge: number }[])[];
}

export interface MosaicEdge {
  readonly a: number;
  readonly b: number;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly barrier: 'river' | 'railway' | 'road' | 'brook' | null;
}

export const metres = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x * 1000, y * 1000]);

export const lines = {
  river: curve(metres(river), 40),
  brook: curve(metres(brook), 40),
  railways: railways.map((line) => curve(metres(line), 40)),
  roads: roads.map((line) => curve(metres(line), 40)),
};

const villages = metres(villageCores);
const centres = metres(stadtteile.map((plan) => plan.centre));
const EXTENT = 15500;

/** Typical width of a block at a place, in metres. */
function spacing(p: Point): number {
  const out = Math.sqrt(p[0] * p[0] + p[1] * p[1]);
  let width = 185 + 330 * smooth((out - 1200) / 6500);
  for (const village of [...villages, ...centres]) {
    const d = distance(p, village);
    if (d < 1500) width = Math.min(width, 215 + 300 * smooth(d / 1500));
  }
  return out > 9500 ? width + (out - 9500) * 0.1 : width;
}

function smooth(t: number): number {
  const u = Math.max(0, Math.min(1, t));
  return u * u * (3 - 2 * u);
}

export function buildMosaic(random: Random): Mosaic {
  const sites: Point[] = [];
  const size: number[] = [];
  const grid = new Map<string, number[]>();
  const CELL = 250;
  const near = (p: Point, radius: number): boolean => {
    const reach = Math.ceil(radius / CELL);
    const cx = Math.floor(p[0] / CELL);
    const cy = Math.floor(p[1] / CELL);
    for (let x = cx - reach; x <= cx + reach; x++) {
      for (let y = cy - reach; y <= cy + reach; y++) {
        for (const i of grid.get(`${x},${y}`) ?? []) if (distance(sites[i]!, p) < radius) return true;
      }
    }
    return false;
  };
  const add = (p: Point, width: number) => {
    const cell = `${Math.floor(p[0] / CELL)},${Math.floor(p[1] / CELL)}`;
    grid.set(cell, [...(grid.get(cell) ?? []), sites.length]);
    sites.push(p);
    size.push(width);
  };

  // Pairs of mirrored sites: the edge between the two of a pair lies on the line.
  const ways = [lines.river, ...lines.railways, lines.brook, ...lines.roads];
  for (const way of ways) {
    const fine = resample(way, 20);
    let since = Number.POSITIVE_INFINITY;
    for (let i = 1; i + 1 < fine.length; i++) {
      const p = fine[i]!;
      const width = spacing(p);
      since += 20;
      if (since < width * 0.75) continue;
      const [ax, ay] = fine[i - 1]!;
      const [bx, by] = fine[i + 1]!;
      const length = distance([ax, ay], [bx, by]);
      const offset = width * 0.36;
      const nx = (-(by - ay) / length) * offset;
      const ny = ((bx - ax) / length) * offset;
      const left: Point = [p[0] + nx, p[1] + ny];
      const right: Point = [p[0] - nx, p[1] - ny];
      if (near(left, width * 0.55) || near(right, width * 0.55)) continue;
      add(left, width);
      add(right, width);
      since = 0;
    }
  }
  // The rest: as dense as the place asks for, never closer (dart throwing, coarse to fine in one pass).
  for (let i = 0; i < 60000; i++) {
    const p: Point = [(random.next() * 2 - 1) * EXTENT, (random.next() * 2 - 1) * EXTENT];
    const width = spacing(p);
    if (random.next() > (200 / width) * (200 / width) * 1.6) continue;
    if (!near(p, width * 0.78)) add(p, width);
  }

  const delaunay = new Delaunay(Float64Array.from(sites.flat()));
  const { halfedges, triangles } = delaunay;
  const { circumcenters } = delaunay.voronoi([-1e6, -1e6, 1e6, 1e6]);
  const corners: Point[] = [];
  for (let t = 0; t < triangles.length / 3; t++)
    corners.push([circumcenters[2 * t]!, circumcenters[2 * t + 1]!]);

  const edges: MosaicEdge[] = [];
  const neighbours: { block: number; edge: number }[][] = sites.map(() => []);
  const barriers = barrierIndex();
  for (let e = 0; e < halfedges.length; e++) {
    const twin = halfedges[e]!;
    if (twin < e) continue;
    const a = triangles[e]!;
    const b = triangles[e % 3 === 2 ? e - 2 : e + 1]!;
    const from = Math.floor(e / 3);
    const to = Math.floor(twin / 3);
    const length = distance(corners[from]!, corners[to]!);
    const barrier = barriers(sites[a]!, sites[b]!);
    neighbours[a]!.push({ block: b, edge: edges.length });
    neighbours[b]!.push({ block: a, edge: edges.length });
    edges.push({ a, b, from, to, length, barrier });
  }
  widen(corners, sites, edges);
  snap(corners, sites, edges);
  return { sites, size, corners, edges, neighbours };
}

/**
 * Moves corners that all but lie on the river or a railway onto it, where edges of that line end in them. A move that
 * would turn an edge round its sites is left out: so the mosaic stays free of folds.
 */
function snap(corners: Point[], sites: readonly Point[], edges: readonly MosaicEdge[]): void {
  const at = new Map<number, MosaicEdge[]>();
  for (const edge of edges) {
    for (const corner of [edge.from, edge.to]) at.set(corner, [...(at.get(corner) ?? []), edge]);
  }
  const sides = (edge: MosaicEdge) => {
    const from = corners[edge.from]!;
    const to = corners[edge.to]!;
    return [turn(from, to, sites[edge.a]!), turn(from, to, sites[edge.b]!)] as const;
  };
  for (const [kind, ways] of [
    ['river', [lines.river]],
    ['railway', lines.railways],
  ] as const) {
    for (const way of ways) {
      const coarse = resample(way, 60);
      for (const [corner, around] of at) {
        if (!around.some((edge) => edge.barrier === kind)) continue;
        const old = corners[corner]!;
        const { point, distance: off } = nearestOn(coarse, old);
        if (off > 60) continue;
        const before = around.map(sides);
        corners[corner] = point;
        const folded = around
          .map(sides)
          .some((now, i) =>
            now.some(
              (side, k) =>
                side > 0 !== before[i]![k]! > 0 ||
                Math.abs(side) < 900 ||
                around.some((edge) => distance(corners[edge.from]!, corners[edge.to]!) < 20),
            ),
          );
        if (folded) corners[corner] = old;
      }
    }
  }
}

/** Draws out edges of a few metres: two corners must not fall on one point of the published grid. */
function widen(corners: Point[], sites: readonly Point[], edges: readonly MosaicEdge[]): void {
  const shortest = 24;
  for (const edge of edges) {
    const from = corners[edge.from]!;
    const to = corners[edge.to]!;
    if (distance(from, to) >= shortest) continue;
    const a = sites[edge.a]!;
    const b = sites[edge.b]!;
    // A Voronoi edge stands at right angles on the line between its sites, `a` to the left.
    const apart = distance(a, b);
    const half: Point = [((b[1] - a[1]) / apart) * shortest * 0.5, (-(b[0] - a[0]) / apart) * shortest * 0.5];
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const sign = (to[0] - from[0]) * half[0] + (to[1] - from[1]) * half[1] < 0 ? -1 : 1;
    corners[edge.from] = [middle[0] - sign * half[0], middle[1] - sign * half[1]];
    corners[edge.to] = [middle[0] + sign * half[0], middle[1] + sign * half[1]];
  }
}

function barrierIndex(): (a: Point, b: Point) => MosaicEdge['barrier'] {
  const CELL = 1000;
  const grid = new Map<string, { a: Point; b: Point; kind: MosaicEdge['barrier'] }[]>();
  const put = (line: readonly Point[], kind: MosaicEdge['barrier']) => {
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1]!;
      const b = line[i]!;
      const cell = `${Math.floor(a[0] / CELL)},${Math.floor(a[1] / CELL)}`;
      grid.set(cell, [...(grid.get(cell) ?? []), { a, b, kind }]);
    }
  };
  put(lines.river, 'river');
  for (const railway of lines.railways) put(railway, 'railway');
  put(lines.brook, 'brook');
  for (const road of lines.roads) put(road, 'road');
  const rank = ['river', 'railway', 'brook', 'road'];
  return (p, q) => {
    const cx = Math.floor((p[0] + q[0]) / 2 / CELL);
    const cy = Math.floor((p[1] + q[1]) / 2 / CELL);
    let found: MosaicEdge['barrier'] = null;
    for (let x = cx - 1; x <= cx + 1; x++) {
      for (let y = cy - 1; y <= cy + 1; y++) {
        for (const { a, b, kind } of grid.get(`${x},${y}`) ?? []) {
          if (found !== null && rank.indexOf(kind!) >= rank.indexOf(found)) continue;
          if (crosses(p, q, a, b)) found = kind;
        }
      }
    }
    return found;
  };
}
