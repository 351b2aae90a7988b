import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import { AreasOfPlan } from '../join/areaKeys.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, InstitutionPlan, LevelPlan, TablePlan } from './plan.ts';
import { FigureIds, proposeColumns, proposePivot } from './proposeColumns.ts';
import { proposeCrosswalks } from './proposeCrosswalks.ts';
import { withIndicators } from './proposeIndicators.ts';
import { looksLikeInstitutions, proposeInstitutions } from './proposeInstitutions.ts';
import { proposeLevels } from './proposeLevels.ts';
import { bestFit, plainTable, proposeYear } from './proposeTable.ts';

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
  const levels = mergedLevels(plan, known, inspection, data);
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
  const lists = new Set(institutions.map(({ table }) => table));
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
  return withIndicators(
    {
      ...plan,
      crs: plan.crs || projectedCrs(levels, inspection, institutions),
      files: Object.fromEntries(Object.entries(plan.files).filter(([path]) => paths.has(path))),
      levels,
      tables,
      institutions,
      crosswalks,
    },
    plan,
    data,
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

function mergedLevels(
  plan: ImportPlan,
  known: ReadonlySet<string>,
  inspection: Inspection,
  data: ImportData,
): readonly LevelPlan[] {
  const layers = new Set(inspection.layers.map(({ id }) => id));
  let kept = plan.levels.filter(({ from }) => from.kind === 'prefix' || layers.has(from.layer));
  const ids = new Set(kept.map(({ id }) => id));
  kept = kept.filter(({ from }) => from.kind === 'layer' || ids.has(from.level));
  const fresh = inspection.layers.filter(({ id }) => !known.has(id));
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
  const kept = plan.institutions.filter(({ table }) => tables.has(table));
  const lists = inspection.tables.filter((table) => !taken.has(table.id) && looksLikeInstitutions(table));
  const hasNew = lists.some(({ id }) => !known.has(id));
  if (!hasNew) return kept;
  const proposed = proposeInstitutions(lists, levels, areas, data);
  return [
    ...kept,
    ...proposed.filter(({ table }) => !known.has(table) && kept.every((one) => one.table !== table)),
  ];
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
