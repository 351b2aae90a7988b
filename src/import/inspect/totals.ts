import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { cellMask } from './cellMask.ts';
import { valueIn } from './scanColumn.ts';
import { isTurn, isTurnOfColumn, type Turn } from './turns.ts';

export interface TotalsContext {
  /** Columns in which the name or key of an area stands. */
  readonly labels: readonly number[];
  /** The column with keys of several lengths, if there is one. */
  readonly key: number | null;
  /** Columns that count something, with their decimal sign. */
  readonly counts: readonly { readonly position: number; readonly decimal: string }[];
  /** What the rows are of: sums are not looked for in long tables, only at the ends of lists of institutions. */
  readonly rowsAre: 'areas' | 'institutions' | 'figures';
}

export interface TotalRow {
  readonly row: number;
  readonly text: string;
}

/** Rows that sum up others: by their words, by shorter keys, and by their figures. */
export async function findTotals(
  sheet: Sheet,
  rows: Int32Array,
  context: TotalsContext,
  turn: Turn,
): Promise<readonly TotalRow[]> {
  const flags = new Uint8Array(rows.length);
  const { labels, rowsAre } = context;
  await flagByWords(sheet, rows, labels, flags, rowsAre === 'areas', turn);
  if (rowsAre !== 'figures') await flagUnnamed(sheet, rows, labels, flags, turn);
  if (context.key !== null && rowsAre === 'areas') await flagByKeys(sheet, rows, context.key, flags, turn);
  if (rowsAre === 'areas' && rows.length > 3) await flagBySums(sheet, rows, context.counts, flags, turn);
  const totals: TotalRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (flags[i] !== 1) continue;
    const r = rows[i] ?? 0;
    totals.push({ row: r + 1, text: labelOf(sheet, r, context.labels) });
  }
  // Where most rows "sum up others" the words were misread.
  return totals.length > rows.length * 0.5 ? [] : totals;
}

const totalWord =
  /^(?:(?:ins)?gesamt(?:summe|stadt|ergebnis|wert)?|zusammen|zus\.?|summe(?:n)?|total|alle(?: gebiete| stadtteile| bezirke| ortsteile)?|∑|Σ|stadt (?:insgesamt|gesamt|zusammen)|(?:stadt|kreis|bezirk|land|landkreis|region|stadtbezirk|gebiet)e? insgesamt|.{2,40}\b(?:insgesamt|zusammen|gesamt)|(?:stadt|städtischer) ?durchschnitt|durchschnitt|mittelwert|ø)$/i;
/** Counts only where few rows are called so. */
const cityWord = /^(?:(?:Landesh|H)auptstadt|Stadt|Hansestadt|Kreis|Landkreis|Kreisfreie Stadt) \p{Lu}/u;

async function flagByWords(
  sheet: Sheet,
  rows: Int32Array,
  labels: readonly number[],
  flags: Uint8Array,
  ofAreas: boolean,
  turn: Turn,
): Promise<void> {
  const cities: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
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
  if (ofAreas && cities.length <= 2 && rows.length >= 8) for (const i of cities) flags[i] = 1;
}

/** Few rows without key and name in which only numbers stand. */
async function flagUnnamed(
  sheet: Sheet,
  rows: Int32Array,
  labels: readonly number[],
  flags: Uint8Array,
  turn: Turn,
): Promise<void> {
  if (labels.length === 0) return;
  const unnamed: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
    const cells = sheet.rows[rows[i] ?? 0] ?? [];
    if (!labels.every((c) => isBlank(cells[c]))) continue;
    if (cells.every((cell) => isBlank(cell) || cellMask(cell) !== 0)) unnamed.push(i);
  }
  if (unnamed.length * 50 <= rows.length || unnamed.length <= 1) for (const i of unnamed) flags[i] = 1;
}

