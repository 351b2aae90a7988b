import { pointInPolygon } from '#geo/point-in-polygon.ts';
import { padKey } from '../columns/padKey.ts';
import { propertyOf } from '../formats/feature.ts';
import { exactTopology, topoJsonBytes } from '../formats/topojson/writeTopoJson.ts';
import { checkGeometry } from '../geometry/checkGeometry.ts';
import { toWgs84 } from '../geometry/project.ts';
import { projectGeometry, together } from '../geometry/roundGeometry.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import type { PlacedInstitution } from './buildInstitutions.ts';
import type { Recipe } from './recipe.ts';
import type { RecipeFiles } from './recipeFiles.ts';

export interface BuiltCatchment {
  readonly file: PackFile;
  readonly resource: DescriptorInput['resources'][number];
  readonly catchment: NonNullable<DescriptorInput['quartierlupe']['catchments']>[number];
}

/** Catchments with the institutions that lie in them. */
export async function buildCatchment(
  declared: Recipe['catchments'][number],
  name: string,
  institutions: readonly PlacedInstitution[],
  files: RecipeFiles,
  problems: ProblemList,
): Promise<BuiltCatchment | null> {
  const layer = await files.layer(declared.file);
  const file = files.pathOf(declared.file);
  if (!layer) return null;
  const project = await toWgs84(layer.crs, layer.swapped);
  if (!project) {
    problems.add('crs-unknown', { crs: layer.crs }, { file });
    return null;
  }
  const candidates = institutions.filter(
    ({ form, provider }) =>
      declared.matchForms.includes(form) &&
      (!declared.matchProviders || declared.matchProviders.includes(provider)),
  );
  const parts = new Map<string, NonNullable<ReturnType<typeof checkGeometry>>[]>();
  layer.features.forEach((feature, i) => {
    const place = { file, row: i + 1, column: declared.key };
    const value = propertyOf(feature, declared.key);
    const key = declared.pad !== undefined && typeof value === 'number' ? String(value) : value;
    if (typeof key !== 'string' || key === '') {
      problems.add(typeof key === 'number' ? 'key-not-text' : 'key-missing', { key: String(key) }, place);
      return;
    }
    const geometry = checkGeometry(projectGeometry(feature.geometry, project), key, place, problems);
    const padded = padKey(key.trim(), declared.pad ?? null);
    if (geometry) parts.set(padded, [...(parts.get(padded) ?? []), geometry]);
  });
  const features = [...parts].map(([key, geometries]) => {
    const geometry = together(geometries);
    const inside = candidates.filter(({ position }) => position && pointInPolygon(...position, geometry));
    return {
      type: 'Feature' as const,
      properties: { id: key, institutions: inside.map(({ id }) => id).join(' ') },
      geometry,
    };
  });
  const topology = await exactTopology(name, { type: 'FeatureCollection', features });
  const path = `geo/${name}.topojson`;
  return {
    file: { path, bytes: await topoJsonBytes(topology) },
    resource: { name, path, format: 'topojson', encoding: 'utf-8' },
    catchment: { resource: name, form: declared.form, year: declared.year },
  };
}
