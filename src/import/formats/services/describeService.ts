import { fail, problem, type Result } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { describeOgcApi } from './ogcApi.ts';
import type { Fetch } from './requests.ts';
import type { ServiceDescription } from './service.ts';
import { describeWfs } from './wfs.ts';

/**
 * What a geodata service offers, whatever address of it was pasted: with or without `GetCapabilities`, the start of an
 * OGC API or one of its collections.
 */
export async function describeService(
  address: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<ServiceDescription>> {
  const url = addressOf(address);
  if (!url) return fail(problem('service-address', { address: address.slice(0, 200) }));
  const ways = looksLikeWfs(url) ? [describeWfs, describeOgcApi] : [describeOgcApi, describeWfs];
  let first: Result<ServiceDescription> | null = null;
  for (const describe of ways) {
    const described = await describe(url.href, fetcher, context);
    if (described.ok) return described;
    // A host that cannot be read is not asked again in another way.
    const isFinal = described.problems.some(({ code }) => final.has(code));
    if (isFinal) return described;
    first ??= described;
  }
  return first ?? fail(problem('service-address', { address }));
}

const final: ReadonlySet<string> = new Set(['service-cors', 'service-unreachable', 'service-too-large']);

function addressOf(text: string): URL | null {
  const trimmed = text.trim();
  const full = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(full);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && url.hostname !== '' && url.username === '' ? url : null;
  } catch {
    return null;
  }
}

function looksLikeWfs(url: URL): boolean {
  const service = [...url.searchParams].find(([name]) => name.toLowerCase() === 'service')?.[1];
  if (service) return service.toLowerCase() === 'wfs';
  return /wfs/i.test(url.href) && !/\/collections\b|ogc-?api|oapif/i.test(url.href);
}
