import type { InspectedTable } from '#import/inspect/inspection.ts';
import type { CrosswalkPlan, ImportPlan } from '#import/plan/plan.ts';
import { blankInstitutions, blankTable } from './blankTable.ts';
import { proposeMore } from './proposeMore.ts';

/** What a table is for. */
export const tableUses = ['areas', 'institutions', 'crosswalk', 'ignore'] as const;
export type TableUse = (typeof tableUses)[number];

export function useOf(plan: ImportPlan, table: string): TableUse {
  if (plan.tables.some((one) => one.table === table && one.use === 'areas')) return 'areas';
  if (plan.institutions.some((one) => one.table === table && one.use === 'institutions'))
    return 'institutions';
  return plan.crosswalks.some(({ by }) => by.kind === 'table' && by.table === table) ? 'crosswalk' : 'ignore';
}

/** Gives a table another use; what was said about it before is kept for when it gets its old one back. */
export function assignTable(plan: ImportPlan, table: InspectedTable, use: TableUse): ImportPlan {
  const { id } = table;
  // A table nobody wanted has no columns in the plan.
  const known = plan.tables.find((one) => one.table === id);
  const hasTable = known !== undefined && (known.columns.length > 0 || known.pivot !== null);
  const hasInstitutions = plan.institutions.some((one) => one.table === id);
  const tables =
    use === 'areas' && !hasTable
      ? [...plan.tables.filter((one) => one.table !== id), blankTable(table, plan)]
      : plan.tables;
  const institutions =
    use === 'institutions' && !hasInstitutions
      ? [...plan.institutions, blankInstitutions(table)]
      : plan.institutions;
  const others = plan.crosswalks.filter(({ by }) => by.kind !== 'table' || by.table !== id);
  return proposeMore(plan, {
    ...plan,
    tables: tables.map((one) =>
      one.table === id ? { ...one, use: use === 'areas' ? ('areas' as const) : ('ignore' as const) } : one,
    ),
    institutions: institutions.map((one) =>
      one.table === id
        ? { ...one, use: use === 'institutions' ? ('institutions' as const) : ('ignore' as const) }
        : one,
    ),
    crosswalks: use === 'crosswalk' ? [...others, crosswalkOf(plan, table)] : others,
  });
}

/** The first two columns that look like keys, from the older vintage to the newer. */
function crosswalkOf(plan: ImportPlan, table: InspectedTable): CrosswalkPlan {
  const keys = table.columns.filter((column) => column.key !== null).map(({ name }) => name);
  const weight = table.columns.find(
    ({ number }) => number !== null && number.min >= 0 && number.max <= 1 && !number.whole,
  );
  const [family] = plan.levels
    .map((level) => plan.levels.filter((other) => other.family === level.family))
    .sort((a, b) => b.length - a.length);
  const [older, newer] = [...(family ?? [])].sort((a, b) => a.vintage.localeCompare(b.vintage));
  return {
    from: older?.id ?? '',
    to: newer?.id ?? '',
    by: {
      kind: 'table',
      table: table.id,
      fromColumn: keys[0] ?? '',
      toColumn: keys[1] ?? '',
      weightColumn: weight?.name ?? '',
    },
  };
}
