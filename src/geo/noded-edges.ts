import type { Position, Ring } from './polygon.ts';

/**
 * Pieces of outline between different corners, each once. Coordinates are whole numbers: the caller chooses the grid
 * (millionths of a degree, centimetres).
 */
export interface Edges {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How many more rings run from `from` to `to` than back; under `odd` simply 1. Never 0. */
  readonly weight: readonly number[];
}

/**
 * What counts as inside. `winding`: as often as rings run around it anticlockwise. `odd`: an odd number of rings around
 * it, whatever their direction.
 */
export type InsideRule = 'winding' | 'odd';

/** Largest extent: products of coordinates must stay whole. */
const largestExtent = 2 ** 25;

/** Common corners and edges of rings that may come one after another; pieces that cancel each other are left out. */
export function createEdges(rule: InsideRule): {
  addRing(ring: Ring): void;
  /** @throws `invalid coordinate: …` for one that is not whole, `invalid extent: …` beyond 2^25. */
  edges(): Edges;
} {
  const x: number[] = [];
  const y: number[] = [];
  const corners = new Map<number, number>();
  const weights = new Map<number, number>();
  let originX = NaN;
  let originY = NaN;

  function corner(px: number, py: number): number {
    if (!Number.isInteger(px) || !Number.isInteger(py)) throw new Error(`invalid coordinate: ${px}, ${py}`);
    if (x.length === 0) [originX, originY] = [px, py];
    const dx = px - originX;
    const dy = py - originY;
    if (!(Math.abs(dx) < largestExtent && Math.abs(dy) < largestExtent))
      throw new Error(`invalid extent: ${Math.max(Math.abs(dx), Math.abs(dy))}`);
    const key = dx * 2 ** 27 + dy;
    let id = corners.get(key);
    if (id === undefined) {
      id = x.length;
      x.push(px);
      y.push(py);
      corners.set(key, id);
    }
    return id;
  }

  return {
    addRing(ring) {
      let before = -1;
      for (const position of ring) {
        const here = corner(position[0]!, position[1]!);
        if (before >= 0 && before !== here) addEdge(weights, before, here, 1);
        before = here;
      }
    },
    edges: () => collected(x, y, weights, rule),
  };
}

const numbersOfCorners = 2 ** 26;

function addEdge(weights: Map<number, number>, from: number, to: number, weight: number): void {
  const key = from < to ? from * numbersOfCorners + to : to * numbersOfCorners + from;
  const signed = from < to ? weight : -weight;
  weights.set(key, (weights.get(key) ?? 0) + signed);
}

function collected(
  x: readonly number[],
  y: readonly number[],
  weights: ReadonlyMap<number, number>,
  rule: InsideRule,
): Edges {
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (const [key, sum] of weights) {
    // The parity of a difference is that of the sum.
    const counted = rule === 'odd' ? Math.abs(sum) % 2 : sum;
    if (counted === 0) continue;
    const a = Math.floor(key / numbersOfCorners);
    from.push(a);
    to.push(key - a * numbersOfCorners);
    weight.push(counted);
  }
  return { x, y, from, to, weight };
}

export interface NodedEdges extends Edges {
  /** Places where two edges crossed between their corners. */
  readonly crossings: number;
  /** Places where a corner lay exactly on an edge it does not belong to. */
  readonly touches: number;
  /** One of these places. */
  readonly fault: Position | null;
}

/**
 * Edges cut wherever they meet [verknotete Kanten], so that afterwards they meet at corners only.
 *
 * Snap rounding: every corner and every crossing, rounded to the grid, is a "hot" square of one unit; an edge that
 * passes through such a square is led through its middle. No corner moves, no edge moves by more than 0.71 units.
 *
 * @param edges whole coordinates. @param rule as they were made.
 * Cost: near linear for outlines as they occur (a grid of cells with about one edge each).
 * Source: Hobby 1999, Practical segment intersection with finite precision output, Computational Geometry 13, 199–214.
 * @example the two diagonals of a square → four edges that meet in its middle
 */
