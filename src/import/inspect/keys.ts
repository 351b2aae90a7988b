import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { anyFormat } from './cellMask.ts';
import type { KeyFinding } from './inspection.ts';
import { keySystemOf } from './keySystems.ts';
import type { RoleRule } from './roleRules.ts';
import type { ColumnScan } from './scanColumn.ts';
import { isTurn, type Turn } from './turns.ts';

export interface KeyContext {
  /** `headingWords` of the column. */
  readonly words: string;
  readonly rule: RoleRule | null;
  /** The heading names a figure. */
  readonly isFigure: boolean;
}

const code = /^[\p{L}\d][\p{L}\d._/-]{0,23}$/u;

/** Could the cells be keys? Plain digits or short codes, the same length in most rows, or called a key. */
export async function findKey(
  sheet: Sheet,
  rows: Int32Array,
  position: number,
  scan: ColumnScan,
  context: KeyContext,
  turn: Turn,
): Promise<KeyFinding | null> {
  const { rule, isFigure } = context;
  const plain = scan.byFormats[anyFormat] ?? 0;
  const called =
    rule?.role === 'area-key' ||
    rule?.role === 'institution-key' ||
    rule?.concept === 'code' ||
    // Districts may be told by their numbers under the heading of their names.
    (rule?.role === 'area-name' && plain === scan.filled);
  if (scan.filled === 0 || isFigure || (rule && !called)) return null;
  const digitsOnly = plain === scan.filled && scan.percents === 0 && scan.bracketed === 0;
  const mostlyDigits = plain > scan.filled * 0.9;
  // Free text differs from row to row, and so do keys; only keys are short and without blanks.
  if (!mostlyDigits && !areCodes(scan)) return null;
  if (!called && !mostlyDigits && scan.words.size * 2 < scan.wordCells && scan.words.size < 350) return null;
  if (!called && mostlyDigits && scan.leadingZeros === 0 && scan.longDigits < plain * 0.9) return null;
  const lengthCounts = new Map<number, number>();
  const seen = new Set<string>();
  let zerosAtEnd = Infinity;
  let filled = 0;
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
    const cell = sheet.rows[rows[i] ?? 0]?.[position];
    if (cell === undefined || isBlank(cell)) continue;
    const key = cell.trim();
    filled++;
    seen.add(key);
    lengthCounts.set(key.length, (lengthCounts.get(key.length) ?? 0) + 1);
    if (zerosAtEnd > 0) zerosAtEnd = Math.min(zerosAtEnd, trailingZeros(key));
  }
  const lengths = [...lengthCounts]
    .map(([length, count]) => ({ length, count }))
    .sort((a, b) => b.count - a.count || b.length - a.length);
  const unique = seen.size === filled && filled === rows.length;
  const steady = (lengths[0]?.count ?? 0) >= filled * 0.9;
  if (!called && !(steady && (unique || scan.leadingZeros > 0 || seen.size > filled * 0.5))) return null;
  // Numbers without a name that says so are keys only in front, all of one length, each once.
  if (!called && digitsOnly && scan.leadingZeros === 0 && !(unique && lengths.length === 1 && position < 3))
    return null;
  const longest = Math.max(...lengthCounts.keys());
  const system = keySystemOf(context.words, longest);
  return {
    lengths: lengths.slice(0, 12),
    digitsOnly,
    unique,
    padTo:
      digitsOnly && rule?.role !== 'institution-key'
        ? lostZeros(lengths, scan, system?.length ?? null)
        : null,
    zerosAtEnd: digitsOnly && steady && longest > 4 && filled > 1 && zerosAtEnd >= 2 ? zerosAtEnd : 0,
    system: system?.id ?? null,
  };
}

function areCodes(scan: ColumnScan): boolean {
  if (scan.words.size === 0) return false;
  let codes = 0;
  let withDigit = 0;
  for (const word of scan.words.keys()) {
    if (code.test(word)) codes++;
    if (/\d/.test(word)) withDigit++;
  }
  return codes > scan.words.size * 0.95 && withDigit > scan.words.size * 0.8;
}

/** Keys one digit short, none of them with a zero in front: a spreadsheet took them for numbers. */
function lostZeros(
  lengths: readonly { readonly length: number; readonly count: number }[],
  scan: ColumnScan,
  known: number | null,
): number | null {
  const all = lengths.map((it) => it.length).sort((a, b) => b - a);
  const [longest = 0] = all;
  if (known !== null) return all.some((length) => length === known - 1) && longest <= known ? known : null;
  if (scan.leadingZeros > 0) return null;
  return all.length === 2 && all[1] === longest - 1 && longest > 1 ? longest : null;
}

function trailingZeros(key: string): number {
  let zeros = 0;
  while (zeros < key.length && key.charCodeAt(key.length - 1 - zeros) === 48) zeros++;
  return zeros;
}

/** Most neighbouring columns a key is split over. */
const mostParts = 6;

/**
 * Neighbouring columns of codes of one length each that make a unique key only together. The shortest such run that
 * begins with the first of them.
 */
export async function findKeyParts(
  sheet: Sheet,
  rows: Int32Array,
  columns: readonly { readonly position: number; readonly scan: ColumnScan; readonly steady: boolean }[],
  turn: Turn,
): Promise<readonly number[] | null> {
  for (let start = 0; start < columns.length; start++) {
    const run: number[] = [];
    for (let c = start; c < columns.length && run.length < mostParts; c++) {
      const column = columns[c];
      if (!column?.steady || (run.length > 0 && column.position !== (run.at(-1) ?? 0) + 1)) break;
      run.push(column.position);
    }
    if (run.length < 2) continue;
    for (let length = 2; length <= run.length; length++) {
      const parts = run.slice(0, length);
      if (await areUnique(sheet, rows, parts, turn)) return parts;
    }
    return null;
  }
  return null;
}

async function areUnique(
  sheet: Sheet,
  rows: Int32Array,
  parts: readonly number[],
  turn: Turn,
): Promise<boolean> {
  const seen = new Set<string>();
  for (let i = 0; i < rows.length; i++) {
    if (isTurn(i)) await turn();
    const cells = sheet.rows[rows[i] ?? 0] ?? [];
    let key = '';
    for (const part of parts) {
      const cell = (cells[part] ?? '').trim();
      if (cell === '') return false;
      key += cell;
    }
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return seen.size > 1;
}
