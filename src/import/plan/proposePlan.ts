import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import { AreasOfPlan } from '../join/areaKeys.ts';
import { withForms } from './catchmentForms.ts';
import { creditFiles } from './creditFiles.ts';
import { namedSources } from './fileSources.ts';
import type { ImportData } from './importData.ts';
import type { CatchmentPlan, ImportPlan, InstitutionPlan, LevelPlan, TablePlan } from './plan.ts';
import { PlanValues } from './planValues.ts';
import { withBases } from './proposeBases.ts';
import { proposeCatchments } from './proposeCatchments.ts';
import { FigureIds, proposeColumns, proposePivot } from './proposeColumns.ts';
import { proposeCrosswalks } from './proposeCrosswalks.ts';
import { withIndicators } from './proposeIndicators.ts';
import { looksLikeInstitutions, proposeInstitutions } from './proposeInstitutions.ts';
import { proposeLevels } from './proposeLevels.ts';
import { bestFit, plainTable, proposeYear } from './proposeTable.ts';
import { withValidity } from './proposeValidity.ts';
import { formsToShow } from './proposeWords.ts';
import { withoutEmptyYears } from './proposeYears.ts';

/** A plan nobody has decided anything about yet. */
export const emptyPlan: ImportPlan = {
  id: 'stadt',
  title: '',
  crs: '',
  source: { title: '', publisher: '', date: '', licence: '', url: null },
  files: {},
  levels: [],
  tables: [],
  institutions: [],
  crosswalks: [],
  indicators: [],
  groups: [],
};

/** What the files seem to be: everything in it may be changed, and what only people can know is left empty. */
export function proposePlan(inspection: Inspection, data: ImportData): ImportPlan {
  return mergePlan(emptyPlan, inspection, data);
}

/**
 * A plan brought into line with files that were added, taken away or read differently. What was decided stays, as far
 * as what it is about is still there; what is new is proposed; what was taken out is not proposed again.
 */
export function mergePlan(plan: ImportPlan, inspection: Inspection, data: ImportData): ImportPlan {
  // A plan has an entry for every table it was made of, and for the attributes of every layer.
  const known = new Set(plan.tables.map(({ table }) => table));
  const catchments = mergedCatchments(plan, known, inspection, data);
  const levels = mergedLevels(plan, known, inspection, data, catchments);
  const areas = new AreasOfPlan(levels, data);
  const kept = new Map<string, TablePlan>();
  for (const old of plan.tables) {
    const table = inspection.tables.find(({ id }) => id === old.table);
    const isUndecided = old.use === 'ignore' && old.level === '';
    if (!table || !levels.some(({ id }) => id === old.level || old.level === '')) continue;
    if (!isUndecided && fits(old, table)) kept.set(table.id, old);
  }
  const crosswalks = [
    ...plan.crosswalks.filter(
      ({ from, to, by }) =>
        [from, to].every((id) => levels.some((level) => level.id === id)) &&
        (by.kind !== 'table' || inspection.tables.some(({ id }) => id === by.table)),
    ),
    ...proposeCrosswalks(
      inspection.tables.filter(({ id }) => !known.has(id) || plan.crosswalks.length === 0),
      levels,
      areas,
      data,
    ),
  ].filter((one, i, all) => all.findIndex((other) => other.from === one.from && other.to === one.to) === i);
  const taken = new Set(crosswalks.flatMap(({ by }) => (by.kind === 'table' ? [by.table] : [])));
  const institutions = mergedInstitutions(plan, known, inspection, levels, areas, data, taken);
  // What is written beside catchments is no table of areas.
  const lists = new Set([...institutions.map(({ table }) => table), ...catchments.map(({ layer }) => layer)]);
  const ids = new FigureIds(kept.values());
  const tables = inspection.tables.map((table) => {
    const old = kept.get(table.id);
    if (old) return old;
    if (taken.has(table.id) || lists.has(table.id)) return plainTable(table);
    const proposed = proposeTable(table, levels, areas, data, ids);
    const decided = plan.tables.find((one) => one.table === table.id);
    return decided && decided.level !== '' ? readAgain(decided, proposed, table) : proposed;
  });
  const paths = new Set(inspection.files.map(({ path }) => path));
  const before = new Set(inspection.tables.flatMap(({ id, file }) => (known.has(id) ? [file] : [])));
  const fresh = new Set([...paths].filter((path) => !before.has(path)));
  const credited = creditFiles(plan, inspection, fresh);
  const files = Object.fromEntries(Object.entries(credited.files).filter(([path]) => paths.has(path)));
  const newTables = new Set(tables.flatMap(({ table }) => (kept.has(table) ? [] : [table])));
  const values = new PlanValues({ levels, tables }, data);
  const related = withoutEmptyYears(withBases(tables, newTables, values), newTables, values);
  return withIndicators(
    {
      ...plan,
      sources: namedSources(credited.sources, files),
      crs: plan.crs || projectedCrs(levels, inspection, institutions),
      files,
      levels: withValidity(levels, new Set(plan.levels.map(({ id }) => id)), values, inspection),
      tables: related,
      institutions,
      catchments: withForms(catchments, institutions),
      crosswalks,
    },
    plan,
    values,
  );
}

