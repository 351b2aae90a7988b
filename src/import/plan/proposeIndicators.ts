import type { Theme, Unit } from '#model/study.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import { Ids } from './ids.ts';
import type { ImportData } from './importData.ts';
import { knownShares } from './knownShares.ts';
import { PartCheck } from './partCheck.ts';
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
const mostGroups = 12;

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

/** What can be shown of the figures: shares of known things first, each count with what it is a part of, values as published. */
export function proposeIndicators(tables: readonly TablePlan[], parts: PartCheck): readonly IndicatorPlan[] {
  const figures = figuresOf(tables);
  const counts = new Map(figures.filter(isCount).map((figure) => [figure.variable, figure]));
  const ids = new Ids();
  const knownFirst = [...figures].sort((a, b) => rank(a) - rank(b));
  return knownFirst.map((figure, i): IndicatorPlan => {
    const { variable, name, unit } = figure;
    const concept = conceptById(variable);
    const whole = isCount(figure) ? wholeOf(figure, counts, parts) : null;
    const known = whole ? knownShares.find(({ count }) => count === variable) : undefined;
    return {
      id: ids.take(known?.id ?? variable, 'indikator'),
      name: known?.name.de ?? (whole ? `Anteil: ${name}` : name),
      definition: known?.definition.de ?? (whole ? `${name} / ${whole.name}` : name),
      theme: themeOf(variable),
      unit: whole ? 'share' : unit,
      direction: concept?.direction ?? 'neutral',
      measure: whole
        ? { kind: 'share', numerator: [variable], denominator: [whole.variable] }
        : { kind: 'value', variable },
      included: i < mostIncluded,
    };
  });
}

/** Worded shares, then other known figures, then the rest as they stand in the files. */
function rank({ variable }: PlannedFigure): number {
  const known = knownShares.findIndex(({ count }) => count === variable);
  if (known >= 0) return known;
  return conceptById(variable) ? 100 : 200;
}

/** What a count is a part of: what was said of it, what is known of its kind, or all of its unit – where it can be. */
function wholeOf(
  { variable, unit, base }: PlannedFigure,
  counts: ReadonlyMap<string, PlannedFigure>,
  parts: PartCheck,
): PlannedFigure | null {
  if (base) return counts.get(base) ?? null;
  const concept = conceptById(variable);
  const id = concept ? concept.universe : wholesByUnit[unit];
  const whole = id && id !== variable ? counts.get(id) : undefined;
  return whole && parts.fits(variable, whole.variable) ? whole : null;
}

const wholesByUnit: Partial<Record<Unit, string>> = {
  persons: 'residents',
  children: 'residents',
  households: 'households',
  dwellings: 'dwellings',
};

export function themeOf(variable: string): Theme {
  const concept = conceptById(variable);
  if (concept) return concept.theme;
  if (/sgb|arbeitslos|unemploy|leistung|transfer|grundsicherung|bedarfsgemeinschaft/.test(variable))
    return 'sgb2';
  if (/miete|rent|wohn|dwelling|haus(?!halt)|eigent|leerstand/.test(variable)) return 'housing';
  if (/schul|school|schueler|abitur|bildung|ndh/.test(variable)) return 'education';
  if (/zuzu|zuzug|fortzu|wander|asyl|flucht/.test(variable)) return 'arrivals';
  return 'population';
}

/** Groups whose distribution can be measured: parts of the residents, and of the children of institutions. */
function proposeGroups(
  tables: readonly TablePlan[],
  institutions: readonly InstitutionPlan[],
  parts: PartCheck,
): readonly GroupPlan[] {
  const counts = new Map(
    figuresOf(tables)
      .filter(isCount)
      .map((figure) => [figure.variable, figure]),
  );
  const ids = new Ids();
  const groups: GroupPlan[] = [];
  const knownFirst = [...counts.values()].sort((a, b) => groupRank(a.variable) - groupRank(b.variable));
  for (const figure of knownFirst) {
    const { variable, unit } = figure;
    const universe = wholeOf(figure, counts, parts);
    if (!universe || !['persons', 'children'].includes(unit)) continue;
    groups.push({
      ...wordsOf(variable, figure.name, 'übrige Bevölkerung'),
      id: ids.take(variable, 'gruppe'),
      scope: 'residents',
      count: variable,
      universe: universe.variable,
      included: conceptById(variable)?.group != null && groups.length < mostGroups,
    });
  }
  const used = institutions.filter(({ use }) => use === 'institutions');
  for (const count of new Set(used.flatMap((list) => Object.keys(list.counts)))) {
    groups.push({
      ...wordsOf(count, count, 'übrige Kinder'),
      id: ids.take(count, 'gruppe'),
      scope: 'institutions',
      count,
      universe: 'total',
      included: true,
    });
  }
  return groups;
}

function groupRank(variable: string): number {
  const known = knownShares.findIndex(({ count }) => count === variable);
  if (conceptById(variable)?.group && known >= 0) return known;
  return conceptById(variable)?.group ? 100 : 200;
}

function wordsOf(
  concept: string,
  name: string,
  rest: string,
): Pick<GroupPlan, 'name' | 'ofName' | 'restName'> {
  const known = conceptById(concept);
  return {
    name: known?.name.de ?? name,
    ofName: known?.group?.of.de ?? known?.name.de ?? name,
    restName: known?.group?.rest.de ?? rest,
  };
}

/** A plan with what can be shown and measured of its figures; what was decided `before` about them stays. */
export function withIndicators(plan: ImportPlan, before: ImportPlan, data: ImportData): ImportPlan {
  const parts = new PartCheck(plan, data);
  const figures = new Set(figuresOf(plan.tables).map(({ variable }) => variable));
  const known = new Set(figuresOf(before.tables).map(({ variable }) => variable));
  const counts = new Set(plan.institutions.flatMap((list) => Object.keys(list.counts)));
  const knownCounts = new Set(before.institutions.flatMap((list) => Object.keys(list.counts)));
  const measured = ({ measure }: IndicatorPlan): readonly string[] =>
    measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator];
  const indicators = before.indicators.filter((one) => measured(one).every((id) => figures.has(id)));
  const groups = before.groups.filter(({ scope, count, universe }) =>
    scope === 'institutions' ? counts.has(count) : figures.has(count) && figures.has(universe),
  );
  // What was part of something that has lost another part is shown by itself again.
  const orphaned = new Set(
    before.indicators.filter((one) => !indicators.includes(one)).flatMap((one) => measured(one)),
  );
  const isNew = (ids: readonly string[], old: ReadonlySet<string>): boolean =>
    ids.some((id) => !old.has(id) || orphaned.has(id));
  return {
    ...plan,
    indicators: [
      ...indicators,
      ...proposeIndicators(plan.tables, parts).filter(
        (one) => isNew(measured(one), known) && indicators.every(({ id }) => id !== one.id),
      ),
    ],
    groups: [
      ...groups,
      ...proposeGroups(plan.tables, plan.institutions, parts).filter(
        ({ id, scope, count, universe }) =>
          (scope === 'institutions' ? isNew([count], knownCounts) : isNew([count, universe], known)) &&
          groups.every((one) => one.id !== id),
      ),
    ],
  };
}
