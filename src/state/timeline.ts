import { variablesOf, yearsOfFamily } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { editionYears } from './needProfile.ts';
import type { View } from './view.ts';

/** What the time slider shows: the years with figures, the one shown, and what moving it changes. */
export interface Timeline {
  readonly years: readonly number[];
  /** The year with figures nearest to the wished one; the earlier of two equally near. NaN when there is none. */
  readonly shown: number;
  change(year: number): Partial<View>;
}

export function timelineOf(study: Study, view: View): Timeline {
  if (view.task === 'need') {
    const years = remember(study, `editions ${view.profile} ${view.edition}`, () =>
      editionYears(study, view),
    );
    return { years, shown: nearest(years, view.edition), change: (edition) => ({ edition }) };
  }
  const years = yearsOfTask(study, view);
  return { years, shown: nearest(years, view.year), change: (year) => ({ year }) };
}

function yearsOfTask(study: Study, view: View): readonly number[] {
  switch (view.task) {
    case 'measure':
      return groupYears(study, view.level, view.group, view.reference);
    case 'institutions':
      return compositionYears(study, view);
    default:
      return indicatorYears(study, view.level, view.indicator);
  }
}

/** The scan over all cells is done once for each question about a Study. */
const remembered = new WeakMap<Study, Map<string, readonly number[]>>();

function remember(study: Study, key: string, years: () => readonly number[]): readonly number[] {
  let known = remembered.get(study);
  if (!known) {
    known = new Map();
    remembered.set(study, known);
  }
  let found = known.get(key);
  if (!found) {
    found = years();
    known.set(key, found);
  }
  return found;
}

export function indicatorYears(study: Study, family: string, id: string): readonly number[] {
  return remember(study, `indicator ${family} ${id}`, () => {
    const indicator = study.indicators.find((one) => one.id === id);
    return indicator ? yearsOfFamily(study, family, variablesOf(indicator)).map(({ year }) => year) : [];
  });
}

export function groupYears(
  study: Study,
  family: string,
  group: string,
  reference: string,
): readonly number[] {
  return remember(study, `group ${family} ${group} ${reference}`, () => {
    const variables = [group, reference].flatMap((id) => {
      const found = study.groups.find((one) => one.id === id);
      return found ? [found.count, found.universe] : [];
    });
    if (variables.length === 0) return [];
    return yearsOfFamily(study, family, [...new Set(variables)]).map(({ year }) => year);
  });
}

export function compositionYears(study: Study, view: Pick<View, 'kind' | 'form'>): readonly number[] {
  return remember(study, `compositions ${view.kind} ${view.form}`, () => {
    const forms = new Set(
      study.forms
        .filter((form) => form.kind === view.kind && (view.form === 'all' || form.id === view.form))
        .map((form) => form.id),
    );
    const members = new Set(study.institutions.filter((one) => forms.has(one.form)).map((one) => one.id));
    const years = new Set<number>();
    for (const row of study.compositions) if (members.has(row.institution)) years.add(row.year);
    return [...years].sort((a, b) => a - b);
  });
}

function nearest(years: readonly number[], wish: number): number {
  if (!(wish > 0)) return years.at(-1) ?? NaN;
  let best = years[0] ?? NaN;
  for (const year of years) if (Math.abs(year - wish) < Math.abs(best - wish)) best = year;
  return best;
}
