import { fail, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { foreignAnswer } from './foreignAnswer.ts';
import { type Link, linksOf, textAt } from './links.ts';
import { parsedJson } from './parsedJson.ts';
import { ask, type Fetch, hostOf, join, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

type Document = Readonly<Record<string, unknown>>;

/** What an OGC API Features offers. The address may be that of its start, of its collections or of one of them. */
export async function describeOgcApi(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const base = landingOf(address);
  const host = hostOf(address);
  const asked = await askJson(base, fetcher, context);
  if (!asked.ok && !mayGoOn(asked.problems[0]?.code)) return asked;
  // Its own description (OpenAPI) says where it starts.
  const start = asked.ok && 'openapi' in asked.value ? startIn(asked.value, base) : base;
  const landing = start === base ? asked : await askJson(start, fetcher, context);
  const page: Document = landing.ok ? landing.value : {};
  const data = linksOf(page, start).filter(({ rel }) => /(^|\/)data$/.test(rel));
  const list = secure((data.find(isJson) ?? data[0])?.href ?? join(start, 'collections'), start);
  const answer = await askJson(list, fetcher, context);
  if (!answer.ok) return landing.ok ? answer : landing;
  const { collections } = answer.value;
  if (!Array.isArray(collections)) return fail(problem('service-no-service', { host, address }));
  const layers = collections.filter(isRecord).flatMap((one) => layerOf(one, list) ?? []);
  if (layers.length === 0) return fail(problem('service-without-layers', { host }));
  const licence = [...linksOf(page, start), ...linksOf(answer.value, list)].find(
    ({ rel }) => rel === 'license',
  );
  return succeed({
    kind: 'ogc-api',
    address: withoutQuery(list),
    version: '1.0',
    title: textAt(page, 'title') || host,
    provider: textAt(page, 'attribution'),
    licence: licence ? licence.title || licence.href : '',
    layers,
  });
}

/** The start may be missing or a page for people only; the list of collections may be there all the same. */
function mayGoOn(code: string | undefined): boolean {
  return code === 'service-missing' || code === 'service-page' || code === 'service-refused';
}

/** Features have collections, and collections have a start: whatever was pasted, the start is asked. */
export function landingOf(address: string): string {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/(collections(\/.*)?|conformance|openapi(\.json|\.html)?)\/?$/, '');
  url.hash = '';
  return url.href;
}

function startIn({ servers }: Document, base: string): string {
  const first: unknown = Array.isArray(servers) ? servers[0] : null;
  const named = isRecord(first) ? textAt(first, 'url') : '';
  try {
    if (named !== '') return secure(new URL(named, base).href, base);
  } catch {
    // Then it stands below the start, as usual.
  }
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/api\/?$/, '');
  return url.href;
}

function layerOf(collection: Document, list: string): ServiceLayer | null {
  const id = textAt(collection, 'id') || textAt(collection, 'name');
  const kind = textAt(collection, 'itemType').toLowerCase();
  if (id === '' || (kind !== '' && kind !== 'feature')) return null;
  const crs = Array.isArray(collection.crs) ? collection.crs.filter((one) => typeof one === 'string') : [];
  const items = linksOf(collection, list).find(
    ({ rel, type }) => /(^|\/)items$/.test(rel) && /geo\+json/.test(type),
  );
  return {
    id,
    title: textAt(collection, 'title') || id,
    abstract: textAt(collection, 'description'),
    // GeoJSON is in longitude and latitude unless another system is asked for, which we do not.
    crs: 'EPSG:4326',
    otherCrs: [...new Set(crs.flatMap((one) => normalCrs(one) ?? []))].filter((one) => one !== 'EPSG:4326'),
    formats: ['application/geo+json'],
    ...(items && hostOf(items.href) === hostOf(list) ? { items: secure(items.href, list) } : {}),
  };
}

function isJson({ type }: Link): boolean {
  return /json/.test(type);
}

/** Services behind a gateway do not know that they are reached by https. */
export function secure(href: string, like: string): string {
  const url = new URL(href);
  const known = new URL(like);
  if (url.hostname !== known.hostname || url.protocol === known.protocol) return href;
  url.protocol = known.protocol;
  url.port = known.port;
  return url.href;
}

/** Most services tell formats by `f`; those that do not know it look at what is accepted. */
async function askJson(address: string, fetcher: Fetch, context: ReadContext): Promise<Result<Document>> {
  const named = await askDocument(withParameters(address, { f: 'json' }), address, fetcher, context);
  const isOfForm =
    !named.ok && named.problems.some(({ code }) => code === 'service-refused' || code === 'service-status');
  if (!isOfForm) return named;
  const plain = await askDocument(address, address, fetcher, context);
  return plain.ok ? plain : named;
}

async function askDocument(
  asked: string,
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Document>> {
  const answer = await ask(asked, 'application/json', fetcher, context);
  if (!answer.ok) return answer;
  const value = parsedJson(answer.value);
  const isOther = value === null || value.type === 'FeatureCollection' || 'result' in value;
  const found = isOther ? foreignAnswer(answer.value, address) : null;
  if (found) return fail(found);
  return value ? succeed(value) : fail(problem('service-no-service', { host: hostOf(address), address }));
}

function withoutQuery(address: string): string {
  const url = new URL(withParameters(address, { f: '' }));
  url.searchParams.delete('f');
  return url.href;
}