/** Level, key, year and the meaning of the columns of one table. */
export function proposeTable(
  table: InspectedTable,
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
  ids: FigureIds,
): TablePlan {
  const plain = plainTable(table);
  const fit = bestFit(table, levels, areas, data);
  if (!fit) return plain;
  const year = proposeYear(table, fit.columns);
  const pivot = proposePivot(table, fit.level, ids);
  const columns = pivot ? [] : proposeColumns(table, fit.level, fit.columns, year, ids);
  const hasFigures = (pivot?.figures.length ?? 0) > 0 || columns.some(({ role }) => role !== 'ignore');
  return {
    ...plain,
    // Attributes of the areas themselves, and lists of names, have nothing to show.
    use: hasFigures ? 'areas' : 'ignore',
    level: fit.level,
    key: { ...plain.key, columns: fit.columns },
    year,
    columns,
    pivot,
  };
}

/** Is the table read in the way for which its plan was made? */
function fits({ head, key, year, columns, pivot }: TablePlan, table: InspectedTable): boolean {
  const { headFirst, headLast } = table.shape;
  if (head.first !== headFirst || head.last !== headLast) return false;
  const names = new Set(table.columns.map(({ name }) => name));
  const needed = [
    ...key.columns,
    ...(year.kind === 'column' ? [year.column] : []),
    ...(pivot ? [...pivot.by, pivot.value] : columns.map(({ column }) => column)),
  ];
  return needed.every((name) => names.has(name));
}

/** A table with another head or encoding: what was decided about columns that still have their name stays. */
function readAgain(decided: TablePlan, proposed: TablePlan, table: InspectedTable): TablePlan {
  const names = new Set(table.columns.map(({ name }) => name));
  const hasKey = decided.key.columns.every((name) => names.has(name));
  const hasYear = decided.year.kind !== 'column' || names.has(decided.year.column);
  const before = new Map(decided.columns.map((column) => [column.column, column]));
  return {
    ...proposed,
    use: decided.use,
    level: decided.level,
    key: hasKey ? decided.key : proposed.key,
    year: hasYear ? decided.year : proposed.year,
    columns: proposed.columns.map((column) => before.get(column.column) ?? column),
  };
}

/** Catchments that were there before, and those among new layers – as long as other layers remain to be the areas. */
function mergedCatchments(
  plan: ImportPlan,
  known: ReadonlySet<string>,
  inspection: Inspection,
  data: ImportData,
): readonly CatchmentPlan[] {
  const layers = new Set(inspection.layers.map(({ id }) => id));
  const kept = (plan.catchments ?? []).filter(({ layer }) => layers.has(layer));
  const fresh = inspection.layers.filter(({ id }) => !known.has(id));
  const proposed = proposeCatchments(inspection, fresh, data);
  const taken = new Set(proposed.map(({ layer }) => layer));
  const hasAreas =
    plan.levels.some(({ from }) => from.kind === 'layer' && layers.has(from.layer)) ||
    fresh.some(({ id, geometry }) => !taken.has(id) && (geometry === 'polygon' || geometry === 'mixed'));
  return hasAreas ? [...kept, ...proposed] : kept;
}

