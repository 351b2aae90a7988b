import type { Merge, ReadContext, Sheet } from '../formats/driver.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { cellMask } from './cellMask.ts';
import type { AsideRow } from './inspection.ts';
import { isPlainSign } from './marks.ts';
import { isTurnOfColumn } from './turns.ts';

/** Where things stand in a sheet, before its figures have been looked at. */
export interface FoundShape {
  readonly head: HeadRows;
  readonly dataFirst: number;
  readonly dataLast: number;
  readonly aside: readonly AsideRow[];
  /** Number of data rows. */
  readonly rows: number;
}

/** More rows above a table than this are not expected. */
const highestHead = 400;
const sampled = 1500;

/**
 * Head, data, and what stands around and between. Columns that hold numbers in most rows tell the head (texts where
 * numbers stand below) from the data; a single text in a wide table is a title, a heading or a note by its place.
 */
export async function findShape(
  sheet: Sheet,
  context: ReadContext,
  given: HeadRows | null = null,
): Promise<FoundShape> {
  const profile = await profileOf(sheet, context);
  const head = given ?? findHead(sheet, profile);
  const aside: AsideRow[] = [];
  const above = head.first > 0 ? head.first : (firstData(sheet, profile) ?? 1);
  for (let r = 0; r < Math.min(above - 1, sheet.rows.length); r++) {
    const text = textOf(sheet.rows[r]);
    if (text !== '') aside.push({ row: r + 1, text, kind: 'title' });
  }
  const start = head.first > 0 ? head.last : above - 1;
  const headText = sheet.rows[head.last - 1]?.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  let pending: AsideRow[] = [];
  let dataFirst = 0;
  let dataLast = 0;
  let rows = 0;
  for (let r = start; r < sheet.rows.length; r++) {
    if (r % 4096 === 0) await context.pause(r, sheet.rows.length);
    const cells = sheet.rows[r] ?? [];
    const kind = kindOf(cells, profile, headText, dataFirst === 0);
    if (kind === 'blank') continue;
    if (kind === 'data') {
      if (dataFirst === 0) dataFirst = r + 1;
      dataLast = r + 1;
      rows++;
      aside.push(...pending);
      pending = [];
    } else pending.push({ row: r + 1, text: textOf(cells), kind });
  }
  // What was taken for a heading but has no data below is a note.
  for (const row of pending) aside.push(row.kind === 'heading' ? { ...row, kind: 'note' } : row);
  return { head, dataFirst, dataLast, aside, rows };
}

interface Profile {
  readonly width: number;
  /** Positions of the columns that hold numbers in most of the rows looked at. */
  readonly numeric: readonly number[];
  readonly yearly: ReadonlySet<number>;
  /** Filled cells of a usual row. */
  readonly filled: number;
  readonly hasMerges: boolean;
}

async function profileOf(sheet: Sheet, context: ReadContext): Promise<Profile> {
  const picked = sampleRows(sheet.rows.length);
  const numbers: number[] = [];
  const texts: number[] = [];
  const years: number[] = [];
  const filledCounts: number[] = [];
  let width = 0;
  for (const [i, r] of picked.entries()) {
    const cells = sheet.rows[r] ?? [];
    if (isTurnOfColumn(i, cells.length)) await context.pause(0, sheet.rows.length);
    let filled = 0;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] ?? '';
      if (isBlank(cell)) continue;
      filled++;
      if (c >= width) width = c + 1;
      if (isNumberLike(cell)) {
        numbers[c] = (numbers[c] ?? 0) + 1;
        if (isYear(cell)) years[c] = (years[c] ?? 0) + 1;
      } else texts[c] = (texts[c] ?? 0) + 1;
    }
    if (filled > 0) filledCounts.push(filled);
  }
  filledCounts.sort((a, b) => a - b);
  const numeric: number[] = [];
  const yearly = new Set<number>();
  for (let c = 0; c < width; c++) {
    const n = numbers[c] ?? 0;
    if (n < 1 || n < (texts[c] ?? 0)) continue;
    numeric.push(c);
    if ((years[c] ?? 0) > n / 2 && n > 1) yearly.add(c);
  }
  return {
    width,
    numeric,
    yearly,
    filled: filledCounts[Math.floor(filledCounts.length * 0.6)] ?? 0,
    hasMerges: sheet.merges.length > 0,
  };
}

