import { Ids } from '#import/plan/ids.ts';
import type { GroupPlan, ImportPlan, IndicatorPlan } from '#import/plan/plan.ts';
import { spoken } from '#import/plan/planText.ts';
import { countsOf, variablesOf } from './variables.ts';

export function changeIndicator(
  plan: ImportPlan,
  id: string,
  change: Partial<Omit<IndicatorPlan, 'id'>>,
): ImportPlan {
  return {
    ...plan,
    indicators: plan.indicators.map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}

/** Every indicator on or off at once. */
export function includeIndicators(plan: ImportPlan, ids: readonly string[], included: boolean): ImportPlan {
  const wanted = new Set(ids);
  return {
    ...plan,
    indicators: plan.indicators.map((one) => (wanted.has(one.id) ? { ...one, included } : one)),
  };
}

/** A new indicator of a figure: a share of the largest count, or the figure as it is published. */
export function addIndicator(plan: ImportPlan, variable: string): ImportPlan {
  const figure = variablesOf(plan).find((one) => one.id === variable);
  if (!figure) return plan;
  const whole = countsOf(plan).find((one) => one.id !== variable);
  const id = new Ids(plan.indicators.map((one) => one.id)).take(spoken(figure.name, 'de'), 'merkmal');
  const isShare = figure.role === 'count' && whole !== undefined;
  const indicator: IndicatorPlan = {
    id,
    name: figure.name,
    definition: '',
    theme: 'population',
    unit: isShare ? 'share' : figure.unit,
    direction: 'neutral',
    measure:
      isShare && whole
        ? { kind: 'share', numerator: [variable], denominator: [whole.id] }
        : { kind: 'value', variable },
    included: true,
  };
  return { ...plan, indicators: [...plan.indicators, indicator] };
}

export function removeIndicator(plan: ImportPlan, id: string): ImportPlan {
  return { ...plan, indicators: plan.indicators.filter((one) => one.id !== id) };
}

export function changeGroup(
  plan: ImportPlan,
  id: string,
  change: Partial<Omit<GroupPlan, 'id'>>,
): ImportPlan {
  return { ...plan, groups: plan.groups.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** A new group of residents. */
export function addGroup(plan: ImportPlan, count: string): ImportPlan {
  const counts = countsOf(plan);
  const figure = counts.find((one) => one.id === count);
  if (!figure) return plan;
  const universe =
    plan.groups.find((one) => one.scope === 'residents' && one.count !== count)?.universe ??
    counts.find((one) => one.id !== count)?.id ??
    '';
  const id = new Ids(plan.groups.map((one) => one.id)).take(spoken(figure.name, 'de'), 'gruppe');
  const group: GroupPlan = {
    id,
    scope: 'residents',
    name: figure.name,
    ofName: figure.name,
    restName: '',
    count,
    universe,
    included: true,
  };
  return { ...plan, groups: [...plan.groups, group] };
}

export function removeGroup(plan: ImportPlan, id: string): ImportPlan {
  return { ...plan, groups: plan.groups.filter((one) => one.id !== id) };
}
