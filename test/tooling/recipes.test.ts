import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRecipe } from '#import/recipe/buildPack.ts';
import { recipeFiles, recipeIndexPath } from '../../scripts/recipes.ts';

const files = recipeFiles();
const index = JSON.parse(files.get(recipeIndexPath) ?? '') as {
  recipes: { id: string; path: string; title: unknown; what: unknown; files: Record<string, unknown>[] }[];
};

test('every recipe of the catalogue goes with the app and is valid', () => {
  expect(index.recipes.map(({ id }) => id)).toEqual([
    'berlin-dienste',
    'berlin',
    'leipzig',
    'hamburg',
    'nuernberg',
    'nrw-schulen',
  ]);
  for (const { path } of index.recipes) {
    const recipe = readRecipe(JSON.parse(files.get(path) ?? ''), path);
    expect(recipe.ok ? [] : recipe.problems, path).toEqual([]);
  }
});

test('no recipe below data/ is forgotten', () => {
  const folder = fileURLToPath(new URL('../../data/', import.meta.url));
  const recipes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(recipe|dienste)\.json$/.test(path),
  );
  expect(index.recipes).toHaveLength(recipes.length);
});

test('names publisher, licence, page and service of each file once', () => {
  const berlin = index.recipes.find(({ id }) => id === 'berlin-dienste');
  expect(berlin?.files).toHaveLength(7);
  expect(berlin?.files[0]).toEqual({
    path: 'lor_2021_planungsraeume.geojson',
    publisher:
      'Amt für Statistik Berlin-Brandenburg; Senatsverwaltung für Stadtentwicklung, Bauen und Wohnen Berlin',
    licence: 'CC BY 3.0 DE',
    offered:
      'https://daten.berlin.de/datensaetze/lebensweltlich-orientierte-raume-lor-01-01-2021-wfs-34c86848',
    optional: false,
    from: {
      service: 'wfs',
      address: 'https://gdi.berlin.de/services/wfs/lor_2021',
      layer: 'lor_2021:a_lor_plr_2021',
      format: 'application/json',
    },
  });
  expect(berlin?.files.at(-1)).toMatchObject({ path: 'SB_A01-16-00_2024h02_BE.xlsx', optional: true });
  for (const { files: offered } of index.recipes)
    for (const { publisher, licence } of offered)
      expect(`${publisher}`.length * `${licence}`.length).toBeGreaterThan(0);
});