export function nodedEdges(edges: Edges, rule: InsideRule): NodedEdges {
  const { from, to, weight } = edges;
  const x = [...edges.x];
  const y = [...edges.y];
  const grid = gridOf(edges);
  if (!grid) return { ...edges, crossings: 0, touches: 0, fault: null };
  // Few outlines cross, and only then corners have to be found by their place.
  let ids: Map<number, number> | null = null;
  const idAt = (px: number, py: number): number => {
    ids ??= new Map(x.map((cornerX, i) => [grid.key(cornerX, y[i]!), i]));
    const key = grid.key(px, py);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = x.length;
    x.push(px);
    y.push(py);
    ids.set(key, id);
    return id;
  };
  const ofCell: number[][] = [];
  from.forEach((_, e) => {
    grid.along(x[from[e]!]!, y[from[e]!]!, x[to[e]!]!, y[to[e]!]!, (cell) => {
      ofCell[cell] ??= [];
      ofCell[cell].push(e);
    });
  });

  const crossing = new Set<number>();
  for (const inside of ofCell) {
    if (!inside) continue;
    for (let i = 0; i < inside.length; i++) {
      for (let k = i + 1; k < inside.length; k++) {
        const at = crossingOf(inside[i]!, inside[k]!);
        if (!at) continue;
        crossing.add(idAt(at[0], at[1]));
      }
    }
  }

  const hot: number[][] = [];
  const isUsed = new Uint8Array(x.length);
  for (const a of from) isUsed[a] = 1;
  for (const b of to) isUsed[b] = 1;
  for (const id of crossing) isUsed[id] = 1;
  x.forEach((px, id) => {
    if (isUsed[id] === 0) return;
    const cell = grid.cell(px, y[id]!);
    hot[cell] ??= [];
    hot[cell].push(id);
  });

  const [firstCrossing] = crossing;
  let fault: Position | null = firstCrossing === undefined ? null : [x[firstCrossing]!, y[firstCrossing]!];
  let touches = 0;
  const weights = new Map<number, number>();
  from.forEach((a, e) => {
    const b = to[e]!;
    const [ax, ay, bx, by] = [x[a]!, y[a]!, x[b]!, y[b]!];
    const between = new Set<number>();
    grid.along(ax, ay, bx, by, (cell) => {
      for (const id of hot[cell] ?? []) {
        if (id === a || id === b || !passesSquare(ax, ay, bx, by, x[id]!, y[id]!)) continue;
        if (!between.has(id) && !crossing.has(id) && turn(ax, ay, bx, by, x[id]!, y[id]!) === 0) {
          touches++;
          fault ??= [x[id]!, y[id]!];
        }
        between.add(id);
      }
    });
    if (between.size === 0) {
      addEdge(weights, a, b, weight[e]!);
      return;
    }
    const along = (id: number): number => (x[id]! - ax) * (bx - ax) + (y[id]! - ay) * (by - ay);
    const way = [a, ...[...between].sort((one, other) => along(one) - along(other)), b];
    for (let k = 1; k < way.length; k++) addEdge(weights, way[k - 1]!, way[k]!, weight[e]!);
  });
  return { ...collected(x, y, weights, rule), crossings: crossing.size, touches, fault };

  /** The crossing of two edges between their corners, rounded; null where they only touch, or do not meet. */
  function crossingOf(e: number, f: number): readonly [number, number] | null {
    const [a, b, c, d] = [from[e]!, to[e]!, from[f]!, to[f]!];
    if (a === c || a === d || b === c || b === d) return null;
    const [ax, ay, bx, by] = [x[a]!, y[a]!, x[b]!, y[b]!];
    const [cx, cy, dx, dy] = [x[c]!, y[c]!, x[d]!, y[d]!];
    const atC = turn(ax, ay, bx, by, cx, cy);
    const atD = turn(ax, ay, bx, by, dx, dy);
    if (!((atC > 0 && atD < 0) || (atC < 0 && atD > 0))) return null;
    const atA = turn(cx, cy, dx, dy, ax, ay);
    const atB = turn(cx, cy, dx, dy, bx, by);
    if (!((atA > 0 && atB < 0) || (atA < 0 && atB > 0))) return null;
    const share = atA / (atA - atB);
    return [Math.round(ax + share * (bx - ax)), Math.round(ay + share * (by - ay))];
  }
}

