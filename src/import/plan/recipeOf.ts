import * as v from 'valibot';
import { fail, type Result, succeed } from '#model/result.ts';
import type { LocalText } from '#model/text.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { schemaProblems } from '../pack/openPack.ts';
import { type Recipe, type RecipeInput, recipeSchema } from '../recipe/recipe.ts';
import { familyText } from './familyWords.ts';
import { slugOf } from './ids.ts';
import type { ColumnPlan, ImportPlan, LevelPlan, TablePlan, YearPlan } from './plan.ts';
import { figuresOf, isCount, type PlannedFigure } from './plannedFigures.ts';
import { inBoth, wordedWith } from './planText.ts';
import { RecipeFileList } from './recipeFileList.ts';
import { catchmentsOf, institutionsOf } from './recipeInstitutions.ts';
import { RecipeSources } from './recipeSources.ts';

type TableInput = RecipeInput['tables'][number];
type ColumnInput = NonNullable<TableInput['columns']>[string];

/** The recipe a plan means. Problems are only those that keep a recipe from being written at all. */
export function recipeOf(plan: ImportPlan, inspection: Inspection): Result<Recipe> {
  const files = new RecipeFileList(plan, inspection);
  const levels = plan.levels.map((level) => levelOf(level, plan, files));
  const tables = plan.tables.filter(({ use }) => use === 'areas').map((table) => tableOf(table, files));
  const crosswalks = plan.crosswalks.map((crosswalk) => crosswalkOf(crosswalk, files));
  const institutions = institutionsOf(plan, files);
  const catchments = catchmentsOf(plan, files);
  const sources = new RecipeSources(plan, [...files.entries()], tables);
  const figures = new Map(figuresOf(plan.tables).map((figure) => [figure.variable, figure]));
  const recipe: RecipeInput = {
    recipe: 1,
    name: plan.id,
    title: inBoth(plan.title),
    crs: plan.crs,
    sources: sources.list(),
    files: [...files.entries()],
    families: familiesOf(plan.levels),
    levels,
    variables: [...figures.values()].map((figure) => variableOf(figure, figures, sources)),
    tables: merged(tables),
    indicators: indicatorsOf(plan, sources),
    groups: groupsOf(plan),
    institutions,
    ...(catchments.length > 0 ? { catchments } : {}),
    crosswalks,
  };
  const problems = files.problems();
  if (problems.length > 0) return fail(...problems);
  const checked = v.safeParse(recipeSchema, recipe);
  return checked.success ? succeed(checked.output) : fail(...schemaProblems(checked.issues, 'recipe.json'));
}

function familiesOf(levels: readonly LevelPlan[]): RecipeInput['families'] {
  const families = new Map<string, RecipeInput['families'][number]>();
  for (const { family, familyName, familyPlural } of levels) {
    if (families.has(family)) continue;
    families.set(family, {
      id: family,
      name: familyText(familyName, 'name'),
      plural: familyText(familyPlural, 'plural'),
    });
  }
  return [...families.values()];
}

function levelOf(level: LevelPlan, plan: ImportPlan, files: RecipeFileList): RecipeInput['levels'][number] {
  const { id, family, vintage, validFrom, validTo, from } = level;
  const head = { id, family, vintage, validFrom, validTo };
  const parent = parentOf(level, plan.levels);
  if (from.kind === 'prefix') {
    const names = Object.keys(from.names).length > 0 ? { names: { list: { ...from.names } } } : {};
    return { ...head, parent, geometry: { dissolve: from.level, keyLength: from.keyLength, ...names } };
  }
  return {
    ...head,
    parent,
    geometry: {
      file: files.layer(from.layer, { crs: from.crs, swapped: from.swapped }),
      key: from.key,
      name: from.name,
      // Keys that are numbers in the file are taken as they are written.
      pad: from.pad ?? 1,
    },
  };
}

/** The next coarser level: the one that was named, or the longest prefix of the same base. */
function parentOf(
  level: LevelPlan,
  levels: readonly LevelPlan[],
): { level: string; keyLength: number } | null {
  if (level.parent) return { ...level.parent };
  const base = level.from.kind === 'prefix' ? level.from.level : level.id;
  const own = level.from.kind === 'prefix' ? level.from.keyLength : Infinity;
  let best: { level: string; keyLength: number } | null = null;
  for (const { id, from } of levels) {
    if (from.kind !== 'prefix' || from.level !== base || from.keyLength >= own) continue;
    if (!best || from.keyLength > best.keyLength) best = { level: id, keyLength: from.keyLength };
  }
  return best;
}

