import type { InspectedColumn, InspectedTable, NumberFinding } from '#import/inspect/inspection.ts';
import type { ColumnPlan, PivotPlan, TablePlan } from '#import/plan/plan.ts';
import type { ColumnReview, Review } from '#import/plan/review.ts';
import { figureKey } from '../edits/columnEdits.ts';

/** One line of the list of figures: a column, or a figure of a long table. */
export interface FigureRow {
  /** Column, or cells of the figure joined. */
  readonly id: string;
  readonly plan: ColumnPlan | PivotPlan['figures'][number];
  /** Its own year, where columns have one. */
  readonly year: number | null;
  readonly column: InspectedColumn | null;
  readonly number: NumberFinding | null;
  readonly examples: readonly string[];
  readonly review: ColumnReview | null;
  /** Something about it is worth a look: doubtful signs, unread cells, two readings. */
  readonly isDoubtful: boolean;
}

/** All that could be read out of a table, in the order of its columns; keys and the year are no figures. */
export function figureRows(
  table: InspectedTable,
  one: TablePlan,
  review: Review | null,
): readonly FigureRow[] {
  const joined = review?.tables.find((each) => each.table === table.id);
  // Until a row has found its area, the column itself says more.
  const reviewed = joined && joined.matched > 0 ? joined.columns : [];
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  if (one.pivot) {
    const value = byName.get(one.pivot.value) ?? null;
    return one.pivot.figures.map((figure) => ({
      id: figureKey(figure),
      plan: figure,
      year: null,
      column: null,
      number: value?.number ?? null,
      examples: [],
      review: newest(reviewed.filter((each) => each.variable === figure.variable)),
      isDoubtful: false,
    }));
  }
  const apart = new Set([...one.key.columns, ...(one.year.kind === 'column' ? [one.year.column] : [])]);
  return one.columns
    .filter(({ column }) => !apart.has(column))
    .map((plan) => {
      const column = byName.get(plan.column) ?? null;
      const number = column?.number ?? null;
      return {
        id: plan.column,
        plan,
        year: plan.year,
        column,
        number,
        examples: column?.examples ?? [],
        review: newest(reviewed.filter((each) => each.column === plan.column)),
        isDoubtful: plan.role !== 'ignore' && number !== null && isDoubtful(number),
      };
    });
}

/** Of several years the last: that is the one people know. */
function newest(reviews: readonly ColumnReview[]): ColumnReview | null {
  return reviews.reduce<ColumnReview | null>(
    (best, each) => (best === null || (each.year ?? 0) > (best.year ?? 0) ? each : best),
    null,
  );
}

function isDoubtful({ marks, unread, ambiguous }: NumberFinding): boolean {
  return unread > 0 || ambiguous !== null || marks.some((mark) => mark.doubtful);
}

export const figureFilters = ['used', 'doubtful', 'all'] as const;
export type FigureFilter = (typeof figureFilters)[number];

export function fitsFilter(row: FigureRow, filter: FigureFilter, search: string): boolean {
  const isIn = filter === 'all' || (filter === 'used' ? row.plan.role !== 'ignore' : row.isDoubtful);
  const wanted = search.trim().toLocaleLowerCase();
  return isIn && `${row.id} ${row.plan.name}`.toLocaleLowerCase().includes(wanted);
}
