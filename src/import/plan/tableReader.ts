import { signCode } from '#model/sign.ts';
import { type Cell, plainNumbers } from '../columns/parseNumber.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import { type AreaNames, areaFinder } from '../join/areaKeys.ts';
import { ProblemList } from '../pack/problemList.ts';
import { testOf } from '../recipe/conditions.ts';
import { joinTables } from '../recipe/joinedTable.ts';
import type { ColumnPlan, TablePlan } from './plan.ts';
import { cellsOf } from './readCells.ts';
import { cellReader } from './tableColumns.ts';

/** A figure as a table of areas fills it; `column` is that of the values. */
export interface TableFigure extends Omit<ColumnPlan, 'role'> {
  readonly role: Exclude<ColumnPlan['role'], 'ignore'>;
}

export interface FigureCell {
  /** Position in `figures`. */
  readonly figure: number;
  /** Null: neither number nor known sign. */
  readonly cell: Cell | null;
  readonly text: string;
  /** Null: nobody has said it. */
  readonly year: number | null;
}

/** A table of areas as a plan reads it, row by row. */
export interface TableReader {
  readonly figures: readonly TableFigure[];
  /** Does the row count: not left out, and as the conditions say? */
  keep(row: TextRow): boolean;
  key(row: TextRow): string;
  area(cell: string): string | null;
  /** NaN: the cell is no year. Null: the plan gives none, or every column its own. */
  year(row: TextRow): number | null;
  yearText(row: TextRow): string;
  cells(row: TextRow, year: number | null): readonly FigureCell[];
}

/** Null when there is no column for the key or for a condition. */
export function tableReader(table: TablePlan, rows: TextTable, areas: AreaNames): TableReader | null {
  const key = cellReader(rows, table.key.columns);
  const joined = joinTables(rows, [], () => plainNumbers, new ProblemList());
  const test = joined && testOf([...table.where], joined);
  if (!key || !test) return null;
  const without = new Set(table.withoutRows);
  const { year } = table;
  const yearCell = year.kind === 'column' ? cellReader(rows, [year.column]) : null;
  const { figures, cells } = table.pivot ? longCells(table, rows) : wideCells(table, rows);
  return {
    figures,
    keep: (row) => !without.has(row.row) && test(row),
    key,
    area: areaFinder(areas, table.key),
    year: (row) => (year.kind === 'fixed' ? year.year : yearCell ? yearIn(yearCell(row)) : null),
    yearText: (row) => yearCell?.(row) ?? '',
    cells,
  };
}

/** As recipes read years: four digits from 1900 to 2100. */
function yearIn(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  return year >= 1900 && year <= 2100 ? year : NaN;
}

type Cells = Pick<TableReader, 'figures' | 'cells'>;

function wideCells({ columns, year }: TablePlan, rows: TextTable): Cells {
  const figures = columns.flatMap((column): TableFigure[] => {
    const { role } = column;
    return role === 'ignore' || column.variable === '' ? [] : [{ ...column, role }];
  });
  const readers = figures.map((figure) => ({
    cell: cellReader(rows, [figure.column]),
    read: cellsOf(figure),
    own: year.kind === 'columns' ? figure.year : null,
  }));
  return {
    figures,
    cells: (row, rowYear) =>
      readers.map(({ cell, read, own }, figure) => {
        const text = cell?.(row) ?? '';
        const at = own ?? rowYear;
        return { figure, cell: cell ? leftOut(figures[figure], at, read(text)) : null, text, year: at };
      }),
  };
}

function longCells({ pivot }: TablePlan, rows: TextTable): Cells {
  const figures = (pivot?.figures ?? []).flatMap(({ role, is: _is, ...figure }): TableFigure[] =>
    role === 'ignore' || figure.variable === ''
      ? []
      : [{ ...figure, role, column: pivot?.value ?? '', year: null }],
  );
  const chosen = (pivot?.figures ?? []).filter(({ role, variable }) => role !== 'ignore' && variable !== '');
  const byWords = new Map(
    chosen.map((figure, f) => [JSON.stringify(figure.is), { f, read: cellsOf(figure) }]),
  );
  const by = (pivot?.by ?? []).map((name) => cellReader(rows, [name]));
  const value = cellReader(rows, [pivot?.value ?? '']);
  return {
    figures,
    cells(row, year) {
      const found = byWords.get(JSON.stringify(by.map((cell) => cell?.(row) ?? '')));
      if (!found) return [];
      const text = value?.(row) ?? '';
      const cell = value ? leftOut(figures[found.f], year, found.read(text)) : null;
      return [{ figure: found.f, cell, text, year }];
    },
  };
}

const MISSING = signCode('missing');

/** Years that are left out have no values, as in the recipe. */
function leftOut(figure: TableFigure | undefined, year: number | null, cell: Cell | null): Cell | null {
  const isOut = year !== null && figure?.withoutYears?.includes(year) === true;
  return isOut ? { value: NaN, sign: MISSING } : cell;
}