/** Twice the area of the triangle a, b, c: positive where c lies left of a → b. Exact for whole coordinates. */
function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Does an edge pass through the square of one unit around a point (its lower and left sides belong to it)? */
function passesSquare(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  if (Math.max(ax, bx) < x || Math.min(ax, bx) > x || Math.max(ay, by) < y || Math.min(ay, by) > y) {
    // Whole coordinates: an edge outside by any means is outside by half a unit at least.
    return false;
  }
  let enter = 0;
  let leave = 1;
  for (const [start, length, low] of [
    [ax, bx - ax, x - 0.5],
    [ay, by - ay, y - 0.5],
  ] as const) {
    if (length === 0) continue;
    const first = (low - start) / length;
    const second = (low + 1 - start) / length;
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  if (enter < leave) return true;
  // It may still pass through the one corner that belongs to the square.
  return turn(2 * ax, 2 * ay, 2 * bx, 2 * by, 2 * x - 1, 2 * y - 1) === 0;
}

interface CellGrid {
  key(x: number, y: number): number;
  cell(x: number, y: number): number;
  /** Calls `visit` for every cell that the straight line touches. */
  along(ax: number, ay: number, bx: number, by: number, visit: (cell: number) => void): void;
}

function gridOf({ x, y, from, to }: Edges): CellGrid | null {
  if (from.length === 0) return null;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  let length = 0;
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e]!, to[e]!];
    minX = Math.min(minX, x[a]!, x[b]!);
    minY = Math.min(minY, y[a]!, y[b]!);
    maxX = Math.max(maxX, x[a]!, x[b]!);
    maxY = Math.max(maxY, y[a]!, y[b]!);
    length += Math.abs(x[b]! - x[a]!) + Math.abs(y[b]! - y[a]!);
  }
  const width = maxX - minX + 1;
  const height = maxY - minY + 1;
  const side = Math.max(
    2,
    Math.ceil(Math.max(length / from.length, Math.sqrt((width * height) / from.length))),
  );
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  // Cells begin half a unit before a whole number, so that each square of one unit lies in one cell.
  const left = minX - 0.5;
  const bottom = minY - 0.5;
  const clamp = (value: number, size: number): number => Math.min(size - 1, Math.max(0, Math.floor(value)));
  const column = (px: number): number => clamp((px - left) / side, columns);
  const row = (py: number): number => clamp((py - bottom) / side, rows);
  return {
    key: (px, py) => (px - minX) * 2 ** 26 + (py - minY),
    cell: (px, py) => row(py) * columns + column(px),
    along(ax, ay, bx, by, visit) {
      const [x0, y0, x1, y1] = ax <= bx ? [ax, ay, bx, by] : [bx, by, ax, ay];
      const last = column(x1);
      const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
      for (let c = column(x0); c <= last; c++) {
        // The heights of the line within the column, a little wider than they are.
        const start = x1 > x0 ? y0 + slope * (Math.max(x0, left + c * side) - x0) : y0;
        const end = x1 > x0 ? y0 + slope * (Math.min(x1, left + (c + 1) * side) - x0) : y1;
        const lowest = row(Math.min(start, end) - 1e-3);
        const highest = row(Math.max(start, end) + 1e-3);
        for (let r = lowest; r <= highest; r++) visit(r * columns + c);
      }
    },
  };
}
