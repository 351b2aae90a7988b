import type { Mosaic, MosaicEdge } from './blocks.ts';
import { crosses, distance, inRing, type Point, ringArea, turn } from './plane.ts';
import { toGrid } from './projection.ts';
import { randomStream } from './random.ts';

/** One shared border: from node to node, with the region to its left and right. Points on the published grid. */
export interface Arc {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

export interface ArcRef {
  readonly arc: number;
  readonly reversed: boolean;
}

/** Rings of arcs of one polygon, outer ring (counter-clockwise) first. */
export type ArcPolygon = readonly (readonly ArcRef[])[];

/**
 * Every border between two regions once, as one arc. Region −1 is the void outside everything.
 * Arcs are thinned and roughened each for itself, so that both neighbours keep the very same line.
 */
export function traceArcs(mosaic: Mosaic, regionOf: ArrayLike<number>): Arc[] {
  const borders = mosaic.edges.filter((edge) => regionOf[edge.a] !== regionOf[edge.b]);
  const at = new Map<number, MosaicEdge[]>();
  for (const edge of borders) {
    for (const corner of [edge.from, edge.to]) at.set(corner, [...(at.get(corner) ?? []), edge]);
  }
  const isNode = (corner: number) => (at.get(corner)?.length ?? 0) !== 2;
  const used = new Set<MosaicEdge>();
  const chains: { corners: number[]; edges: MosaicEdge[] }[] = [];
  const follow = (start: number, first: MosaicEdge) => {
    const corners = [start];
    const edges: MosaicEdge[] = [];
    let edge = first;
    for (;;) {
      used.add(edge);
      edges.push(edge);
      const here = corners.at(-1)!;
      const next = edge.from === here ? edge.to : edge.from;
      corners.push(next);
      if (next === start || isNode(next)) break;
      edge = at.get(next)!.find((candidate) => !used.has(candidate))!;
    }
    chains.push({ corners, edges });
  };
  for (const [corner, edges] of at) {
    if (isNode(corner)) for (const edge of edges) if (!used.has(edge)) follow(corner, edge);
  }
  for (const edge of borders) if (!used.has(edge)) follow(edge.from, edge);

  const arcs = chains.map(({ corners, edges }) => {
    const raw = corners.map((corner) => mosaic.corners[corner]!);
    const first = edges[0]!;
    const onLeft = turn(raw[0]!, raw[1]!, mosaic.sites[first.a]!) > 0;
    const size = mosaic.size[first.a]!;
    const free = edges.every((edge) => edge.barrier === null);
    return {
      left: regionOf[onLeft ? first.a : first.b]!,
      right: regionOf[onLeft ? first.b : first.a]!,
      from: corners[0]!,
      to: corners.at(-1)!,
      raw,
      drawn: roughen(thin(raw, size), size, free ? 1 : 0.35, `${corners[0]}-${corners[1]}`),
    };
  });
  return settle(arcs);
}

/** Visvalingam–Whyatt: takes out corners that span less than a part of a block. */
function thin(line: readonly Point[], size: number): Point[] {
  const out = [...line];
  const limit = (0.34 * size) ** 2;
  const keep = line[0] === line.at(-1) ? 5 : 2;
  while (out.length > keep) {
    let least = limit;
    let at = -1;
    for (let i = 1; i + 1 < out.length; i++) {
      const span = Math.abs(turn(out[i - 1]!, out[i]!, out[i + 1]!)) / 2;
      if (span < least) {
        least = span;
        at = i;
      }
    }
    if (at < 0) break;
    out.splice(at, 1);
  }
  return out;
}

/** Fractal midpoint displacement: field paths and ditches are not drawn with a ruler, streets nearly so. */
function roughen(line: readonly Point[], size: number, strength: number, name: string): Point[] {
  const random = randomStream(1871, name);
  const amplitude = strength * (size < 300 ? 0.035 : 0.085);
  const finest = size < 300 ? 110 : 130;
  const between = (a: Point, b: Point): Point[] => {
    const length = distance(a, b);
    const shift = (random.next() * 2 - 1) * amplitude;
    const along = 0.5 + (random.next() - 0.5) * 0.3;
    if (length < finest) return [];
    const middle: Point = [
      a[0] + along * (b[0] - a[0]) - shift * (b[1] - a[1]),
      a[1] + along * (b[1] - a[1]) + shift * (b[0] - a[0]),
    ];
    return [...between(a, middle), middle, ...between(middle, b)];
  };
  const out: Point[] = [line[0]!];
  for (let i = 1; i < line.length; i++) out.push(...between(line[i - 1]!, line[i]!), line[i]!);
  return out;
}

/** Puts arcs on the grid; where two of them would then touch or cross, both go back to the mosaic's own corners. */
function settle(
  arcs: readonly {
    left: number;
    right: number;
    from: number;
    to: number;
    raw: readonly Point[];
    drawn: readonly Point[];
  }[],
): Arc[] {
  const plain = new Set<number>();
  for (let pass = 0; pass < 6; pass++) {
    const placed = arcs.map((arc, i) => onGrid(plain.has(i) ? arc.raw : arc.drawn));
    const clashes = findClashes(placed);
    if (clashes.size === 0) {
      return arcs.map(({ left, right, from, to }, i) => ({ left, right, from, to, points: placed[i]! }));
    }
    const before = plain.size;
    for (const i of clashes) plain.add(i);
    if (plain.size === before)
      throw new Error(
        `invalid borders: ${[...clashes].map((i) => `${arcs[i]!.left}|${arcs[i]!.right}`).join(', ')} clash`,
      );
  }
  throw new Error('invalid borders: no rest after six passes');
}

function onGrid(line: readonly Point[]): Point[] {
  const out: Point[] = [];
  for (const point of line) {
    const next = toGrid(point);
    const last = out.at(-1);
    if (!last || last[0] !== next[0] || last[1] !== next[1]) out.push(next);
  }
  return out;
}

/** Arcs with a segment that meets another one anywhere but at a common end, or that have shrunk to a point. */
export function findClashes(lines: readonly (readonly Point[])[]): Set<number> {
  const CELL = 500;
  const clashes = new Set<number>();
  const grid = new Map<string, { line: number; i: number }[]>();
  const same = (p: Point, q: Point) => p[0] === q[0] && p[1] === q[1];
  const onSegment = (p: Point, a: Point, b: Point) =>
    turn(a, b, p) === 0 &&
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1]);
  lines.forEach((line, l) => {
    if (line.length < 2) clashes.add(l);
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1]!;
      const b = line[i]!;
      const seen = new Set<string>();
      for (
        let x = Math.floor(Math.min(a[0], b[0]) / CELL);
        x <= Math.floor(Math.max(a[0], b[0]) / CELL);
        x++
      ) {
        for (
          let y = Math.floor(Math.min(a[1], b[1]) / CELL);
          y <= Math.floor(Math.max(a[1], b[1]) / CELL);
          y++
        ) {
          const key = `${x},${y}`;
          const here = grid.get(key) ?? [];
          for (const other of here) {
            const name = `${other.line},${other.i}`;
            if (seen.has(name)) continue;
            seen.add(name);
            const c = lines[other.line]![other.i - 1]!;
            const d = lines[other.line]![other.i]!;
            const shared = [same(a, c) || same(a, d), same(b, c) || same(b, d)];
            const bad =
              shared[0] || shared[1]
                ? (shared[0] && shared[1]) ||
                  (!shared[0] && onSegment(a, c, d)) ||
                  (!shared[1] && onSegment(b, c, d)) ||
                  (!same(c, a) && !same(c, b) && onSegment(c, a, b)) ||
                  (!same(d, a) && !same(d, b) && onSegment(d, a, b))
                : crosses(a, b, c, d) ||
                  onSegment(a, c, d) ||
                  onSegment(b, c, d) ||
                  onSegment(c, a, b) ||
                  onSegment(d, a, b);
            if (bad) {
              clashes.add(l);
              clashes.add(other.line);
            }
          }
          grid.set(key, [...here, { line: l, i }]);
        }
      }
    }
  });
  return clashes;
}

