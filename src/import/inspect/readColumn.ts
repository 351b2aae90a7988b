import type { MarkLabel } from '../columns/parseNumber.ts';
import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { anyFormat, cellMask, indexOfFormat } from './cellMask.ts';
import type { DecidedFormat } from './decideFormat.ts';
import type { FoundMark, NumberFinding } from './inspection.ts';
import { markOf, sentinels } from './marks.ts';
import type { ColumnScan } from './scanColumn.ts';
import { valueIn } from './scanColumn.ts';

export const histogramBins = 20;
const mostUnreadShown = 8;

export interface ReadOptions {
  readonly format: DecidedFormat;
  readonly percent: boolean;
  /** Rows that sum up others: their marks count, their values do not. */
  readonly totals: ReadonlySet<number>;
  /** By its heading a measure that is never zero where it exists: rents, incomes, mean ages. */
  readonly neverZero: boolean;
  /** By its heading a difference: negative values are nothing special. */
  readonly signed: boolean;
}

/** The numbers of a column under the format decided: signs, what stays unread, extent, sum, histogram. */
export function readColumn(
  sheet: Sheet,
  rows: Int32Array,
  position: number,
  scan: ColumnScan,
  options: ReadOptions,
): NumberFinding {
  const { format, totals } = options;
  const bit = 1 << indexOfFormat(format.decimal, format.thousands);
  const values = new Float64Array(scan.numbers);
  const sentinelTexts = new Map<number, Map<string, number>>();
  const unreadExamples: { row: number; text: string }[] = [];
  let count = 0;
  let unread = 0;
  for (let i = 0; i < rows.length; i++) {
    const r = rows[i] ?? 0;
    const cell = sheet.rows[r]?.[position];
    if (cell === undefined || isBlank(cell)) continue;
    const mask = cellMask(cell);
    if ((mask & bit) === 0) {
      if (mask === 0 && markOf(cell.trim()) !== null) continue;
      unread++;
      if (unreadExamples.length < mostUnreadShown)
        unreadExamples.push({ row: r + 1, text: cell.trim().slice(0, 60) });
      continue;
    }
    if (totals.has(r + 1)) continue;
    const value = quickValue(cell, mask, format.decimal);
    if (value < 0 && sentinels.includes(value)) {
      const texts = sentinelTexts.get(value) ?? new Map<string, number>();
      texts.set(cell.trim(), (texts.get(cell.trim()) ?? 0) + 1);
      sentinelTexts.set(value, texts);
    }
    values[count++] = value;
  }
  const found = values.subarray(0, count);
  const standIns = sentinelMarks(found, sentinelTexts, options.signed);
  const kept =
    standIns.length === 0 ? found : found.filter((value) => !standIns.some((it) => it.number === value));
  const signs = signMarks(scan, kept, options.neverZero);
  return {
    decimal: format.decimal,
    thousands: format.thousands,
    percent: options.percent,
    ambiguous: format.ambiguous,
    marks: [...signs, ...standIns.flatMap((it) => it.marks)].sort((a, b) => b.count - a.count),
    bracketed: scan.bracketed,
    unread,
    unreadExamples,
    ...extentOf(kept),
  };
}

/** Most cells are plain digits: those need no copying. */
function quickValue(cell: string, mask: number, decimal: string): number {
  if ((mask & anyFormat) === anyFormat && cell.length < 16) {
    const value = Number(cell);
    if (!Number.isNaN(value)) return value;
  }
  return valueIn(cell, decimal);
}

function extentOf(values: Float64Array): Pick<NumberFinding, 'whole' | 'min' | 'max' | 'sum' | 'histogram'> {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let rest = 0;
  let whole = true;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (whole && !Number.isInteger(value)) whole = false;
    // Neumaier's sum: long columns of shares keep their last digits.
    const next = sum + value;
    rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  if (values.length === 0) return { whole: true, min: NaN, max: NaN, sum: 0, histogram: [] };
  const histogram = new Array<number>(histogramBins).fill(0);
  const scale = max > min ? histogramBins / (max - min) : 0;
  for (const value of values) {
    const bin = Math.min(histogramBins - 1, Math.floor((value - min) * scale));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  return { whole, min, max, sum: sum + rest, histogram };
}

function signMarks(scan: ColumnScan, values: Float64Array, neverZero: boolean): FoundMark[] {
  const marks: FoundMark[] = [];
  for (const [value, { count }] of scan.words) {
    const label = markOf(value);
    if (label)
      marks.push({ value, label, count, doubtful: label === 'zero' && !canBeZero(values, neverZero) });
  }
  return marks;
}

/** Could a `-` in this column be "exactly zero"? Not where nothing else stands, nor where all values lie far from it. */
function canBeZero(values: Float64Array, neverZero: boolean): boolean {
  if (values.length === 0) return false;
  let min = Infinity;
  let sum = 0;
  let whole = true;
  for (const value of values) {
    if (value < min) min = value;
    if (!Number.isInteger(value)) whole = false;
    sum += value;
  }
  if (min <= 0) return true;
  if (neverZero) return false;
  return whole || min < 0.25 * (sum / values.length);
}

interface StandIn {
  readonly number: number;
  readonly marks: readonly FoundMark[];
}

/** Numbers such as -9999 that lie out of the range of all others. */
function sentinelMarks(
  values: Float64Array,
  texts: ReadonlyMap<number, ReadonlyMap<string, number>>,
  signed: boolean,
): readonly StandIn[] {
  if (texts.size === 0) return [];
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (texts.has(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const found: StandIn[] = [];
  const others = max >= min;
  for (const number of [...texts.keys()].sort((a, b) => a - b)) {
    const farOut = !others || number < min - Math.max(max - min, 1);
    const small = number === -1;
    const isStandIn = small ? !signed && others && min >= 0 : farOut || (min >= 0 && !signed);
    if (!isStandIn) {
      // A value after all: what lies above it is in range too.
      min = Math.min(min, number);
      max = Math.max(max, number);
      continue;
    }
    const doubtful = small || (!farOut && number > -999);
    const marks = [...(texts.get(number) ?? [])].map(([value, count]) => ({
      value,
      label: 'missing' as MarkLabel,
      count,
      doubtful,
    }));
    found.push({ number, marks });
  }
  return found;
}
