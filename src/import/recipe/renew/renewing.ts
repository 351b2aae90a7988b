import type { FormatFile, ReadContext } from '../../formats/driver.ts';
import type { ProblemList } from '../../pack/problemList.ts';
import type { Recipe, RecipeFile } from '../recipe.ts';
import type { RecipeFiles } from '../recipeFiles.ts';
import type { ChosenColumns, Difference, RenewedColumn } from '../renewal.ts';
import { yearAfter } from './fileNames.ts';
import type { NewFile } from './newFile.ts';

/** A new file in the place of one entry of the recipe. */
export interface Replacement {
  readonly before: RecipeFile;
  readonly file: FormatFile;
  /** With its new id. */
  readonly entry: RecipeFile;
  readonly found: NewFile;
}

/** What is known while a recipe is renewed, and what is found out. */
export interface Renewing {
  readonly recipe: Recipe;
  /** By id of the entry they follow, oldest first. */
  readonly replacements: ReadonlyMap<string, readonly Replacement[]>;
  /** Reads the files as they were, as far as they are there. */
  readonly old: RecipeFiles;
  /** Reads the new ones, by their new ids, beside the old ones. */
  readonly now: RecipeFiles;
  /** Is the file of an entry still there as it was? */
  readonly isThere: (id: string) => boolean;
  /** Said by whoever renews, for files whose names say nothing. */
  readonly year: number | null;
  /** Changes of a city value up to this part of it are as expected. */
  readonly tolerance: number;
  readonly differences: Difference[];
  /** Names of columns a person chose. */
  readonly chosen: ChosenColumns;
  /** Columns that are called otherwise now, as they are met. */
  readonly columns: RenewedColumn[];
  readonly problems: ProblemList;
  readonly context: ReadContext;
}

export function replacementsOf({ replacements }: Renewing, id: string): readonly Replacement[] {
  return replacements.get(id) ?? [];
}

/** The newest file in the place of an entry; null when there is none. */
export function newestOf(renewing: Renewing, id: string): Replacement | null {
  return replacementsOf(renewing, id).at(-1) ?? null;
}

export function differ(
  { differences }: Renewing,
  kind: Difference['kind'],
  file: string,
  params: Difference['params'],
): void {
  const same = differences.some(
    (one) => one.kind === kind && one.file === file && JSON.stringify(one.params) === JSON.stringify(params),
  );
  if (!same) differences.push({ kind, file, params });
}

/** The year the figures of a new file are of; null, with a problem, when nothing tells. */
export function newYear(renewing: Renewing, { before, file }: Replacement, year: number): number | null {
  const named = yearAfter(before.path, file.path, year);
  const found = named ?? renewing.year;
  if (found === null) renewing.problems.add('renew-year-unknown', {}, { file: file.path });
  return found;
}
