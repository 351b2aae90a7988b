import { fail, problem, type Result, succeed } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import type { ReadContext } from '../driver.ts';
import {
  countIn,
  crsOfCollection,
  cutLayer,
  type LayerFeatures,
  likenessOf,
  mostFeatures,
  mostPages,
  plainFeatures,
  tooMany,
} from './layerFeatures.ts';
import { linksOf } from './links.ts';
import { secure } from './ogcApi.ts';
import { parsedJson } from './parsedJson.ts';
import { refusalIn } from './refusalIn.ts';
import { type Answer, ask, type Fetch, hostOf, join, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

const accept = 'application/geo+json, application/json';
const pageSize = '1000';

/** The address of the first page of a collection. */
export function itemsAddress(
  service: Pick<ServiceDescription, 'address'>,
  layer: Pick<ServiceLayer, 'id' | 'items'>,
): string {
  if (layer.items !== undefined) return withParameters(layer.items, { limit: pageSize });
  const items = join(service.address, `${encodeURIComponent(layer.id)}/items`);
  return withParameters(items, { f: 'json', limit: pageSize });
}

/** All features of a collection: page after page, as each names the next. */
export async function loadOgcApi(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
  agreed: number,
): Promise<Result<LayerFeatures>> {
  const host = hostOf(service.address);
  const features: unknown[] = [];
  const known = new Set<string>();
  const asked = new Set<string>();
  let crs: string | null = null;
  let matched: number | null = null;
  const way: ReadContext = {
    ...context,
    pause: () => context.pause(features.length, matched ?? 0),
  };
  let address: string | null = itemsAddress(service, layer);
  while (address !== null && asked.size < mostPages) {
    asked.add(address);
    const isFirst = asked.size === 1;
    const answer = await askItems(address, isFirst, fetcher, isFirst ? context : way);
    if (!answer.ok) return answer;
    const page = parsedJson(answer.value);
    if (!page || !Array.isArray(page.features)) {
      const reason = refusalIn(new TextDecoder().decode(answer.value.bytes.subarray(0, 20_000)));
      const found = reason === null ? 'service-no-features' : 'service-refused';
      return fail(problem(found, { layer: layer.id, host, reason: reason ?? '' }));
    }
    const more = plainFeatures(page, page.features as unknown[]);
    if (isFirst)
      crs = crsOfCollection({ ...page, features: more }, normalCrs(answer.value.crs ?? '') ?? layer.crs);
    matched = countIn(page.numberMatched) ?? matched;
    if (matched !== null && matched > agreed) return fail(tooMany(layer, matched));
    const fresh = isFirst ? more : more.filter((one) => !known.has(likenessOf(one)));
    const isRepeated = more.length > 0 && fresh.length === 0;
    if (!isRepeated) for (const one of more) features.push(one);
    for (const one of fresh) known.add(likenessOf(one));
    const next: string | null = more.length === 0 || isRepeated ? null : nextPage(page, address);
    if (next === null || asked.has(next) || features.length >= mostFeatures) {
      const isCut = matched === null ? next !== null : features.length < matched;
      return succeed({ features, crs, notes: isCut ? [cutLayer(layer, features.length, matched)] : [] });
    }
    address = next;
  }
  return fail(problem('service-too-many-pages', { layer: layer.id, n: features.length }));
}

/** Some services refuse pages that are larger than theirs, or the short name of the format. */
async function askItems(
  address: string,
  isFirst: boolean,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Answer>> {
  const answer = await ask(address, accept, fetcher, context);
  const isOfForm =
    !answer.ok && answer.problems.some(({ code }) => code === 'service-refused' || code === 'service-status');
  if (!isFirst || !isOfForm) return answer;
  const url = new URL(address);
  url.searchParams.delete('limit');
  if (url.searchParams.get('f') === 'json') url.searchParams.delete('f');
  const plain = await ask(url.href, accept, fetcher, context);
  return plain.ok ? plain : answer;
}

/**
 * The address of the page after this one; null on the last. Only the host that was named is asked: of a link to another
 * one, that a gateway did not rewrite, what it says of the page is taken.
 */
function nextPage(page: Readonly<Record<string, unknown>>, address: string): string | null {
  const all = linksOf(page, address).filter(({ rel }) => rel === 'next');
  const next = all.find(({ type }) => /json/.test(type)) ?? all[0];
  if (!next) return null;
  const href = secure(next.href, address);
  if (hostOf(href) === hostOf(address)) return href;
  const url = new URL(address);
  url.search = new URL(href).search;
  return url.href;
}
