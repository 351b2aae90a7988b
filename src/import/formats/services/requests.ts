import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';

/** How another host is asked; a parameter, so that nothing is requested behind anybody's back. */
export type Fetch = (address: string, options?: RequestInit) => Promise<Response>;

export interface Answer {
  readonly bytes: Uint8Array;
  /** Media type without parameters, lower case. */
  readonly type: string;
}

const mostBytes = 300 * 1024 * 1024;

/**
 * What stands at an address. Neither cookies nor the address of the page are sent along. Where the host does not let web
 * pages read its answer (CORS), the problem says so and names the address to save the file from.
 */
export async function ask(
  address: string,
  accept: string,
  fetcher: Fetch,
  context: ReadContext,
): Promise<Result<Answer>> {
  const host = hostOf(address);
  let response: Response;
  try {
    response = await fetcher(address, {
      headers: { Accept: accept },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    const isThere = await answersAtAll(address, fetcher);
    return fail(problem(isThere ? 'service-cors' : 'service-unreachable', { host, address }));
  }
  if (!response.ok) {
    const refusal = refusalIn(await textOf(response));
    return fail(
      refusal === null
        ? problem('service-status', { host, address, status: response.status })
        : problem('service-refused', { host, reason: refusal }),
    );
  }
  const bytes = await bodyOf(response, context);
  if (!bytes) return fail(problem('service-too-large', { host, megabytes: mostBytes / 1048576 }));
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return succeed({ bytes, type });
}

/** Without asking to read the answer, a host that is there always answers. */
async function answersAtAll(address: string, fetcher: Fetch): Promise<boolean> {
  try {
    await fetcher(address, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' });
    return true;
  } catch {
    return false;
  }
}

async function bodyOf(response: Response, context: ReadContext): Promise<Uint8Array | null> {
  const declared = Number(response.headers.get('content-length') ?? NaN);
  if (declared > mostBytes) return null;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
      if (length > mostBytes) return null;
      await context.pause(length, Math.max(length, declared || 0));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function textOf(response: Response): Promise<string> {
  try {
    return (await response.text()).slice(0, 20_000);
  } catch {
    return '';
  }
}

/** What a service says about a request it did not like: OWS exceptions and the JSON of OGC APIs. */
export function refusalIn(text: string): string | null {
  const exception = /<(?:\w+:)?(?:ExceptionText|ServiceException)\b[^>]*>([^<]*)</.exec(text)?.[1]?.trim();
  if (exception) return exception.slice(0, 300);
  if (/<(?:\w+:)?(?:ExceptionReport|ServiceExceptionReport)\b/.test(text)) return 'ExceptionReport';
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const { description, detail, title } = JSON.parse(text) as Record<string, unknown>;
    const said = [description, detail, title].find((one) => typeof one === 'string');
    return typeof said === 'string' ? said.slice(0, 300) : null;
  } catch {
    return null;
  }
}

export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/** The address with other parameters; those of the same name are replaced whatever their case. */
export function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  const names = new Set(Object.keys(parameters).map((name) => name.toLowerCase()));
  for (const name of [...url.searchParams.keys()]) {
    if (names.has(name.toLowerCase())) url.searchParams.delete(name);
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
