import type { ReadContext, Sheet } from '../formats/driver.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { cellMask } from './cellMask.ts';
import { findHead, firstData } from './findHead.ts';
import type { AsideRow } from './inspection.ts';
import { isNumbering, isNumberLike, isUnits, noteStart, textOfRow } from './rowLooks.ts';
import { type SheetProfile, sheetProfile } from './sheetProfile.ts';

/** Where things stand in a sheet, before its figures have been looked at. */
export interface FoundShape {
  readonly head: HeadRows;
  readonly dataFirst: number;
  readonly dataLast: number;
  readonly aside: readonly AsideRow[];
  /** Number of data rows. */
  readonly rows: number;
}

/**
 * Head, data, and what stands around and between. Columns that hold numbers in most rows tell the head (texts where
 * numbers stand below) from the data; a single text in a wide table is a title, a heading or a note by its place.
 */
export async function findShape(
  sheet: Sheet,
  context: ReadContext,
  given: HeadRows | null = null,
): Promise<FoundShape> {
  const profile = await sheetProfile(sheet, context);
  const head = given ?? findHead(sheet, profile);
  const aside: AsideRow[] = [];
  const above = head.first > 0 ? head.first : (firstData(sheet, profile) ?? 1);
  for (let r = 0; r < Math.min(above - 1, sheet.rows.length); r++) {
    const text = textOfRow(sheet.rows[r]);
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
    } else pending.push({ row: r + 1, text: textOfRow(cells), kind });
  }
  // What was taken for a heading but has no data below is a note.
  for (const row of pending) aside.push(row.kind === 'heading' ? { ...row, kind: 'note' } : row);
  return { head, dataFirst, dataLast, aside, rows };
}

function kindOf(
  cells: readonly string[],
  profile: SheetProfile,
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

/** Explanations of signs: `- nichts vorhanden`. */
const legend = /^(?:[-–.·/xX*#…]|\.\.\.|\(\)|k\.\s?A\.|n\.\s?v\.|.{25,})$/;

function repeats(cells: readonly string[], headText: readonly string[]): boolean {
  const found = cells.filter((cell) => !isBlank(cell));
  return found.length === headText.length && found.every((cell, i) => cell.trim() === headText[i]);
}

function hasNumbers(cells: readonly string[], profile: SheetProfile): boolean {
  return profile.numeric.some((c) => {
    const cell = cells[c];
    return cell !== undefined && !isBlank(cell) && cellMask(cell) !== 0;
  });
}
