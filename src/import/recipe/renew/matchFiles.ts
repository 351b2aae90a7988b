import { distance } from 'fastest-levenshtein';
import type { FormatFile } from '../../formats/driver.ts';
import type { Recipe, RecipeFile } from '../recipe.ts';
import { lastPart, namePattern, yearInName } from './fileNames.ts';

/** The files of a recipe that stand in one source file (sheets of one workbook), and what comes in its place. */
export interface MatchedPath {
  readonly path: string;
  readonly entries: readonly RecipeFile[];
  /** It is there as it was. */
  readonly same: FormatFile | null;
  /** Newer files of its kind, oldest first. */
  readonly newer: readonly FormatFile[];
}

/** How well the contents of a new file fit those entries, 0…1; null: cannot be told. */
export type Fit = (file: FormatFile, entries: readonly RecipeFile[]) => Promise<number | null>;

const leastNameLikeness = 0.7;
const leastFit = 0.6;

/**
 * Which new file takes the place of which file of the recipe: the same name; else the same name but for its digits,
 * where of a series the newest is the one to follow; else a similar name, when the columns agree.
 */
export async function matchFiles(
  recipe: Recipe,
  files: readonly FormatFile[],
  fitOf: Fit,
): Promise<readonly MatchedPath[]> {
  const paths = new Map<string, RecipeFile[]>();
  for (const entry of recipe.files) paths.set(entry.path, [...(paths.get(entry.path) ?? []), entry]);
  const same = new Map<string, FormatFile>();
  for (const path of paths.keys()) {
    const exact = files.find((file) => file.path === path);
    const named = files.filter((file) => lastPart(file.path) === lastPart(path));
    const found = exact ?? (named.length === 1 ? named[0] : undefined);
    if (found) same.set(path, found);
  }
  const known = new Set(same.values());
  const newer = new Map<string, FormatFile[]>();
  for (const file of files) {
    if (known.has(file)) continue;
    const path = await follow(file, paths, fitOf);
    if (path !== null) newer.set(path, [...(newer.get(path) ?? []), file]);
  }
  return [...paths].map(([path, entries]) => ({
    path,
    entries,
    same: same.get(path) ?? null,
    newer: (newer.get(path) ?? []).sort((a, b) => (yearInName(a.path) ?? 0) - (yearInName(b.path) ?? 0)),
  }));
}

async function follow(
  file: FormatFile,
  paths: ReadonlyMap<string, readonly RecipeFile[]>,
  fitOf: Fit,
): Promise<string | null> {
  const pattern = namePattern(file.path);
  const year = yearInName(file.path) ?? Infinity;
  let best: { readonly path: string; readonly score: number; readonly year: number } | null = null;
  for (const [path, entries] of paths) {
    const alike = likeness(pattern, namePattern(path));
    if (alike < leastNameLikeness) continue;
    const fits = await fitOf(file, entries);
    // Names alone decide only when they agree; contents that do not fit at all speak against it.
    if (fits === null ? alike < 1 : fits < (alike === 1 ? 0.3 : leastFit)) continue;
    const score = alike === 1 ? 2 : alike + (fits ?? 0);
    const candidate = { path, score, year: yearInName(path) ?? 0 };
    const isCloser = !best || isNearer(candidate.year, best.year, year);
    if (!best || score > best.score || (score === best.score && isCloser)) best = candidate;
  }
  return best?.path ?? null;
}

/** Of a series the file of the year nearest to it, of two the earlier one, of a file without a year the newest. */
function isNearer(one: number, other: number, year: number): boolean {
  if (year === Infinity) return one > other;
  const [a, b] = [Math.abs(year - one), Math.abs(year - other)];
  return a < b || (a === b && one < other);
}

function likeness(one: string, other: string): number {
  return one === other ? 1 : 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}
