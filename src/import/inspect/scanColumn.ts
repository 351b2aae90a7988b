import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import {
  anyFormat,
  bracketBit,
  cellMask,
  formatAt,
  indexOfFormat,
  leadingZeroBit,
  numberFormats,
  percentBit,
  separatedBit,
} from './cellMask.ts';

/** What the cells of a column look like, before it is decided how its numbers are written. */
export interface ColumnScan {
  readonly filled: number;
  /** Cells that some format reads. */
  readonly numbers: number;
  /** Number of cells by the set of formats that read them. */
  readonly byFormats: Int32Array;
  /** The first cell with a sign between digits of each such set. */
  readonly exampleOf: ReadonlyMap<number, string>;
  readonly percents: number;
  readonly bracketed: number;
  readonly leadingZeros: number;
  /** Plain digits of four or more. */
  readonly longDigits: number;
  /** Cells such as `2023`, and such as `202312`. */
  readonly years: number;
  readonly months: number;
  /** Trimmed cells that no format reads, with their number and first row; at most `mostWords`. */
  readonly words: ReadonlyMap<string, { count: number; readonly row: number }>;
  readonly wordCells: number;
}

/** Different words of a column are looked at up to this number; a column with more is text. */
export const mostWords = 400;

const year = /^\s*(?:19|20)\d\d\s*$/;
const month = /^\s*(?:19|20)\d\d(?:0[1-9]|1[0-2])\s*$/;

export function scanColumn(sheet: Sheet, rows: Int32Array, position: number): ColumnScan {
  const byFormats = new Int32Array(anyFormat + 1);
  const exampleOf = new Map<number, string>();
  const words = new Map<string, { count: number; readonly row: number }>();
  let filled = 0;
  let numbers = 0;
  let percents = 0;
  let bracketed = 0;
  let leadingZeros = 0;
  let longDigits = 0;
  let years = 0;
  let months = 0;
  let wordCells = 0;
  for (let i = 0; i < rows.length; i++) {
    const r = rows[i] ?? 0;
    const cell = sheet.rows[r]?.[position];
    if (cell === undefined || isBlank(cell)) continue;
    filled++;
    const mask = cellMask(cell);
    if (mask === 0) {
      wordCells++;
      // Cells of free text differ from each other: nothing is learned by keeping them all.
      if (cell.length > 40 && words.size > 20) continue;
      const word = cell.trim();
      const seen = words.get(word);
      if (seen) seen.count++;
      else if (words.size < mostWords) words.set(word, { count: 1, row: r + 1 });
      continue;
    }
    numbers++;
    const formats = mask & anyFormat;
    byFormats[formats] = (byFormats[formats] ?? 0) + 1;
    if ((mask & separatedBit) !== 0 && !exampleOf.has(formats)) exampleOf.set(formats, cell.trim());
    if ((mask & percentBit) !== 0) percents++;
    if ((mask & bracketBit) !== 0) bracketed++;
    if ((mask & leadingZeroBit) !== 0) leadingZeros++;
    if (formats !== anyFormat || cell.length < 4) continue;
    longDigits++;
    if (year.test(cell)) years++;
    else if (month.test(cell)) months++;
  }
  return {
    filled,
    numbers,
    byFormats,
    exampleOf,
    percents,
    bracketed,
    leadingZeros,
    longDigits,
    years,
    months,
    words,
    wordCells,
  };
}

/** The formats that read most cells of a column. */
export interface FormatChoice {
  /** Indices in `numberFormats`, all equally good. */
  readonly best: readonly number[];
  /** Cells on which the best ones differ: an example, and one format for each reading. */
  readonly dispute: { readonly example: string; readonly formats: readonly number[] } | null;
  /** Do cells of this column alone say what the decimal sign (or the sign between thousands) is? */
  readonly decimal: string | null;
  readonly thousands: string | null;
}

