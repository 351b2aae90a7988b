import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import type { Level } from '#model/study.ts';
import { propertyOf, type RawFeature } from '../formats/feature.ts';
import { readTopoJson } from '../formats/topojson/readTopoJson.ts';
import { exactTopology, loadMerge, topoJsonBytes } from '../formats/topojson/writeTopoJson.ts';
import { areasOf } from '../geometry/areasOf.ts';
import { toWgs84 } from '../geometry/project.ts';
import type { GeometryFinding } from '../inspect/inspection.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import type { Recipe } from './recipe.ts';
import type { RecipeFiles } from './recipeFiles.ts';

type RecipeLevel = Recipe['levels'][number];
type AreaFeature = Feature<Polygon | MultiPolygon, { key: string; name: string; parent?: string }>;

export interface BuiltLevels {
  readonly levels: readonly Level[];
  readonly files: readonly PackFile[];
  readonly resources: DescriptorInput['resources'];
  readonly declared: DescriptorInput['quartierlupe']['levels'];
  /** Outlines of a level in the order of its keys; none for a level that could not be built. */
  geometriesOf(level: string): Promise<readonly (Polygon | MultiPolygon)[]>;
}

/**
 * The areas of all levels. A level with a geometry file and those dissolved from it become one TopoJSON, so that they
 * share their borders to the last digit.
 */