function mergedLevels(
  plan: ImportPlan,
  known: ReadonlySet<string>,
  inspection: Inspection,
  data: ImportData,
  catchments: readonly CatchmentPlan[],
): readonly LevelPlan[] {
  const layers = new Set(inspection.layers.map(({ id }) => id));
  let kept = plan.levels.filter(({ from }) => from.kind === 'prefix' || layers.has(from.layer));
  const ids = new Set(kept.map(({ id }) => id));
  kept = kept.filter(({ from }) => from.kind === 'layer' || ids.has(from.level));
  const taken = new Set(catchments.map(({ layer }) => layer));
  const fresh = inspection.layers.filter(({ id }) => !known.has(id) && !taken.has(id));
  if (fresh.length === 0) return kept;
  return proposeLevels({ ...inspection, layers: fresh }, data, kept);
}

function mergedInstitutions(
  plan: ImportPlan,
  known: ReadonlySet<string>,
  inspection: Inspection,
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
  taken: ReadonlySet<string>,
): readonly InstitutionPlan[] {
  const tables = new Map(inspection.tables.map((table) => [table.id, table]));
  const isNew = inspection.tables.some(({ id }) => !known.has(id));
  const lists = inspection.tables.filter((table) => !taken.has(table.id) && looksLikeInstitutions(table));
  const proposed = isNew ? proposeInstitutions(lists, levels, areas, data, inspection.tables) : [];
  const kept = plan.institutions.flatMap((one) => {
    const table = tables.get(one.table);
    if (!table) return [];
    const fresh = proposed.find(({ table: id }) => id === one.table);
    return [broughtUp(one, plan, levels, table, tables, data, fresh)];
  });
  return [
    ...kept,
    ...proposed.filter(({ table }) => !known.has(table) && kept.every((one) => one.table !== table)),
  ];
}

/** A list of before, with what could only be seen once other files were there. */
function broughtUp(
  one: InstitutionPlan,
  plan: ImportPlan,
  levels: readonly LevelPlan[],
  table: InspectedTable,
  tables: ReadonlyMap<string, InspectedTable>,
  data: ImportData,
  fresh: InstitutionPlan | undefined,
): InstitutionPlan {
  let now = one;
  if (now.within === undefined && plan.levels.length === 0 && levels.length > 0)
    now = { ...now, within: fresh?.within ?? true };
  if (now.formNames && !tables.has(now.formNames.table))
    now = { ...now, formNames: undefined, formWords: undefined };
  if (now.providerNames && !tables.has(now.providerNames.table))
    now = { ...now, provider: null, providerNames: undefined, publicWords: [] };
  if (now.formNames === undefined && fresh?.formNames) {
    const { form, formName, formNames, formWords, formOf } = fresh;
    now = { ...now, form, formName, formNames, formWords, formOf };
  }
  if (now.provider === null && now.providerNames === undefined && fresh?.providerNames) {
    const { provider, providerNames, publicWords } = fresh;
    now = { ...now, provider, providerNames, publicWords };
  }
  return now.formWords === undefined ? { ...now, ...formsToShow(now, table, data) } : now;
}

/** Metres: the projected system of a layer, else the UTM zone in which the city lies. */
function projectedCrs(
  levels: readonly LevelPlan[],
  inspection: Inspection,
  institutions: readonly InstitutionPlan[],
): string {
  const systems = [
    ...levels.flatMap(({ from }) => (from.kind === 'layer' ? [from.crs] : [])),
    ...institutions.flatMap(({ position }) => ('crs' in position ? [position.crs] : [])),
  ];
  const projected = systems.find((crs) => /^EPSG:2583[23]$/.test(crs));
  if (projected) return projected;
  const west = inspection.layers.flatMap(({ crs }) => (crs.bounds ? [crs.bounds[0]] : []));
  if (west.length === 0) return '';
  return Math.min(...west) >= 12 ? 'EPSG:25833' : 'EPSG:25832';
}
