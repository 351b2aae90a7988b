import type { FormatFile, ReadContext } from '../formats/driver.ts';
import { ProblemList } from '../pack/problemList.ts';
import type { FileSource } from '../pack/source.ts';
import { readRecipe } from './buildPack.ts';
import type { Recipe, RecipeFile } from './recipe.ts';
import { RecipeFiles } from './recipeFiles.ts';
import { fromFormatFiles } from './recipeSource.ts';
import { withYear, yearAfter, yearInName } from './renew/fileNames.ts';
import { layersByContent } from './renew/layersByContent.ts';
import { type MatchedPath, matchFiles } from './renew/matchFiles.ts';
import { neededOf } from './renew/neededColumns.ts';
import { fitOf, NewFiles } from './renew/newFile.ts';
import { renewEditions } from './renew/renewEditions.ts';
import type { Renewing, Replacement } from './renew/renewing.ts';
import { renewCatchment, renewCrosswalk, renewInstitutions, renewLevel } from './renew/renewPlaces.ts';
import { renewSources, withSources } from './renew/renewSources.ts';
import { renewTable } from './renew/renewTables.ts';
import { rowsToLeaveOut } from './renew/rowsToLeaveOut.ts';
import type { ChosenColumns, Difference, FileMatch, Renewal } from './renewal.ts';
import { withoutFiles } from './withoutFiles.ts';

export interface RenewOptions {
  /** The files as they were, to compare with and to keep beside the new ones; null: they are not there. */
  readonly old?: FileSource | null;
  /** For files whose names and columns say no year. */
  readonly year?: number | null;
  /** Changes of the value of the whole city up to this part of it are not worth a word. */
  readonly tolerance?: number;
  /** What a person said of columns that are called otherwise now. */
  readonly columns?: ChosenColumns;
  readonly context?: ReadContext;
}

const unhurried: ReadContext = { pause: async () => {} };

/**
 * A recipe for the files of another year, with all that is not as it was. New files are told by their names and
 * columns; what they hold is put beside the years that are still there.
 */
export async function renew(
  given: Recipe,
  files: readonly FormatFile[],
  { old = null, year = null, tolerance = 0.2, columns = {}, context = unhurried }: RenewOptions = {},
): Promise<Renewal> {
  const problems = new ProblemList();
  const differences: Difference[] = [];
  const fresh = new NewFiles(context);
  const recipe = await layersByContent(given, files, async (file, entry) => {
    const columns = neededOf(given, entry.id);
    const part = fitOf(await fresh.as(file, entry, columns, null), columns) ?? 0;
    return { part, needed: columns.length };
  });
  const needed = (entry: RecipeFile): readonly string[] => neededOf(recipe, entry.id);
  const placed = await matchFiles(recipe, files, async (file, entries) => {
    const fits = await Promise.all(
      entries.map(async (entry) => fitOf(await fresh.as(file, entry, needed(entry), null), needed(entry))),
    );
    const known = fits.filter((fit) => fit !== null);
    return known.length === 0 ? null : Math.max(...known);
  });
  const matched = await Promise.all(placed.map((one) => overwritten(one, old)));
  const there = await pathsThere(matched, old);
  const ids = new Set(recipe.files.map(({ id }) => id));
  const replacements = new Map<string, Replacement[]>();
  for (const { entries, newer } of matched) {
    for (const file of newer) {
      for (const before of entries) {
        const found = await fresh.as(file, before, needed(before), problems);
        if (!found) continue;
        const id = newId(before, file, ids);
        ids.add(id);
        const replacement: Replacement = { before, file, entry: { ...found.entry, id }, found };
        replacements.set(before.id, [...(replacements.get(before.id) ?? []), replacement]);
      }
    }
  }
  const now = fromFormatFiles(files, 'neu');
  const silent = new ProblemList();
  const oldFiles = new RecipeFiles(firstOf(old, now), recipe.files, silent, silent, context);
  const whole = recipe.files.map((file) => ({ ...file, withoutRows: [] }));
  const allRows = new RecipeFiles(firstOf(old, now), whole, silent, silent, context);
  await rowsToLeaveOut(replacements, allRows, (id) => there.has(pathOf(recipe, id)), differences);
  const entries = [...replacements.values()].flat().map(({ entry }) => entry);
  const renewing: Renewing = {
    recipe,
    replacements,
    old: oldFiles,
    now: new RecipeFiles(firstOf(now, old), [...recipe.files, ...entries], silent, silent, context),
    isThere: (id) => there.has(pathOf(recipe, id)),
    year,
    tolerance,
    differences,
    chosen: columns,
    columns: [],
    problems,
    context,
  };
  const complete = await renewedRecipe(renewing, entries);
  const isMissing = (file: RecipeFile): boolean => !entries.includes(file) && !there.has(file.path);
  const leftOut = complete.files.filter((file) => file.optional && isMissing(file));
  const sources = await renewSources(recipe, [...replacements.values()].flat(), ({ file }) =>
    fresh.statedDate(file),
  );
  const renewed = withSources(withoutFiles(complete, new Set(leftOut.map(({ id }) => id))), sources);
  for (const file of renewed.files) {
    if (isMissing(file)) refuseMissing(file, problems);
  }
  const checked = readRecipe(JSON.parse(JSON.stringify(renewed)), 'recipe.json');
  if (!checked.ok) for (const found of checked.problems) problems.push(found);
  return {
    recipe: checked.ok ? checked.value : recipe,
    files: matchesOf(given, matched, replacements),
    differences,
    columns: renewing.columns,
    sources,
    problems: problems.list(),
  };
}

