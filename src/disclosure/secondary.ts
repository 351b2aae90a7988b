import { type CellTable, isProtected, isShown, reasonCode, type Sum, sumsByCell } from './cellTable.ts';
import { confinedCells } from './confined.ts';
import { determinedCells } from './determined.ts';
import { feasibleBounds } from './feasible.ts';

const SECONDARY = reasonCode('secondary');

/**
 * Secondary suppression [sekundäre Geheimhaltung].
 *
 * Hides further cells until no hidden one can be found, exactly or to within `width`, from what is shown and the sums
 * everybody knows.
 *
 * 1. In every sum with a hidden cell its smallest cells are hidden, as many as leave at least `width` cases to be shared
 *    out among them when each has one. Which they are does not depend on what else is hidden, so that more secrets never
 *    mean fewer hidden cells.
 * 2. Several sums together may still give a cell away: those that the linear system determines, and those that it
 *    confines to less than `width`, get the smallest shown cell of one of their sums for company.
 *
 * Zeros are neither protected nor, as long as there is anything else, used for company.
 *
 * @param table `state` is changed.
 * @param width smallest difference between the least and the most a hidden count may be, at least 1.
 * Cost: linear in the cells of the sums touched, besides an elimination among the hidden cells that hang together.
 */
export function protect(table: CellTable, width: number): void {
  const sumsOf = sumsByCell(table);
  const waiting = new Set<number>();
  const touch = (cell: number): void => {
    if (isProtected(table, cell)) for (const sum of sumsOf[cell]!) waiting.add(sum);
  };
  const hide = (cell: number): void => {
    if (!isShown(table, cell)) return;
    table.state[cell] = SECONDARY;
    touch(cell);
  };
  const settle = (): void => {
    // A set that grows while it is walked is walked to its end.
    for (const sum of waiting) {
      waiting.delete(sum);
      for (const cell of companions(table, table.sums[sum]!, width)) hide(cell);
    }
  };
  for (let cell = 0; cell < table.values.length; cell++) touch(cell);
  settle();
  const hopeless = new Set<number>();
  for (;;) {
    const open = exposed(table, width).filter((cell) => !hopeless.has(cell));
    if (open.length === 0) return;
    for (const cell of open) {
      const company = nearestShown(table, sumsOf, cell);
      if (company === null) hopeless.add(cell);
      else hide(company);
    }
    settle();
  }
}

function exposed(table: CellTable, width: number): readonly number[] {
  const found = new Set(determinedCells(table).filter((cell) => isProtected(table, cell)));
  const { least, most } = feasibleBounds(table);
  for (let cell = 0; cell < table.values.length; cell++) {
    if (isProtected(table, cell) && most[cell]! - least[cell]! < width) found.add(cell);
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : confinedCells(table, width);
}

/** The smallest cells of a sum that together keep each other's secret; none where those unknown from the start do. */
function companions(table: CellTable, sum: Sum, width: number): readonly number[] {
  const { values, state } = table;
  const chosen = new Set<number>();
  const known: number[] = [];
  sum.cells.forEach((cell, i) => {
    if (Number.isNaN(values[cell]!)) chosen.add(i);
    else if (values[cell]! > 0) known.push(i);
  });
  if (chosen.size === 0 && !sum.cells.some((cell) => state[cell] !== 0)) return [];
  known.sort(
    (i, j) =>
      values[sum.cells[i]!]! - values[sum.cells[j]!]! ||
      sum.signs[j]! - sum.signs[i]! ||
      sum.cells[i]! - sum.cells[j]!,
  );
  const taken: number[] = [];
  for (const i of known) {
    if (isCovered(table, sum, chosen, width)) return taken;
    chosen.add(i);
    taken.push(sum.cells[i]!);
  }
  return taken;
}

/** Would the chosen cells, if just they were hidden, keep at least `width` between the least and the most of each? */
function isCovered({ values }: CellTable, sum: Sum, chosen: ReadonlySet<number>, width: number): boolean {
  let [added, taken, rest] = [0, 0, 0];
  sum.cells.forEach((cell, i) => {
    if (!chosen.has(i)) rest += sum.signs[i]! * values[cell]!;
    else if (sum.signs[i] === 1) added += 1;
    else taken += 1;
  });
  if (added > 0 && taken > 0) return true;
  const count = added + taken;
  return count >= 2 && Math.abs(rest) - count >= width;
}

/** The smallest shown cell in a sum with `cell`, else in a sum with one of those hidden beside it, and so on. */
function nearestShown(table: CellTable, sumsOf: readonly (readonly number[])[], from: number): number | null {
  const seen = new Set<number>();
  let row = [from];
  while (row.length > 0) {
    const next = new Set<number>();
    let best: number | null = null;
    for (const cell of row) {
      for (const position of sumsOf[cell]!) {
        if (seen.has(position)) continue;
        seen.add(position);
        for (const other of table.sums[position]!.cells) {
          if (!isShown(table, other)) next.add(other);
          else if (isBetter(table, other, best)) best = other;
        }
      }
    }
    if (best !== null) return best;
    row = [...next];
  }
  return null;
}

function isBetter({ values }: CellTable, cell: number, best: number | null): boolean {
  if (!(values[cell]! > 0)) return false;
  return best === null || values[cell]! < values[best]!;
}
