import type { Places } from '../spec.ts';

/** Finds the units near a unit without looking at all others. */
export interface PlaceIndex {
  /** Number of units. */
  readonly size: number;
  /** The units in spatial order, row by row of the grid: `order[p]` is the unit at position p. */
  readonly order: Int32Array;
  /** All positions, strip by strip: whoever searches around all units in this order finds their surroundings in the cache. */
  readonly path: Int32Array;
  /** Side of a cell in metres: about the distance to the next unit. */
  readonly cell: number;
  /** What the last search found: positions in the spatial order … */
  readonly positions: Int32Array;
  /** … and their squared distances in square metres; overwritten by the next search. */
  readonly squares: Float64Array;
  readonly grid: PlaceGrid;
  /** Searches all units at most so far from the one at position p, itself included; returns how many. */
  within(p: number, metres: number): number;
}

/** The cells, row by row from the lower left one. Those at the rim also hold what lies beyond the grid. */
export interface PlaceGrid {
  readonly left: number;
  readonly bottom: number;
  readonly columns: number;
  readonly rows: number;
  /** `starts[c] … starts[c + 1] − 1` are the positions in cell c. */
  readonly starts: Int32Array;
  /** Coordinates by position. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Column and row of a coordinate, those of the rim for all that lies beyond. */
  columnOf(x: number): number;
  rowOf(y: number): number;
}

/** Two distances are the same to a micrometre: coordinates in metres have no more digits. */
export const precisionMetres = 1e-6;
const sampled = 1000;
const goldenSection = (Math.sqrt(5) - 1) / 2;
/** Width of a strip of the path in cells. */
const stripColumns = 32;

/**
 * Grid of places [Gitter der Orte].
 *
 * Units lie in square cells, on average one to a cell, and are kept in the order of the cells: a search walks along a
 * few stretches of memory. Cells at the rim take in whatever lies beyond, so that a single far place does no harm.
 *
 * @param places positions in metres of a projected system, finite. Any number may coincide.
 * @throws `invalid length: …`, `invalid place: …`.
 * Cost: linear to make; a search costs about as much as it finds. Memory linear in the units.
 */
export function placeIndex(places: Places): PlaceIndex {
  const { x, y } = places;
  const size = x.length;
  if (y.length !== size) throw new Error(`invalid length: ${y.length} (expected ${size})`);
  for (let i = 0; i < size; i++) {
    if (!(Number.isFinite(x[i]) && Number.isFinite(y[i]))) {
      throw new Error(`invalid place: ${x[i]}, ${y[i]} at ${i}`);
    }
  }
  const [left, right] = bulkOf(x);
  const [bottom, top] = bulkOf(y);
  const width = right - left;
  const height = top - bottom;
  const cell = Math.max(Math.sqrt((width * height) / size), Math.max(width, height) / size) || 1;
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const columnOf = (at: number): number => {
    const column = Math.floor((at - left) / cell);
    return column < 0 ? 0 : column < columns ? column : columns - 1;
  };
  const rowOf = (at: number): number => {
    const row = Math.floor((at - bottom) / cell);
    return row < 0 ? 0 : row < rows ? row : rows - 1;
  };

  const cellOf = new Int32Array(size);
  const starts = new Int32Array(rows * columns + 1);
  for (let i = 0; i < size; i++) {
    cellOf[i] = rowOf(y[i]!) * columns + columnOf(x[i]!);
    starts[cellOf[i]! + 1]!++;
  }
  for (let c = 1; c < starts.length; c++) starts[c]! += starts[c - 1]!;
  const ends = starts.slice();
  const order = new Int32Array(size);
  const xs = new Float64Array(size);
  const ys = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const p = ends[cellOf[i]!]!++;
    order[p] = i;
    xs[p] = x[i]!;
    ys[p] = y[i]!;
  }

  const path = new Int32Array(size);
  let walked = 0;
  for (let strip = 0; strip < columns; strip += stripColumns) {
    for (let row = 0; row < rows; row++) {
      const last = starts[row * columns + Math.min(columns, strip + stripColumns)]!;
      for (let p = starts[row * columns + strip]!; p < last; p++) path[walked++] = p;
    }
  }

  const positions = new Int32Array(size);
  const squares = new Float64Array(size);
  const within = (p: number, metres: number): number => {
    const reach = metres + precisionMetres;
    const limit = reach * reach;
    const x0 = xs[p]!;
    const y0 = ys[p]!;
    const own = rowOf(y0);
    const lastRow = rowOf(y0 + reach);
    let count = 0;
    for (let row = rowOf(y0 - reach); row <= lastRow; row++) {
      // the row lies at least this far off, which leaves less room along it
      const edge = bottom + (row < own ? row + 1 : row) * cell;
      const off = row === own ? 0 : Math.max(0, Math.abs(edge - y0) - precisionMetres);
      const half = off < reach ? Math.sqrt(limit - off * off) : 0;
      const last = starts[row * columns + columnOf(x0 + half) + 1]!;
      for (let q = starts[row * columns + columnOf(x0 - half)]!; q < last; q++) {
        const dx = xs[q]! - x0;
        const dy = ys[q]! - y0;
        const square = dx * dx + dy * dy;
        if (square > limit) continue;
        positions[count] = q;
        squares[count++] = square;
      }
    }
    return count;
  };
  const grid = { left, bottom, columns, rows, starts, xs, ys, columnOf, rowOf };
  return { size, order, path, cell, grid, positions, squares, within };
}

/** Columns of units in the order of the search. @throws `invalid length: …`. */
export function inSpatialOrder(
  { size, order }: PlaceIndex,
  columns: readonly Float64Array[],
): readonly Float64Array[] {
  return columns.map((column) => {
    if (column.length !== size) throw new Error(`invalid length: ${column.length} (expected ${size})`);
    const sorted = new Float64Array(size);
    for (let p = 0; p < size; p++) sorted[p] = column[order[p]!]!;
    return sorted;
  });
}

/** Where all but a few far values lie, from a sample; a little wider, so that an even spread fits. */
function bulkOf(values: Float64Array): readonly [number, number] {
  const size = values.length;
  if (size === 0) return [0, 0];
  // multiples of the golden section: even, and in step with no row or column of a lattice
  const sample = new Float64Array(Math.min(size, sampled))
    .map((_, k) => values[size <= sampled ? k : Math.floor(((k * goldenSection) % 1) * size)]!)
    .sort();
  const low = sample[Math.floor(sample.length * 0.02)]!;
  const high = sample[Math.ceil(sample.length * 0.98) - 1]!;
  const margin = (high - low) / 48;
  return [low - margin, high + margin];
}
