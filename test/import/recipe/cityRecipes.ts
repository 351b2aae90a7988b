import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RecipeInput } from '#import/recipe/recipe.ts';

type File = RecipeInput['files'][number];
type Columns = NonNullable<RecipeInput['tables'][number]['columns']>;
type Variable = RecipeInput['variables'][number];

/** A recipe of the catalogue, `hamburg/recipe.json`, read anew so that tests can change it. */
export function catalogueRecipe(path: string): RecipeInput {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../../data/${path}`, import.meta.url)), 'utf8'));
}

/** Hamburg, with the published shares of foreigners and the counts estimated from them beside the published counts. */
export function hamburgWithShares(): RecipeInput {
  const recipe = catalogueRecipe('hamburg/recipe.json');
  const name = { de: 'x', en: 'x' };
  const share: Variable = { id: 'foreigners-share', name, kind: 'value', unit: 'share', weight: 'residents' };
  const estimated: Variable = { id: 'foreigners-estimated', name, kind: 'count', unit: 'persons' };
  const column = 'Ausländeranteil in %';
  const columns: Columns = {
    'foreigners-share': { column, percent: true },
    'foreigners-estimated': { column, percent: true, of: 'residents', rounding: 0.0005 },
  };
  return {
    ...recipe,
    variables: [...recipe.variables, share, estimated],
    tables: recipe.tables.map((table) => ({ ...table, columns: { ...table.columns, ...columns } })),
  };
}

/** The same figures out of another file: without what stands in no other. */
export function hamburgFrom(profiles: Omit<File, 'id' | 'source'>, columns: Columns): RecipeInput {
  const recipe = hamburgWithShares();
  const read = new Set(Object.keys(columns));
  return {
    ...recipe,
    files: [
      ...recipe.files.filter(({ id }) => id === 'stadtteile'),
      { id: 'profiles', ...profiles, source: 'profiles' },
    ],
    variables: recipe.variables
      .filter(({ id }) => read.has(id))
      .map((variable) => ({ ...variable, weight: read.has(variable.weight ?? '') ? variable.weight : null })),
    tables: recipe.tables.map((table) => ({ ...table, columns })),
    indicators: [],
    groups: [],
    institutions: null,
  };
}
