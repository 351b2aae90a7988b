import { type Problem, problem } from '#model/result.ts';
import type { NumberFormat } from '../columns/parseNumber.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { cleanHead, headJoint } from '../tables/headNames.ts';
import type { Mark } from './recipe.ts';

/** Reads a cell of one column from a row. */
export type CellReader = (row: TextRow) => string;

/** How cells are written, as far as it is said of them and not of their file. */
export interface CellFormat {
  readonly decimal?: string;
  readonly thousands?: string;
  readonly marks?: readonly Mark[];
}

/** A table with the columns that joins add to it. */
export interface JoinedTable {
  readonly file: string;
  readonly rows: readonly TextRow[];
  /** Null, with a problem, when there is no such column. */
  column(name: string): CellReader | null;
  /** How the numbers of a column are written: as said of the column, else of the file it stands in. */
  numberFormat(name: string, said?: CellFormat): NumberFormat;
}

export interface OtherTable {
  readonly as: string;
  readonly table: TextTable;
  /** Columns in which the keys stand, in the table itself and in the other one. */
  readonly on: string;
  readonly key: string;
}

/** The columns of a table and of others beside it, where keys agree; null with a problem when a key column is unknown. */
export function joinTables(
  table: TextTable,
  others: readonly OtherTable[],
  numberFormat: JoinedTable['numberFormat'],
  problems: ProblemList,
): JoinedTable | null {
  const beside = new Map<string, Beside>();
  for (const { as, table: other, on, key } of others) {
    const own = positionOf(table, on, problems);
    const theirs = positionOf(other, key, problems);
    if (own === null || theirs === null) return null;
    const byKey = new Map<string, TextRow>();
    for (const row of other.rows) {
      const value = cellAt(row, theirs);
      if (value !== '' && !byKey.has(value)) byKey.set(value, row);
    }
    beside.set(as, { table: other, on: own, byKey });
  }
  return {
    file: table.file,
    rows: table.rows,
    numberFormat,
    column(name) {
      const other = beside.get(name.slice(0, Math.max(name.indexOf('.'), 0)));
      if (!other) {
        const position = positionOf(table, name, problems);
        return position === null ? null : (row) => cellAt(row, position);
      }
      const position = positionOf(other.table, name.slice(name.indexOf('.') + 1), problems);
      if (position === null) return null;
      return (row) => {
        const match = other.byKey.get(cellAt(row, other.on));
        return match ? cellAt(match, position) : '';
      };
    },
  };
}

interface Beside {
  readonly table: TextTable;
  readonly on: number;
  readonly byKey: ReadonlyMap<string, TextRow>;
}

function cellAt(row: TextRow, position: number): string {
  return (row.cells[position] ?? '').trim();
}

function positionOf(table: TextTable, column: string, problems: ProblemList): number | null {
  const exact = table.header.indexOf(column.trim());
  if (exact >= 0) return exact;
  // Someone who writes a recipe by hand copies names with their line breaks, or only their last row.
  const clean = cleanHead(column);
  const copied = table.header.findIndex((name) => cleanHead(name) === clean);
  if (copied >= 0) return copied;
  const last = table.header.flatMap((name, position) =>
    name.endsWith(`${headJoint}${clean}`) ? [position] : [],
  );
  if (last.length === 1) return last[0] ?? null;
  problems.push(unknownColumn(table, column));
  return null;
}

function unknownColumn(table: TextTable, column: string): Problem {
  return problem(
    'column-unknown',
    { column, available: table.header.join(', ') },
    { file: table.file, row: 1, column },
  );
}
