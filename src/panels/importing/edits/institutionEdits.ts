import { Ids } from '#import/plan/ids.ts';
import type { ImportPlan, InstitutionPlan } from '#import/plan/plan.ts';
import { pruneUnread } from './pruneUnread.ts';

export function changeInstitutions(
  plan: ImportPlan,
  table: string,
  change: Partial<Omit<InstitutionPlan, 'table'>>,
): ImportPlan {
  return pruneUnread({
    ...plan,
    institutions: plan.institutions.map((one) => (one.table === table ? { ...one, ...change } : one)),
  });
}

/** Counts a group of children at institutions by a column; the group is made where there is none yet. */
export function countGroup(plan: ImportPlan, table: string, column: string, name: string): ImportPlan {
  const one = plan.institutions.find((each) => each.table === table);
  if (!one) return plan;
  const known = plan.groups.find((group) => group.scope === 'institutions' && group.name === name);
  const count =
    known?.count ?? new Ids(plan.groups.flatMap((group) => [group.id, group.count])).take(name, 'gruppe');
  const groups = known
    ? plan.groups
    : [
        ...plan.groups,
        {
          id: count,
          scope: 'institutions' as const,
          name,
          ofName: name,
          restName: '',
          count,
          universe: '',
          included: true,
        },
      ];
  return changeInstitutions({ ...plan, groups }, table, { counts: { ...one.counts, [count]: column } });
}

export function uncountGroup(plan: ImportPlan, table: string, count: string): ImportPlan {
  const one = plan.institutions.find((each) => each.table === table);
  if (!one) return plan;
  const { [count]: _gone, ...counts } = one.counts;
  return changeInstitutions(plan, table, { counts });
}
