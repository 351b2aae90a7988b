import {
  type CellTable,
  isCeilingKnown,
  isProtected,
  isShown,
  openSums,
  reasonCode,
  secretBefore,
  shown,
} from './cellTable.ts';
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
 * Where nothing is left in any sum that leads to a cell, a shown whole that it cannot exceed goes with it. A cell that has
 * not even that – the figures contradict each other – is beyond help: it is told, and looked at no more, so that the
 * others still are.
 *
 * Zeros are neither protected nor, as long as there is anything else, used for company.
 *
 * @param table `state` is changed.
 * @param width smallest difference between the least and the most a hidden count may be, at least 1.
 * @returns the cells beyond help.
 * @yields between two rounds, each of a few milliseconds: the table is not done before the last.
 * Cost: linear in the cells of the sums touched, besides an elimination among the hidden cells that hang together.
 */
export function* protect(table: CellTable, width: number): Generator<void, readonly number[]> {
  const { values, sums } = table;
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
    const exposed = exposedCells(table, width, hopeless);
    if (exposed.length === 0) return [...hopeless].sort((a, b) => a - b);
    for (const cell of exposed) {
      const company = tightWhole(table, cell, width) ?? nearestShown(table, cell);
      if (company === null) hopeless.add(cell);
      else hide(company);
    }
    settle();
  }
}

/** Without those beyond help: one of them must not keep the others from being looked at by all sums together. */
function exposedCells(table: CellTable, width: number, hopeless: ReadonlySet<number>): readonly number[] {
  const open = openSums(table);
  const bounds = feasibleBounds(table, open);
  const { least, most } = bounds;
  // What its publisher kept secret may turn out to be a zero, and a zero is no secret.
  const isZero = (cell: number): boolean => table.state[cell] === secretBefore && most[cell]! < 1e-9;
  const isLookedAt = (cell: number): boolean =>
    isProtected(table, cell) && !hopeless.has(cell) && !isZero(cell);
  const found = new Set(determinedCells(table, open).filter(isLookedAt));
  for (let cell = 0; cell < table.values.length; cell++) {
    if (most[cell]! - least[cell]! < width && isLookedAt(cell)) found.add(cell);
  }
  if (found.size > 0) return [...found].sort((a, b) => a - b);
  return confinedCells(table, open, bounds, width).filter(isLookedAt);
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

/**
 * The smallest shown cell in a sum with `cell`, else in a sum with one of those hidden beside it, and so on; at the end
 * the smallest whole that one of them cannot exceed.
 */
function nearestShown(table: CellTable, from: number): number | null {
  const { values, state, sums } = table;
  const { starts, cells, sumStarts, sumsOf } = sums;
  const seen = new Set<number>();
  const reached = new Set<number>();
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
    for (const cell of row) reached.add(cell);
    row = [...next];
  }
  let best: number | null = null;
  for (const cell of reached) {
    for (const whole of shownWholes(table, cell)) {
      if (best === null || values[whole]! < values[best]!) best = whole;
    }
  }
  return best;
}

/** A whole so small that it alone confines a part of it. */
function tightWhole(table: CellTable, cell: number, width: number): number | null {
  return shownWholes(table, cell).find((whole) => table.values[whole]! - 1 < width) ?? null;
}

/** Shown figures other than zero that a cell is known not to exceed, or that are part of such a sum. */
function shownWholes(table: CellTable, cell: number): readonly number[] {
  return table.ceilings.flatMap((ceiling) => {
    const base = ceiling.parts.find((one) => cell >= one && cell < one + ceiling.all.length);
    if (base === undefined || !isCeilingKnown(table, ceiling, cell - base)) return [];
    return ceiling.wholes
      .map((whole) => whole + cell - base)
      .filter((whole) => whole !== cell && table.values[whole]! > 0);
  });
}
