import { download } from '#export/download.ts';
import { fileName } from '#export/fileName.ts';
import type { Recipe } from '#import/recipe/recipe.ts';

/** Hands the recipe to the browser's "save as"; the name of the file. */
export function saveRecipe(recipe: Recipe): string {
  const name = fileName([recipe.name, 'recipe'], 'json');
  download(new Blob([`${JSON.stringify(recipe, null, 2)}\n`], { type: 'application/json' }), name);
  return name;
}