async function renewedRecipe(renewing: Renewing, entries: readonly RecipeFile[]): Promise<Recipe> {
  const { recipe } = renewing;
  const levels = [];
  for (const level of recipe.levels) levels.push(await renewLevel(renewing, level));
  const tables = [];
  for (const table of recipe.tables) tables.push(...(await renewTable(renewing, table)));
  const { institutions } = recipe;
  const lists = [];
  for (const table of institutions?.tables ?? []) lists.push(await renewInstitutions(renewing, table));
  const renewed: Recipe = {
    ...recipe,
    levels,
    tables,
    institutions: institutions && { ...institutions, tables: lists },
    catchments: recipe.catchments.map((catchment) => renewCatchment(renewing, catchment)),
    crosswalks: recipe.crosswalks.map((crosswalk) => renewCrosswalk(renewing, crosswalk)),
    editions: renewEditions(recipe, tables),
    files: [...recipe.files, ...entries],
  };
  const inUse = (file: RecipeFile): boolean => neededOf(renewed, file.id).length > 0;
  return { ...renewed, files: renewed.files.filter(inUse) };
}

/** A file of the same name with other contents comes in the place of the old one. */
async function overwritten(matched: MatchedPath, old: FileSource | null): Promise<MatchedPath> {
  const { same, path } = matched;
  const before = same && old ? await old.read(path).catch(() => null) : null;
  if (!same || !before || isEqual(before, same.bytes)) return matched;
  return { ...matched, same: null, newer: [same, ...matched.newer] };
}

async function pathsThere(
  matched: readonly MatchedPath[],
  old: FileSource | null,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const { path, same, newer } of matched) {
    const isOverwritten = newer.some((file) => file.path === path);
    const isKept = !isOverwritten && (await old?.read(path).catch(() => null));
    if (same || isKept) there.add(path);
  }
  return there;
}

function refuseMissing({ path, offered }: RecipeFile, problems: ProblemList): void {
  const where = { file: path };
  if (offered === null) problems.add('renew-file-missing', {}, where);
  else problems.add('renew-file-missing-offered', { offered }, where);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

function firstOf(...sources: readonly (FileSource | null)[]): FileSource {
  return {
    name: sources.find((source) => source)?.name ?? '',
    async read(path) {
      for (const source of sources) {
        const found = await source?.read(path);
        if (found) return found;
      }
      return null;
    },
  };
}

function pathOf(recipe: Recipe, id: string): string {
  return recipe.files.find((file) => file.id === id)?.path ?? '';
}

function newId(before: RecipeFile, file: FormatFile, taken: ReadonlySet<string>): string {
  const [was, is] = [yearInName(before.path), yearInName(file.path)];
  const named = was !== null && is !== null ? withYear(before.id, was, is) : before.id;
  const wanted = named !== before.id || is === null ? named : `${before.id}-${is}`;
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

function matchesOf(
  recipe: Recipe,
  matched: readonly MatchedPath[],
  replacements: ReadonlyMap<string, readonly Replacement[]>,
): readonly FileMatch[] {
  return matched.flatMap(({ entries, same }) =>
    entries.flatMap(({ id, path: named }): readonly FileMatch[] => {
      const path = recipe.files.find((file) => file.id === id)?.path ?? named;
      const year = recipe.tables.flatMap(({ parts }) => parts).find((part) => part.file === id)?.year ?? null;
      const fresh = (replacements.get(id) ?? []).map(({ file }): FileMatch => {
        const next = year === null ? yearInName(file.path) : yearAfter(path, file.path, year);
        return { file: id, before: path, now: file.path, year: next };
      });
      if (same || fresh.length === 0)
        return [{ file: id, before: path, now: same?.path ?? null, year }, ...fresh];
      return fresh;
    }),
  );
}
