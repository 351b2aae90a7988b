import type { Sheet } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import { type HeadRows, headNames } from './headNames.ts';

export interface TableOptions {
  /** Rows that are no data, counted from 1. */
  readonly withoutRows?: readonly number[];
  /** Columns in which an empty cell means the one above. */
  readonly fillDown?: readonly string[];
}

/** The rows below the head of a sheet with unique column names. No cell is interpreted; empty rows are passed over. */
export function tableOf(sheet: Sheet, head: HeadRows, file: string, options: TableOptions = {}): TextTable {
  const width = widthOf(sheet, head);
  const header = headNames(sheet, head, width);
  const without = new Set(options.withoutRows);
  const fill = (options.fillDown ?? []).map((name) => header.indexOf(name)).filter((c) => c >= 0);
  const covered = coveredBelow(sheet, head);
  const above = new Map<number, string>();
  const rows: TextRow[] = [];
  for (let r = Math.max(head.last, 0); r < sheet.rows.length; r++) {
    const row = r + 1;
    if (without.has(row)) continue;
    const found = sheet.rows[r] ?? [];
    if (isBlankRow(found)) continue;
    let cells: readonly string[] = found;
    const merged = covered.get(r);
    if (merged || fill.length > 0) {
      const own = [...found];
      for (const [c, text] of merged ?? []) if (isBlank(own[c])) own[c] = text;
      for (const c of fill) {
        if (isBlank(own[c])) own[c] = above.get(c) ?? '';
        else above.set(c, own[c] ?? '');
      }
      cells = own;
    }
    rows.push({ row, cells: squared(cells, width) });
  }
  return { file, header, rows };
}

/** Columns up to the last one that has a name or a filled cell. */
export function widthOf(sheet: Sheet, head: HeadRows): number {
  let width = 0;
  for (let r = Math.max(head.first, 1) - 1; r < sheet.rows.length; r++) {
    const cells = sheet.rows[r] ?? [];
    for (let c = cells.length - 1; c >= width; c--) {
      if (isBlank(cells[c])) continue;
      width = c + 1;
      break;
    }
  }
  const top = head.first - 1;
  for (const merge of sheet.merges) {
    const inHead = merge.bottom >= top && merge.top <= head.last - 1;
    if (inHead && merge.left < width) width = Math.max(width, merge.right + 1);
  }
  return width;
}

export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell.trim() === '';
}

export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && !isBlank(cell)) return false;
  return true;
}

function squared(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(0, width);
  return [...cells, ...new Array<string>(width - cells.length).fill('')];
}

/** The sheet with the texts of cells that are merged over several data rows in each of them. */
export function withMergedRows(sheet: Sheet, head: HeadRows): Sheet {
  const covered = coveredBelow(sheet, head);
  if (covered.size === 0) return sheet;
  const rows = sheet.rows.map((cells, r) => {
    const merged = covered.get(r);
    if (!merged || isBlankRow(cells)) return cells;
    const own = [...cells];
    for (const [c, text] of merged) if (isBlank(own[c])) own[c] = text;
    return own;
  });
  return { ...sheet, rows };
}

/** Texts of cells merged over several data rows, by row. Those merged over columns only are headings and stay alone. */
function coveredBelow(
  sheet: Sheet,
  head: HeadRows,
): ReadonlyMap<number, readonly (readonly [number, string])[]> {
  const covered = new Map<number, (readonly [number, string])[]>();
  for (const merge of sheet.merges) {
    if (merge.top < head.last || merge.bottom <= merge.top) continue;
    const text = sheet.rows[merge.top]?.[merge.left] ?? '';
    if (isBlank(text)) continue;
    for (let r = merge.top + 1; r <= Math.min(merge.bottom, sheet.rows.length - 1); r++) {
      const list = covered.get(r) ?? [];
      list.push([merge.left, text]);
      covered.set(r, list);
    }
  }
  return covered;
}
