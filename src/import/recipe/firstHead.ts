import type { Sheet } from '../formats/driver.ts';
import type { HeadRows } from '../tables/headNames.ts';
import { isBlankRow } from '../tables/sheetTable.ts';

/** Without a head that is said: the names stand in the last of so many rows, empty ones in front not counted. */
export function firstHead(sheet: Sheet, headerRows: number): HeadRows {
  let empty = 0;
  while (empty < sheet.rows.length && isBlankRow(sheet.rows[empty] ?? [])) empty++;
  return { first: empty + headerRows, last: empty + headerRows };
}