export async function buildLevels(
  recipe: Recipe,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<BuiltLevels> {
  const levels: Level[] = [];
  const built: PackFile[] = [];
  const resources: DescriptorInput['resources'] = [];
  const declared: DescriptorInput['quartierlupe']['levels'] = [];
  for (const base of recipe.levels) {
    const { geometry } = base;
    if ('dissolve' in geometry) continue;
    const features = await readAreas(base, geometry, files, problems, notes);
    if (!features) continue;
    const above = recipe.levels.filter(
      (level) => 'dissolve' in level.geometry && level.geometry.dissolve === base.id,
    );
    const name = `areas-${base.id}`;
    const shared = await sharedTopology(base, features, above, files, problems);
    const path = `geo/${base.id}.topojson`;
    built.push({ path, bytes: shared.bytes });
    levels.push(...shared.levels);
    resources.push({ name, path, format: 'topojson', encoding: 'utf-8' });
    const source = recipe.files.find(({ id }) => id === geometry.file)?.source;
    for (const level of [base, ...above]) {
      declared.push({
        id: level.id,
        family: level.family,
        vintage: level.vintage,
        validFrom: level.validFrom,
        validTo: level.validTo,
        resource: name,
        object: level.id,
        key: 'key',
        name: 'name',
        parent: level.parent ? { level: level.parent.level, property: 'parent' } : null,
        ...(source === undefined ? {} : { source }),
      });
    }
  }
  for (const { id, geometry } of recipe.levels) {
    if ('dissolve' in geometry && !recipe.levels.some((level) => level.id === geometry.dissolve))
      problems.add(
        'reference-unknown',
        { id: geometry.dissolve, kind: 'level', path: id },
        { file: 'recipe.json' },
      );
  }
  const order = new Map(recipe.levels.map((level, i) => [level.id, i]));
  const byRecipe = (a: { readonly id: string }, b: { readonly id: string }): number =>
    (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  return {
    levels: levels.sort(byRecipe),
    files: built,
    resources,
    declared: declared.sort(byRecipe),
    async geometriesOf(id) {
      const { resource } = declared.find((level) => level.id === id) ?? {};
      const path = resources.find(({ name }) => name === resource)?.path;
      const file = built.find((candidate) => candidate.path === path);
      return file ? outlinesIn(file, id) : [];
    },
  };
}

/** As they stand in the pack: rounded, borders shared. */
async function outlinesIn(file: PackFile, object: string): Promise<readonly (Polygon | MultiPolygon)[]> {
  const topology: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
  const read = await readTopoJson(topology, file.path, object);
  return 'features' in read ? read.features.map(({ geometry }) => geometry as Polygon | MultiPolygon) : [];
}

async function readAreas(
  level: RecipeLevel,
  geometry: Exclude<RecipeLevel['geometry'], { dissolve: string }>,
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly AreaFeature[] | null> {
  const layer = await files.layer(geometry.file);
  const file = files.pathOf(geometry.file);
  if (!layer) return null;
  const { features, crs } = layer;
  const project = await toWgs84(crs, geometry.swapped || layer.swapped);
  if (!project) {
    problems.add('crs-unknown', { crs }, { file });
    return null;
  }
  for (const column of [geometry.key, geometry.name]) {
    if (features.some((feature) => propertyOf(feature, column) !== undefined)) continue;
    const available = Object.keys(features[0]?.properties ?? {}).join(', ');
    problems.add('column-unknown', { column, available }, { file, column });
    return null;
  }
  if (geometry.pad === undefined) refuseLostZeros(features, geometry.key, file, problems);
  const pad = geometry.pad ?? null;
  const choices = { key: geometry.key, name: geometry.name, pad, project, file };
  const { areas, report } = await areasOf(features, choices, { problems, notes }, files.context);
  noteFindings(report.findings, level.id, file, notes);
  return areas.map(({ key, name, geometry: outline }) => ({
    type: 'Feature',
    properties: { key, name, ...parentOf(level, key) },
    geometry: outline,
  }));
}

/** What was not as it should be and what became of it; which, the first few. */
function noteFindings(
  findings: readonly GeometryFinding[],
  level: string,
  file: string,
  notes: ProblemList,
): void {
  const of = (...kinds: readonly GeometryFinding['kind'][]): Params | null => {
    const areas = [
      ...new Set(findings.filter(({ kind }) => kinds.includes(kind)).flatMap((one) => one.areas)),
    ];
    if (areas.length === 0) return null;
    return { n: areas.length, level, areas: areas.slice(0, 5).join(', ') };
  };
  const repaired = of('ring-repaired');
  const leftOut = of('ring-invalid', 'empty', 'not-polygon');
  if (repaired) notes.add('outlines-repaired', repaired, { file });
  if (leftOut) notes.add('outlines-left-out', leftOut, { file });
}

type Params = Readonly<Record<string, string | number>>;

/** Numbers of different lengths may have lost zeros in front. Of the same length they are as good as text. */
function refuseLostZeros(
  features: readonly RawFeature[],
  property: string,
  file: string,
  problems: ProblemList,
): void {
  const lengths = new Set(features.map((feature) => String(propertyOf(feature, property) ?? '').length));
  if (lengths.size < 2) return;
  features.forEach((feature, i) => {
    const key = propertyOf(feature, property);
    if (typeof key === 'number')
      problems.add('key-not-text', { key }, { file, row: i + 1, column: property });
  });
}

function parentOf(level: RecipeLevel, key: string): { readonly parent?: string } {
  return level.parent ? { parent: key.slice(0, level.parent.keyLength) } : {};
}

async function sharedTopology(
  base: RecipeLevel,
  features: readonly AreaFeature[],
  above: readonly RecipeLevel[],
  files: RecipeFiles,
  problems: ProblemList,
): Promise<{ readonly bytes: Uint8Array; readonly levels: readonly Level[] }> {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const topology = await exactTopology(base.id, collection);
  const merge = await loadMerge();
  const areas = (topology.objects[base.id] as GeometryCollection).geometries;
  const levels = [
    levelOf(
      base,
      features.map((feature) => feature.properties),
    ),
  ];
  for (const level of above) {
    if (!('dissolve' in level.geometry)) continue;
    const { keyLength } = level.geometry;
    const names = await namesOf(level.geometry.names, files, problems);
    const groups = new Map<string, GeometryObject[]>();
    areas.forEach((area, i) => {
      const key = (features[i]?.properties.key ?? '').slice(0, keyLength);
      const group = groups.get(key);
      if (group) group.push(area);
      else groups.set(key, [area]);
    });
    const merged = [...groups].map(([key, group]) => ({
      ...merge(topology, group),
      properties: { key, name: names.get(key) ?? key, ...parentOf(level, key) },
    }));
    topology.objects[level.id] = { type: 'GeometryCollection', geometries: merged };
    levels.push(
      levelOf(
        level,
        merged.map((area) => area.properties),
      ),
    );
  }
  return { bytes: await topoJsonBytes(topology), levels };
}

type Names = Extract<RecipeLevel['geometry'], { dissolve: string }>['names'];

async function namesOf(
  names: Names,
  files: RecipeFiles,
  problems: ProblemList,
): Promise<ReadonlyMap<string, string>> {
  if (!names) return new Map();
  if ('list' in names) return new Map(Object.entries(names.list));
  const table = await files.joined(names.file, []);
  const key = table?.column(names.key);
  const name = table?.column(names.name);
  if (!table || !key || !name) return new Map();
  const found = new Map<string, string>();
  for (const row of table.rows) {
    const before = found.get(key(row));
    if (before !== undefined && before !== name(row))
      problems.add(
        'names-differ',
        { key: key(row), first: before, second: name(row) },
        { file: table.file, row: row.row, column: names.name },
      );
    found.set(key(row), name(row));
  }
  return found;
}

/** Keys and order as they will stand in the pack; geometry is not needed to put tables together. */
function levelOf(
  level: RecipeLevel,
  areas: readonly { readonly key: string; readonly name: string }[],
): Level {
  return {
    id: level.id,
    family: level.family,
    vintage: level.vintage,
    validFrom: level.validFrom,
    validTo: level.validTo,
    keys: areas.map((area) => area.key),
    names: areas.map((area) => area.name),
    geometries: areas.map(() => null),
    parent: null,
  };
}
