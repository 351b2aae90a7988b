import * as v from 'valibot';
import { fail, type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import type { ReadContext } from '../formats/driver.ts';
import { descriptorFile } from '../pack/checkReferences.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import { namedProblems } from '../pack/namedProblems.ts';
import { openPack, schemaProblems } from '../pack/openPack.ts';
import { ProblemList } from '../pack/problemList.ts';
import { fromFiles, type PackFile } from '../pack/sources/fromFiles.ts';
import { buildCatchment } from './buildCatchment.ts';
import { buildCrosswalk } from './buildCrosswalk.ts';
import { buildInstitutions } from './buildInstitutions.ts';
import { buildLevels } from './buildLevels.ts';
import { buildTables } from './buildTables.ts';
import { institutionSources } from './institutionSources.ts';
import { type Recipe, recipeSchema } from './recipe.ts';
import { RecipeFiles } from './recipeFiles.ts';
import type { RecipeSource } from './recipeSource.ts';
import { withoutMissing } from './withoutFiles.ts';

/** For whoever waits until it is done. */
const unhurried: ReadContext = { pause: async () => {} };

/** A recipe from parsed JSON, or what is wrong with it. */
export function readRecipe(value: unknown, file: string): Result<Recipe> {
  const checked = v.safeParse(recipeSchema, value);
  return checked.success ? succeed(checked.output) : fail(...schemaProblems(checked.issues, file));
}

/** A city pack and what it holds. */
export interface BuiltPack {
  readonly files: readonly PackFile[];
  readonly study: Study;
}

/**
 * The files of a city pack, made from its official files. What comes out has been opened once: it is a valid pack.
 * Problems name the source file, row and column.
 */
export async function buildPack(
  recipe: Recipe,
  source: RecipeSource,
  context?: ReadContext,
): Promise<Result<readonly PackFile[]>> {
  const built = await buildStudy(recipe, source, context);
  return built.ok ? succeed(built.value.files, built.notes) : built;
}

/** As `buildPack`, with the Study the pack opens as, for whoever would open it next. */
export async function buildStudy(
  given: Recipe,
  source: RecipeSource,
  context: ReadContext = unhurried,
): Promise<Result<BuiltPack>> {
  const problems = new ProblemList();
  const notes = new ProblemList();
  const { recipe, notes: leftOut } = await withoutMissing(given, source);
  const named = (list: ProblemList) =>
    namedProblems(list.list(), { ...recipe, forms: recipe.institutions?.forms ?? [] });
  for (const note of leftOut) notes.push(note);
  const files = new RecipeFiles(source, recipe.files, problems, notes, context);
  if (!(await files.arePresent())) return fail(...problems.list());
  const packed: PackFile[] = [];
  const resources: DescriptorInput['resources'] = [];

  const areas = await buildLevels(recipe, files, problems, notes);
  packed.push(...areas.files);
  resources.push(...areas.resources);

  const built = await buildTables(recipe, areas.levels, files, problems, notes);
  packed.push(...built.tables.map(({ file }) => file));
  resources.push(...built.tables.map(({ resource }) => resource));

  const institutions = recipe.institutions
    ? await buildInstitutions(recipe.institutions, recipe.groups, areas, files, problems, notes)
    : null;
  if (institutions) {
    packed.push(...institutions.files);
    resources.push(...institutions.resources);
  }
  const catchments: NonNullable<DescriptorInput['quartierlupe']['catchments']> = [];
  for (const declared of recipe.catchments) {
    const name = `catchments-${declared.form}-${declared.year}`;
    const made = await buildCatchment(declared, name, institutions?.institutions ?? [], files, problems);
    if (!made) continue;
    packed.push(made.file);
    resources.push(made.resource);
    catchments.push(made.catchment);
  }
  const crosswalks: NonNullable<DescriptorInput['quartierlupe']['crosswalks']> = [];
  for (const declared of recipe.crosswalks) {
    const name = `crosswalk-${declared.from}-${declared.to}`;
    const made = await buildCrosswalk(declared, name, areas, files, problems, notes);
    if (!made) continue;
    packed.push(made.file);
    resources.push(made.resource);
    crosswalks.push(made.crosswalk);
  }
  if (problems.size > 0) return fail(...named(problems));

  const descriptor: DescriptorInput = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: recipe.name,
    title: recipe.title.de,
    licenses: recipe.licences,
    resources,
    quartierlupe: {
      version: 1,
      title: recipe.title,
      notice: recipe.notice,
      invented: false,
      crs: recipe.crs,
      families: recipe.families,
      levels: areas.declared,
      variables: built.variables,
      observations: built.tables.map(({ observations }) => observations),
      indicators: recipe.indicators,
      groups: recipe.groups,
      institutions: recipe.institutions
        ? {
            resource: 'institutions',
            forms: recipe.institutions.forms,
            providers: recipe.institutions.providers,
            sources: institutionSources(recipe),
          }
        : null,
      compositions: institutions?.hasCompositions ? { resource: 'compositions' } : null,
      catchments,
      crosswalks,
      editions: recipe.editions,
      sources: recipe.sources,
      ...(recipe.disclosure ? { disclosure: recipe.disclosure } : {}),
    },
  };
  packed.unshift({
    path: descriptorFile,
    bytes: new TextEncoder().encode(`${JSON.stringify(descriptor, null, 2)}\n`),
  });
  const opened = await openPack(fromFiles(packed, recipe.name));
  if (!opened.ok) return opened;
  return succeed({ files: packed, study: opened.value }, [...named(notes), ...opened.notes]);
}
