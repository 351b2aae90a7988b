import { fail, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { ask, type Fetch, hostOf, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

const json = 'application/json';

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}

/** What an OGC API Features offers. The address may be that of its start, of its collections or of one of them. */
export async function describeOgcApi(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const base = landingOf(address);
  const host = hostOf(address);
  const landing = await askJson(base, fetcher, context);
  if (!landing.ok) return landing;
  const data = linksOf(landing.value, base).find(({ rel }) => /(^|\/)data$/.test(rel));
  const list = data?.href ?? join(base, 'collections');
  const answer = await askJson(list, fetcher, context);
  if (!answer.ok) return answer;
  const { collections } = answer.value;
  if (!Array.isArray(collections)) return fail(problem('service-no-service', { host, address }));
  const layers = collections.filter(isRecord).flatMap((one) => layerOf(one) ?? []);
  if (layers.length === 0) return fail(problem('service-without-layers', { host }));
  const licence = [...linksOf(landing.value, base), ...linksOf(answer.value, list)].find(
    ({ rel }) => rel === 'license',
  );
  return succeed({
    kind: 'ogc-api',
    address: list,
    version: '1.0',
    title: textAt(landing.value, 'title') || host,
    provider: textAt(landing.value, 'attribution'),
    licence: licence ? licence.title || licence.href : '',
    layers,
  });
}

/** Features have collections, and collections have a start: whatever was pasted, the start is asked. */
function landingOf(address: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/collections(\/.*)?$/, '');
  url.search = '';
  url.hash = '';
  return url.href;
}

function layerOf(collection: Readonly<Record<string, unknown>>): ServiceLayer | null {
  const id = textAt(collection, 'id');
  const kind = textAt(collection, 'itemType');
  if (id === '' || (kind !== '' && kind !== 'feature')) return null;
  const crs = Array.isArray(collection.crs) ? collection.crs.filter((one) => typeof one === 'string') : [];
  return {
    id,
    title: textAt(collection, 'title') || id,
    abstract: textAt(collection, 'description'),
    // GeoJSON is in longitude and latitude unless another system is asked for, which we do not.
    crs: 'EPSG:4326',
    otherCrs: [...new Set(crs.flatMap((one) => normalCrs(one) ?? []))].filter((one) => one !== 'EPSG:4326'),
    formats: ['application/geo+json'],
  };
}

/** The address of the first page of a collection. */
export function itemsAddress(service: ServiceDescription, layer: ServiceLayer): string {
  return withParameters(join(service.address, `${encodeURIComponent(layer.id)}/items`), {
    f: 'json',
    limit: '1000',
  });
}

/** The address of the page after this one; null on the last. Only pages of the same host are followed. */
export function nextPage(page: Readonly<Record<string, unknown>>, address: string): string | null {
  const next = linksOf(page, address).find(({ rel }) => rel === 'next');
  return next && hostOf(next.href) === hostOf(address) ? next.href : null;
}

async function askJson(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const asked = withParameters(address, { f: 'json' });
  const answer = await ask(asked, json, fetcher, context);
  if (!answer.ok) return answer;
  const value = parsed(answer.value.bytes);
  return value ? succeed(value) : fail(problem('service-no-service', { host: hostOf(address), address }));
}

export function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function linksOf(value: Readonly<Record<string, unknown>>, base: string): readonly Link[] {
  const { links } = value;
  if (!Array.isArray(links)) return [];
  return links.filter(isRecord).flatMap((link) => {
    try {
      const href = new URL(textAt(link, 'href'), base).href;
      return [{ href, rel: textAt(link, 'rel'), type: textAt(link, 'type'), title: textAt(link, 'title') }];
    } catch {
      return [];
    }
  });
}

function textAt(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof text === 'string' ? text.trim() : '';
}

/** A path below the one of the address; its query is dropped. */
function join(address: string, path: string): string {
  const url = new URL(address);
  url.search = '';
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url.href;
}