function sampleRows(count: number): readonly number[] {
  if (count <= sampled) return Array.from({ length: count }, (_, r) => r);
  const step = (count - highestHead) / (sampled - highestHead);
  const rows: number[] = [];
  for (let r = 0; r < highestHead; r++) rows.push(r);
  for (let i = 0; i < sampled - highestHead; i++) rows.push(highestHead + Math.floor(i * step));
  return rows;
}

type RowKind = 'blank' | 'text' | 'head' | 'years' | 'numbering' | 'units' | 'data';

/** What a row above the data can be. */
function headKind(cells: readonly string[], profile: Profile): RowKind {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled++;
  if (filled === 0) return 'blank';
  if (isNumbering(cells)) return 'numbering';
  let hits = 0;
  let texts = 0;
  let years = 0;
  for (const c of profile.numeric) {
    const cell = cells[c];
    if (cell === undefined || isBlank(cell)) continue;
    if (!isNumberLike(cell)) texts++;
    else if (isYear(cell) && !profile.yearly.has(c)) years++;
    else hits++;
  }
  if (hits > texts + years) return 'data';
  if (filled === 1 || areAllAlike(cells)) return 'text';
  if (isUnits(cells)) return 'units';
  if (years > 0 && texts === 0) return 'years';
  return texts + years > 0 || profile.numeric.length === 0 ? 'head' : 'text';
}

/** The rows of the head; `{first: 0, last: 0}` when the sheet begins with data. */
function findHead(sheet: Sheet, profile: Profile): HeadRows {
  const none = { first: 0, last: 0 };
  const limit = Math.min(sheet.rows.length, highestHead);
  const enough = Math.max(1, Math.min(2, profile.width));
  let first = 0;
  let last = 0;
  let gap = false;
  for (let r = 0; r < limit; r++) {
    const cells = sheet.rows[r] ?? [];
    const merged = mergedFromAbove(sheet.merges, r);
    const found = headKind(cells, profile);
    // A figure such as 1999 below names is no name.
    const isFigure =
      found === 'years' && first > 0 && isComplete(sheet, first, last, profile) && !areYearNames(cells);
    const kind = found !== 'years' ? found : isFigure ? 'data' : 'head';
    if (kind === 'blank') {
      if (first > 0 && !merged) gap = true;
      continue;
    }
    if (kind === 'data') {
      if (first > 0 || isRealData(sheet, r, profile)) return first > 0 ? { first, last } : none;
      continue;
    }
    if (kind === 'numbering' || kind === 'units') {
      if (first > 0) gap = true;
      continue;
    }
    const wide = kind === 'head' || (profile.numeric.length === 0 && filledOf(cells) >= enough);
    const belongs = wide || (first > 0 && !gap && merged) || startsGroup(sheet, r, profile);
    if (!belongs) {
      // A single text below a head that is complete is the first heading; before, it is a title.
      if (first > 0) gap = true;
      continue;
    }
    if (first > 0 && gap) {
      if (isComplete(sheet, first, last, profile)) return { first, last };
      first = 0;
      gap = false;
    }
    const goesOn = merged || fillsNumeric(cells, profile) || namesParts(cells, profile);
    if (first > 0 && !goesOn && isComplete(sheet, first, last, profile)) return { first, last };
    if (first === 0) first = r + 1;
    last = r + 1;
    if (profile.numeric.length === 0 && !merged && !mergedFromAbove(sheet.merges, r + 1))
      return { first, last };
  }
  return first > 0 ? { first, last } : none;
}

