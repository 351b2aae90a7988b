import type { TextTable } from '../formats/table.ts';
import type { InspectedColumn, InspectedTable } from '../inspect/inspection.ts';
import type { AreaNames } from '../join/areaKeys.ts';
import { cellReader } from './tableColumns.ts';

/** How well the cells of some columns fit the keys of a level. */
export interface KeyFit {
  readonly columns: readonly string[];
  /** Rows whose cells are keys of the level. */
  readonly rows: number;
  /** Keys of the level that occur. */
  readonly areas: number;
}

const mostColumns = 40;

/** Columns whose cells could be keys or names of areas; those of a key split over several columns come together. */
export function keyCandidates(table: InspectedTable): readonly (readonly string[])[] {
  const single = table.columns.filter(isCandidate).slice(0, mostColumns);
  return [...(table.keyParts ? [table.keyParts] : []), ...single.map((column) => [column.name])];
}

function isCandidate({ type, key, guess }: InspectedColumn): boolean {
  if (key !== null || guess.role === 'area-key' || guess.role === 'area-name') return true;
  return type === 'text' && guess.role !== 'name' && guess.role !== 'word';
}

export function keyFit(
  columns: readonly string[],
  table: TextTable,
  areas: AreaNames,
  left: ReadonlySet<number>,
): KeyFit {
  const cell = cellReader(table, columns);
  const found = new Set<string>();
  let rows = 0;
  if (cell) {
    for (const row of table.rows) {
      if (left.has(row.row)) continue;
      const key = cell(row);
      if (!areas.has(key)) continue;
      rows++;
      found.add(key);
    }
  }
  return { columns, rows, areas: found.size };
}

/** Many rows and many areas, both: a Bezirk column fits every row of a table of Planungsräume, but few areas. */
export function fitScore({ rows, areas }: KeyFit): number {
  return rows * areas;
}
