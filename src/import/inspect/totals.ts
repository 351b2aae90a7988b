import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { cellMask } from './cellMask.ts';
import { valueIn } from './scanColumn.ts';

export interface TotalsContext {
  /** Columns in which the name or key of an area stands. */
  readonly labels: readonly number[];
  /** The column with keys of several lengths, if there is one. */
  readonly key: number | null;
  /** Columns that count something, with their decimal sign. */
  readonly counts: readonly { readonly position: number; readonly decimal: string }[];
  /** Sums are looked for: not in long tables, not in lists of schools. */
  readonly sums: boolean;
}

export interface TotalRow {
  readonly row: number;
  readonly text: string;
}

/** Rows that sum up others: by their words, by shorter keys, and by their figures. */
export function findTotals(sheet: Sheet, rows: Int32Array, context: TotalsContext): readonly TotalRow[] {
  const flags = new Uint8Array(rows.length);
  flagByWords(sheet, rows, context.labels, flags);
  if (context.key !== null) flagByKeys(sheet, rows, context.key, flags);
  if (context.sums && rows.length > 3) flagBySums(sheet, rows, context.counts, flags);
  const totals: TotalRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (flags[i] !== 1) continue;
    const r = rows[i] ?? 0;
    totals.push({ row: r + 1, text: labelOf(sheet, r, context.labels) });
  }
  // Where most rows "sum up others" the words were misread.
  return totals.length > rows.length * 0.4 ? [] : totals;
}

const totalWord =
  /^(?:(?:ins)?gesamt(?:summe|stadt|ergebnis|wert)?|zusammen|zus\.?|summe(?:n)?|total|alle(?: gebiete| stadtteile| bezirke| ortsteile)?|∑|Σ|stadt (?:insgesamt|gesamt|zusammen)|(?:stadt|kreis|bezirk|land|landkreis|region|stadtbezirk|gebiet)e? insgesamt|.{2,40}\b(?:insgesamt|zusammen|gesamt)|(?:stadt|städtischer) ?durchschnitt|durchschnitt|mittelwert|ø)$/i;
/** Counts only where few rows are called so. */
const cityWord = /^(?:(?:landes)?hauptstadt|stadt|hansestadt|kreis|landkreis|kreisfreie stadt) \p{L}/iu;

function flagByWords(sheet: Sheet, rows: Int32Array, labels: readonly number[], flags: Uint8Array): void {
  const cities: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const cells = sheet.rows[rows[i] ?? 0] ?? [];
    for (const c of labels) {
      const cell = cells[c];
      if (cell === undefined || cell === '' || cell.length > 60) continue;
      const first = cell.trim();
      if (first === '' || (first.charCodeAt(0) >= 48 && first.charCodeAt(0) <= 57)) continue;
      if (totalWord.test(first)) flags[i] = 1;
      else if (cityWord.test(first)) cities.push(i);
    }
  }
  if (cities.length <= 2 && rows.length >= 8) for (const i of cities) flags[i] = 1;
}

/** A key that at least two longer keys begin with, two digits shorter or more. */
function flagByKeys(sheet: Sheet, rows: Int32Array, position: number, flags: Uint8Array): void {
  const keys: string[] = [];
  const byLength = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const key = (sheet.rows[rows[i] ?? 0]?.[position] ?? '').trim();
    keys.push(key);
    if (/^\d+$/.test(key)) byLength.set(key.length, (byLength.get(key.length) ?? 0) + 1);
  }
  const usual = [...byLength].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const shorter = [...byLength.keys()].filter((length) => length <= usual - 2 && length > 0);
  if (shorter.length === 0) return;
  const begins = new Map<string, number>();
  for (const key of new Set(keys)) {
    if (key.length !== usual) continue;
    for (const length of shorter) {
      const start = key.slice(0, length);
      begins.set(start, (begins.get(start) ?? 0) + 1);
    }
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    if (key.length < usual && (begins.get(key) ?? 0) >= 2) flags[i] = 1;
  }
}

const smallest = 50;

function flagBySums(
  sheet: Sheet,
  rows: Int32Array,
  counts: TotalsContext['counts'],
  flags: Uint8Array,
): void {
  const columns = largest(
    counts.map(({ position, decimal }) => valuesOf(sheet, rows, position, decimal)),
    4,
  );
  if (columns.length === 0) return;
  sumsOfRowsBefore(columns, flags, false);
  sumsOfRowsBefore(columns, flags, true);
  flagLevelBelowLast(columns, flags);
}

function valuesOf(sheet: Sheet, rows: Int32Array, position: number, decimal: string): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = sheet.rows[rows[i] ?? 0]?.[position];
    const value = cell === undefined || isBlank(cell) || cellMask(cell) === 0 ? 0 : valueIn(cell, decimal);
    values[i] = Number.isFinite(value) && value > 0 ? value : 0;
  }
  return values;
}

