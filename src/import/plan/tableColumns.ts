import type { TextTable } from '../formats/table.ts';

/** Position of each column of a table by its name. */
function columnPositions(table: TextTable): ReadonlyMap<string, number> {
  return new Map(table.header.map((name, position) => [name, position]));
}

/** Reads the cells of columns put together, as keys split over several columns are; null when one is not there. */
export function cellReader(
  table: TextTable,
  columns: readonly string[],
): ((row: TextTable['rows'][number]) => string) | null {
  const known = columnPositions(table);
  const positions: number[] = [];
  for (const name of columns) {
    const position = known.get(name);
    if (position === undefined) return null;
    positions.push(position);
  }
  if (positions.length === 0) return null;
  return (row) => positions.map((position) => (row.cells[position] ?? '').trim()).join('');
}
