import type { GroupPlan, ImportPlan, IndicatorPlan } from '#import/plan/plan.ts';
import { variablesOf } from './variables.ts';

/** The figures an indicator is made of. */
export function figuresOf({ measure }: IndicatorPlan): readonly string[] {
  return measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator];
}

/** Those of its figures that the plan does not read (any more). */
export function unreadOf(plan: ImportPlan, one: IndicatorPlan | GroupPlan): readonly string[] {
  if ('scope' in one && one.scope === 'institutions') {
    return plan.institutions.some((table) => table.use === 'institutions' && table.counts[one.count])
      ? []
      : [one.count];
  }
  const read = new Set(variablesOf(plan).map(({ id }) => id));
  const wanted = 'scope' in one ? [one.count, one.universe] : figuresOf(one);
  return wanted.filter((id) => !read.has(id));
}

/** Indicators and groups that lost a figure are no longer taken over; they stay in the list. */
export function pruneUnread(plan: ImportPlan): ImportPlan {
  const keep = <T extends IndicatorPlan | GroupPlan>(list: readonly T[]): readonly T[] =>
    list.some((one) => one.included && unreadOf(plan, one).length > 0)
      ? list.map((one) =>
          one.included && unreadOf(plan, one).length > 0 ? { ...one, included: false } : one,
        )
      : list;
  return { ...plan, indicators: keep(plan.indicators), groups: keep(plan.groups) };
}