/** The polygons of a region: `member` says which of the arcs' regions belong to it. */
export function polygonsOf(arcs: readonly Arc[], member: (region: number) => boolean): ArcPolygon[] {
  const open = new Map<number, ArcRef[]>();
  arcs.forEach((arc, i) => {
    const left = member(arc.left);
    const right = member(arc.right);
    if (left === right) return;
    const start = left ? arc.from : arc.to;
    open.set(start, [...(open.get(start) ?? []), { arc: i, reversed: !left }]);
  });
  const rings: ArcRef[][] = [];
  for (const refs of open.values()) {
    while (refs.length > 0) {
      const ring = [refs.pop()!];
      const startsAt = (ref: ArcRef) => (ref.reversed ? arcs[ref.arc]!.to : arcs[ref.arc]!.from);
      const endsAt = (ref: ArcRef) => (ref.reversed ? arcs[ref.arc]!.from : arcs[ref.arc]!.to);
      while (endsAt(ring.at(-1)!) !== startsAt(ring[0]!)) {
        const next = open.get(endsAt(ring.at(-1)!))?.pop();
        if (!next) throw new Error('invalid borders: a ring does not close');
        ring.push(next);
      }
      rings.push(ring);
    }
  }
  const outer: ArcRef[][][] = [];
  const holes: ArcRef[][] = [];
  for (const ring of rings) {
    if (ringArea(ringPoints(arcs, ring)) > 0) outer.push([ring]);
    else holes.push(ring);
  }
  for (const hole of holes) {
    const probe = ringPoints(arcs, hole)[0]!;
    const home = outer.find(([ring]) => inRing(probe, ringPoints(arcs, ring!)));
    if (!home) throw new Error('invalid borders: a hole without a polygon around it');
    home.push(hole);
  }
  return outer;
}

/** Points of a closed ring, first point repeated at the end. */
export function ringPoints(arcs: readonly Arc[], ring: readonly ArcRef[]): Point[] {
  const out: Point[] = [];
  for (const { arc, reversed } of ring) {
    const points = reversed ? [...arcs[arc]!.points].reverse() : arcs[arc]!.points;
    out.push(...(out.length === 0 ? points : points.slice(1)));
  }
  return out;
}
