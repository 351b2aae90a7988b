import type { ColumnPlan, ImportPlan, PivotPlan } from '#import/plan/plan.ts';
import type { PlanText } from '#import/plan/planText.ts';

/** A figure that the plan reads, wherever it stands; years of one figure are one variable. */
export interface PlanVariable {
  readonly id: string;
  readonly name: PlanText;
  readonly unit: ColumnPlan['unit'];
  readonly role: 'count' | 'share' | 'value';
  /** Ids of the tables it comes from. */
  readonly tables: readonly string[];
}

type Read = ColumnPlan | PivotPlan['figures'][number];

/** Everything that the tables in use are read for, in their order. */
export function variablesOf(plan: ImportPlan): readonly PlanVariable[] {
  const found = new Map<string, PlanVariable>();
  for (const table of plan.tables) {
    if (table.use === 'ignore') continue;
    const columns: readonly Read[] = table.pivot ? table.pivot.figures : table.columns;
    for (const { role, variable, name, unit } of columns) {
      if (role === 'ignore' || variable === '') continue;
      const known = found.get(variable);
      if (!known) found.set(variable, { id: variable, name, unit, role, tables: [table.table] });
      else if (!known.tables.includes(table.table))
        found.set(variable, { ...known, tables: [...known.tables, table.table] });
    }
  }
  return [...found.values()];
}

/** Those that can be numerator, denominator or group: people and things counted, also where the counts are estimated. */
export function countsOf(plan: ImportPlan): readonly PlanVariable[] {
  const based = new Set(
    plan.tables.flatMap((table) =>
      (table.pivot ? table.pivot.figures : table.columns).flatMap((one: Read) =>
        one.role === 'share' && one.base !== null ? [one.variable] : [],
      ),
    ),
  );
  return variablesOf(plan).filter((one) => one.role === 'count' || based.has(one.id));
}
