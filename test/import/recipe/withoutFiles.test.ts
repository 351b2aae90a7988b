import { describe, expect, test } from 'vitest';
import { readRecipe } from '#import/recipe/buildPack.ts';
import type { Recipe, RecipeInput } from '#import/recipe/recipe.ts';
import { withoutFiles, withoutMissing } from '#import/recipe/withoutFiles.ts';
import { catalogueRecipe } from './cityRecipes.ts';
import { sourceOf } from './memorySource.ts';

function checked(input: RecipeInput): Recipe {
  const recipe = readRecipe(input, 'recipe.json');
  if (!recipe.ok) throw new Error(JSON.stringify(recipe.problems));
  return recipe.value;
}

const berlin = checked(catalogueRecipe('berlin/dienste.json'));
const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

describe('a recipe without some of its files', () => {
  test('is the same when nothing is missing', () => {
    expect(withoutFiles(berlin, new Set())).toBe(berlin);
  });

  test('loses the tables read from them, and what then has no figures', () => {
    const rest = withoutFiles(
      berlin,
      new Set(['ewr-groups', 'ewr-ages', 'ewr-migration-ages', 'ewr-origins']),
    );
    expect(idsOf(rest.tables)).toEqual(['mss-2021']);
    expect(idsOf(rest.groups)).toEqual(['foreigners-2020', 'migration-background-2020']);
    expect(idsOf(rest.variables)).not.toContain('foreigners');
    expect(idsOf(rest.indicators)).toContain('child-poverty');
    expect(idsOf(rest.indicators)).not.toContain('under-15');
    expect(rest.editions).toEqual(berlin.editions);
    // What is left is whole: nothing refers to what is gone.
    expect(readRecipe(JSON.parse(JSON.stringify(rest)), 'x').ok).toBe(true);
  });

  test('loses the columns of a join, not the table', () => {
    const rest = withoutFiles(berlin, new Set(['mss-classes', 'mss-context']));
    const [mss] = rest.tables;
    expect(mss?.joins).toEqual([]);
    expect(Object.keys(mss?.columns ?? {})).toEqual([
      'residents',
      'unemployment-sgb2',
      'unemployment-sgb2-change',
      'transfer',
      'transfer-change',
      'child-poverty',
      'child-poverty-change',
    ]);
    expect(rest.editions[0]?.official).toBeNull();
    expect(idsOf(rest.groups)).not.toContain('foreigners-2020');
  });

  test('keeps coarser areas, without their names', () => {
    const rest = withoutFiles(berlin, new Set(['bzr']));
    const level = rest.levels.find(({ id }) => id === 'bzr-2021');
    expect(level?.geometry).toEqual({ dissolve: 'plr-2021', keyLength: 6, names: undefined });
  });

  test('keeps institutions when only columns beside theirs are gone', () => {
    const nrw = checked(catalogueRecipe('nrw/recipe.json'));
    const [list] = withoutFiles(nrw, new Set(['schools'])).institutions?.tables ?? [];
    expect(list?.compositions).toEqual([]);
    expect(list?.flags.map(({ flag }) => flag)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `sozialindex-${n}`),
    );
    expect(withoutFiles(nrw, new Set(['register'])).institutions).toBeNull();
  });

  test('is asked for only where files are optional and missing, once for each file', async () => {
    const { recipe, notes } = await withoutMissing(
      berlin,
      sourceOf({ 'lor_2021_planungsraeume.geojson': '{}' }),
    );
    expect(idsOf(recipe.files)).toEqual(['plr', 'mss']);
    expect(notes.map(({ code, where }) => [code, where?.file])).toEqual([
      ['file-left-out-offered', 'lor_2021_bezirksregionen.geojson'],
      ['file-left-out-offered', 'lor_2021_prognoseraeume.geojson'],
      ['file-left-out-offered', 'mss_2021_indizes.geojson'],
      ['file-left-out-offered', 'mss_2021_kontextindikatoren.geojson'],
      ['file-left-out-offered', 'SB_A01-16-00_2024h02_BE.xlsx'],
    ]);
  });
});
