import { type CellTable, shown } from './cellTable.ts';

type Row = Map<number, number>;

/**
 * Cells without a shown value that follow from the sums: those whose unit vector is a combination of the sums, seen as
 * rows over the cells not shown. In the reduced row echelon form such a cell stands alone in its row.
 *
 * Cost: cubic at worst in the sums that hang together and cannot be peeled off; few in practice.
 *
 * @param open the sums with a cell that is not shown.
 */
export function determinedCells(table: CellTable, open: Int32Array): readonly number[] {
  const rows = peeled(table, open).map((sum) => rowOf(table, sum));
  return reduced(rows).flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

/** The cells of a sum that are not shown. */
function rowOf({ state, sums }: CellTable, sum: number): Row {
  const row: Row = new Map();
  for (let k = sums.starts[sum]!; k < sums.starts[sum + 1]!; k++) {
    const cell = sums.cells[k]!;
    if (state[cell] === shown) continue;
    const coefficient = (row.get(cell) ?? 0) + sums.signs[k]!;
    if (coefficient === 0) row.delete(cell);
    else row.set(cell, coefficient);
  }
  return row;
}

/** Without sums of which two cells are in no other: they give nothing away, neither of these two nor of the rest. */
function peeled({ state, sums }: CellTable, open: Int32Array): readonly number[] {
  const { starts, cells, sumStarts, sumsOf } = sums;
  const uses = new Int32Array(state.length);
  const own = new Int32Array(sums.size);
  const isLeft = new Uint8Array(sums.size);
  for (const sum of open) {
    isLeft[sum] = 1;
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) if (state[cells[k]!] !== shown) uses[cells[k]!]!++;
  }
  const leaving: number[] = [];
  const countOwn = (sum: number): void => {
    own[sum]!++;
    if (own[sum] === 2) leaving.push(sum);
  };
  for (const sum of open) {
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) if (uses[cells[k]!] === 1) countOwn(sum);
  }
  for (let sum = leaving.pop(); sum !== undefined; sum = leaving.pop()) {
    isLeft[sum] = 0;
    for (let k = starts[sum]!; k < starts[sum + 1]!; k++) {
      const cell = cells[k]!;
      if (state[cell] === shown) continue;
      uses[cell]!--;
      if (uses[cell] !== 1) continue;
      for (let i = sumStarts[cell]!; i < sumStarts[cell + 1]!; i++) {
        if (isLeft[sumsOf[i]!] === 1) countOwn(sumsOf[i]!);
      }
    }
  }
  return [...open.filter((sum) => isLeft[sum] === 1)];
}

/** Gauss–Jordan over sparse rows. */
function reduced(rows: readonly Row[]): readonly Row[] {
  const byPivot = new Map<number, Row>();
  const usedIn = new Map<number, Set<number>>();
  const note = (pivot: number, row: Row): void => {
    for (const cell of row.keys()) {
      const set = usedIn.get(cell) ?? new Set();
      usedIn.set(cell, set.add(pivot));
    }
  };
  for (const source of rows) {
    const row: Row = new Map(source);
    for (const cell of source.keys()) {
      const pivotRow = byPivot.get(cell);
      const coefficient = row.get(cell);
      if (pivotRow && coefficient) subtract(row, pivotRow, coefficient);
    }
    const pivot = [...row.keys()][0];
    if (pivot === undefined) continue;
    const scale = row.get(pivot)!;
    for (const [cell, coefficient] of row) row.set(cell, coefficient / scale);
    for (const other of usedIn.get(pivot) ?? []) {
      const otherRow = byPivot.get(other);
      const coefficient = otherRow?.get(pivot);
      if (!otherRow || !coefficient) continue;
      subtract(otherRow, row, coefficient);
      note(other, otherRow);
    }
    byPivot.set(pivot, row);
    note(pivot, row);
  }
  return [...byPivot.values()];
}

function subtract(row: Row, other: Row, factor: number): void {
  for (const [cell, coefficient] of other) {
    const value = (row.get(cell) ?? 0) - factor * coefficient;
    if (Math.abs(value) < 1e-9) row.delete(cell);
    else row.set(cell, value);
  }
}
