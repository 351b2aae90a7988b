import { AreasOfPlan } from '../join/areaKeys.ts';
import type { InspectedTable, Inspection } from '../inspect/inspection.ts';
import { slugOf } from './ids.ts';
import type { ImportData } from './importData.ts';
import type { ImportPlan, InstitutionPlan, LevelPlan, TablePlan } from './plan.ts';
import { FigureIds, proposeColumns, proposePivot } from './proposeColumns.ts';
import { proposeCrosswalks } from './proposeCrosswalks.ts';
import { withIndicators } from './proposeIndicators.ts';
import { proposeInstitutions } from './proposeInstitutions.ts';
import { proposeLevels } from './proposeLevels.ts';
import { bestFit, plainTable, proposeYear } from './proposeTable.ts';

/** What the files seem to be: everything in it may be changed, and what only people can know is left empty. */
export function proposePlan(inspection: Inspection, data: ImportData): ImportPlan {
  const levels = proposeLevels(inspection, data);
  const areas = new AreasOfPlan(levels, data);
  const crosswalks = proposeCrosswalks(inspection.tables, levels, areas, data);
  const taken = new Set(crosswalks.flatMap(({ by }) => (by.kind === 'table' ? [by.table] : [])));
  const others = inspection.tables.filter(({ id }) => !taken.has(id));
  const institutions = proposeInstitutions(others, levels, areas, data);
  const lists = new Set(institutions.map(({ table }) => table));
  const ids = new FigureIds();
  const tables = inspection.tables.map((table) =>
    taken.has(table.id) || lists.has(table.id) ? plainTable(table) : proposeTable(table, levels, areas, data, ids),
  );
  return withIndicators({
    id: 'stadt',
    title: '',
    crs: projectedCrs(levels, inspection, institutions),
    source: { title: '', publisher: '', date: '', licence: '', url: null },
    files: {},
    levels,
    tables,
    institutions,
    crosswalks,
    indicators: [],
    groups: [],
  });
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
  return west.length > 0 && Math.min(...west) >= 12 ? 'EPSG:25833' : 'EPSG:25832';
}

/** The id that goes with the name of a city. */
export function idOfTitle(title: string): string {
  return slugOf(title) || 'stadt';
}
