import { describeService } from '#import/formats/services/describeService.ts';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import type { Fetch } from '#import/formats/services/requests.ts';
import type { ServiceDescription } from '#import/formats/services/service.ts';
import { licenceIn } from '#import/inspect/licenceIn.ts';
import { creditFile } from '#import/plan/creditFiles.ts';
import type { ImportPlan, ServiceOrigin } from '#import/plan/plan.ts';
import { readRecipe } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { fail, type Problem, succeed } from '#model/result.ts';
import type { Workshop } from './host.ts';
import type { ImportFile, ImportJobs } from './jobs.ts';

/** Areas of cities are fewer by far; addresses, trees and buildings are more. */
const unasked = 20_000;

/** The only jobs that ask other hosts, and only those whose address a person has given or chosen with a recipe. */
export function createServiceJobs(
  inspect: Workshop['inspect'],
  fetcher: Fetch,
): Pick<Workshop, keyof ImportJobs & ('describeService' | 'loadLayer' | 'loadSources')> {
  return {
    describeService: ({ address }, context) => describeService(address, fetcher, context),

    async loadLayer({ import: id, service, layer, plan, whole = false }, context) {
      const agreed = whole ? Infinity : unasked;
      const loaded = await loadLayer(service, layer, fetcher, context, agreed);
      if (!loaded.ok) return loaded;
      const { path, bytes } = loaded.value;
      const inspected = await inspect({ import: id, files: [{ path, content: bytes }], plan }, context);
      if (!inspected.ok) return inspected;
      const origin: ServiceOrigin = { service: service.kind, address: service.address, layer };
      const known = withOrigin(inspected.value.plan, path, origin, service);
      return succeed({ ...inspected.value, plan: known }, [...loaded.notes, ...inspected.notes]);
    },

    async loadSources({ import: id, recipe: given }, context) {
      const recipe = readRecipe(given, 'recipe.json');
      if (!recipe.ok) return recipe;
      const files: ImportFile[] = [];
      const notes: Problem[] = [];
      const services = new Map<string, ServiceDescription | null>();
      const outlines = outlinePaths(recipe.value);
      for (const { path, from } of recipe.value.files) {
        if (!from || files.some((file) => file.path === path)) continue;
        if (!services.has(from.address)) {
          const described = await describeService(from.address, fetcher, context);
          if (!described.ok) notes.push(...described.problems);
          services.set(from.address, described.ok ? described.value : null);
        }
        const service = services.get(from.address);
        if (!service) continue;
        const loaded = await loadLayer(service, from.layer, fetcher, context);
        if (loaded.ok) {
          const { bytes } = loaded.value;
          files.push({ path, content: outlines.has(path) ? bytes : withoutOutlines(bytes) });
        }
        notes.push(...(loaded.ok ? loaded.notes : loaded.problems));
      }
      if (files.length === 0 && notes.length > 0) return fail(...notes);
      const inspected = await inspect({ import: id, files, plan: null }, context);
      return inspected.ok ? succeed(inspected.value, [...notes, ...inspected.notes]) : inspected;
    },
  };
}

/** Paths of the files of which a recipe needs the geometry. */
function outlinePaths({ files, levels, catchments, institutions }: Recipe): ReadonlySet<string> {
  const ids = new Set([
    ...levels.flatMap(({ geometry }) => ('file' in geometry ? [geometry.file] : [])),
    ...catchments.map(({ file }) => file),
    // Points are where institutions are.
    ...(institutions?.tables ?? []).flatMap(({ file, joins }) => [file, ...joins.map((join) => join.file)]),
  ]);
  return new Set(files.filter(({ id }) => ids.has(id)).map(({ path }) => path));
}

/** A layer that only gives figures: services hand out the same outlines with each of them. */
function withoutOutlines(bytes: Uint8Array): Uint8Array {
  const layer = JSON.parse(new TextDecoder().decode(bytes)) as { readonly features: readonly object[] };
  const features = layer.features.map((feature) => ({ ...feature, geometry: null }));
  return new TextEncoder().encode(JSON.stringify({ ...layer, features }));
}

/** Keeps where a file came from, and credits it to whoever offers the service unless that has been said. */
function withOrigin(
  plan: ImportPlan,
  path: string,
  from: ServiceOrigin,
  { title, provider, licence, address }: ServiceDescription,
): ImportPlan {
  const files = { ...plan.files, [path]: { ...plan.files[path], from } };
  // What is said at length are conditions, and stays word for word.
  const isShort = licence.length <= 150;
  const stated = {
    title,
    publisher: provider,
    date: '',
    licence: (isShort ? licenceIn(licence) : null) ?? licence,
    url: address,
  };
  return creditFile({ ...plan, files }, path, stated);
}
