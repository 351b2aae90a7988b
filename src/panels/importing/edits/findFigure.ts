import type { ColumnPlan, ImportPlan } from '#import/plan/plan.ts';

type Writing = Pick<ColumnPlan, 'decimal' | 'thousands'>;

/** How the numbers of a column are read now: in a table of areas, the value column of a long one, or of institutions. */
export function findFigure(plan: ImportPlan, table: string, column: string): Writing | null {
  const areas = plan.tables.find((one) => one.table === table && one.use === 'areas');
  if (areas?.pivot) return areas.pivot.value === column ? (areas.pivot.figures[0] ?? null) : null;
  if (areas) return areas.columns.find((one) => one.column === column) ?? null;
  return plan.institutions.find((one) => one.table === table && one.use === 'institutions') ?? null;
}
