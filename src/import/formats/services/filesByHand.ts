import type { Problem } from '#model/result.ts';
import { queryAddress } from './loadArcgis.ts';
import { itemsAddress } from './loadOgcApi.ts';
import { landingOf } from './ogcApi.ts';
import { join, withParameters } from './requests.ts';
import { serviceAddress } from './serviceAddress.ts';
import { capabilitiesAddress, featureAddress, isJsonFormat } from './wfs.ts';

/** What a browser shows and saves though pages may not read it. */
export interface FilesByHand {
  /** Where the names of the layers stand; null where it is about one file. */
  readonly list: string | null;
  readonly files: readonly { readonly format: 'geojson' | 'gml' | 'other'; readonly address: string }[];
}

/** Failures after which the way through the browser is worth a try. */
const worthATry: ReadonlySet<string> = new Set([
  'service-cors',
  'service-mixed',
  'service-unreachable',
  'service-slow',
  'service-broken',
  'service-status',
  'service-too-large',
]);
const files: ReadonlySet<string> = new Set(['service-file', 'service-download-feed']);

/** The address a person could open instead, and the layer named in it; null where none would help. */
export function openedByHand({
  code,
  params,
}: Problem): { readonly address: string; readonly layer: string } | null {
  const { address, layer } = params;
  if (typeof address !== 'string' || !(worthATry.has(code) || files.has(code))) return null;
  return { address, layer: typeof layer === 'string' ? layer : '' };
}

/** Of an address that failed, what to open: the file itself, or the list of layers and the file of the one named. */
export function filesByHand(address: string, layer: string): FilesByHand {
  const url = new URL(address);
  const given = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  if (/^getfeature$/i.test(given.get('request') ?? '')) {
    const isJson = isJsonFormat(given.get('outputformat'));
    return { list: null, files: [{ format: isJson ? 'geojson' : 'gml', address }] };
  }
  if (/\/(items|query)$/.test(url.pathname)) return { list: null, files: [{ format: 'geojson', address }] };
  const looksLike = serviceAddress(address)?.looksLike ?? null;
  if (looksLike === 'arcgis') {
    const list = withParameters(address, { f: 'html' });
    return {
      list,
      files: layer === '' ? [] : [{ format: 'geojson', address: queryAddress({ address }, { id: layer }) }],
    };
  }
  if (looksLike === 'ogc-api') {
    const collections = join(landingOf(address), 'collections');
    const items = itemsAddress({ address: collections }, { id: layer });
    return {
      list: withParameters(collections, { f: 'json' }),
      files: layer === '' ? [] : [{ format: 'geojson', address: withParameters(items, { limit: '10000' }) }],
    };
  }
  if (/\.(geo)?json$|\.xml$/i.test(url.pathname))
    return { list: null, files: [{ format: 'other', address }] };
  const base = { address: serviceAddress(address)?.url ?? address, version: '2.0.0' };
  const asked = { id: layer, crs: null };
  return {
    list: capabilitiesAddress(base.address),
    files:
      layer === ''
        ? []
        : [
            { format: 'geojson', address: featureAddress(base, asked, { format: 'application/json' }) },
            { format: 'gml', address: featureAddress(base, asked, {}) },
          ],
  };
}
