import { innerPoint } from './inner-point.ts';
import { createEdges, type Edges, type InsideRule, type NodedEdges, nodedEdges } from './noded-edges.ts';
import { ringArea } from './planar.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import type { Position, Ring, Rings } from './polygon.ts';

/** A piece of the plane that no edge runs through. */
export interface Face {
  /** How many times it is covered (`winding`), or 1 and 0 for inside and outside (`odd`). */
  readonly covered: number;
  /** Outline anticlockwise, then holes; every ring closed. */
  readonly rings: Rings;
}

export interface Faces {
  /** Bounded faces, the gaps among them (`covered` 0). */
  readonly faces: readonly Face[];
  /** What is covered at all, as valid polygons: outlines anticlockwise, holes clockwise, rings that touch at corners only. */
  readonly covered: readonly Rings[];
  /** As in `NodedEdges`. */
  readonly crossings: number;
  readonly touches: number;
  readonly fault: Position | null;
}

/**
 * The pieces into which rings cut the plane [Flächenzerlegung], and how often each is covered.
 *
 * Common borders that run against each other cancel out first, so that of areas that fit together only the outer border
 * is left. Serves for gaps and overlaps of areas, for putting areas together and for repairing rings.
 *
 * @param rings closed, whole coordinates; anticlockwise outlines and clockwise holes under the rule `winding`.
 * @param rule what counts as covered.
 * @throws `invalid coordinate: …`, `invalid extent: …`.
 * Cost: near linear in the corners that do not cancel out.
 * @example facesOf([squareRing, squareRing shifted by half]) // covered 1, 2, 1
 */
export function facesOf(rings: Iterable<Ring>, rule: InsideRule): Faces {
  const edges = createEdges(rule);
  for (const ring of rings) edges.addRing(ring);
  return facesOfEdges(edges.edges(), rule);
}

export function facesOfEdges(edges: Edges, rule: InsideRule): Faces {
  const noded = nodedEdges(edges, rule);
  const plane = halfEdgesOf(noded);
  const cycles = cyclesOf(plane);
  const labels = labelled(plane, cycles, rule);
  const holes: number[][] = cycles.area.map(() => []);
  labels.parent.forEach((parent, cycle) => {
    if (parent >= 0) holes[parent]!.push(cycle);
  });
  const faces: Face[] = [];
  cycles.area.forEach((area, cycle) => {
    if (area <= 0) return;
    const rings = [cycle, ...holes[cycle]!].map((one) => ringFrom(plane, cycles.start[one]!, plane.next));
    faces.push({ covered: labels.covered[cycle]!, rings });
  });
  return {
    faces,
    covered: coveredPolygons(plane, (half) => labels.covered[cycles.of[half]!]! > 0),
    crossings: noded.crossings,
    touches: noded.touches,
    fault: noded.fault,
  };
}

/** Every edge in both directions: 2e from → to, 2e + 1 back. */
interface HalfEdges {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly weight: readonly number[];
  /** Corner at which each begins. */
  readonly tail: Int32Array;
  /** Half edges that leave a corner, anticlockwise by direction. */
  readonly leaving: readonly (readonly number[] | undefined)[];
  /** Place of each half edge among those that leave its corner. */
  readonly place: Int32Array;
  /** The next one around the face to the left. */
  readonly next: (half: number) => number;
}

function halfEdgesOf({ x, y, from, to, weight }: NodedEdges): HalfEdges {
  const tail = new Int32Array(from.length * 2);
  const leaving: number[][] = [];
  for (let e = 0; e < from.length; e++) {
    tail[2 * e] = from[e]!;
    tail[2 * e + 1] = to[e]!;
    for (const half of [2 * e, 2 * e + 1]) {
      const corner = tail[half]!;
      leaving[corner] ??= [];
      leaving[corner].push(half);
    }
  }
  const place = new Int32Array(tail.length);
  for (const halves of leaving) {
    if (!halves) continue;
    if (halves.length > 2) halves.sort(byDirection);
    halves.forEach((half, i) => {
      place[half] = i;
    });
  }
  return {
    x,
    y,
    weight,
    tail,
    leaving,
    place,
    next(half) {
      const back = half ^ 1;
      const around = leaving[tail[back]!]!;
      return around[(place[back]! + around.length - 1) % around.length]!;
    },
  };

  function byDirection(one: number, other: number): number {
    const [ax, ay] = direction(one);
    const [bx, by] = direction(other);
    const half = upper(ax, ay) - upper(bx, by);
    return half !== 0 ? half : ay * bx - ax * by;
  }

  function direction(half: number): readonly [number, number] {
    const a = tail[half]!;
    const b = tail[half ^ 1]!;
    return [x[b]! - x[a]!, y[b]! - y[a]!];
  }

  function upper(dx: number, dy: number): number {
    return dy > 0 || (dy === 0 && dx > 0) ? 0 : 1;
  }
}

