import { type Problem, problem } from '#model/result.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, TablePlan } from './plan.ts';
import type { TableReview } from './review.ts';
import { cellReader } from './tableColumns.ts';
import { tableProblems } from './tableProblems.ts';
import { tableReader } from './tableReader.ts';
import { tableRepairs } from './tableRepairs.ts';
import { mostListed, type ReadFigure, TableTally } from './tableTally.ts';

export interface ReviewedTable {
  readonly review: TableReview;
  readonly figures: readonly ReadFigure[];
  readonly problems: readonly Problem[];
}

interface Source {
  readonly plan: ImportPlan;
  readonly inspection: Inspection;
  readonly data: ImportData;
  readonly areas: AreasOfPlan;
  readonly context: ReadContext;
}

/** How a table joins the areas of its level, and what its columns add up to. */
export async function reviewTable(table: TablePlan, source: Source): Promise<ReviewedTable> {
  const { plan, inspection, data, areas, context } = source;
  const inspected = inspection.tables.find(({ id }) => id === table.table);
  const rows = data.table(table.table);
  const level = plan.levels.find(({ id }) => id === table.level);
  const where = { file: inspected?.file ?? table.table };
  const refused = (code: Problem): ReviewedTable => ({
    review: emptyReview(table),
    figures: [],
    problems: [code],
  });
  if (!inspected || !rows) return refused(problem('plan-file-gone', { file: table.table }));
  if (!level) return refused(problem('plan-level-missing', {}, where));
  const gone = columnsOf(table).find((column) => !rows.header.includes(column));
  if (gone !== undefined) return refused(problem('plan-column-gone', { column: gone }, where));
  const own = areas.of(level.id);
  const reader = tableReader(table, rows, own);
  if (!reader) return refused(problem('plan-key-missing', {}, where));
  const tally = new TableTally(reader);
  const name = nameReader(inspected, rows);
  for (const [i, row] of rows.rows.entries()) {
    if (i % 5000 === 0) await context.pause(i, rows.rows.length);
    if (reader.keep(row)) tally.take(row, name);
  }
  return {
    review: {
      table: table.table,
      level: level.id,
      years: tally.years(),
      matched: tally.matchedRows,
      onlyTable: tally.onlyTable,
      onlyGeometry: [...own]
        .filter(([key]) => !tally.matched.has(key))
        .map(([key, text]) => ({ key, name: text })),
      repeated: tally.repeated().slice(0, mostListed),
      residents: tally.residents(),
      repairs: tableRepairs(table, inspected, rows, reader, tally, source),
      columns: reader.figures.map((figure, f) => tally.columnReview(figure, f)),
    },
    figures: tally.figures(where),
    problems: tableProblems(table, level, reader, tally, own, where),
  };
}

function columnsOf({ key, year, columns, pivot, where }: TablePlan): readonly string[] {
  const figures = pivot
    ? [...pivot.by, pivot.value]
    : columns.filter(({ role }) => role !== 'ignore').map(({ column }) => column);
  const years = year.kind === 'column' ? [year.column] : [];
  return [...key.columns, ...years, ...figures, ...where.map(({ column }) => column)];
}

function emptyReview({ table, level }: TablePlan): TableReview {
  return {
    table,
    level,
    years: [],
    matched: 0,
    onlyTable: [],
    onlyGeometry: [],
    repeated: [],
    residents: null,
    repairs: [],
    columns: [],
  };
}

function nameReader(table: InspectedTable, rows: TextTable): ((row: TextRow) => string) | null {
  const named = table.columns.find(({ guess }) => guess.role === 'area-name' || guess.role === 'name');
  return named ? cellReader(rows, [named.name]) : null;
}
