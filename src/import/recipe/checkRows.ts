import type { Sheet } from '../formats/driver.ts';
import type { TextTable } from '../formats/table.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlank } from '../tables/sheetTable.ts';

/** What separated text gets wrong: a quotation mark that swallows rows, cells beyond the last column of the head. */
export function checkRows(
  table: TextTable,
  sheet: Sheet,
  head: HeadRows,
  delimiter: string,
  problems: ProblemList,
  notes: ProblemList,
): void {
  const { file, rows } = table;
  const named = lastFilled(sheet.rows[head.last - 1] ?? []) + 1;
  const wide: number[] = [];
  for (const { row, cells } of rows) {
    if (lastFilled(cells) >= named) wide.push(row);
    if (cells.some((cell) => holdsRows(cell, delimiter, named)))
      problems.add('quotes-unbalanced', {}, { file, row });
  }
  const [first] = wide;
  if (first !== undefined)
    notes.add('rows-too-wide', { n: wide.length, columns: named }, { file, row: first });
}

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1;
  while (last >= 0 && isBlank(cells[last])) last--;
  return last;
}

/** Lines within a cell that look like rows of their own: the quotation mark before them was never closed. */
function holdsRows(cell: string, delimiter: string, columns: number): boolean {
  if (columns < 2 || !cell.includes('\n') || !cell.includes(delimiter)) return false;
  const whole = cell
    .split('\n')
    .slice(1)
    .filter((line) => line.split(delimiter).length >= columns);
  return whole.length > 0;
}
