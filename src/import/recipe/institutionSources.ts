import type { Recipe } from './recipe.ts';

/** Ids of the sources that lists of institutions, and what is joined to them, come from. */
export function institutionSources({
  files,
  institutions,
}: Pick<Recipe, 'files' | 'institutions'>): string[] {
  const read = (institutions?.tables ?? []).flatMap(({ file, joins }) => [
    file,
    ...joins.map((join) => join.file),
  ]);
  return [...new Set(read.flatMap((id) => files.find((file) => file.id === id)?.source ?? []))];
}
