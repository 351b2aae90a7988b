import { type CellTable, isProtected, shown } from './cellTable.ts';
import type { Bounds } from './feasible.ts';
import { Simplex } from './simplex.ts';

/** Beyond so many numbers in a tableau the bounds of single sums have to do. */
const largestTableau = 120_000;

/**
 * Hidden cells that all sums together confine to less than `width`, found by linear programming over the cells that hang
 * together. Needed where chains of sums lead back to their beginning (areas by ages); elsewhere `feasibleBounds` is exact.
 *
 * Cost: one first basis for each set of cells that hang together, and two optima for each cell that no corner met on the
 * way has shown to be free.
 *
 * @param open the sums with a cell that is not shown; `bounds` what each of them tells by itself.
 */
export function confinedCells(
  table: CellTable,
  open: Int32Array,
  bounds: Bounds,
  width: number,
): readonly number[] {
  return components(table, open).flatMap(({ cells, sums, edges }) => {
    const isTree = edges < cells.length + sums.length;
    if (isTree || sums.length * (cells.length + sums.length) > largestTableau) return [];
    return confinedIn(table, cells, sums, bounds, width);
  });
}

function confinedIn(
  table: CellTable,
  cells: readonly number[],
  sums: readonly number[],
  { least, most }: Bounds,
  width: number,
): readonly number[] {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const right: number[] = [];
  const { starts, cells: members, signs } = table.sums;
  const equations = sums.map((sum) => {
    const row = new Map<number, number>();
    let value = 0;
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) {
      const cell = members[k]!;
      const at = place.get(cell);
      const sign = signs[k]!;
      if (at === undefined) value -= sign * table.values[cell]!;
      else {
        row.set(at, (row.get(at) ?? 0) + sign);
        value -= sign * least[cell]!;
      }
    }
    right.push(value);
    return row;
  });
  const simplex = new Simplex(
    equations,
    right,
    cells.map((cell) => most[cell]! - least[cell]!),
  );
  if (!simplex.isFeasible) return [];
  const low = simplex.corner();
  const high = low.slice();
  const look = (): void => {
    simplex.corner().forEach((value, i) => {
      low[i] = Math.min(low[i]!, value);
      high[i] = Math.max(high[i]!, value);
    });
  };
  const isFree = (i: number): boolean => high[i]! - low[i]! >= width - 1e-6;
  return cells.filter((cell, i) => {
    if (!isProtected(table, cell)) return false;
    for (const direction of [1, -1] as const) {
      if (isFree(i)) return false;
      const end = simplex.end(i, direction);
      // Unbounded, or not found: not known to be confined.
      if (end === null || !Number.isFinite(end)) return false;
      look();
    }
    return !isFree(i);
  });
}

interface Component {
  readonly cells: readonly number[];
  readonly sums: readonly number[];
  /** How many times a cell is in a sum. */
  readonly edges: number;
}

/** Cells not shown that hang together by sums. */
function components({ state, sums }: CellTable, open: Int32Array): readonly Component[] {
  const { starts, cells: members, sumStarts, sumsOf } = sums;
  const isSeen = new Uint8Array(state.length);
  const isSumSeen = new Uint8Array(sums.size);
  const lastSum = new Int32Array(state.length).fill(-1);
  const found: Component[] = [];
  const from = (start: number): Component => {
    const cells = [start];
    const own: number[] = [];
    let edges = 0;
    isSeen[start] = 1;
    for (const cell of cells) {
      for (let i = sumStarts[cell]!; i < sumStarts[cell + 1]!; i++) {
        const sum = sumsOf[i]!;
        if (isSumSeen[sum] === 1) continue;
        isSumSeen[sum] = 1;
        own.push(sum);
        for (let k = starts[sum]!; k < starts[sum + 1]!; k++) {
          const other = members[k]!;
          if (state[other] === shown || lastSum[other] === sum) continue;
          lastSum[other] = sum;
          edges++;
          if (isSeen[other] === 1) continue;
          isSeen[other] = 1;
          cells.push(other);
        }
      }
    }
    return { cells, sums: own, edges };
  };
  for (const sum of open) {
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) {
      const cell = members[k]!;
      if (state[cell] !== shown && isSeen[cell] === 0) found.push(from(cell));
    }
  }
  return found;
}