/** Closed ways with a face to their left. */
interface Cycles {
  /** Of each half edge. */
  readonly of: Int32Array;
  readonly start: readonly number[];
  /** Twice the signed area: positive around a bounded face, negative around everything connected, seen from outside. */
  readonly area: readonly number[];
}

function cyclesOf(plane: HalfEdges): Cycles {
  const { x, y, tail } = plane;
  const of = new Int32Array(tail.length).fill(-1);
  const start: number[] = [];
  const area: number[] = [];
  for (let first = 0; first < tail.length; first++) {
    if (of[first]! >= 0) continue;
    const originX = x[tail[first]!]!;
    const originY = y[tail[first]!]!;
    let twice = 0;
    let half = first;
    do {
      of[half] = start.length;
      const a = tail[half]!;
      const b = tail[half ^ 1]!;
      twice += (x[a]! - originX) * (y[b]! - originY) - (x[b]! - originX) * (y[a]! - originY);
      half = plane.next(half);
    } while (half !== first);
    start.push(first);
    area.push(twice);
  }
  return { of, start, area };
}

interface Labels {
  /** Of the face to the left of each cycle. */
  readonly covered: Int32Array;
  /** Of cycles around something connected: that of the face it lies in, −1 where it lies in none. Else −1. */
  readonly parent: Int32Array;
}

function labelled(plane: HalfEdges, { of, area }: Cycles, rule: InsideRule): Labels {
  const { x, y, tail, weight } = plane;
  const covered = new Int32Array(area.length);
  const parent = new Int32Array(area.length).fill(-1);
  const component = new Int32Array(area.length).fill(-1);
  const halves: number[][] = area.map(() => []);
  of.forEach((cycle, half) => {
    halves[cycle]!.push(half);
  });
  /** For each connected part its outer cycle and its leftmost corner. */
  const parts: { outer: number; corner: number }[] = [];
  for (let first = 0; first < area.length; first++) {
    if (component[first]! >= 0) continue;
    const part = { outer: first, corner: tail[halves[first]![0]!]! };
    const waiting = [first];
    component[first] = parts.length;
    for (let cycle = waiting.pop(); cycle !== undefined; cycle = waiting.pop()) {
      if (area[cycle]! < area[part.outer]!) part.outer = cycle;
      for (const half of halves[cycle]!) {
        const corner = tail[half]!;
        const isFurther =
          x[corner]! < x[part.corner]! || (x[corner] === x[part.corner] && y[corner]! < y[part.corner]!);
        if (isFurther) part.corner = corner;
        const beyond = of[half ^ 1]!;
        if (component[beyond]! >= 0) continue;
        component[beyond] = parts.length;
        waiting.push(beyond);
      }
    }
    parts.push(part);
  }
  const look = parts.length > 1 ? lookLeft(plane) : null;
  // From the left, so that the face in which a part lies is known before the part.
  const order = parts.map((_, i) => i).sort((a, b) => x[parts[a]!.corner]! - x[parts[b]!.corner]!);
  for (const i of order) {
    const { outer, corner } = parts[i]!;
    const beside = look?.(corner) ?? -1;
    if (beside >= 0) {
      const cycle = of[beside]!;
      covered[outer] = covered[cycle]!;
      parent[outer] = area[cycle]! > 0 ? cycle : parent[cycle]!;
    }
    const waiting = [outer];
    const isDone = new Set(waiting);
    for (let cycle = waiting.pop(); cycle !== undefined; cycle = waiting.pop()) {
      for (const half of halves[cycle]!) {
        const beyond = of[half ^ 1]!;
        if (isDone.has(beyond)) continue;
        isDone.add(beyond);
        const step = weight[half >> 1]! * (half % 2 === 0 ? 1 : -1);
        covered[beyond] = rule === 'odd' ? 1 - covered[cycle]! : covered[cycle]! - step;
        waiting.push(beyond);
      }
    }
  }
  return { covered, parent };
}

