import { type CellTable, isProtected, isShown } from './cellTable.ts';
import { feasibleBounds } from './feasible.ts';
import { Simplex } from './simplex.ts';

/** Beyond so many numbers in a tableau the bounds of single sums have to do. */
const largestTableau = 120_000;

/**
 * Hidden cells that all sums together confine to less than `width`, found by linear programming over the cells that hang
 * together. Needed where chains of sums lead back to their beginning (areas by ages); elsewhere `feasibleBounds` is exact.
 *
 * Cost: one first basis for each set of cells that hang together, and two optima for each cell that no corner met on the
 * way has shown to be free.
 */
export function confinedCells(table: CellTable, width: number): readonly number[] {
  const bounds = feasibleBounds(table);
  return components(table).flatMap(({ cells, sums }) => {
    const edges = sums.reduce((count, sum) => count + hiddenIn(table, sum).length, 0);
    const isTree = edges < cells.length + sums.length;
    if (isTree || sums.length * (cells.length + sums.length) > largestTableau) return [];
    return confinedIn(table, cells, sums, bounds, width);
  });
}

function confinedIn(
  table: CellTable,
  cells: readonly number[],
  sums: readonly number[],
  { least, most }: ReturnType<typeof feasibleBounds>,
  width: number,
): readonly number[] {
  const place = new Map(cells.map((cell, i) => [cell, i]));
  const right: number[] = [];
  const equations = sums.map((position) => {
    const sum = table.sums[position]!;
    const row = new Map<number, number>();
    let value = 0;
    sum.cells.forEach((cell, k) => {
      const at = place.get(cell);
      const sign = sum.signs[k]!;
      if (at === undefined) value -= sign * table.values[cell]!;
      else {
        row.set(at, (row.get(at) ?? 0) + sign);
        value -= sign * least[cell]!;
      }
    });
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

function hiddenIn(table: CellTable, position: number): readonly number[] {
  return [...new Set(table.sums[position]!.cells)].filter((cell) => !isShown(table, cell));
}

/** Cells not shown that hang together by sums. */
function components(
  table: CellTable,
): readonly { readonly cells: readonly number[]; readonly sums: readonly number[] }[] {
  const sumsOf = new Map<number, number[]>();
  table.sums.forEach((_, position) => {
    for (const cell of hiddenIn(table, position)) {
      const own = sumsOf.get(cell);
      if (own) own.push(position);
      else sumsOf.set(cell, [position]);
    }
  });
  const seen = new Set<number>();
  return [...sumsOf.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const cells = [start];
    const sums = new Set<number>();
    for (const cell of cells) {
      for (const position of sumsOf.get(cell) ?? []) {
        if (sums.has(position)) continue;
        sums.add(position);
        for (const other of hiddenIn(table, position)) {
          if (seen.has(other)) continue;
          seen.add(other);
          cells.push(other);
        }
      }
    }
    return [{ cells, sums: [...sums] }];
  });
}