function variableOf(
  figure: PlannedFigure,
  figures: ReadonlyMap<string, PlannedFigure>,
  sources: RecipeSources,
): RecipeInput['variables'][number] {
  const { variable, name, unit, base, weight, averagedBy } = figure;
  const isCounted = isCount(figure);
  const weighing = isCounted || weight === null ? undefined : figures.get(weight);
  const count = averagedBy ? figures.get(averagedBy) : undefined;
  return {
    id: variable,
    name: inBoth(name),
    kind: isCounted ? 'count' : 'value',
    // What is estimated from a share counts what its whole counts.
    unit: isCounted && unit === 'share' ? (figures.get(base ?? '')?.unit ?? 'persons') : unit,
    ...(weighing && isCount(weighing) ? { weight } : {}),
    ...(isCounted || averagedBy === undefined
      ? {}
      : { averagedBy: count && isCount(count) ? averagedBy : null }),
    ...sources.of(variable),
  };
}

function tableOf(table: TablePlan, files: RecipeFileList): TableInput {
  const file = files.table(table.table, table);
  const { key, year, pivot } = table;
  const columns = table.columns.filter(({ role, variable }) => role !== 'ignore' && variable !== '');
  const area = {
    column: key.columns.length === 1 ? (key.columns[0] ?? '') : [...key.columns],
    ...(key.pad === null ? {} : { pad: key.pad }),
    ...(Object.keys(key.map).length > 0 ? { map: { ...key.map } } : {}),
    ...(key.by === 'name' ? { by: 'name' as const } : {}),
  };
  const common: Omit<TableInput, 'parts'> = {
    id: `table-${slugOf(file) || 'x'}`,
    level: table.level,
    area,
    // What has no area was shown before it was taken over.
    unmatched: 'drop',
    where: [...table.where],
    ...(year.kind === 'column' ? { yearColumn: year.column } : {}),
  };
  if (pivot) {
    const variables = Object.fromEntries(
      pivot.figures
        .filter(({ role, variable }) => role !== 'ignore' && variable !== '')
        .map((figure) => [figure.variable, { is: [...figure.is], ...writingOf(figure) }]),
    );
    return {
      ...common,
      ...signsOf(pivot.figures, year, pivot.by),
      pivot: { by: [...pivot.by], value: pivot.value, variables },
      parts: [{ file, ...yearOf(year.kind === 'fixed' ? year.year : null) }],
    };
  }
  if (year.kind !== 'columns') {
    return {
      ...common,
      ...signsOf(columns, year, []),
      columns: columnsOf(columns),
      parts: [{ file, ...yearOf(year.kind === 'fixed' ? year.year : null) }],
    };
  }
  const years = [...new Set(columns.map((column) => column.year))].filter((one) => one !== null);
  return {
    ...common,
    parts: years.map((one) => ({
      file,
      year: one,
      columns: columnsOf(
        columns.filter((column) => column.year === one && !(column.withoutYears ?? []).includes(one)),
      ),
    })),
  };
}

type LeftOut = Pick<ColumnPlan, 'role' | 'variable' | 'withoutYears'> & { readonly is?: readonly string[] };

/** Years of figures that are left out, where years stand in a column: their cells get the sign for missing. */
function signsOf(
  figures: readonly LeftOut[],
  year: YearPlan,
  by: readonly string[],
): Pick<TableInput, 'signs'> {
  if (year.kind !== 'column') return {};
  const used = figures.filter(({ role, variable }) => role !== 'ignore' && variable !== '');
  const years = [...new Set(used.flatMap(({ withoutYears = [] }) => withoutYears))].sort((a, b) => a - b);
  const at = (one: number) => ({ column: year.column, equals: String(one) });
  const out = (one: number): readonly LeftOut[] =>
    used.filter(({ withoutYears = [] }) => withoutYears.includes(one));
  const rules = years.flatMap((one) =>
    by.length > 0
      ? out(one).map(({ is = [] }) => ({
          where: [at(one), ...by.map((column, i) => ({ column, equals: is[i] ?? '' }))],
          sign: 'missing' as const,
        }))
      : [
          {
            where: [at(one)],
            sign: 'missing' as const,
            except: used.filter((figure) => !out(one).includes(figure)).map(({ variable }) => variable),
          },
        ],
  );
  return rules.length > 0 ? { signs: rules } : {};
}

function yearOf(year: number | null): { year?: number } {
  return year === null ? {} : { year };
}

function columnsOf(columns: readonly ColumnPlan[]): Record<string, ColumnInput> {
  return Object.fromEntries(
    columns.map((column) => [column.variable, { column: column.column, ...writingOf(column) }]),
  );
}

