import type { Theme } from '#model/study.ts';
import { conceptById } from '../inspect/concepts/conceptById.ts';
import { Ids } from './ids.ts';
import { indicatorDefinition, indicatorName } from './indicatorWords.ts';
import { knownShares } from './knownShares.ts';
import { PartCheck } from './partCheck.ts';
import type { GroupPlan, ImportPlan, IndicatorPlan, InstitutionPlan, TablePlan } from './plan.ts';
import { figuresOf, isCount, type PlannedFigure } from './plannedFigures.ts';
import type { PlanText } from './planText.ts';
import type { PlanValues } from './planValues.ts';
import { brokenWholeOf, universeOf, type Whole, wholeOf } from './wholes.ts';

/** More than these are proposed, but not chosen. */
const mostIncluded = 40;
const mostGroups = 12;

/** What can be shown of the figures: shares of known things first, each count with what it is a part of, values as published. */
export function proposeIndicators(tables: readonly TablePlan[], parts: PartCheck): readonly IndicatorPlan[] {
  const figures = figuresOf(tables);
  const counts = new Map(figures.filter(isCount).map((figure) => [figure.variable, figure]));
  const names = new Map(figures.map(({ variable, name }) => [variable, name]));
  const ids = new Ids();
  const knownFirst = [...figures].sort((a, b) => rank(a) - rank(b));
  const proposed = (figure: PlannedFigure, whole: Whole | null, included: boolean): IndicatorPlan => {
    const { variable, unit } = figure;
    const known =
      (whole && knownShares.find((one) => one.count === variable && (!one.ofAges || whole.ages))) ?? null;
    return {
      id: ids.take(known?.id ?? variable, 'indikator'),
      name: indicatorName(figure, whole, known),
      definition: indicatorDefinition(figure, whole, known, (id) => names.get(id) ?? id),
      theme: themeOf(variable),
      unit: whole ? 'share' : unit,
      direction: conceptById(variable)?.direction ?? 'neutral',
      measure: whole
        ? {
            kind: 'share',
            numerator: [variable],
            denominator: whole.figures.map((one) => one.variable),
          }
        : { kind: 'value', variable },
      included,
    };
  };
  const chosen = knownFirst.map((figure, i) =>
    proposed(figure, isCount(figure) ? wholeOf(figure, counts, parts) : null, i < mostIncluded),
  );
  const broken = knownFirst.flatMap((figure) => {
    const whole = isCount(figure) ? brokenWholeOf(figure, counts, parts) : null;
    const isShown = chosen.some(
      ({ measure }) => measure.kind === 'share' && measure.numerator[0] === figure.variable,
    );
    return whole && !isShown ? [proposed(figure, { figures: [whole], ages: null }, false)] : [];
  });
  return [...chosen, ...broken];
}

/** Worded shares, then other known figures, then the rest as they stand in the files. */
function rank({ variable }: PlannedFigure): number {
  const known = knownShares.findIndex(({ count }) => count === variable);
  if (known >= 0) return known;
  return conceptById(variable) ? 100 : 200;
}

export function themeOf(variable: string): Theme {
  const concept = conceptById(variable);
  if (concept) return concept.theme;
  if (/sgb|arbeitslos|unemploy|leistung|transfer|grundsicherung|bedarfsgemeinschaft/.test(variable))
    return 'sgb2';
  if (/miete|rent|wohn(?!berecht)|dwelling|haus(?!halt)|eigent|leerstand/.test(variable)) return 'housing';
  if (/schul|school|schueler|abitur|bildung|ndh/.test(variable)) return 'education';
  if (/zuzu|zuzug|fortzu|wander|asyl|flucht/.test(variable)) return 'arrivals';
  return 'population';
}

const otherPeople: PlanText = { de: 'übrige Bevölkerung', en: 'other residents' };
const otherChildren: PlanText = { de: 'übrige Kinder', en: 'other children' };

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
    const whole = universeOf(figure, counts, parts);
    const universe = whole ?? (conceptById(variable)?.group ? brokenWholeOf(figure, counts, parts) : null);
    if (!universe || !['persons', 'children'].includes(unit)) continue;
    groups.push({
      ...wordsOf(variable, figure.name, otherPeople),
      id: ids.take(variable, 'gruppe'),
      scope: 'residents',
      count: variable,
      universe: universe.variable,
      included: whole !== null && conceptById(variable)?.group != null && groups.length < mostGroups,
    });
  }
  const used = institutions.filter(({ use }) => use === 'institutions');
  for (const count of new Set(used.flatMap((list) => Object.keys(list.counts)))) {
    groups.push({
      ...wordsOf(count, count, otherChildren),
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
  name: PlanText,
  rest: PlanText,
): Pick<GroupPlan, 'name' | 'ofName' | 'restName'> {
  const known = conceptById(concept);
  return {
    name: known?.name ?? name,
    ofName: known?.group?.of ?? known?.name ?? name,
    restName: known?.group?.rest ?? rest,
  };
}

/** A plan with what can be shown and measured of its figures; what was decided `before` about them stays. */
export function withIndicators(plan: ImportPlan, before: ImportPlan, values: PlanValues): ImportPlan {
  const parts = new PartCheck(values);
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
