import { type CellTable, isProtected, isShown, openSums, reasonCode, shown } from './cellTable.ts';
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
 * @yields between two rounds, each of a few milliseconds: the table is not done before the last.
 * Cost: linear in the cells of the sums touched, besides an elimination among the hidden cells that hang together.
 */
export function* protect(table: CellTable, width: number): Generator<void, void> {
  const { values, sums } = table;
  if (sums.size === 0) return;
  const { sumStarts, sumsOf } = sums;
  // The companions of a sum depend on its values alone: once is enough.
  const isTouched = new Uint8Array(sums.size);
  const waiting: number[] = [];
  const touch = (cell: number): void => {
    if (!isProtected(table, cell)) return;
    for (let k = sumStarts[cell]!; k < sumStarts[cell + 1]!; k++) {
      const sum = sumsOf[k]!;
      if (isTouched[sum] === 1) continue;
      isTouched[sum] = 1;
      waiting.push(sum);
    }
  };
  const hide = (cell: number): void => {
    if (!isShown(table, cell)) return;
    table.state[cell] = SECONDARY;
    touch(cell);
  };
  const settle = (): void => {
    for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
      for (const cell of companions(table, sum, width)) hide(cell);
    }
  };
  for (let cell = 0; cell < values.length; cell++) touch(cell);
  settle();
  const hopeless = new Set<number>();
  for (;;) {
    yield;
    const exposed = exposedCells(table, width).filter((cell) => !hopeless.has(cell));
    if (exposed.length === 0) return;
    for (const cell of exposed) {
      const company = nearestShown(table, cell);
      if (company === null) hopeless.add(cell);
      else hide(company);
    }
    settle();
  }
}

function exposedCells(table: CellTable, width: number): readonly number[] {
  const open = openSums(table);
  const found = new Set(determinedCells(table, open).filter((cell) => isProtected(table, cell)));
  const bounds = feasibleBounds(table, open);
  const { least, most } = bounds;
  for (let cell = 0; cell < table.values.length; cell++) {
    if (isProtected(table, cell) && most[cell]! - least[cell]! < width) found.add(cell);
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : confinedCells(table, open, bounds, width);
}

/** The smallest cells of a sum that together keep each other's secret; none where those unknown from the start do. */
function companions({ values, sums }: CellTable, sum: number, width: number): readonly number[] {
  const { starts, cells, signs } = sums;
  const [start, end] = [starts[sum]!, starts[sum + 1]!];
  const isChosen = new Uint8Array(end - start);
  const known: number[] = [];
  for (let k = start; k < end; k++) {
    const value = values[cells[k]!]!;
    if (Number.isNaN(value)) isChosen[k - start] = 1;
    else if (value > 0) known.push(k);
  }
  known.sort(
    (i, j) => values[cells[i]!]! - values[cells[j]!]! || signs[j]! - signs[i]! || cells[i]! - cells[j]!,
  );
  /** Would the chosen cells, if just they were hidden, keep at least `width` between the least and the most of each? */
  const isCovered = (): boolean => {
    let [added, taken, rest] = [0, 0, 0];
    for (let k = start; k < end; k++) {
      if (isChosen[k - start] === 0) rest += signs[k]! * values[cells[k]!]!;
      else if (signs[k] === 1) added++;
      else taken++;
    }
    if (added > 0 && taken > 0) return true;
    const count = added + taken;
    return count >= 2 && Math.abs(rest) - count >= width;
  };
  const taken: number[] = [];
  for (const k of known) {
    if (isCovered()) break;
    isChosen[k - start] = 1;
    taken.push(cells[k]!);
  }
  return taken;
}

/** The smallest shown cell in a sum with `cell`, else in a sum with one of those hidden beside it, and so on. */
function nearestShown({ values, state, sums }: CellTable, from: number): number | null {
  const { starts, cells, sumStarts, sumsOf } = sums;
  const seen = new Set<number>();
  let row = [from];
  while (row.length > 0) {
    const next = new Set<number>();
    let best: number | null = null;
    for (const cell of row) {
      for (let i = sumStarts[cell]!; i < sumStarts[cell + 1]!; i++) {
        const sum = sumsOf[i]!;
        if (seen.has(sum)) continue;
        seen.add(sum);
        for (let k = starts[sum]!; k < starts[sum + 1]!; k++) {
          const other = cells[k]!;
          if (state[other] !== shown) next.add(other);
          else if (values[other]! > 0 && (best === null || values[other]! < values[best]!)) best = other;
        }
      }
    }
    if (best !== null) return best;
    row = [...next];
  }
  return null;
}
