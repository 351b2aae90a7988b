import { type Problem, problem } from '#model/result.ts';
import type { ReadContext } from '../formats/driver.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { AreasOfPlan } from '../join/areaKeys.ts';
import { familyText } from './familyWords.ts';
import { figureName } from './figureName.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, IndicatorPlan, LevelPlan } from './plan.ts';
import { figuresOf, isCount } from './plannedFigures.ts';
import type { IndicatorReview, LevelReview, Review } from './review.ts';
import { reviewCatchments } from './reviewCatchments.ts';
import { type ReviewedPlace, reviewInstitutions } from './reviewInstitutions.ts';
import { reviewParts } from './reviewParts.ts';
import { reviewTable } from './reviewTable.ts';
import type { ReadFigure } from './tableTally.ts';

/** What a plan would lead to, and what is missing before it can be taken over. */
export async function reviewPlan(
  plan: ImportPlan,
  inspection: Inspection,
  data: ImportData,
  context: ReadContext,
): Promise<Review> {
  const areas = new AreasOfPlan(plan.levels, data);
  const problems: Problem[] = [...generalProblems(plan)];
  const notes: Problem[] = [];
  const tables = [];
  const figures: { readonly level: string; readonly figures: readonly ReadFigure[] }[] = [];
  for (const table of plan.tables.filter(({ use }) => use === 'areas')) {
    const reviewed = await reviewTable(table, { plan, inspection, data, areas, context });
    tables.push(reviewed.review);
    figures.push({ level: table.level, figures: reviewed.figures });
    problems.push(...reviewed.problems);
  }
  const institutions = [];
  const placed: ReviewedPlace[] = [];
  for (const list of plan.institutions.filter(({ use }) => use === 'institutions')) {
    const reviewed = await reviewInstitutions(list, { plan, inspection, data, areas, context });
    institutions.push(reviewed.review);
    problems.push(...reviewed.problems);
    notes.push(...reviewed.notes);
    if (list.kind === 'school') placed.push(...reviewed.placed);
  }
  const catchments = await reviewCatchments(plan, placed, data, context);
  problems.push(...catchments.problems);
  const all = figures.flatMap(({ level, figures: read }) => read.map((figure) => ({ ...figure, level })));
  const apart = vintagesApart(plan, all);
  const parts = reviewParts(plan, all);
  problems.push(...figuresTwice(all, plan), ...apart.problems, ...referenceProblems(plan), ...parts.problems);
  return {
    levels: plan.levels.map((level) => levelReview(level, areas, inspection, apart.levels)),
    tables,
    institutions,
    catchments: catchments.reviews,
    indicators: plan.indicators
      .filter(({ included }) => included)
      .map((indicator) => indicatorReview(indicator, plan, all)),
    problems,
    notes: [...notes, ...parts.notes],
  };
}

export type LevelFigure = ReadFigure & { readonly level: string };

function generalProblems(plan: ImportPlan): readonly Problem[] {
  const problems: Problem[] = [];
  if (plan.title.trim() === '') problems.push(problem('plan-title-missing'));
  if (plan.levels.length === 0) problems.push(problem('plan-no-level'));
  for (const { familyPlural, vintage, from } of plan.levels) {
    const level = { level: familyText(familyPlural, 'plural') };
    const where = from.kind === 'layer' ? { file: from.layer } : null;
    if (vintage.trim() === '') problems.push(problem('plan-vintage-missing', level, where));
    if (from.kind !== 'layer') continue;
    if (from.key === '') problems.push(problem('plan-level-without-key', level, where));
    if (from.crs === '') problems.push(problem('plan-crs-missing', level, where));
  }
  return problems;
}

function levelReview(
  level: LevelPlan,
  areas: AreasOfPlan,
  inspection: Inspection,
  apart: ReadonlySet<string>,
): LevelReview {
  const { from } = level;
  const layer = from.kind === 'layer' ? inspection.layers.find(({ id }) => id === from.layer) : undefined;
  return {
    level: level.id,
    areas: areas.of(level.id).size,
    geometry: layer?.geometryReport ?? null,
    crosswalkMissing: apart.has(level.id),
  };
}

/** The same figure for the same level and year from two tables: a pack has room for one. */
function figuresTwice(figures: readonly LevelFigure[], plan: ImportPlan): readonly Problem[] {
  const seen = new Set<string>();
  const twice = new Map<string, LevelFigure>();
  for (const figure of figures) {
    const place = `${figure.level} ${figure.year} ${figure.variable}`;
    if (seen.has(place)) twice.set(place, figure);
    seen.add(place);
  }
  return [...twice.values()].map(({ variable, year }) =>
    problem('plan-figure-twice', { name: figureName(plan, variable), year: String(year) }),
  );
}

