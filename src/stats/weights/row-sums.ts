import { type PlaceIndex, precisionMetres } from './place-index.ts';

/** Kernels that are sums of powers of the coordinates. */
export type PolynomialKernel = 'uniform' | 'biweight';

/** Adds the environment of the unit at position p to `sums`, one for each column. */
export type AddEnvironment = (p: number, sums: Float64Array) => void;

/** From so many cells on, adding up rows takes less time than adding up pairs. */
const worthwhileCells = { uniform: 8, biweight: 10 } as const;
/** Cells in a stretch from which on its moments take less time than its units. */
const shortestStretch = { uniform: 2, biweight: 8 } as const;
const momentsOf = { uniform: 1, biweight: 9 } as const;
/** Tables larger than this are not made: 32 million numbers, 256 MB. */
const mostNumbers = 32_000_000;

/**
 * Sums over large environments without visiting every pair.
 *
 * Most of a large disc are stretches of whole cells in the rows of the grid. What the units of a stretch add up to is
 * the difference of two running sums: for `uniform` of the counts; for `biweight`, (1 − d²/h²)², a polynomial of fourth
 * degree in the coordinates, of the counts times the powers of the coordinates. Only cells at the rim of the disc are
 * visited unit by unit, so the cost grows with the radius instead of its square.
 *
 * Running sums start anew every two radii, with coordinates in radii from there: terms stay near 1 and cancel little
 * (sums are right to about 1e-13).
 *
 * @param sorted columns in spatial order.
 * @returns null where pairs are cheaper (few cells to a radius) or the running sums would need too much memory.
 */
