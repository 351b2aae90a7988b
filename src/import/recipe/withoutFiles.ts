import type { Problem } from '#model/result.ts';
import { problem } from '#model/result.ts';
import type { FileSource } from '../pack/source.ts';
import type { Recipe } from './recipe.ts';
import { insideArchives } from './recipeSource.ts';

/** A recipe without the optional files that are not there, each of them named in a note. */
export async function withoutMissing(
  recipe: Recipe,
  source: FileSource,
): Promise<{ readonly recipe: Recipe; readonly notes: readonly Problem[] }> {
  const inside = insideArchives(source);
  const missing = new Set<string>();
  const notes = new Map<string, Problem>();
  for (const { id, path, optional, offered, from } of recipe.files) {
    if (!optional || (await inside.read(path).catch(() => null))) continue;
    missing.add(id);
    const at = offered ?? from?.address ?? null;
    notes.set(
      path,
      at === null
        ? problem('file-left-out', {}, { file: path })
        : problem('file-left-out-offered', { offered: at }, { file: path }),
    );
  }
  return { recipe: withoutFiles(recipe, missing), notes: [...notes.values()] };
}

/**
 * A recipe without some of its files: everything that is read from them goes, and with it what would then have no
 * figures at all. Levels stay: their outlines cannot be left out.
 */
export function withoutFiles(recipe: Recipe, without: ReadonlySet<string>): Recipe {
  if (without.size === 0) return recipe;
  const tables = recipe.tables.flatMap((table) => tableWithout(table, without));
  const { institutions } = recipe;
  const lists = (institutions?.tables ?? []).flatMap((table) => listWithout(table, without));
  const forms = (institutions?.forms ?? []).filter(
    ({ id }) => lists.some(({ form }) => wordsIn(form).has(id)) || lists.length === 0,
  );
  const rest: Recipe = {
    ...recipe,
    files: recipe.files.filter(({ id }) => !without.has(id)),
    levels: recipe.levels.map((level) => levelWithout(level, without)),
    tables,
    institutions: institutions && lists.length > 0 ? { ...institutions, forms, tables: lists } : null,
    catchments: recipe.catchments.filter(
      ({ file, form }) => !without.has(file) && lists.some((list) => wordsIn(list.form).has(form)),
    ),
    crosswalks: recipe.crosswalks.flatMap((crosswalk): Recipe['crosswalks'] => {
      if (!('overlap' in crosswalk)) return without.has(crosswalk.file) ? [] : [crosswalk];
      return crosswalk.grid && without.has(crosswalk.grid.file)
        ? [{ ...crosswalk, grid: null }]
        : [crosswalk];
    }),
  };
  return withoutUnread(rest);
}

type Table = Recipe['tables'][number];
type List = NonNullable<Recipe['institutions']>['tables'][number];

function tableWithout(table: Table, without: ReadonlySet<string>): readonly Table[] {
  const gone = table.joins.filter(({ file }) => without.has(file));
  const isGone = (column: string): boolean => gone.some(({ as }) => column.startsWith(`${as}.`));
  if (table.where.some(({ column }) => isGone(column)) || columnsOf(table.area.column).some(isGone))
    return [];
  const parts = table.parts.filter(
    ({ file, joins }) => !without.has(file) && joins.every((join) => !without.has(join.file)),
  );
  const columns = entriesOf(table.columns).filter(([, spec]) => !columnsOf(specColumn(spec)).some(isGone));
  const hasFigures =
    columns.length > 0 ||
    table.pivot !== undefined ||
    parts.some((part) => Object.values(part.columns).some((spec) => spec !== null));
  if (parts.length === 0 || !hasFigures) return [];
  return [
    {
      ...table,
      joins: table.joins.filter((join) => !gone.includes(join)),
      parts: parts.map((part) => ({
        ...part,
        columns: Object.fromEntries(
          entriesOf(part.columns).filter(
            ([, spec]) => spec === null || !columnsOf(specColumn(spec)).some(isGone),
          ),
        ),
      })),
      columns: Object.fromEntries(columns),
      signs: table.signs.filter(({ where }) => !where.some(({ column }) => isGone(column))),
    },
  ];
}

