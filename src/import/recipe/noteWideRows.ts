import type { Sheet } from '../formats/driver.ts';
import type { TextTable } from '../formats/table.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlank } from '../tables/sheetTable.ts';

/** Cells beyond the last column of the head: mostly a separator within a text that nobody quoted. */
export function noteWideRows(
  { file, rows }: TextTable,
  sheet: Sheet,
  head: HeadRows,
  notes: ProblemList,
): void {
  const columns = lastFilled(sheet.rows[head.last - 1] ?? []) + 1;
  const wide = rows.filter(({ cells }) => lastFilled(cells) >= columns);
  const [first] = wide;
  if (first) notes.add('rows-too-wide', { n: wide.length, columns }, { file, row: first.row });
}

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1;
  while (last >= 0 && isBlank(cells[last])) last--;
  return last;
}