/** A row such as `;Bevölkerung;;` above the names: one text, not in the first column, with names below it. */
function startsGroup(sheet: Sheet, r: number, profile: Profile): boolean {
  const cells = sheet.rows[r] ?? [];
  if (filledOf(cells) !== 1 || profile.numeric.length === 0) return false;
  const position = cells.findIndex((cell) => !isBlank(cell));
  if (position === 0 || noteStart.test((cells[position] ?? '').trim())) return false;
  const merge = sheet.merges.find((it) => it.top === r && it.left === position);
  if (merge && merge.right - merge.left + 1 >= profile.width - 1 && merge.left <= 1) return false;
  const next = sheet.rows[r + 1] ?? [];
  const below = headKind(next, profile);
  return (below === 'head' || below === 'years') && !isBlank(next[position]);
}

/** Do all columns that hold numbers have a name in these rows? */
function isComplete(sheet: Sheet, first: number, last: number, profile: Profile): boolean {
  let named = 0;
  for (const c of profile.numeric) {
    let has = false;
    for (let r = first - 1; r < last && !has; r++) has = !isBlank(sheet.rows[r]?.[c]);
    if (
      has ||
      sheet.merges.some((it) => it.left <= c && it.right >= c && it.top < last && it.bottom >= first - 1)
    )
      named++;
  }
  return profile.numeric.length > 0 && named >= profile.numeric.length * 0.8;
}

function fillsNumeric(cells: readonly string[], profile: Profile): boolean {
  let texts = 0;
  for (const c of profile.numeric) {
    const cell = cells[c];
    if (cell !== undefined && !isBlank(cell)) texts++;
  }
  return texts >= profile.numeric.length / 2;
}

/** Names of parts below their whole (`darunter`): only texts, several of them, all above figures, none where the keys stand. */
function namesParts(cells: readonly string[], profile: Profile): boolean {
  let texts = 0;
  for (let c = 0; c < cells.length; c++) {
    const cell = cells[c] ?? '';
    if (isBlank(cell)) continue;
    if (c === 0 || !profile.numeric.includes(c) || isNumberLike(cell)) return false;
    texts++;
  }
  return texts > 1;
}

function firstData(sheet: Sheet, profile: Profile): number | null {
  for (let r = 0; r < Math.min(sheet.rows.length, highestHead); r++) {
    if (headKind(sheet.rows[r] ?? [], profile) === 'data' && isRealData(sheet, r, profile)) return r + 1;
  }
  return null;
}

/** Years that name columns: nothing else in the row, several of them, rising or falling. */
function areYearNames(cells: readonly string[]): boolean {
  if (!cells.every((cell) => isBlank(cell) || isYear(cell))) return false;
  const years = cells.filter(isYear).map(Number);
  const steps = years.slice(1).map((year, i) => year - (years[i] ?? 0));
  return years.length > 1 && (steps.every((step) => step > 0) || steps.every((step) => step < 0));
}

/** Data without a head above need to be as full as the rows to come: a lone number is part of a title. */
function isRealData(sheet: Sheet, r: number, profile: Profile): boolean {
  return filledOf(sheet.rows[r] ?? []) >= Math.max(1, profile.filled * 0.5);
}

function kindOf(
  cells: readonly string[],
  profile: Profile,
  headText: readonly string[],
  isFirst: boolean,
): 'blank' | 'data' | AsideRow['kind'] {
  let filled = 0;
  let first = '';
  let alike = true;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (filled === 0) first = cell.trim();
    else if (alike && cell.trim() !== first) alike = false;
    filled++;
    if (filled > 4 && !alike) break;
  }
  if (filled === 0) return 'blank';
  if (isNumberLike(first) && !(isFirst && isNumbering(cells)))
    return filled === 1 && /^_+$/.test(first) ? 'note' : 'data';
  if (isFirst && isNumbering(cells)) return 'units';
  if (isFirst && isUnits(cells)) return 'units';
  const alone = filled === 1 || (alike && filled <= profile.width / 2);
  if (noteStart.test(first) && (filled <= 3 || alone) && !hasNumbers(cells, profile)) return 'note';
  if (alone && profile.filled >= 3) return 'heading';
  if (filled <= 2 && profile.filled >= 5 && !hasNumbers(cells, profile) && legend.test(first)) return 'note';
  if (headText.length > 1 && filled > 1 && repeats(cells, headText)) return 'heading';
  return 'data';
}

