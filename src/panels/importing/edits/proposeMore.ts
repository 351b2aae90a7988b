import type { ImportPlan } from '#import/plan/plan.ts';
import { addIndicator, changeIndicator } from './indicatorEdits.ts';
import { figuresOf, pruneUnread } from './pruneUnread.ts';
import { variablesOf } from './variables.ts';

/** So many new figures at once are a table, not a choice: their indicators are added by hand. */
const most = 100;

/**
 * After a change of what is read: indicators and groups that lost a figure are left out, and every new figure gets an
 * indicator to choose.
 */
export function proposeMore(before: ImportPlan, plan: ImportPlan): ImportPlan {
  const known = new Set(variablesOf(before).map(({ id }) => id));
  const used = new Set(plan.indicators.flatMap(figuresOf));
  const added = variablesOf(plan).filter(({ id }) => !known.has(id) && !used.has(id));
  let more = pruneUnread(plan);
  for (const { id } of added.slice(0, most)) {
    more = addIndicator(more, id);
    const last = more.indicators.at(-1);
    if (last) more = changeIndicator(more, last.id, { included: false });
  }
  return more;
}
