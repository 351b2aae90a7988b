import { type GuardReason, guardReasons } from './report.ts';
import type { Sums } from './sums.ts';

/** Figures of one year (or one institution) and which of them add up to which. The values are those before hiding. */
export interface CellTable {
  /** NaN where unknown from the start. */
  readonly values: Float64Array;
  /** Per cell: `shown`, the code of a reason, or why it was unknown from the start. */
  readonly state: Uint8Array;
  /** What everybody knows cells cannot exceed. */
  readonly ceilings: readonly Ceiling[];
  readonly sums: Sums;
}

/** A table with everything hidden that is to be. */
export interface ProtectedTable extends CellTable {
  /** Hidden cells that can be told nevertheless: nothing is left to be hidden with them. */
  readonly beyondHelp: readonly number[];
}

/** No part is more than its whole: known of area `a` as long as the cells `wholes[…] + a` are shown. */
export interface Ceiling {
  readonly parts: readonly number[];
  readonly wholes: readonly number[];
  /** The sum of the wholes per area. */
  readonly all: ArrayLike<number>;
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

/** Is all of the whole of area `a` shown? */
export function isCeilingKnown({ state }: CellTable, { wholes }: Ceiling, a: number): boolean {
  for (const base of wholes) if (state[base + a] !== shown) return false;
  return true;
}

/** Hidden here, not by the publisher. */
export function isHiddenNow({ state }: CellTable, cell: number): boolean {
  return state[cell] !== shown && state[cell] !== secretBefore && state[cell] !== unknownBefore;
}

export function hidesAny(table: CellTable): boolean {
  for (let cell = 0; cell < table.state.length; cell++) if (isHiddenNow(table, cell)) return true;
  return false;
}

/** Positions of the sums with a cell that is not shown, ascending. */
export function openSums({ state, sums }: CellTable): Int32Array {
  const { size, starts, cells } = sums;
  const open = new Int32Array(size);
  let count = 0;
  for (let sum = 0; sum < size; sum++) {
    const end = starts[sum + 1]!;
    let k = starts[sum]!;
    while (k < end && state[cells[k]!] === shown) k++;
    if (k < end) open[count++] = sum;
  }
  return open.subarray(0, count);
}