const noteStart =
  /^(?:quellen?\b|datenquelle|anmerkung|hinweis|erläuterung|zeichenerklärung|legende|stand\b|stichtag\b|©|\(c\)|copyright|_{3,}|-{3,}|\*+\)?\s|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}\)\s|\d{1,2} [A-ZÄÖÜ][a-zäöüß]+ .{20}|\(\d{1,2}\)|source\b|herausgeber|lizenz|dl-de|cc[ -]by|abweichungen|rundungs|datenstand|herausgegeben)/i;
/** Explanations of signs: `- nichts vorhanden`. */
const legend = /^(?:[-–.·/xX*#…]|\.\.\.|\(\)|k\.\s?A\.|n\.\s?v\.|.{25,})$/;

function repeats(cells: readonly string[], headText: readonly string[]): boolean {
  const found = cells.filter((cell) => !isBlank(cell));
  return found.length === headText.length && found.every((cell, i) => cell.trim() === headText[i]);
}

function hasNumbers(cells: readonly string[], profile: Profile): boolean {
  return profile.numeric.some((c) => {
    const cell = cells[c];
    return cell !== undefined && !isBlank(cell) && cellMask(cell) !== 0;
  });
}

function filledOf(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled++;
  return filled;
}

function areAllAlike(cells: readonly string[]): boolean {
  let first: string | null = null;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const text = cell.trim();
    if (first === null) first = text;
    else if (first !== text) return false;
  }
  return true;
}

/** Columns counted through: 1, 2, 3 … in at least three neighbouring cells and nothing else. */
function isNumbering(cells: readonly string[]): boolean {
  let expected: number | null = null;
  let count = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const text = cell.trim().replace(/^\((\d+)\)$/, '$1');
    if (!/^\d{1,4}$/.test(text)) return false;
    const number = Number(text);
    if (expected === null ? number > 2 : number !== expected) return false;
    expected = number + 1;
    count++;
  }
  return count >= 3;
}

const unit =
  /^(?:\(?in )?(?:anzahl|%|prozent|v\.\s?h\.|promille|‰|euro|eur|€|tsd\.?.{0,8}|1\s?000.{0,8}|mio\.?.{0,8}|km²|km2|m²|m2|ha|qm|jahren?|personen|(?:eur|euro|€)\s?\/\s?m²|je .{1,24}|pro .{1,24}|(?:anzahl|personen) je .{1,20})\)?$/i;

function isUnits(cells: readonly string[]): boolean {
  let units = 0;
  let filled = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled++;
    if (unit.test(cell.trim())) units++;
  }
  return units >= 2 && units >= filled - 1;
}

function mergedFromAbove(merges: readonly Merge[], r: number): boolean {
  return merges.some((merge) => merge.top < r && merge.bottom >= r && merge.bottom - merge.top < 20);
}

function isNumberLike(cell: string): boolean {
  return cellMask(cell) !== 0 || isPlainSign(cell.trim()) || isDate(cell);
}

const date = /^\s*(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?)?\s*$/;

function isDate(cell: string): boolean {
  return cell.length <= 20 && date.test(cell);
}

function isYear(cell: string): boolean {
  return /^\s*(?:19[5-9]\d|20[0-5]\d)\s*$/.test(cell);
}

function textOf(cells: readonly string[] | undefined): string {
  const texts: string[] = [];
  for (const cell of cells ?? []) {
    const text = cell.replace(/\s+/g, ' ').trim();
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts.join(' | ').slice(0, 300);
}
