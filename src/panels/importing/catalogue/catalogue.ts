import type { Language } from '#i18n/i18n.ts';
import { queryAddress } from '#import/formats/services/loadArcgis.ts';
import { statedIn } from '#model/text.ts';
import type { OfferedFile, RecipeOffer } from '#state/offer.ts';

/** The recipes that go with the app. Nobody else is asked for them. */
export async function loadCatalogue(base = document.baseURI): Promise<readonly RecipeOffer[]> {
  const { recipes } = (await jsonAt('recipes/index.json', base)) as {
    readonly recipes: readonly RecipeOffer[];
  };
  return recipes;
}

export function loadRecipe({ path }: RecipeOffer, base = document.baseURI): Promise<unknown> {
  return jsonAt(path, base);
}

async function jsonAt(path: string, base: string): Promise<unknown> {
  const response = await fetch(new URL(path, base));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** The hosts that are asked when the recipe is taken; none where all its files are saved by hand. */
export function hostsOf({ files }: RecipeOffer): readonly string[] {
  return [...new Set(files.flatMap(({ from }) => (from ? [new URL(from.address).host] : [])))];
}

export function licencesOf({ files }: RecipeOffer, language: Language): readonly string[] {
  return [...new Set(files.map(({ licence }) => statedIn(licence, language)))];
}

/** The address under which a browser shows a layer, to be saved as a file; null where there is no layer. */
export function layerAddress({ from }: OfferedFile): string | null {
  if (!from) return null;
  const { service, address, layer, format } = from;
  if (service === 'arcgis') return queryAddress({ address }, { id: layer });
  const url = new URL(
    service === 'wfs'
      ? address
      : `${address.replace(/\/$/, '')}/collections/${encodeURIComponent(layer)}/items`,
  );
  const wfs = { SERVICE: 'WFS', REQUEST: 'GetFeature', VERSION: '2.0.0', TYPENAMES: layer };
  const parameters: Readonly<Record<string, string>> =
    service === 'wfs' ? { ...wfs, ...(format ? { OUTPUTFORMAT: format } : {}) } : { f: format ?? 'json' };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
