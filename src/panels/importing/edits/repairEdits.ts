import type { ImportPlan } from '#import/plan/plan.ts';
import type { KeyRepair } from '#import/plan/review.ts';
import { changeLayer } from './levelEdits.ts';
import { changeKey, changeTable, chooseKey } from './tableEdits.ts';

/** The cells → keys a person has joined by hand; null takes one back. */
export function joinByHand(plan: ImportPlan, table: string, cell: string, key: string | null): ImportPlan {
  const one = plan.tables.find((each) => each.table === table);
  if (!one) return plan;
  const { [cell]: _before, ...map } = one.key.map;
  return changeKey(plan, table, { map: key === null ? map : { ...map, [cell]: key } });
}

/** Applies what the review offers to match more rows. */
export function applyRepair(
  plan: ImportPlan,
  table: string,
  { kind, to, map: changed = {} }: Pick<KeyRepair, 'kind' | 'to' | 'map'>,
): ImportPlan {
  switch (kind) {
    case 'pad':
      return changeKey(plan, table, { pad: Number(to) });
    case 'other-level':
      return changeTable(plan, table, { level: to });
    case 'other-column':
      return chooseKey(plan, table, [to]);
    case 'other-property': {
      const id = plan.tables.find((one) => one.table === table)?.level;
      const from = plan.levels.find((one) => one.id === id)?.from;
      if (id === undefined || from?.kind !== 'layer') return plan;
      // The names stay names: rows are allowed to find their area by them.
      return from.name === to ? changeKey(plan, table, { by: 'name' }) : changeLayer(plan, id, { key: to });
    }
    case 'strip-end':
    case 'pad-end':
    case 'prefix': {
      const map = plan.tables.find((one) => one.table === table)?.key.map ?? {};
      return changeKey(plan, table, { map: { ...map, ...changed } });
    }
  }
}
