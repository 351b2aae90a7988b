import type { Sheet } from '../formats/driver.ts';
import { isBlank } from '../tables/sheetTable.ts';
import { isTurn, type Turn } from './turns.ts';

/** Different cells, `most` of them at the most. */
export async function distinctOf(
  sheet: Sheet,
  rows: Int32Array,
  position: number,
  most: number,
  turn: Turn,
): Promise<ReadonlySet<string>> {
  const values = new Set<string>();
  for (let i = 0; i < rows.length && values.size < most; i++) {
    if (isTurn(i)) await turn();
    const cell = sheet.rows[rows[i] ?? 0]?.[position];
    if (cell === undefined || isBlank(cell)) continue;
    values.add(cell.trim());
  }
  return values;
}
