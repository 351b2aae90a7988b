import type { InspectedTable } from '#import/inspect/inspection.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { blankColumn } from './blankTable.ts';

/** Columns that were keys or years until now get a place among the others. */
export function fillColumns(plan: ImportPlan, table: InspectedTable): ImportPlan {
  return {
    ...plan,
    tables: plan.tables.map((one) => {
      if (one.table !== table.id || one.pivot) return one;
      const known = new Map(one.columns.map((column) => [column.column, column]));
      if (table.columns.every(({ name }) => known.has(name))) return one;
      return {
        ...one,
        columns: table.columns.map((column) => known.get(column.name) ?? blankColumn(column)),
      };
    }),
  };
}
