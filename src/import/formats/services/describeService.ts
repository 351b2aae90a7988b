import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { describeArcgis } from './arcgis.ts';
import { pictureService } from './foreignAnswer.ts';
import { describeOgcApi } from './ogcApi.ts';
import { type Fetch, hostOf } from './requests.ts';
import type { ServiceDescription } from './service.ts';
import { type ServiceAddress, serviceAddress } from './serviceAddress.ts';
import { describeWfs } from './wfs.ts';

type Describe = (
  address: string,
  fetcher: Fetch,
  context: ReadContext,
) => Promise<Result<ServiceDescription>>;

/**
 * What a geodata service offers, whatever address of it was pasted: with or without `GetCapabilities`, the start of an
 * OGC API or one of its collections, a service of ArcGIS or one of its layers.
 */
export async function describeService(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const pasted = serviceAddress(address);
  if (!pasted) return fail(problem('service-address', { address: address.trim().slice(0, 200) }));
  const failures: Problem[][] = [];
  for (const describe of waysFor(pasted)) {
    const described = await describe(pasted.url, fetcher, context);
    if (described.ok) return succeed(wanting(described.value, pasted.layer), described.notes);
    failures.push([...described.problems]);
    // A host that cannot be read is not asked again in another way.
    if (described.problems.some(({ code }) => final.has(code))) break;
  }
  return fail(...mostTelling(failures, pasted).map((one) => about(one, pasted.layer)));
}

function waysFor({ looksLike }: ServiceAddress): readonly Describe[] {
  if (looksLike === 'arcgis') return [describeArcgis];
  if (looksLike === 'wms') return [describeWfs];
  return looksLike === 'wfs' ? [describeWfs, describeOgcApi] : [describeOgcApi, describeWfs];
}

const final: ReadonlySet<string> = new Set([
  'service-cors',
  'service-unreachable',
  'service-mixed',
  'service-slow',
  'service-broken',
  'service-login',
  'service-busy',
  'service-busy-until',
  'service-too-large',
  'service-folder',
]);

/** What was found instead of a service helps more than that something was refused. */
const telling = [
  'service-picture',
  'service-picture-beside',
  'service-metadata',
  'service-file',
  'service-download-feed',
  'service-other',
  'service-without-layers',
];

function mostTelling(failures: readonly (readonly Problem[])[], pasted: ServiceAddress): readonly Problem[] {
  const all = failures.flat();
  const found = all.find(({ code }) => telling.includes(code));
  if (found) return [found];
  const isHostThere = !all.some(({ code }) => final.has(code));
  if (pasted.looksLike === 'wms' && isHostThere) return [pictureService(pasted.url)];
  // The pages of catalogues are for people, and closed to other pages.
  if (pasted.looksLike === 'catalogue') return [problem('service-catalogue', { host: hostOf(pasted.url) })];
  return failures[0] ?? [problem('service-address', { address: pasted.url })];
}

/** The layer that was named goes on with the address: whoever opens that by hand needs both. */
function about(found: Problem, layer: string | null): Problem {
  return layer !== null && 'address' in found.params
    ? { ...found, params: { ...found.params, layer } }
    : found;
}

/** The layer that was named in the address, so that it is shown first. */
function wanting(service: ServiceDescription, layer: string | null): ServiceDescription {
  const wanted = layer === null ? null : service.layers.find(({ id }) => ownName(id) === ownName(layer));
  return wanted ? { ...service, wanted: wanted.id } : service;
}

function ownName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1).toLowerCase();
}