/** Levels of one family with figures of one kind and different years between which nothing leads. */
function vintagesApart(
  plan: ImportPlan,
  figures: readonly LevelFigure[],
): { readonly problems: readonly Problem[]; readonly levels: ReadonlySet<string> } {
  const problems: Problem[] = [];
  const levels = new Set<string>();
  plan.levels.forEach((older, i) => {
    for (const newer of plan.levels.slice(i + 1)) {
      if (older.family !== newer.family || isLed(plan, older.id, newer.id)) continue;
      const before = new Set(
        figures.filter(({ level }) => level === older.id).map(({ variable }) => variable),
      );
      const both = figures.find(({ level, variable }) => level === newer.id && before.has(variable));
      if (!both) continue;
      levels.add(older.id).add(newer.id);
      problems.push(
        problem('plan-needs-crosswalk', {
          name: figureName(plan, both.variable),
          first: older.vintage || older.id,
          second: newer.vintage || newer.id,
          level: familyText(older.familyPlural, 'plural'),
        }),
      );
    }
  });
  return { problems, levels };
}

function isLed({ crosswalks }: ImportPlan, one: string, other: string): boolean {
  return crosswalks.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
}

/** Bases, parts of indicators and groups that no table fills. */
function referenceProblems(plan: ImportPlan): readonly Problem[] {
  const problems: Problem[] = [];
  const figures = new Map(figuresOf(plan.tables).map((figure) => [figure.variable, figure]));
  const missing = (id: string): boolean => !figures.has(id);
  for (const { name, base } of figures.values()) {
    const whole = base === null ? undefined : figures.get(base);
    if (base === '') problems.push(problem('plan-base-missing', { name }));
    else if (base !== null && whole?.role !== 'count')
      problems.push(problem('plan-base-unknown', { name, base: figureName(plan, base) }));
  }
  for (const { name, measure, included } of plan.indicators) {
    const needs =
      measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator];
    const gone = needs.find(missing);
    if (included && gone !== undefined)
      problems.push(problem('plan-indicator-without', { name, variable: figureName(plan, gone) }));
  }
  const counts = new Set(plan.institutions.flatMap((list) => Object.keys(list.counts)));
  for (const { name, scope, count, universe, included } of plan.groups) {
    if (!included) continue;
    const gone =
      scope === 'institutions'
        ? [count].find((id) => !counts.has(id))
        : [count, universe].find((id) => {
            const figure = figures.get(id);
            return !figure || !isCount(figure);
          });
    if (gone !== undefined)
      problems.push(problem('plan-group-without', { name, variable: figureName(plan, gone) }));
  }
  return problems;
}

/** The newest year in which all parts are known, over the areas where they are. */
function indicatorReview(
  indicator: IndicatorPlan,
  plan: ImportPlan,
  figures: readonly LevelFigure[],
): IndicatorReview {
  const { id, measure } = indicator;
  const planned = new Map(figuresOf(plan.tables).map((figure) => [figure.variable, figure]));
  const top = measure.kind === 'value' ? [measure.variable] : measure.numerator;
  const bottom = measure.kind === 'value' ? [] : measure.denominator;
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => b - a);
  for (const year of years) {
    for (const level of plan.levels) {
      const values = (variable: string): ReadonlyMap<string, number> | undefined => {
        const found = figures.find(
          (one) => one.level === level.id && one.year === year && one.variable === variable,
        )?.values;
        const base = planned.get(variable)?.base;
        if (!found || !base) return found;
        const whole = figures.find(
          (one) => one.level === level.id && one.year === year && one.variable === base,
        )?.values;
        return new Map([...found].map(([key, share]) => [key, Math.round(share * (whole?.get(key) ?? NaN))]));
      };
      const above = top.map(values);
      const below = bottom.map(values);
      if ([...above, ...below].includes(undefined)) continue;
      const value = measure.kind === 'value' ? planned.get(measure.variable) : undefined;
      const isSum = value?.role === 'count';
      const by = value?.averagedBy === undefined ? value?.weight : value.averagedBy;
      const weights = by ? values(by) : undefined;
      const sums = { above: 0, below: 0, areas: 0 };
      for (const key of above[0]?.keys() ?? []) {
        const part = above.reduce((sum, one) => sum + (one?.get(key) ?? NaN), 0);
        const whole = below.reduce((sum, one) => sum + (one?.get(key) ?? NaN), 0);
        if (Number.isNaN(part) || Number.isNaN(whole)) continue;
        const given = weights ? (weights.get(key) ?? NaN) : 1;
        // A count and its share tell the whole of both.
        const weight = !value?.averagedBy ? given : part > 0 ? given / part : NaN;
        sums.areas++;
        if (Number.isNaN(weight)) continue;
        sums.above += part * weight;
        sums.below += measure.kind === 'value' ? weight : whole;
      }
      // A value without weights has none for the city, in the app as here.
      const divisor = isSum ? 1 : value && !weights ? NaN : sums.below;
      return {
        indicator: id,
        year: year > 0 ? year : null,
        city: sums.areas > 0 ? sums.above / divisor : NaN,
        areas: sums.areas,
      };
    }
  }
  return { indicator: id, year: null, city: NaN, areas: 0 };
}
