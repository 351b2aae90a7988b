import type { Level } from '#model/study.ts';
import { padKey } from '../../columns/padKey.ts';
import { propertyOf } from '../../formats/feature.ts';
import type { Recipe } from '../recipe.ts';
import type { RecipeFiles } from '../recipeFiles.ts';

type RecipeLevel = Recipe['levels'][number];

/** Keys and names of a level, without its outlines; null when its file is not there. */
export async function levelAreas(
  recipe: Recipe,
  id: string,
  files: RecipeFiles,
  seen: readonly string[] = [],
): Promise<Level | null> {
  const level = recipe.levels.find((candidate) => candidate.id === id);
  if (!level) return null;
  const { geometry } = level;
  if ('dissolve' in geometry) {
    // One above itself is refused when the recipe is replayed.
    const below = seen.includes(id)
      ? null
      : await levelAreas(recipe, geometry.dissolve, files, [...seen, id]);
    if (!below) return null;
    const names = new Map(
      geometry.names && 'list' in geometry.names ? Object.entries(geometry.names.list) : [],
    );
    const keys = [...new Set(below.keys.map((key) => key.slice(0, geometry.keyLength)))];
    return levelOf(level, new Map(keys.map((key) => [key, names.get(key) ?? key])));
  }
  const layer = files.file(geometry.file) && (await files.layer(geometry.file));
  if (!layer) return null;
  const areas = new Map<string, string>();
  for (const feature of layer.features) {
    const value = propertyOf(feature, geometry.key);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const key = padKey(String(value).trim(), geometry.pad);
    if (!areas.has(key)) areas.set(key, String(propertyOf(feature, geometry.name) ?? key));
  }
  return levelOf(level, areas);
}

/** Where outlines are not there: whatever areas a table names. */
export function areasNamed(id: string, cells: Iterable<string>): Level {
  const keys = [...new Set(cells)].filter((cell) => cell !== '').sort();
  return {
    id,
    family: id,
    vintage: '',
    validFrom: null,
    validTo: null,
    keys,
    names: keys,
    geometries: keys.map(() => null),
    parent: null,
  };
}

function levelOf(level: RecipeLevel, areas: ReadonlyMap<string, string>): Level {
  const keys = [...areas.keys()].sort();
  return {
    id: level.id,
    family: level.family,
    vintage: level.vintage,
    validFrom: level.validFrom,
    validTo: level.validTo,
    keys,
    names: keys.map((key) => areas.get(key) ?? key),
    geometries: keys.map(() => null),
    parent: null,
  };
}