/** The half edge next to the left of a corner whose left side faces the corner, −1 for none. */
function lookLeft({ x, y, tail }: HalfEdges): (corner: number) => number {
  const edges = tail.length / 2;
  let low = Infinity;
  let high = -Infinity;
  for (const corner of tail) {
    low = Math.min(low, y[corner]!);
    high = Math.max(high, y[corner]!);
  }
  const bands = Math.max(1, Math.floor(Math.sqrt(edges)));
  const size = (high - low + 1) / bands;
  const band = (py: number): number => Math.floor((py - low) / size);
  const ofBand: number[][] = Array.from({ length: bands }, () => []);
  for (let e = 0; e < edges; e++) {
    const [a, b] = [y[tail[2 * e]!]!, y[tail[2 * e + 1]!]!];
    if (a === b) continue;
    for (let k = band(Math.min(a, b)); k <= band(Math.max(a, b)); k++) ofBand[k]!.push(e);
  }
  return (corner) => {
    const px = x[corner]!;
    const py = y[corner]!;
    let best = -1;
    let bestX = -Infinity;
    let bestLean = -Infinity;
    for (const e of ofBand[band(py)]!) {
      const a = tail[2 * e]!;
      const b = tail[2 * e + 1]!;
      if (y[a]! > py === y[b]! > py) continue;
      const lean = (x[b]! - x[a]!) / (y[b]! - y[a]!);
      const at = x[a]! + (py - y[a]!) * lean;
      // Of edges that meet on the line the one that leans furthest to the right above it is the nearest.
      if (at >= px || at < bestX || (at === bestX && lean <= bestLean)) continue;
      [best, bestX, bestLean] = [e, at, lean];
    }
    if (best < 0) return -1;
    return y[tail[2 * best]!]! > y[tail[2 * best + 1]!]! ? 2 * best : 2 * best + 1;
  };
}

function ringFrom(plane: HalfEdges, first: number, next: (half: number) => number): Position[] {
  const ring: Position[] = [];
  let half = first;
  do {
    const corner = plane.tail[half]!;
    ring.push([plane.x[corner]!, plane.y[corner]!]);
    half = next(half);
  } while (half !== first);
  ring.push(ring[0]!);
  return ring;
}

function coveredPolygons(plane: HalfEdges, isCovered: (half: number) => boolean): readonly Rings[] {
  const { tail, leaving, place } = plane;
  const isBorder = (half: number): boolean => isCovered(half) && !isCovered(half ^ 1);
  const nextBorder = (half: number): number => {
    const back = half ^ 1;
    const around = leaving[tail[back]!]!;
    for (let step = 1; step <= around.length; step++) {
      const candidate = around[(place[back]! + around.length - step) % around.length]!;
      if (isBorder(candidate)) return candidate;
    }
    throw new Error('invalid border: open');
  };
  const isDone = new Uint8Array(tail.length);
  const outlines: Position[][] = [];
  const holes: Position[][] = [];
  for (let first = 0; first < tail.length; first++) {
    if (isDone[first] === 1 || !isBorder(first)) continue;
    const ring = ringFrom(plane, first, (half) => {
      isDone[half] = 1;
      return nextBorder(half);
    });
    for (const simple of simpleRings(ring)) (ringArea(simple) > 0 ? outlines : holes).push(simple);
  }
  return withHoles(outlines, holes);
}

/** A ring that comes back to a corner becomes several that touch there. */
function simpleRings(ring: readonly Position[]): Position[][] {
  const rings: Position[][] = [];
  const way: Position[] = [];
  const placeOf = new Map<string, number>();
  const name = (position: Position): string => `${position[0]} ${position[1]}`;
  for (const position of ring) {
    const before = placeOf.get(name(position));
    if (before !== undefined) {
      const loop = way.splice(before);
      for (const corner of loop) placeOf.delete(name(corner));
      loop.push(loop[0]!);
      if (loop.length >= 4) rings.push(loop);
    }
    placeOf.set(name(position), way.length);
    way.push(position);
  }
  return rings;
}

function withHoles(outlines: readonly Position[][], holes: readonly Position[][]): readonly Rings[] {
  const polygons = outlines
    .map((outline) => ({ outline, area: ringArea(outline), holes: [] as Position[][] }))
    .sort((a, b) => a.area - b.area);
  for (const hole of holes) {
    const point = innerPoint({ type: 'Polygon', coordinates: [hole] });
    const around =
      point &&
      polygons.find(
        ({ outline, area }) =>
          area > -ringArea(hole) &&
          pointInPolygon(point[0], point[1], { type: 'Polygon', coordinates: [outline] }),
      );
    around?.holes.push(hole);
  }
  return polygons.map((polygon) => [polygon.outline, ...polygon.holes]);
}