/** Without a list itself, or what tells its institutions apart, there is nothing; else only the columns are gone. */
function listWithout(list: List, without: ReadonlySet<string>): readonly List[] {
  if (without.has(list.file)) return [];
  const gone = list.joins.filter(({ file }) => without.has(file));
  if (gone.length === 0) return [list];
  const isGone = (text: string): boolean => gone.some(({ as }) => text.includes(`${as}.`));
  const { id, name, form, provider, where, lon, lat, area, capacity, address } = list;
  const needed = [...id, name, ...where.map(({ column }) => column)];
  if (needed.some(isGone) || wordColumns(form).some(isGone) || wordColumns(provider).some(isGone)) return [];
  const isPlaceGone = [lon ?? '', lat ?? ''].some(isGone);
  const isAreaGone = area !== undefined && columnsOf(area.column).some(isGone);
  return [
    {
      ...list,
      joins: list.joins.filter((join) => !gone.includes(join)),
      lon: isPlaceGone ? undefined : lon,
      lat: isPlaceGone ? undefined : lat,
      area: isAreaGone ? undefined : area,
      capacity: capacity !== undefined && isGone(capacity) ? undefined : capacity,
      address: address !== undefined && isGone(address) ? undefined : address,
      flags: list.flags.filter((flag) => !flag.where.some(({ column }) => isGone(column))),
      dedupe: list.dedupe?.some(isGone) ? undefined : list.dedupe,
      compositions: list.compositions.flatMap((composition) =>
        isGone(composition.total)
          ? []
          : [
              {
                ...composition,
                counts: Object.fromEntries(
                  entriesOf(composition.counts).filter(([, column]) => !isGone(column)),
                ),
              },
            ],
      ),
    },
  ];
}

function levelWithout(level: Recipe['levels'][number], without: ReadonlySet<string>): typeof level {
  const { geometry } = level;
  if (!('dissolve' in geometry)) return level;
  const { names } = geometry;
  if (!names || !('file' in names) || !without.has(names.file)) return level;
  return { ...level, geometry: { ...geometry, names: undefined } };
}

/** Takes away variables that no table gives, and all that rests on them. */
function withoutUnread(recipe: Recipe): Recipe {
  const read = new Set(
    recipe.tables.flatMap((table) => [
      ...Object.keys(table.columns),
      ...Object.keys(table.pivot?.variables ?? {}),
      ...table.parts.flatMap((part) => Object.keys(part.columns)),
    ]),
  );
  const counted = new Set(
    (recipe.institutions?.tables ?? []).flatMap(({ compositions }) =>
      compositions.flatMap(({ counts }) => Object.keys(counts)),
    ),
  );
  const indicators = recipe.indicators.filter(({ measure }) =>
    measure.kind === 'value'
      ? read.has(measure.variable)
      : [...measure.numerator, ...measure.denominator].every((id) => read.has(id)),
  );
  const kept = recipe.groups.filter(({ scope, count, universe }) =>
    scope === 'institutions' ? counted.has(count) : read.has(count) && read.has(universe),
  );
  const groups = new Set(kept.map(({ id }) => id));
  return {
    ...recipe,
    variables: recipe.variables
      .filter(({ id }) => read.has(id))
      .map((variable) => ({
        ...variable,
        weight: variable.weight !== null && read.has(variable.weight) ? variable.weight : null,
        ...(variable.averagedBy && !read.has(variable.averagedBy) ? { averagedBy: null } : {}),
      })),
    indicators,
    groups: kept.map((group) => ({
      ...group,
      residentTwin: group.residentTwin !== null && groups.has(group.residentTwin) ? group.residentTwin : null,
      overlaps: group.overlaps?.filter((id) => groups.has(id)),
    })),
    editions: recipe.editions
      .filter(({ level }) => recipe.tables.some((table) => table.level === level))
      .map((edition) => {
        const { official } = edition;
        const isRead = official !== null && read.has(official.status) && read.has(official.dynamics);
        return { ...edition, official: isRead ? official : null };
      }),
  };
}

function specColumn(
  spec: string | { readonly column: string | readonly string[] },
): string | readonly string[] {
  return typeof spec === 'string' ? spec : spec.column;
}

function columnsOf(column: string | readonly string[]): readonly string[] {
  return typeof column === 'string' ? [column] : column;
}

function wordsIn({ value, rules, map, default: otherwise }: List['form']): ReadonlySet<string> {
  return new Set(
    [value, otherwise, ...rules.map((rule) => rule.value), ...Object.values(map)].filter(
      (word) => word !== undefined,
    ),
  );
}

function wordColumns({ column, rules }: List['form']): readonly string[] {
  return [column ?? '', ...rules.flatMap(({ where }) => where.map((condition) => condition.column))];
}

function entriesOf<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record);
}
