import { type CellTable, isShown } from './cellTable.ts';

type Row = Map<number, number>;

/**
 * Cells without a shown value that follow from the sums: those whose unit vector is a combination of the sums, seen as
 * rows over the cells not shown. In the reduced row echelon form such a cell stands alone in its row.
 *
 * Cost: cubic at worst in the sums that hang together and cannot be peeled off; few in practice.
 */
export function determinedCells(table: CellTable): readonly number[] {
  const rows = peeled(
    table.sums.flatMap((sum) => {
      const row: Row = new Map();
      sum.cells.forEach((cell, i) => {
        if (isShown(table, cell)) return;
        const coefficient = (row.get(cell) ?? 0) + sum.signs[i]!;
        if (coefficient === 0) row.delete(cell);
        else row.set(cell, coefficient);
      });
      return row.size > 0 ? [row] : [];
    }),
  );
  return reduced(rows).flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

/** Without sums of which two cells are in no other: they give nothing away, neither of these two nor of the rest. */
function peeled(rows: readonly Row[]): readonly Row[] {
  const uses = new Map<number, number>();
  for (const row of rows) for (const cell of row.keys()) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  let left = rows;
  for (;;) {
    const kept = left.filter((row) => {
      let own = 0;
      for (const cell of row.keys()) if (uses.get(cell) === 1) own++;
      if (own < 2) return true;
      for (const cell of row.keys()) uses.set(cell, uses.get(cell)! - 1);
      return false;
    });
    if (kept.length === left.length) return kept;
    left = kept;
  }
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
