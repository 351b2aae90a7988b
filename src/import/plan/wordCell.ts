import type { TextRow, TextTable } from '../formats/table.ts';
import type { ImportData } from './importData.ts';
import type { WordTable } from './plan.ts';
import { cellReader } from './tableColumns.ts';

/** Reads the word of a row: the cell itself, or what another table says of it. Null when a column is not there. */
export function wordCell(
  rows: TextTable,
  column: string,
  names: WordTable | null | undefined,
  data: ImportData,
): ((row: TextRow) => string) | null {
  const cell = cellReader(rows, [column]);
  if (!names || !cell) return cell;
  const other = data.table(names.table);
  const key = other && cellReader(other, [names.key]);
  const name = other && cellReader(other, [names.name]);
  if (!other || !key || !name) return null;
  const words = new Map<string, string>();
  // As joined tables of recipes are read: of several rows of one key the first.
  for (const row of other.rows) if (key(row) !== '' && !words.has(key(row))) words.set(key(row), name(row));
  return (row) => words.get(cell(row)) ?? '';
}
