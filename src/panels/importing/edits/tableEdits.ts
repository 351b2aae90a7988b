import type { ImportPlan, KeyPlan, TablePlan, YearPlan } from '#import/plan/plan.ts';
import { pruneUnread } from './pruneUnread.ts';

export function changeTable(
  plan: ImportPlan,
  table: string,
  change: Partial<Omit<TablePlan, 'table'>>,
): ImportPlan {
  return pruneUnread({
    ...plan,
    tables: plan.tables.map((one) => (one.table === table ? { ...one, ...change } : one)),
  });
}

export function changeKey(plan: ImportPlan, table: string, change: Partial<KeyPlan>): ImportPlan {
  return {
    ...plan,
    tables: plan.tables.map((one) =>
      one.table === table ? { ...one, key: { ...one.key, ...change } } : one,
    ),
  };
}

/** Another column as key: what was said about the old one's cells does not hold for it. */
export function chooseKey(plan: ImportPlan, table: string, columns: readonly string[]): ImportPlan {
  return changeKey(plan, table, { columns, pad: null, map: {} });
}

export function changeYear(plan: ImportPlan, table: string, year: YearPlan): ImportPlan {
  return changeTable(plan, table, { year });
}

/** Leaves a row out, or takes it in again. */
export function toggleRow(plan: ImportPlan, table: string, row: number): ImportPlan {
  const one = plan.tables.find((each) => each.table === table);
  if (!one) return plan;
  const withoutRows = one.withoutRows.includes(row)
    ? one.withoutRows.filter((each) => each !== row)
    : [...one.withoutRows, row].sort((a, b) => a - b);
  return changeTable(plan, table, { withoutRows });
}

/** Says in which rows the names of the columns stand; takes effect when the files are read again. */
export function chooseHead(plan: ImportPlan, table: string, first: number, last: number): ImportPlan {
  const head = { first, last: Math.max(first, last) };
  return {
    ...plan,
    tables: plan.tables.map((one) => (one.table === table ? { ...one, head } : one)),
    institutions: plan.institutions.map((one) => (one.table === table ? { ...one, head } : one)),
  };
}
