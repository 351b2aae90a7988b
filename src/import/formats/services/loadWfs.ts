import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import {
  cutLayer,
  type LayerFeatures,
  likenessOf,
  mostFeatures,
  mostPages,
  tooMany,
} from './layerFeatures.ts';
import { ask, type Fetch, hostOf } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';
import { type FeatureRequest, featureAddress, isJsonFormat } from './wfs.ts';
import { countWfs, readWfsPage, type WfsPage } from './wfsPage.ts';

const pageSize = 1000;

/** All features of a layer: in one answer or, where that is cut, page by page. */
export async function loadWfs(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
  agreed: number,
): Promise<Result<LayerFeatures>> {
  const json = layer.formats.find(isJsonFormat);
  const other = layer.formats.find((format) => !isJsonFormat(format));
  const counted = agreed === Infinity ? null : await countWfs(service, layer, fetcher, context);
  if (counted !== null && counted > agreed) return fail(tooMany(layer, counted));
  const loading: Loading = {
    layer,
    most: service.most ?? null,
    context,
    count: async () => counted ?? (await countWfs(service, layer, fetcher, context)),
    page: (format, request, way) => askPage(service, layer, { ...request, format }, fetcher, way),
  };
  const first = await loadAs(json ?? other, loading);
  // Services name GeoJSON that fail when they are asked for it, and can do what every WFS can.
  const isWorthAnother =
    !first.ok && json !== undefined && first.problems.some(({ code }) => ofFormat.has(code));
  if (!isWorthAnother) return first;
  const second = await loadAs(other, loading);
  return second.ok ? second : first;
}

const ofFormat: ReadonlySet<string> = new Set(['service-refused', 'service-no-features', 'service-status']);

interface Loading {
  readonly layer: ServiceLayer;
  /** Features of one answer, as far as the service says it. */
  readonly most: number | null;
  readonly context: ReadContext;
  count(): Promise<number | null>;
  page(
    format: string | undefined,
    request: Pick<FeatureRequest, 'page' | 'sortBy'>,
    context: ReadContext,
  ): Promise<Result<WfsPage>>;
}

async function askPage(
  service: ServiceDescription,
  layer: ServiceLayer,
  request: FeatureRequest,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<WfsPage>> {
  const accept = isJsonFormat(request.format) ? 'application/geo+json, application/json' : 'text/xml';
  const answer = await ask(featureAddress(service, layer, request), accept, fetcher, context);
  return answer.ok ? readWfsPage(answer.value, layer, hostOf(service.address), context) : answer;
}

async function loadAs(format: string | undefined, loading: Loading): Promise<Result<LayerFeatures>> {
  const { layer, context } = loading;
  const first = await loading.page(format, {}, context);
  if (!first.ok) return first;
  const { features, hasNext, notes } = first.value;
  const mayBeCut = seemsCut(first.value, loading.most);
  const matched = first.value.matched ?? (mayBeCut ? await loading.count() : null);
  const isWhole = matched === null ? !hasNext && !mayBeCut : features.length >= matched;
  if (isWhole || features.length === 0) return succeed(first.value);
  const plain = await loadRest(format, loading, first.value, matched, null);
  if (plain !== 'unordered') return plain;
  // Without an order pages overlap and leave features out, or are refused.
  const sortBy = orderOf(features);
  const page = { start: 0, count: Math.max(features.length, pageSize) };
  const sorted = sortBy === null ? null : await loading.page(format, { page, sortBy }, context);
  if (sorted?.ok && sorted.value.features.length > 0) {
    const ordered = await loadRest(format, loading, sorted.value, matched, sortBy);
    if (ordered !== 'unordered') return ordered;
  }
  return succeed({ ...first.value, notes: [...notes, cutLayer(layer, features.length, matched)] });
}

/** Nothing is said of how many there are, and as many came as some limit would let through. */
function seemsCut({ features: { length }, matched }: WfsPage, most: number | null): boolean {
  return matched === null && length > 0 && (length === most || (length >= 100 && length % 50 === 0));
}

async function loadRest(
  format: string | undefined,
  { layer, context, page }: Loading,
  begun: WfsPage,
  matched: number | null,
  sortBy: string | null,
): Promise<Result<LayerFeatures> | 'unordered'> {
  const features = [...begun.features];
  const known = new Set(features.map(likenessOf));
  const isTold = orderOf(features) !== null;
  const count = Math.max(features.length, pageSize);
  const done = (isShort: boolean): Result<LayerFeatures> =>
    succeed({
      ...begun,
      features,
      notes: isShort ? [...begun.notes, cutLayer(layer, features.length, matched)] : begun.notes,
    });
  let start = features.length;
  const way: ReadContext = { ...context, pause: () => context.pause(start, matched ?? 0) };
  for (let number = 1; number < mostPages; number++) {
    if (matched !== null && start >= matched) return done(features.length < matched);
    if (features.length >= mostFeatures) return done(true);
    const next = await page(format, { page: { start, count }, sortBy }, way);
    if (!next.ok) return isRefusal(next.problems) && sortBy === null ? 'unordered' : next;
    const more = next.value.features;
    const fresh = more.filter((one) => !known.has(likenessOf(one)));
    // The same page again: this service does not know what a page is. Or nothing at all: it has no more.
    if (fresh.length === 0) return done(matched !== null || more.length > 0);
    if (fresh.length < more.length && isTold && sortBy === null) return 'unordered';
    for (const one of isTold ? fresh : more) {
      features.push(one);
      known.add(likenessOf(one));
    }
    start += more.length;
    if (matched === null && !next.value.hasNext && more.length < begun.features.length) return done(false);
  }
  return fail(problem('service-too-many-pages', { layer: layer.id, n: features.length }));
}

function isRefusal(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'service-refused' || code === 'service-status');
}

/** A property that tells features apart: what they can be ordered by. */
function orderOf(features: readonly unknown[]): string | null {
  const rows = features.flatMap((one) => (isRecord(one) && isRecord(one.properties) ? [one.properties] : []));
  for (const name of Object.keys(rows[0] ?? {})) {
    if (name === 'gml_id' || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name)) continue;
    const values = rows.map((row) => (Object.hasOwn(row, name) ? row[name] : null));
    const areSimple = values.every(
      (value) => (typeof value === 'string' && value !== '') || typeof value === 'number',
    );
    if (areSimple && new Set(values).size === rows.length) return name;
  }
  return null;
}
