import type { Merge, Sheet } from '../formats/driver.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { filledOf, isNumbering, isNumberLike, isUnits, isYear, noteStart } from './rowLooks.ts';
import { highestHead, type SheetProfile } from './sheetProfile.ts';

type RowKind = 'blank' | 'text' | 'head' | 'years' | 'numbering' | 'units' | 'data';

/** What a row above the data can be. */
function headKind(cells: readonly string[], profile: SheetProfile): RowKind {
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
export function findHead(sheet: Sheet, profile: SheetProfile): HeadRows {
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
function startsGroup(sheet: Sheet, r: number, profile: SheetProfile): boolean {
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
function isComplete(sheet: Sheet, first: number, last: number, profile: SheetProfile): boolean {
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

function fillsNumeric(cells: readonly string[], profile: SheetProfile): boolean {
  let texts = 0;
  for (const c of profile.numeric) {
    const cell = cells[c];
    if (cell !== undefined && !isBlank(cell)) texts++;
  }
  return texts >= profile.numeric.length / 2;
}

/** Names of parts below their whole (`darunter`): only texts, several of them, all above figures, none where the keys stand. */
function namesParts(cells: readonly string[], profile: SheetProfile): boolean {
  let texts = 0;
  for (let c = 0; c < cells.length; c++) {
    const cell = cells[c] ?? '';
    if (isBlank(cell)) continue;
    if (c === 0 || !profile.numeric.includes(c) || isNumberLike(cell)) return false;
    texts++;
  }
  return texts > 1;
}

export function firstData(sheet: Sheet, profile: SheetProfile): number | null {
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
function isRealData(sheet: Sheet, r: number, profile: SheetProfile): boolean {
  return filledOf(sheet.rows[r] ?? []) >= Math.max(1, profile.filled * 0.5);
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

function mergedFromAbove(merges: readonly Merge[], r: number): boolean {
  return merges.some((merge) => merge.top < r && merge.bottom >= r && merge.bottom - merge.top < 20);
}
