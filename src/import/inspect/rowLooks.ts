import { isBlank } from '../tables/sheetTable.ts';
import { cellMask } from './cellMask.ts';
import { isPlainSign } from './marks.ts';

export const noteStart =
  /^(?:quellen?\b|datenquelle|anmerkung|hinweis|erläuterung|zeichenerklärung|legende|stand\b|stichtag\b|©|\(c\)|copyright|_{3,}|-{3,}|\*+\)?\s|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}\)\s|\d{1,2} [A-ZÄÖÜ][a-zäöüß]+ .{20}|\(\d{1,2}\)|source\b|herausgeber|lizenz|dl-de|cc[ -]by|abweichungen|rundungs|datenstand|herausgegeben)/i;

export function filledOf(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled++;
  return filled;
}

/** Columns counted through: 1, 2, 3 … in at least three neighbouring cells and nothing else. */
export function isNumbering(cells: readonly string[]): boolean {
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

export function isUnits(cells: readonly string[]): boolean {
  let units = 0;
  let filled = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    filled++;
    if (unit.test(cell.trim())) units++;
  }
  return units >= 2 && units >= filled - 1;
}

export function isNumberLike(cell: string): boolean {
  return cellMask(cell) !== 0 || isPlainSign(cell.trim()) || isDate(cell);
}

const date = /^\s*(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d\d-\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?)?\s*$/;

function isDate(cell: string): boolean {
  return cell.length <= 20 && date.test(cell);
}

export function isYear(cell: string): boolean {
  return /^\s*(?:19[5-9]\d|20[0-5]\d)\s*$/.test(cell);
}

export function textOfRow(cells: readonly string[] | undefined): string {
  const texts: string[] = [];
  for (const cell of cells ?? []) {
    const text = cell.replace(/\s+/g, ' ').trim();
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts.join(' | ').slice(0, 300);
}
