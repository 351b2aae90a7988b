import { conceptById } from '../inspect/concepts/conceptById.ts';
import type { ImportPlan } from './plan.ts';
import type { PlanText } from './planText.ts';

/** The name of a figure, also of one that is no longer read; its id where nobody ever named it. */
export function figureName({ tables }: Pick<ImportPlan, 'tables'>, id: string): PlanText {
  if (id === '') return '–';
  for (const { columns, pivot } of tables) {
    const known = (pivot?.figures ?? columns).find(({ variable }) => variable === id);
    if (known) return known.name;
  }
  return conceptById(id)?.name ?? id;
}
