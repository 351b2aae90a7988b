import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { itemsAddress, nextPage, parsed } from './ogcApi.ts';
import { type Answer, ask, type Fetch, hostOf, refusalIn } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';
import { featureAddress, isJsonFormat } from './wfs.ts';

const mostPages = 500;
const mostFeatures = 200_000;
const pageSize = 1000;

/** A layer as a GeoJSON file that names its CRS, so that it is treated like any file from here on. */
export async function loadLayer(
  service: ServiceDescription,
  id: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<{ readonly path: string; readonly bytes: Uint8Array }>> {
  const layer = service.layers.find((one) => one.id === id);
  if (!layer) return fail(problem('service-layer-unknown', { layer: id, host: hostOf(service.address) }));
  const loaded =
    service.kind === 'wfs'
      ? await loadWfs(service, layer, fetcher, context)
      : await loadOgcApi(service, layer, fetcher, context);
  if (!loaded.ok) return loaded;
  const { features, crs } = loaded.value;
  if (features.length === 0)
    return fail(problem('service-layer-empty', { layer: id, host: hostOf(service.address) }));
  const collection = {
    type: 'FeatureCollection',
    ...(crs && crs !== 'EPSG:4326'
      ? { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs.replace(':', '::')}` } } }
      : {}),
    features,
  };
  const text = jsonOf(collection);
  if (text === null)
    return fail(problem('service-no-features', { layer: id, host: hostOf(service.address) }));
  const path = `${fileName(layer.id)}.geojson`;
  return succeed({ path, bytes: new TextEncoder().encode(text) }, loaded.notes);
}

/** Null for what is nested so deep that it can be read but not written: no layer is. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

interface Page {
  readonly features: readonly unknown[];
  readonly crs: string | null;
  /** How many there are altogether, where the service says so. */
  readonly matched: number | null;
}

async function loadWfs(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Page>> {
  const features: unknown[] = [];
  let crs: string | null = null;
  let page: { readonly start: number; readonly count: number } | null = null;
  const accept = isJsonFormat(layer.formats[0]) ? 'application/geo+json, application/json' : 'text/xml';
  for (let number = 0; number < mostPages; number++) {
    const answer: Result<Answer> = await ask(featureAddress(service, layer, page), accept, fetcher, context);
    if (!answer.ok) return answer;
    const read: Result<Page> = await readPage(answer.value, layer, hostOf(service.address), context);
    if (!read.ok) return read;
    const { features: more, matched } = read.value;
    crs ??= read.value.crs;
    for (const feature of more) features.push(feature);
    const isWhole = matched === null || features.length >= matched || more.length === 0;
    if (isWhole || features.length >= mostFeatures) {
      const notes: Problem[] =
        matched !== null && features.length < matched
          ? [problem('service-layer-cut', { layer: layer.title, n: features.length, all: matched })]
          : [];
      return succeed({ features, crs, matched }, notes);
    }
    page = { start: features.length, count: Math.max(more.length, pageSize) };
  }
  return fail(problem('service-too-many-pages', { layer: layer.id, n: features.length }));
}

async function readPage(
  answer: Answer,
  layer: ServiceLayer,
  host: string,
  context: ReadContext,
): Promise<Result<Page>> {
  const json = looksLikeJson(answer) ? parsed(answer.bytes) : null;
  if (json && Array.isArray(json.features)) {
    return succeed({
      features: json.features,
      // GeoJSON in another system than asked for says so itself.
      crs: declaredCrs(json) ?? layer.crs,
      matched: numberOf(json.numberMatched ?? json.totalFeatures),
    });
  }
  const text = new TextDecoder().decode(answer.bytes.subarray(0, 20_000));
  const refusal = refusalIn(text);
  if (refusal !== null) return fail(problem('service-refused', { host, reason: refusal }));
  const file = { path: `${fileName(layer.id)}.gml`, bytes: answer.bytes, companions: new Map() };
  const { gmlDriver: driver } = await import('../gml/gmlDriver.ts');
  const read = await driver.read(file, {}, context);
  if (!read.ok) return read;
  const [first] = read.value.layers;
  return succeed({
    features: (first?.features ?? []).map(({ properties, geometry }) => ({
      type: 'Feature',
      properties,
      geometry,
    })),
    crs: first?.crs ?? layer.crs,
    matched: numberOf(/numberMatched="(\d+)"/.exec(text)?.[1]),
  });
}

async function loadOgcApi(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Page>> {
  const features: unknown[] = [];
  let address: string | null = itemsAddress(service, layer);
  for (let number = 0; number < mostPages && address !== null; number++) {
    const answer: Result<Answer> = await ask(
      address,
      'application/geo+json, application/json',
      fetcher,
      context,
    );
    if (!answer.ok) return answer;
    const page = parsed(answer.value.bytes);
    if (!page || !Array.isArray(page.features))
      return fail(problem('service-no-features', { layer: layer.id, host: hostOf(service.address) }));
    for (const feature of page.features) features.push(feature);
    const matched = numberOf(page.numberMatched);
    const next: string | null = nextPage(page, address);
    if (next === null || next === address || features.length >= mostFeatures)
      return succeed({ features, crs: 'EPSG:4326', matched });
    address = next;
  }
  return fail(problem('service-too-many-pages', { layer: layer.id, n: features.length }));
}

function looksLikeJson({ bytes, type }: Answer): boolean {
  const isXml = /xml/.test(type);
  const first = bytes.find((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return !isXml && first === 0x7b;
}

function declaredCrs(json: Readonly<Record<string, unknown>>): string | null {
  const { crs } = json;
  const properties = isRecord(crs) ? crs.properties : null;
  const name = isRecord(properties) ? properties.name : null;
  return typeof name === 'string' ? normalCrs(name) : null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

/** The name of a type as that of a file: `fis:s_lor_plr_2021` → `s_lor_plr_2021`. */
function fileName(id: string): string {
  const name = id.slice(id.lastIndexOf(':') + 1).replace(/[^\p{L}\p{N}._-]+/gu, '_');
  return name === '' ? 'layer' : name;
}
