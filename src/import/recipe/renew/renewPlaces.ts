import { propertyOf } from '../../formats/feature.ts';
import type { Recipe } from '../recipe.ts';
import { institutionColumnsOf, institutionsWithColumns } from './columnMaps.ts';
import { named } from './compareTables.ts';
import { levelAreas } from './levelAreas.ts';
import { differInForm, renewColumns } from './renewColumns.ts';
import { differ, newestOf, newYear, type Renewing, type Replacement } from './renewing.ts';

type RecipeLevel = Recipe['levels'][number];
type InstitutionTable = NonNullable<Recipe['institutions']>['tables'][number];

/** A level with the new outlines – where they are the same areas, or nothing else is there. */
export async function renewLevel(renewing: Renewing, level: RecipeLevel): Promise<RecipeLevel> {
  const { geometry } = level;
  if ('dissolve' in geometry) {
    const names = geometry.names;
    const newest = names && 'file' in names ? newestOf(renewing, names.file) : null;
    if (!newest || !names || !('file' in names) || renewing.isThere(names.file)) return level;
    return { ...level, geometry: { ...geometry, names: { ...names, file: newest.entry.id } } };
  }
  const newest = newestOf(renewing, geometry.file);
  if (!newest) return level;
  const renewed: RecipeLevel = { ...level, geometry: { ...geometry, file: newest.entry.id } };
  for (const property of [geometry.key, geometry.name]) {
    if (newest.found.features.some((feature) => propertyOf(feature, property) !== undefined)) continue;
    differ(renewing, 'column-gone', newest.file.path, { column: property });
    if (!renewing.isThere(geometry.file))
      renewing.problems.add('renew-column-gone', { column: property }, { file: newest.file.path });
    return level;
  }
  const before = renewing.isThere(geometry.file)
    ? await levelAreas(renewing.recipe, level.id, renewing.old)
    : null;
  const recipe = { ...renewing.recipe, levels: [renewed] };
  const now = await levelAreas(recipe, level.id, renewing.now);
  if (!now || !before) return now ? renewed : level;
  const gone = before.keys.filter((key) => !now.keys.includes(key));
  const added = now.keys.filter((key) => !before.keys.includes(key));
  const { path } = newest.file;
  if (gone.length > 0) differ(renewing, 'areas-gone', path, { n: gone.length, areas: named(gone) });
  if (added.length > 0) differ(renewing, 'areas-new', path, { n: added.length, areas: named(added) });
  // Other areas are another vintage: figures of before stay with the areas of before.
  return gone.length + added.length > 0 ? level : renewed;
}

/** A register of institutions is replaced: it lists those that there are now. */
export async function renewInstitutions(
  renewing: Renewing,
  table: InstitutionTable,
): Promise<InstitutionTable> {
  const own = newestOf(renewing, table.file);
  const joined = new Map<string, Replacement>();
  for (const join of table.joins) {
    const newest = newestOf(renewing, join.file);
    if (newest) joined.set(join.as, newest);
  }
  if (!own && joined.size === 0) return table;
  const columns = institutionColumnsOf(table);
  if (own) differInForm(renewing, own);
  const { rename, gone } = await renewColumns(renewing, columns, table.joins, own, joined);
  const kept: InstitutionTable = {
    ...table,
    compositions: table.compositions
      .filter(({ total }) => !gone.has(total))
      .map((one) => ({
        ...one,
        counts: Object.fromEntries(Object.entries(one.counts).filter(([, column]) => !gone.has(column))),
      })),
    flags: table.flags.filter(({ where }) => !where.some(({ column }) => gone.has(column))),
  };
  for (const column of institutionColumnsOf(kept)) {
    if (!gone.has(column)) continue;
    const { file } = own ?? [...joined.values()][0] ?? {};
    renewing.problems.add('renew-column-gone', { column }, { file: file?.path ?? table.file });
  }
  const renamed = institutionsWithColumns(kept, rename);
  return {
    ...renamed,
    file: own?.entry.id ?? table.file,
    joins: renamed.joins.map((join) => ({ ...join, file: joined.get(join.as)?.entry.id ?? join.file })),
    compositions: renamed.compositions.map((one) => ({ ...one, year: yearOf(renewing, own, one.year) })),
  };
}

export function renewCatchment(
  renewing: Renewing,
  catchment: Recipe['catchments'][number],
): Recipe['catchments'][number] {
  const newest = newestOf(renewing, catchment.file);
  if (!newest) return catchment;
  return { ...catchment, file: newest.entry.id, year: yearOf(renewing, newest, catchment.year) };
}

/** Tables that lead from one vintage to another stay, unless only a newer one is there. */
export function renewCrosswalk(
  renewing: Renewing,
  crosswalk: Recipe['crosswalks'][number],
): Recipe['crosswalks'][number] {
  if ('overlap' in crosswalk) {
    const { grid } = crosswalk;
    const newest = grid && !renewing.isThere(grid.file) ? newestOf(renewing, grid.file) : null;
    return grid && newest ? { ...crosswalk, grid: { ...grid, file: newest.entry.id } } : crosswalk;
  }
  const newest = renewing.isThere(crosswalk.file) ? null : newestOf(renewing, crosswalk.file);
  return newest ? { ...crosswalk, file: newest.entry.id } : crosswalk;
}

/** The year of the new file; the old one where only files beside it are new. */
function yearOf(renewing: Renewing, replacement: Replacement | null, year: number): number {
  return replacement ? (newYear(renewing, replacement, year) ?? year) : year;
}
