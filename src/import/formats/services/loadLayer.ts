import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { fileName } from './fileName.ts';
import type { LayerFeatures } from './layerFeatures.ts';
import { loadArcgis } from './loadArcgis.ts';
import { loadOgcApi } from './loadOgcApi.ts';
import { loadWfs } from './loadWfs.ts';
import { type Fetch, hostOf } from './requests.ts';
import type { ServiceDescription, ServiceKind, ServiceLayer } from './service.ts';

const loaders: Readonly<
  Record<
    ServiceKind,
    (
      service: ServiceDescription,
      layer: ServiceLayer,
      fetcher: Fetch,
      context: ReadContext,
      agreed: number,
    ) => Promise<Result<LayerFeatures>>
  >
> = { wfs: loadWfs, 'ogc-api': loadOgcApi, arcgis: loadArcgis };

/**
 * A layer as a GeoJSON file that names its CRS, so that it is treated like any file from here on.
 *
 * @param agreed - with more features than this nothing is loaded, and how many there are is said
 */
export async function loadLayer(
  service: ServiceDescription,
  id: string,
  fetcher: Fetch,
  context: ReadContext,
  agreed = Infinity,
): Promise<Result<{ readonly path: string; readonly bytes: Uint8Array }>> {
  const layer = layerCalled(service.layers, id);
  if (!layer) return fail(unknownLayer(service, id));
  const loaded = await loaders[service.kind](service, layer, fetcher, context, agreed);
  if (!loaded.ok) return loaded;
  const { features, crs, notes } = loaded.value;
  if (features.length === 0)
    return fail(problem('service-layer-empty', { layer: layer.title, host: hostOf(service.address) }));
  const collection = {
    type: 'FeatureCollection',
    ...(crs && crs !== 'EPSG:4326'
      ? { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs.replace(':', '::')}` } } }
      : {}),
    features,
  };
  const text = jsonOf(collection);
  if (text === null)
    return fail(problem('service-no-features', { layer: layer.id, host: hostOf(service.address) }));
  // Numbers say nothing to whoever finds the file later.
  const path = `${fileName(service.kind === 'arcgis' ? layer.title : layer.id)}.geojson`;
  return succeed({ path, bytes: new TextEncoder().encode(text) }, notes);
}

/** The layer of an id; else the only one that differs from it in its prefix or in large and small letters. */
function layerCalled(layers: readonly ServiceLayer[], id: string): ServiceLayer | null {
  const exact = layers.find((one) => one.id === id);
  if (exact) return exact;
  const own = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();
  const alike = layers.filter((one) => own(one.id) === own(id));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function unknownLayer({ address, layers }: ServiceDescription, id: string): ReturnType<typeof problem> {
  const names = layers.slice(0, 6).map((one) => one.id);
  const more = layers.length > names.length ? ' …' : '';
  return problem('service-layer-unknown', {
    layer: id,
    host: hostOf(address),
    names: names.join(', ') + more,
  });
}

/** Null for what is nested so deep that it can be read but not written: no layer is. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