/** A key that at least two longer keys begin with, two digits shorter or more. */
async function flagByKeys(
  sheet: Sheet,
  rows: Int32Array,
  position: number,
  flags: Uint8Array,
  turn: Turn,
): Promise<void> {
  const keys: string[] = [];
  const byLength = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
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
/** Columns compared; not all of them need to add up (means, moves between areas), but half of them. */
const mostColumns = 12;
/** Columns by which the run of rows is found. */
const leaders = 4;

async function flagBySums(
  sheet: Sheet,
  rows: Int32Array,
  counts: TotalsContext['counts'],
  flags: Uint8Array,
  turn: Turn,
): Promise<void> {
  const all: Float64Array[] = [];
  for (const [c, { position, decimal }] of counts.entries()) {
    all.push(await valuesOf(sheet, rows, position, decimal, turn));
    if (isTurnOfColumn(c, rows.length)) await turn();
  }
  const columns = largest(all, mostColumns);
  if (columns.length === 0) return;
  await sumsOfRowsBefore(columns, flags, false, turn);
  await sumsOfRowsBefore(columns, flags, true, turn);
  flagLevelBelowLast(columns, flags);
}

async function valuesOf(
  sheet: Sheet,
  rows: Int32Array,
  position: number,
  decimal: string,
  turn: Turn,
): Promise<Float64Array> {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
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
 * Rows whose figures are the sums of rows directly before (or, `after`, below). One column alone proves it only for the
 * last row (or the first), of all others.
 */
async function sumsOfRowsBefore(
  columns: readonly Float64Array[],
  flags: Uint8Array,
  after: boolean,
  turn: Turn,
): Promise<void> {
  const count = flags.length;
  const at = (i: number) => (after ? count - 1 - i : i);
  // Running sums over the rows that are no totals; `sums[c][n]` is of the first n of them.
  const sums = columns.map(() => new Float64Array(count + 1));
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (isTurn(i)) await turn();
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
  for (let leader = 0; leader < Math.min(leaders, columns.length); leader++) {
    const value = columns[leader]?.[row] ?? 0;
    const running = sums[leader];
    if (!running || value < smallest) continue;
    const start = positionOf(running, kept, (running[kept] ?? 0) - value);
    if (start < 0 || kept - start < 2) continue;
    let agreeing = 0;
    for (let c = 0; c < columns.length; c++) {
      const own = columns[c]?.[row] ?? 0;
      const sum = (sums[c]?.[kept] ?? 0) - (sums[c]?.[start] ?? 0);
      if (own >= smallest && isSame(sum, own)) agreeing++;
    }
    if (agreeing >= 2 && agreeing * 2 >= columns.length) return true;
    if (isOutermost && start === 0 && kept >= 3 && columns.length === 1) return true;
  }
  return false;
}

function isSame(sum: number, own: number): boolean {
  return Math.abs(sum - own) <= 1e-6 * Math.max(1, own);
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
  for (const leader of columns.slice(0, leaders)) {
    const from = beginOfRun(leader, flags, last);
    const level = last - from;
    if (from < 0 || level < 2 || from < level * 2) continue;
    let exact = 0;
    let near = 0;
    for (const values of columns) {
      const whole = values[last] ?? 0;
      if (whole < smallest) continue;
      const below = sumBetween(values, from, last, null);
      if (!isSame(below, whole)) continue;
      exact++;
      if (Math.abs(sumBetween(values, 0, from, flags) - whole) <= tolerance * whole) near++;
    }
    if (exact >= 2 && exact * 2 >= columns.length && near >= 2 && near * 2 >= exact) {
      for (let i = from; i < last; i++) flags[i] = 1;
      return;
    }
  }
}

/** First of the rows right before `last` that together make up its value; -1 when none do. */
function beginOfRun(values: Float64Array, flags: Uint8Array, last: number): number {
  let left = values[last] ?? 0;
  for (let i = last - 1; i >= 0 && flags[i] !== 1; i--) {
    left -= values[i] ?? 0;
    if (Math.abs(left) < 1e-6) return i;
    if (left < 0) return -1;
  }
  return -1;
}

function sumBetween(values: Float64Array, from: number, to: number, without: Uint8Array | null): number {
  let sum = 0;
  for (let i = from; i < to; i++) if (without?.[i] !== 1) sum += values[i] ?? 0;
  return sum;
}

function labelOf(sheet: Sheet, r: number, labels: readonly number[]): string {
  const cells = sheet.rows[r] ?? [];
  const texts = labels.map((c) => (cells[c] ?? '').trim()).filter((text) => text !== '');
  const word =
    texts.find((text) => /\p{L}/u.test(text)) ?? texts[0] ?? cells.find((cell) => !isBlank(cell)) ?? '';
  return word.trim().slice(0, 80);
}