export function rowSums(
  index: PlaceIndex,
  sorted: readonly Float64Array[],
  radius: number,
  kernel: PolynomialKernel,
): AddEnvironment | null {
  const { cell } = index;
  const { left, bottom, columns, rows, starts, xs, ys, columnOf, rowOf } = index.grid;
  if (radius < worthwhileCells[kernel] * cell) return null;
  const groups = sorted.length;
  const moments = momentsOf[kernel];
  const stride = groups * moments;
  const blockCells = kernel === 'uniform' ? columns : Math.min(columns, Math.ceil((2 * radius) / cell));
  const blocks = Math.ceil(columns / blockCells);
  if (rows * blocks * (blockCells + 1) * stride > mostNumbers) return null;

  const reach = radius + precisionMetres;
  const limit = reach * reach;
  const scale = 1 / radius;
  const shortest = shortestStretch[kernel];
  const factors = new Float64Array(moments);
  // unit by unit, so that all columns of a unit lie together
  const values = new Float64Array(index.size * groups);
  for (let c = 0; c < groups; c++) {
    for (let q = 0; q < index.size; q++) values[q * groups + c] = sorted[c]![q]!;
  }
  const running = runningSums();

  return (p, sums) => {
    const x0 = xs[p]!;
    const y0 = ys[p]!;
    const own = rowOf(y0);
    const lastRow = rowOf(y0 + reach);
    for (let row = rowOf(y0 - reach); row <= lastRow; row++) {
      const lower = bottom + row * cell;
      const edge = row < own ? lower + cell : lower;
      const near = row === own ? 0 : Math.max(0, Math.abs(edge - y0) - precisionMetres);
      const half = near < reach ? Math.sqrt(limit - near * near) : 0;
      const first = columnOf(x0 - half);
      const last = columnOf(x0 + half);
      // cells that lie in the disc as a whole; cells at the rim of the grid may hold units from anywhere
      let from = 0;
      let to = 0;
      if (row > 0 && row < rows - 1) {
        const far = Math.max(Math.abs(lower - y0), Math.abs(lower + cell - y0)) + precisionMetres;
        if (far < radius) {
          const inner = Math.sqrt(radius * radius - far * far) - precisionMetres;
          from = Math.max(1, Math.ceil((x0 - inner - left) / cell));
          to = Math.min(columns - 1, Math.floor((x0 + inner - left) / cell));
        }
      }
      const cells = row * columns;
      if (to - from < shortest) {
        addPairs(starts[cells + first]!, starts[cells + last + 1]!, x0, y0, sums);
        continue;
      }
      addPairs(starts[cells + first]!, starts[cells + from]!, x0, y0, sums);
      addPairs(starts[cells + to]!, starts[cells + last + 1]!, x0, y0, sums);
      addStretch(row, from, to, x0, y0, sums);
    }
  };

  function addPairs(from: number, to: number, x0: number, y0: number, sums: Float64Array): void {
    for (let q = from; q < to; q++) {
      const dx = xs[q]! - x0;
      const dy = ys[q]! - y0;
      const square = dx * dx + dy * dy;
      if (square > limit) continue;
      let weight = 1;
      if (kernel === 'biweight') {
        const remaining = Math.max(0, 1 - square * scale * scale);
        weight = remaining * remaining;
      }
      for (let c = 0, at = q * groups; c < groups; c++, at++) sums[c]! += weight * values[at]!;
    }
  }

  function addStretch(
    row: number,
    from: number,
    to: number,
    x0: number,
    y0: number,
    sums: Float64Array,
  ): void {
    for (let block = Math.floor(from / blockCells); block * blockCells < to; block++) {
      const start = block * blockCells;
      const base = (row * blocks + block) * (blockCells + 1);
      const low = (base + Math.max(from, start) - start) * stride;
      const high = (base + Math.min(to, start + blockCells) - start) * stride;
      if (kernel === 'uniform') {
        for (let c = 0; c < groups; c++) sums[c]! += running[high + c]! - running[low + c]!;
        continue;
      }
      // (1 − |place − own place|²)² in the powers of the place, all in radii from the origin of the block
      const a = (x0 - originX(block)) * scale;
      const b = (y0 - originY(row)) * scale;
      const rest = 1 - a * a - b * b;
      const f0 = rest * rest;
      const fu = 4 * rest * a;
      const fv = 4 * rest * b;
      const fuu = 4 * a * a - 2 * rest;
      const fvv = 4 * b * b - 2 * rest;
      const fuv = 8 * a * b;
      const fuq = -4 * a;
      const fvq = -4 * b;
      for (let c = 0; c < groups; c++) {
        const h = high + c * 9;
        const l = low + c * 9;
        sums[c]! +=
          f0 * (running[h]! - running[l]!) +
          fu * (running[h + 1]! - running[l + 1]!) +
          fv * (running[h + 2]! - running[l + 2]!) +
          fuu * (running[h + 3]! - running[l + 3]!) +
          fvv * (running[h + 4]! - running[l + 4]!) +
          fuv * (running[h + 5]! - running[l + 5]!) +
          fuq * (running[h + 6]! - running[l + 6]!) +
          fvq * (running[h + 7]! - running[l + 7]!) +
          (running[h + 8]! - running[l + 8]!);
      }
    }
  }

  function originX(block: number): number {
    return left + (block + 0.5) * blockCells * cell;
  }

  function originY(row: number): number {
    return bottom + (row + 0.5) * cell;
  }

  /** Per row and block: before its first cell, after it, after the second …: sums of the moments of every column. */
  function runningSums(): Float64Array {
    const table = new Float64Array(rows * blocks * (blockCells + 1) * stride);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const block = Math.floor(column / blockCells);
        const before = ((row * blocks + block) * (blockCells + 1) + column - block * blockCells) * stride;
        const after = before + stride;
        for (let k = 0; k < stride; k++) table[after + k] = table[before + k]!;
        // the rim of the grid is always visited unit by unit: units from anywhere would spoil the running sums
        if (column === 0 || column === columns - 1 || row === 0 || row === rows - 1) continue;
        for (let q = starts[row * columns + column]!; q < starts[row * columns + column + 1]!; q++) {
          powersOf((xs[q]! - originX(block)) * scale, (ys[q]! - originY(row)) * scale);
          for (let c = 0; c < groups; c++) {
            const count = values[q * groups + c]!;
            for (let m = 0; m < moments; m++) table[after + c * moments + m]! += count * factors[m]!;
          }
        }
      }
    }
    return table;
  }

  function powersOf(u: number, v: number): void {
    factors[0] = 1;
    if (moments === 1) return;
    const q = u * u + v * v;
    factors[1] = u;
    factors[2] = v;
    factors[3] = u * u;
    factors[4] = v * v;
    factors[5] = u * v;
    factors[6] = u * q;
    factors[7] = v * q;
    factors[8] = q * q;
  }
}
