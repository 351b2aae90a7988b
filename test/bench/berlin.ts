import { readFileSync } from 'node:fs';
import { fromFolder } from '#cli/fromFolder.ts';
import type { AreaGeometry } from '#geo/polygon.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import type { Study } from '#model/study.ts';
import { oracle, realData } from '../realData.ts';

interface PlanningAreas {
  readonly features: readonly {
    readonly properties: { readonly PLR_ID: string };
    readonly geometry: AreaGeometry;
  }[];
}

/** Berlin's 542 planning areas as published; null where the file is not there. */
export function berlinGeometries(): readonly AreaGeometry[] | null {
  const path = realData('berlin/geo/plr_2021.geojson');
  if (!path) return null;
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as PlanningAreas;
  return [...features]
    .sort((a, b) => (a.properties.PLR_ID < b.properties.PLR_ID ? -1 : 1))
    .map((feature) => feature.geometry);
}

/** Groups of Berlin's residents at the end of 2024 per planning area, in the order of the keys. */
export function berlinCounts(): readonly Float64Array[] | null {
  const path = oracle('open/berlin_plr_2024.json');
  if (!path) return null;
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly data: {
      readonly ids: readonly string[];
      readonly groups: Readonly<Record<string, readonly number[]>>;
    };
  };
  const order = data.ids.map((_, i) => i).sort((a, b) => (data.ids[a]! < data.ids[b]! ? -1 : 1));
  return Object.values(data.groups).map((column) => Float64Array.from(order, (i) => column[i]!));
}

let study: Promise<Study | null> | null = null;

/** Berlin's real pack, built once by its recipe; null where its files are not there. */
export function berlinStudy(): Promise<Study | null> {
  study ??= openBerlin();
  return study;
}

async function openBerlin(): Promise<Study | null> {
  const folder = realData('berlin');
  if (!folder) return null;
  const path = 'data/berlin/recipe.json';
  const recipe = readRecipe(JSON.parse(readFileSync(path, 'utf8')), path);
  if (!recipe.ok) throw new Error(`invalid recipe: ${JSON.stringify(recipe.problems[0])}`);
  const built = await buildPack(recipe.value, fromFolder(folder));
  if (!built.ok) throw new Error(`invalid pack: ${JSON.stringify(built.problems[0])}`);
  const opened = await openPack(fromFiles(built.value));
  if (!opened.ok) throw new Error(`invalid pack: ${JSON.stringify(opened.problems[0])}`);
  return opened.value;
}