export function chooseFormats(scan: ColumnScan): FormatChoice {
  const read = numberFormats.map((_, f) => {
    let cells = 0;
    for (let mask = 1; mask <= anyFormat; mask++)
      if ((mask & (1 << f)) !== 0) cells += scan.byFormats[mask] ?? 0;
    return cells;
  });
  const most = Math.max(...read);
  const best = read.flatMap((cells, f) => (cells === most && most > 0 ? [f] : []));
  let dispute: FormatChoice['dispute'] = null;
  for (const [mask, example] of scan.exampleOf) {
    const points = best.filter((f) => (mask & (1 << f)) !== 0);
    const readings = new Map<number, number>();
    for (const f of points) {
      const value = valueIn(example, formatAt(f).decimal);
      if (!readings.has(value)) readings.set(value, f);
    }
    if (readings.size > 1) {
      dispute = { example, formats: [...readings.values()] };
      break;
    }
  }
  return {
    best,
    dispute,
    decimal: dispute ? null : saidBy(scan, best, 'decimal'),
    thousands: dispute ? null : saidBy(scan, best, 'thousands'),
  };
}

/** A sign on which all the best formats agree, if any cell shows it at all. */
function saidBy(scan: ColumnScan, best: readonly number[], part: 'decimal' | 'thousands'): string | null {
  const signs = new Set(best.map((f) => formatAt(f)[part]));
  const [sign] = signs;
  if (signs.size !== 1 || sign === undefined || sign === '') return null;
  for (const example of scan.exampleOf.values()) if (shows(example, sign)) return sign;
  return null;
}

function shows(example: string, sign: string): boolean {
  if (sign === ' ') return /\d[ \u00a0\u202f\u2009\u2007]\d/.test(example);
  if (sign === "'") return /['’]/.test(example);
  return example.includes(sign);
}

/** What the signs between digits are in most columns of a table that say so. */
export interface TableHabit {
  readonly decimal: string | null;
  readonly thousands: string | null;
}

export function habitOf(choices: readonly FormatChoice[]): TableHabit {
  return {
    decimal: mostFrequent(choices.map((choice) => choice.decimal)),
    thousands: mostFrequent(choices.map((choice) => choice.thousands)),
  };
}

function mostFrequent(signs: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const sign of signs) if (sign !== null) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let best: string | null = null;
  for (const [sign, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = sign;
  return best;
}

/** The simplest of the best formats that keeps to the habit of the table. */
export function settle(best: readonly number[], habit: TableHabit): number {
  const { decimal, thousands } = habit;
  if (best.length === numberFormats.length) {
    // No cell shows a sign: what the rest of the table does will do here next year.
    return indexOfFormat(decimal ?? '.', thousands !== decimal ? (thousands ?? '') : '');
  }
  const keeping = best.filter((f) => decimal === null || formatAt(f).decimal === decimal);
  const fitting = keeping.filter((f) => thousands === null || formatAt(f).thousands === thousands);
  return (fitting.length > 0 ? fitting : keeping.length > 0 ? keeping : best)[0] ?? 0;
}

const powers = Array.from({ length: 16 }, (_, n) => 10 ** n);

/** The number in a cell that a format with this decimal sign reads. Other signs between digits are passed over. */
export function valueIn(cell: string, decimal: string): number {
  const point = decimal.charCodeAt(0);
  let digits = 0;
  let mantissa = 0;
  let fraction = -1;
  let negative = false;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      if (mantissa > 0) digits++;
      if (fraction >= 0) fraction++;
    } else if (code === point) fraction = 0;
    else if (code === 69 || code === 101) return Number(cell.trim());
    else if ((code === 45 || code === 0x2212 || code === 0x2013) && mantissa === 0) negative = true;
  }
  // Up to 15 digits both parts are exact, and so is the rounding of their quotient.
  const value =
    digits <= 15 && fraction < powers.length
      ? mantissa / (powers[Math.max(0, fraction)] ?? 1)
      : Number(longText(cell, decimal));
  return negative ? -value : value;
}

function longText(cell: string, decimal: string): string {
  let text = '';
  for (const char of cell) {
    if (char >= '0' && char <= '9') text += char;
    else if (char === decimal) text += '.';
  }
  return text;
}
