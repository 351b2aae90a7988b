import type { FormatFile } from '../../formats/driver.ts';
import type { Recipe, RecipeFile } from '../recipe.ts';
import { lastPart } from './fileNames.ts';

/**
 * A recipe whose layers of services bear the names under which somebody has saved them: browsers name such files as they
 * like. A layer that is not there is the file with all the columns that are needed of it; of several layers a file
 * could be, it is the one of which most is needed.
 *
 * @param fitOf part of the needed columns that a file has, and how many are needed.
 */
export async function layersByContent(
  recipe: Recipe,
  files: readonly FormatFile[],
  fitOf: (file: FormatFile, entry: RecipeFile) => Promise<{ readonly part: number; readonly needed: number }>,
): Promise<Recipe> {
  const names = new Set(files.map(({ path }) => lastPart(path)));
  const known = new Set(recipe.files.map(({ path }) => lastPart(path)));
  const wanted = recipe.files.filter(({ path, from }) => from && !names.has(lastPart(path)));
  const renamed = new Map<string, string>();
  for (const file of files) {
    if (wanted.length === 0) break;
    if (known.has(lastPart(file.path))) continue;
    let best: { readonly path: string; readonly needed: number } | null = null;
    for (const entry of wanted) {
      if (renamed.has(entry.path)) continue;
      const { part, needed } = await fitOf(file, entry);
      if (part === 1 && needed > (best?.needed ?? 1)) best = { path: entry.path, needed };
    }
    if (best) renamed.set(best.path, file.path);
  }
  if (renamed.size === 0) return recipe;
  return {
    ...recipe,
    files: recipe.files.map((file) => ({ ...file, path: renamed.get(file.path) ?? file.path })),
  };
}
