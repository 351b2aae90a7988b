import type { Unit } from '#model/study.ts';
import type { ColumnRole, TablePlan } from './plan.ts';
import type { PlanText } from './planText.ts';

/** A figure of a plan, whichever tables fill it. */
export interface PlannedFigure {
  readonly variable: string;
  readonly name: PlanText;
  /** The whole head of its column, where the name is only a part of it. */
  readonly head: string | null;
  readonly role: Exclude<ColumnRole, 'ignore'>;
  readonly unit: Unit;
  readonly base: string | null;
  readonly weight: string | null;
  /** As in `ColumnPlan`. */
  readonly averagedBy?: string | null;
  readonly percent: boolean;
}

/** All figures that the tables of a plan fill, each once. */
export function figuresOf(tables: readonly TablePlan[]): readonly PlannedFigure[] {
  const figures = new Map<string, PlannedFigure>();
  for (const table of tables) {
    if (table.use !== 'areas') continue;
    for (const column of table.pivot?.figures ?? table.columns) {
      const { role, variable, name, unit, base, weight = null, averagedBy, percent } = column;
      if (role === 'ignore' || variable === '' || figures.has(variable)) continue;
      const head = 'column' in column ? column.column : column.is.join(' – ');
      figures.set(variable, { variable, name, head, role, unit, base, weight, averagedBy, percent });
    }
  }
  return [...figures.values()];
}

/** Is it a number of people, households … that can be a part of something? */
export function isCount({ role, base }: Pick<PlannedFigure, 'role' | 'base'>): boolean {
  return role === 'count' || (role === 'share' && base !== null && base !== '');
}
