import type { Merge, Sheet } from '../formats/driver.ts';

/** First and last row of a head, counted from 1; `first: 0` for a sheet without one. */
export interface HeadRows {
  readonly first: number;
  readonly last: number;
}

/** Between the parts of a name that is composed of several rows. */
export const headJoint = ' – ';

/**
 * The names of all columns, unique, composed of all rows of the head: merged cells count for every column they cover,
 * a bare `darunter` stands under the column it is part of, parts that say nothing new are left out.
 */
export function headNames(sheet: Sheet, head: HeadRows, width: number): readonly string[] {
  const rows = head.first < 1 ? [] : headCells(sheet, head, width);
  const names: string[] = [];
  for (let column = 0; column < width; column++) {
    const parts: string[] = [];
    for (let r = 0; r < rows.length; r++) {
      const part = rows[r]?.[column] ?? '';
      if (part === '' || part === parts.at(-1)) continue;
      if (isPartOf(part) && (parts.length === 0 || isBarePartOf(part) || isPartOf(parts.at(-1) ?? ''))) {
        const whole = wholeOf(rows, r, column);
        if (whole !== '' && whole !== parts.at(-1)) parts.push(whole);
      }
      parts.push(part);
    }
    names.push(parts.join(headJoint));
  }
  return unique(names);
}

/** Words under which a part of the column before is given. */
const partOf = /^(?:darunter|dar\.|davon|dav\.|hiervon|und zwar)(?![a-zäöüß])/i;
const barePartOf = /^(?:darunter|dar\.|davon|dav\.|hiervon|und zwar)[\s:.…]*$/i;
/** Says no more than that it is all of them. */
const justAll = /^(?:insgesamt|zusammen|gesamt|anzahl|alle|total|summe)[\s:]*$/i;

function isPartOf(part: string): boolean {
  return partOf.test(part);
}

function isBarePartOf(part: string): boolean {
  return barePartOf.test(part);
}

/** What a `darunter` in this row and column is part of: the nearest column before that is no part itself. */
function wholeOf(rows: readonly (readonly string[])[], row: number, column: number): string {
  const above = (c: number) => rows.slice(0, row).map((cells) => cells[c] ?? '');
  const own = above(column);
  for (let c = column - 1; c >= 0; c--) {
    const group = above(c);
    if (row > 0 && group.join('\n') !== own.join('\n')) return '';
    const text = rows[row]?.[c] ?? '';
    if (text === '' || isPartOf(text)) continue;
    return justAll.test(text) ? '' : text;
  }
  return '';
}

function headCells(sheet: Sheet, head: HeadRows, width: number): readonly (readonly string[])[] {
  const top = head.first - 1;
  const bottom = Math.min(head.last, sheet.rows.length) - 1;
  const rows: string[][] = [];
  for (let r = top; r <= bottom; r++) {
    const cells = sheet.rows[r] ?? [];
    rows.push(Array.from({ length: width }, (_, c) => cleanHead(cells[c] ?? '')));
  }
  let merged = false;
  for (const merge of sheet.merges) {
    if (merge.bottom < top || merge.top > bottom || merge.left >= width) continue;
    if (merge.bottom > merge.top || merge.right > merge.left) merged = true;
    spread(merge, sheet, rows, top, bottom, width);
  }
  if (!merged) fillRight(rows);
  return rows;
}

/** A merged cell speaks for all columns it covers; one with as many lines as columns gives each its line. */
function spread(
  merge: Merge,
  sheet: Sheet,
  rows: string[][],
  top: number,
  bottom: number,
  width: number,
): void {
  const text = sheet.rows[merge.top]?.[merge.left] ?? '';
  const columns = merge.right - merge.left + 1;
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const each =
    columns > 1 &&
    lines.length === columns &&
    new Set(lines).size === columns &&
    !lines.some((line) => line.endsWith('-')) &&
    merge.bottom >= bottom
      ? lines
      : null;
  const whole = cleanHead(text);
  for (let r = Math.max(merge.top, top); r <= Math.min(merge.bottom, bottom); r++) {
    for (let c = merge.left; c <= Math.min(merge.right, width - 1); c++) {
      const cells = rows[r - top];
      if (cells) cells[c] = each?.[c - merge.left] ?? whole;
    }
  }
}

/** Separated text knows no merged cells: in all rows but the last a text counts until the next one. */
function fillRight(rows: string[][]): void {
  for (let r = 0; r < rows.length - 1; r++) {
    const cells = rows[r] ?? [];
    const below = rows.slice(r + 1);
    let group = '';
    for (let c = 0; c < cells.length; c++) {
      const text = cells[c] ?? '';
      if (text !== '') group = below.some((row) => (row[c] ?? '') !== '') ? text : '';
      else if (group !== '' && below.some((row) => (row[c] ?? '') !== '')) cells[c] = group;
    }
  }
}

/** One line of text: soft hyphens gone, words divided at the end of a line put together again. */
export function cleanHead(text: string): string {
  if (/^[\w.%/()-]+$/.test(text)) return text;
  return text
    .replace(/\u00ad/g, '')
    .replace(
      /([A-Za-zÄÖÜäöüß])-[ \t]*\r?\n[ \t]*(?!(?:und|oder|bzw|u\.|bis)(?![a-zäöüß]))([a-zäöüß])/g,
      '$1$2',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function unique(names: readonly string[]): readonly string[] {
  const taken = new Set(names.filter((name) => name !== ''));
  const seen = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name, position) => {
    const wanted = name === '' ? `Spalte ${position + 1}` : name;
    if (!seen.has(wanted) && (name !== '' || !taken.has(wanted))) {
      seen.add(wanted);
      return wanted;
    }
    let n = next.get(wanted) ?? 2;
    while (seen.has(`${wanted} (${n})`) || taken.has(`${wanted} (${n})`)) n++;
    next.set(wanted, n + 1);
    const free = `${wanted} (${n})`;
    seen.add(free);
    return free;
  });
}
