import type { Theme, Unit } from '#model/study.ts';
import { Ids } from './ids.ts';
import { knownFigures, knownGroups, knownShares } from './knownFigures.ts';
import type { ColumnRole, GroupPlan, ImportPlan, IndicatorPlan, InstitutionPlan, TablePlan } from './plan.ts';

/** A figure of a plan, whichever tables fill it. */
export interface PlannedFigure {
  readonly variable: string;
  readonly name: string;
  readonly role: Exclude<ColumnRole, 'ignore'>;
  readonly unit: Unit;
  readonly base: string | null;
  readonly percent: boolean;
}

/** More than these are proposed, but not chosen. */
const mostIncluded = 40;

/** All figures that the tables of a plan fill, each once. */
export function figuresOf(tables: readonly TablePlan[]): readonly PlannedFigure[] {
  const figures = new Map<string, PlannedFigure>();
  for (const table of tables) {
    if (table.use !== 'areas') continue;
    for (const { role, variable, name, unit, base, percent } of table.pivot?.figures ?? table.columns) {
      if (role === 'ignore' || variable === '' || figures.has(variable)) continue;
      figures.set(variable, { role, variable, name, unit, base, percent });
    }
  }
  return [...figures.values()];
}

/** Is it a number of people, households … that can be a part of something? */
export function isCount({ role, base }: Pick<PlannedFigure, 'role' | 'base'>): boolean {
  return role === 'count' || (role === 'share' && base !== null && base !== '');
}

/** What can be shown of the figures: known shares first, each count with its base, values as published. */
export function proposeIndicators(tables: readonly TablePlan[]): readonly IndicatorPlan[] {
  const figures = figuresOf(tables);
  const counts = new Map(figures.filter(isCount).map((figure) => [figure.variable, figure]));
  const ids = new Ids();
  const indicators: IndicatorPlan[] = [];
  const shown = new Set<string>();
  const add = (wanted: string, indicator: Omit<IndicatorPlan, 'id' | 'included'>): void => {
    const included = indicators.length < mostIncluded;
    indicators.push({ ...indicator, id: ids.take(wanted, 'indikator'), included });
  };
  for (const known of knownShares) {
    const whole = known.denominators.find((id) => counts.has(id));
    if (!counts.has(known.numerator) || whole === undefined) continue;
    shown.add(known.numerator);
    add(known.id, {
      name: known.name.de,
      definition: known.definition.de,
      theme: themeOf(known.numerator),
      unit: 'share',
      direction: known.direction,
      measure: { kind: 'share', numerator: [known.numerator], denominator: [whole] },
    });
  }
  for (const figure of figures) {
    const { variable, name, unit } = figure;
    if (shown.has(variable)) continue;
    const whole = figure.base ? counts.get(figure.base) : wholeOf(figure, counts);
    if (isCount(figure) && whole) {
      add(variable, {
        name: `Anteil: ${name}`,
        definition: `${name} / ${whole.name}`,
        theme: themeOf(variable),
        unit: 'share',
        direction: 'neutral',
        measure: { kind: 'share', numerator: [variable], denominator: [whole.variable] },
      });
    } else if (figure.role !== 'count') {
      add(variable, {
        name,
        definition: name,
        theme: themeOf(variable),
        unit,
        direction: 'neutral',
        measure: { kind: 'value', variable },
      });
    } else {
      add(variable, {
        name,
        definition: name,
        theme: themeOf(variable),
        unit,
        direction: 'neutral',
        measure: { kind: 'value', variable },
      });
    }
  }
  return indicators;
}

/** What a count is most likely a part of; null for those that are wholes themselves. */
function wholeOf(figure: PlannedFigure, counts: ReadonlyMap<string, PlannedFigure>): PlannedFigure | null {
  const wholes: Partial<Record<Unit, string>> = {
    persons: 'residents',
    children: 'residents',
    households: 'households',
    dwellings: 'dwellings',
  };
  const id = wholes[figure.unit];
  if (figure.role !== 'count' || id === undefined || id === figure.variable) return null;
  return counts.get(id) ?? null;
}

export function themeOf(variable: string): Theme {
  const known = knownFigures.find(({ id }) => id === variable);
  if (known) return known.theme;
  if (/sgb|arbeitslos|unemploy|leistung|transfer|grundsicherung|bedarfsgemeinschaft/.test(variable)) return 'sgb2';
  if (/miete|rent|wohn|dwelling|haus(?!halt)|eigent|leerstand/.test(variable)) return 'housing';
  if (/schul|school|schueler|abitur|bildung|ndh/.test(variable)) return 'education';
  if (/zuzu|zuzug|fortzu|wander|asyl|flucht/.test(variable)) return 'arrivals';
  return 'population';
}

/** Groups whose distribution can be measured: people of a known kind among residents, pupils of one among all. */
export function proposeGroups(
  tables: readonly TablePlan[],
  institutions: readonly InstitutionPlan[],
): readonly GroupPlan[] {
  const counts = new Map(figuresOf(tables).filter(isCount).map((figure) => [figure.variable, figure]));
  const groups: GroupPlan[] = [];
  const ids = new Ids();
  for (const known of knownGroups) {
    if (known.scope !== 'residents' || !counts.has(known.count)) continue;
    const universe = known.universes.find((id) => counts.has(id));
    if (universe === undefined) continue;
    groups.push({
      id: ids.take(known.id, 'gruppe'),
      scope: 'residents',
      name: known.name.de,
      ofName: known.ofName.de,
      restName: known.restName.de,
      count: known.count,
      universe,
      included: true,
    });
  }
  for (const figure of counts.values()) {
    const universe = wholeOf(figure, counts);
    if (!universe || universe.variable !== 'residents' || groups.some(({ count }) => count === figure.variable)) continue;
    groups.push({
      id: ids.take(figure.variable, 'gruppe'),
      scope: 'residents',
      name: figure.name,
      ofName: figure.name,
      restName: 'übrige Bevölkerung',
      count: figure.variable,
      universe: universe.variable,
      included: false,
    });
  }
  const listed = new Set(institutions.filter(({ use }) => use === 'institutions').flatMap(({ counts: own }) => Object.keys(own)));
  for (const count of listed) {
    const known = knownGroups.find((group) => group.scope === 'institutions' && group.count === count);
    groups.push({
      id: ids.take(count, 'gruppe'),
      scope: 'institutions',
      name: known?.name.de ?? count,
      ofName: known?.ofName.de ?? count,
      restName: known?.restName.de ?? 'übrige Kinder',
      count,
      universe: 'total',
      included: true,
    });
  }
  return groups;
}

/** The proposal for what is shown and measured, with what was decided about each id before. */
export function withIndicators(plan: ImportPlan): ImportPlan {
  const kept = <T extends { readonly id: string }>(proposed: readonly T[], before: readonly T[]): readonly T[] => {
    const known = new Map(before.map((one) => [one.id, one]));
    return proposed.map((one) => known.get(one.id) ?? one);
  };
  return {
    ...plan,
    indicators: kept(proposeIndicators(plan.tables), plan.indicators),
    groups: kept(proposeGroups(plan.tables, plan.institutions), plan.groups),
  };
}