type Writing = Omit<ColumnPlan, 'column' | 'year' | 'weight' | 'averagedBy' | 'emptyYears' | 'withoutYears'>;

function writingOf({ decimal, thousands, percent, marks, base, rounding, role }: Writing) {
  return {
    decimal,
    thousands,
    ...(marks.length > 0 ? { marks: marks.map((mark) => ({ ...mark })) } : {}),
    ...(percent ? { percent: true } : {}),
    ...(role === 'share' && base ? { of: base, rounding: rounding ?? 0 } : {}),
  };
}

/** Files of several years with the same columns are parts of one table. */
function merged(tables: readonly TableInput[]): TableInput[] {
  const same = new Map<string, TableInput>();
  for (const table of tables) {
    const key = JSON.stringify({
      ...table,
      id: '',
      parts: table.parts.map(({ columns }) => columns ?? null),
    });
    const known = table.yearColumn === undefined ? same.get(key) : undefined;
    if (known) same.set(key, { ...known, parts: [...known.parts, ...table.parts] });
    else same.set(known === undefined && same.has(key) ? `${key} ${table.id}` : key, table);
  }
  return [...same.values()];
}

function crosswalkOf(
  { from, to, by }: ImportPlan['crosswalks'][number],
  files: RecipeFileList,
): NonNullable<RecipeInput['crosswalks']>[number] {
  if (by.kind === 'table') {
    const { fromColumn, toColumn, weightColumn } = by;
    return {
      from,
      to,
      file: files.asFound(by.table, [weightColumn]),
      fromColumn,
      toColumn,
      weightColumn,
      method: 'table',
    };
  }
  const { grid } = by;
  return {
    from,
    to,
    overlap: true,
    grid: grid && {
      file: files.asFound(grid.table, [grid.x, grid.residents]),
      x: grid.x,
      y: grid.y,
      crs: grid.crs,
      residents: grid.residents,
    },
    method: grid ? 'population' : 'area',
  };
}

function indicatorsOf(plan: ImportPlan, sources: RecipeSources): RecipeInput['indicators'] {
  const figures = new Map(figuresOf(plan.tables).map((figure) => [figure.variable, figure]));
  return plan.indicators
    .filter(({ included }) => included)
    .map(({ id, name, definition, theme, unit, direction, measure }) => {
      const title = inBoth(name);
      const wordsOf = (variables: readonly string[]): LocalText =>
        wordedWith(
          variables.map((variable) => figures.get(variable)?.name ?? variable),
          (...words) => words.join(' + '),
          (...words) => words.join(' + '),
        );
      return {
        id,
        theme,
        name: title,
        short: title,
        definition: inBoth(definition),
        numeratorText: measure.kind === 'value' ? null : wordsOf(measure.numerator),
        denominatorText: measure.kind === 'value' ? null : wordsOf(measure.denominator),
        unit,
        measure:
          measure.kind === 'value'
            ? { ...measure }
            : { ...measure, numerator: [...measure.numerator], denominator: [...measure.denominator] },
        direction,
        decimals: decimalsOf(
          measure.kind,
          unit,
          figures.get(measure.kind === 'value' ? measure.variable : ''),
        ),
        ...sources.of(
          ...(measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator]),
        ),
      };
    });
}

function decimalsOf(kind: string, unit: string, figure: PlannedFigure | undefined): number {
  if (kind !== 'value') return 1;
  if (unit === 'euro-per-sqm') return 2;
  return figure?.role === 'count' ? 0 : 1;
}

/** Nothing says which of the groups share people: all may, but for those whose universe differs. */
function groupsOf(plan: ImportPlan): RecipeInput['groups'] {
  const groups = plan.groups.filter(({ included }) => included);
  return groups.map(({ id, scope, name, ofName, restName, count, universe }, i) => {
    const overlaps = groups
      .slice(i + 1)
      .filter((other) => other.scope === scope && other.universe === universe && !areApart(id, other.id))
      .map((other) => other.id);
    return {
      id,
      scope,
      name: inBoth(name),
      ofName: inBoth(ofName),
      restName: inBoth(restName),
      count,
      universe,
      ...(overlaps.length > 0 ? { overlaps } : {}),
    };
  });
}

/** Pairs of known groups nobody belongs to at once. */
const apart: readonly (readonly [string, string])[] = [
  ['foreigners', 'germans'],
  ['foreigners', 'germans-migration-background'],
  ['under-15', 'age-65-plus'],
  ['women', 'men'],
];

function areApart(one: string, other: string): boolean {
  return apart.some((pair) => pair.includes(one) && pair.includes(other));
}