/** The columns with the largest sums, no two alike. */
function largest(columns: readonly Float64Array[], most: number): readonly Float64Array[] {
  const bySum = columns
    .map((values) => ({ values, sum: values.reduce((sum, value) => sum + value, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
  const kept: { values: Float64Array; sum: number }[] = [];
  for (const column of bySum) {
    if (kept.length === most) break;
    if (!kept.some((it) => it.sum === column.sum)) kept.push(column);
  }
  return kept.map((it) => it.values);
}

/**
 * Rows whose figures are the sums of rows directly before (or, `after`, below) in every column looked at. One column
 * alone proves it only for the last row (or the first), of all others.
 */
function sumsOfRowsBefore(columns: readonly Float64Array[], flags: Uint8Array, after: boolean): void {
  const count = flags.length;
  const [first] = columns;
  if (!first) return;
  const at = (i: number) => (after ? count - 1 - i : i);
  // Running sums over the rows that are no totals; `sums[c][n]` is of the first n of them.
  const sums = columns.map(() => new Float64Array(count + 1));
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = at(i);
    if (flags[row] !== 1 && kept >= 2 && isSumOfRun(columns, sums, kept, row, i === count - 1))
      flags[row] = 1;
    if (flags[row] === 1) continue;
    for (let c = 0; c < columns.length; c++) {
      const column = sums[c];
      if (column) column[kept + 1] = (column[kept] ?? 0) + (columns[c]?.[row] ?? 0);
    }
    kept++;
  }
}

function isSumOfRun(
  columns: readonly Float64Array[],
  sums: readonly Float64Array[],
  kept: number,
  row: number,
  isOutermost: boolean,
): boolean {
  const value = columns[0]?.[row] ?? 0;
  const running = sums[0];
  if (!running || value < smallest) return false;
  const start = positionOf(running, kept, (running[kept] ?? 0) - value);
  if (start < 0 || kept - start < 2) return false;
  let agreeing = 1;
  for (let c = 1; c < columns.length; c++) {
    const own = columns[c]?.[row] ?? 0;
    const sum = (sums[c]?.[kept] ?? 0) - (sums[c]?.[start] ?? 0);
    if (Math.abs(sum - own) > 1e-6 * Math.max(1, own)) return false;
    if (own >= smallest) agreeing++;
  }
  return agreeing >= 2 || (isOutermost && start === 0 && kept >= 3);
}

/** Index of a value in the first `kept + 1` running sums, the last one of equals; -1 when it is not there. */
function positionOf(running: Float64Array, kept: number, value: number): number {
  let low = 0;
  let high = kept;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((running[middle] ?? 0) <= value + 1e-9) low = middle;
    else high = middle - 1;
  }
  return Math.abs((running[low] ?? 0) - value) < 1e-6 ? low : -1;
}

/** How far sub-totals may be off the sum of their rows: people without an area, rounding. */
const tolerance = 0.02;

/**
 * The last row sums up the few rows before it, and those together (nearly) all rows before them: another level at the
 * end of the table, such as districts below their quarters.
 */
function flagLevelBelowLast(columns: readonly Float64Array[], flags: Uint8Array): void {
  const last = flags.length - 1;
  if (flags[last] !== 1) return;
  let from = last - 1;
  const left = columns.map((values) => values[last] ?? 0);
  while (from >= 0 && flags[from] !== 1) {
    for (let c = 0; c < left.length; c++) left[c] = (left[c] ?? 0) - (columns[c]?.[from] ?? 0);
    if (left.every((value) => Math.abs(value) < 1e-6)) break;
    if (left.some((value) => value < -1e-6)) return;
    from--;
  }
  const level = last - from;
  const before = from;
  if (level < 2 || before < level * 2 || left.some((value) => Math.abs(value) > 1e-6)) return;
  let agreeing = 0;
  for (const values of columns) {
    let rest = 0;
    for (let i = 0; i < from; i++) if (flags[i] !== 1) rest += values[i] ?? 0;
    const whole = values[last] ?? 0;
    if (whole < smallest) continue;
    if (Math.abs(rest - whole) > tolerance * whole) return;
    agreeing++;
  }
  if (agreeing >= 2) for (let i = from; i < last; i++) flags[i] = 1;
}

function labelOf(sheet: Sheet, r: number, labels: readonly number[]): string {
  const cells = sheet.rows[r] ?? [];
  const texts = labels.map((c) => (cells[c] ?? '').trim()).filter((text) => text !== '');
  const word =
    texts.find((text) => /\p{L}/u.test(text)) ?? texts[0] ?? cells.find((cell) => !isBlank(cell)) ?? '';
  return word.trim().slice(0, 80);
}
