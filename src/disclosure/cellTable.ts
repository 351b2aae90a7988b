import { type GuardReason, guardReasons } from './report.ts';

/** Figures of one year (or one institution) and which of them add up to which. The values are those before hiding. */
export interface CellTable {
  /** NaN where unknown from the start. */
  readonly values: Float64Array;
  /** Per cell: `shown`, the code of a reason, or why it was unknown from the start. */
  readonly state: Uint8Array;
  /** What everybody knows a cell cannot exceed (its whole, where that is shown); Infinity. */
  readonly most: Float64Array;
  readonly sums: readonly Sum[];
}

/** The cells added minus the cells taken away are 0: parts +1, their whole −1. */
export interface Sum {
  readonly cells: readonly number[];
  readonly signs: readonly (1 | -1)[];
}

export const shown = 0;
/** Kept secret by the publisher: to be protected, too, though nobody here knows the value. */
export const secretBefore = 100;
/** Missing for another reason. */
export const unknownBefore = 101;

export function reasonCode(reason: GuardReason): number {
  return guardReasons.indexOf(reason) + 1;
}

export function reasonOfCode(code: number): GuardReason | null {
  return guardReasons[code - 1] ?? null;
}

export function isShown(table: CellTable, cell: number): boolean {
  return table.state[cell] === shown;
}

/** Must nobody be able to find this value? A zero is no secret, nor is what only is missing. */
export function isProtected({ state, values }: CellTable, cell: number): boolean {
  const code = state[cell]!;
  return code !== shown && code !== unknownBefore && values[cell] !== 0;
}

/** Hidden here, not by the publisher. */
export function isHiddenNow({ state }: CellTable, cell: number): boolean {
  return state[cell] !== shown && state[cell] !== secretBefore && state[cell] !== unknownBefore;
}

const known = new WeakMap<readonly Sum[], readonly (readonly number[])[]>();

/** In which sums each cell is. */
export function sumsByCell({ values, sums }: CellTable): readonly (readonly number[])[] {
  const found = known.get(sums);
  if (found) return found;
  const sumsOf: number[][] = Array.from(values, () => []);
  sums.forEach((sum, position) => {
    for (const cell of sum.cells) sumsOf[cell]!.push(position);
  });
  known.set(sums, sumsOf);
  return sumsOf;
}
