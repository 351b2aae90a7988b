import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { textAt } from './links.ts';
import { parsedJson } from './parsedJson.ts';
import { refusalIn } from './refusalIn.ts';
import { ask, type Fetch, hostOf, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

type Document = Readonly<Record<string, unknown>>;

/** What a service of ArcGIS offers at its own address (`…/rest/services/…/FeatureServer`), which is no WFS. */
export async function describeArcgis(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const host = hostOf(address);
  const base = serviceOf(address);
  const answer = await askArcgis(base, {}, fetcher, context);
  if (!answer.ok) return answer;
  const { layers, tables, services } = answer.value;
  if (Array.isArray(services)) {
    const names = services.filter(isRecord).map((one) => textAt(one, 'name'));
    return fail(problem('service-folder', { host, names: names.slice(0, 6).join(', ') }));
  }
  const found = [...listOf(layers), ...listOf(tables)].flatMap((one) => layerOf(one) ?? []);
  if (!Array.isArray(layers) && !Array.isArray(tables))
    return fail(problem('service-no-service', { host, address }));
  if (found.length === 0) return fail(problem('service-without-layers', { host }));
  const { documentInfo } = answer.value;
  const info = isRecord(documentInfo) ? documentInfo : {};
  const name = /\/services\/(?:.*\/)?([^/]+)\/(?:Feature|Map)Server/i.exec(base)?.[1] ?? host;
  return succeed({
    kind: 'arcgis',
    address: base,
    version: String(answer.value.currentVersion ?? ''),
    title: textAt(info, 'Title') || name.replaceAll('_', ' '),
    provider: textAt(answer.value, 'copyrightText') || textAt(info, 'Author'),
    licence: '',
    layers: found,
  });
}

/** The service that an address of one of its layers, or of a query of them, belongs to. */
function serviceOf(address: string): string {
  const url = new URL(address);
  const inside = /^(.*?\/rest\/services\/.*?\/(?:Feature|Map)Server)(?:\/.*)?$/i.exec(url.pathname);
  url.pathname = inside?.[1] ?? url.pathname.replace(/\/$/, '');
  return url.href;
}

function listOf(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function layerOf(layer: Document): ServiceLayer | null {
  const { id, type, subLayerIds } = layer;
  const isGroup = Array.isArray(subLayerIds) && subLayerIds.length > 0;
  const isOther = typeof type === 'string' && !/^(feature layer|table)$/i.test(type);
  if (typeof id !== 'number' || isGroup || isOther) return null;
  return {
    id: String(id),
    title: textAt(layer, 'name') || String(id),
    abstract: '',
    // Asked for so: the service projects by itself.
    crs: 'EPSG:4326',
    otherCrs: [],
    formats: ['geojson'],
  };
}

/** A document of a service of ArcGIS. It says what is wrong with the status of success. */
export async function askArcgis(
  address: string,
  parameters: Readonly<Record<string, string>>,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Document>> {
  const host = hostOf(address);
  const asked = withParameters(address, { f: 'json', ...parameters });
  const answer = await ask(asked, 'application/json', fetcher, context);
  if (!answer.ok) return answer;
  const value = parsedJson(answer.value);
  if (!value) return fail(problem('service-no-service', { host, address }));
  if (!isRecord(value.error)) return succeed(value);
  const { code } = value.error;
  if (code === 498 || code === 499) return fail(problem('service-login', { host, address, status: code }));
  const reason = refusalIn(new TextDecoder().decode(answer.value.bytes.subarray(0, 20_000)));
  return fail(problem('service-refused', { host, reason: reason ?? String(code ?? '') }));
}
