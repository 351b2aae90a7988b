import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { refusalIn } from './refusalIn.ts';
import { type Patience, tooSlow, usualPatience, whileWaiting } from './whileWaiting.ts';

/** How another host is asked; a parameter, so that nothing is requested behind anybody's back. */
export type Fetch = (address: string, options?: RequestInit) => Promise<Response>;

export interface Answer {
  readonly bytes: Uint8Array;
  /** Media type without parameters, lower case. */
  readonly type: string;
  /** As declared beside the media type; empty when it is not. */
  readonly charset: string;
  /** The system of the coordinates as an OGC API says it, where the host lets web pages read that. */
  readonly crs: string | null;
}

const mostBytes = 300 * 1024 * 1024;
const quiet = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;

/**
 * What stands at an address. Neither cookies nor the address of the page are sent along. Where the host does not let web
 * pages read its answer (CORS), the problem says so and names the address to save the file from.
 */
export async function ask(
  address: string,
  accept: string,
  fetcher: Fetch,
  context: ReadContext,
  patience: Patience = usualPatience,
): Promise<Result<Answer>> {
  const host = hostOf(address);
  const asked = isMixed(address) ? address.replace(/^http:/i, 'https:') : address;
  const controller = new AbortController();
  const waiting = <T>(work: Promise<T>): Promise<T | typeof tooSlow> =>
    whileWaiting(work, context, () => controller.abort(), patience);
  const slow = (): Result<never> =>
    fail(problem('service-slow', { host, address, n: Math.round((patience.turn * patience.turns) / 1000) }));
  const request = { headers: { Accept: accept }, signal: controller.signal, ...quiet };
  const response = await waiting(Promise.resolve(fetcher(asked, request)).catch(() => null));
  if (response === tooSlow) return slow();
  if (response === null) {
    if (asked !== address) return fail(problem('service-mixed', { host, address }));
    const isThere = await waiting(answersAtAll(asked, fetcher));
    return fail(problem(isThere === true ? 'service-cors' : 'service-unreachable', { host, address }));
  }
  if (!response.ok) {
    const text = await waiting(textOf(response));
    return fail(statusProblem(response, text === tooSlow ? '' : text, address));
  }
  const bytes = await bodyOf(response, context, waiting);
  if (bytes === tooSlow) return slow();
  if (bytes === 'too-large')
    return fail(problem('service-too-large', { host, address, megabytes: mostBytes / 1048576 }));
  if (bytes === 'broken') return fail(problem('service-broken', { host, address }));
  const type = response.headers.get('content-type') ?? '';
  return succeed({
    bytes,
    type: (type.split(';')[0] ?? '').trim().toLowerCase(),
    charset: /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? '',
    crs: response.headers.get('content-crs')?.replace(/[<>]/g, '').trim() ?? null,
  });
}

/** Browsers let pages that came by https ask by https only, except on the same machine. */
export function isMixed(address: string, page = pageAddress()): boolean {
  if (!/^https:/i.test(page) || !/^http:/i.test(address)) return false;
  return !/^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(?=[:/?#]|$)/i.test(address);
}

/** In a worker the address of its script; nothing on the command line. */
function pageAddress(): string {
  const { location } = globalThis as { readonly location?: { readonly href?: string } };
  return location?.href ?? '';
}

/** Without asking to read the answer, a host that is there always answers. */
async function answersAtAll(address: string, fetcher: Fetch): Promise<boolean> {
  try {
    await fetcher(address, { mode: 'no-cors', ...quiet });
    return true;
  } catch {
    return false;
  }
}

function statusProblem(response: Response, text: string, address: string): Problem {
  const { status } = response;
  const host = hostOf(address);
  if (status === 401 || status === 403) return problem('service-login', { host, address, status });
  if (status === 429 || status === 503) {
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    return Number.isInteger(seconds) && seconds > 0
      ? problem('service-busy-until', { host, address, status, n: seconds })
      : problem('service-busy', { host, address, status });
  }
  const refusal = refusalIn(text);
  if (refusal !== null) return problem('service-refused', { host, reason: refusal });
  if (status === 404 || status === 410) return problem('service-missing', { host, address, status });
  return problem('service-status', { host, address, status });
}

type Waiting = <T>(work: Promise<T>) => Promise<T | typeof tooSlow>;

async function bodyOf(
  response: Response,
  context: ReadContext,
  waiting: Waiting,
): Promise<Uint8Array | 'too-large' | 'broken' | typeof tooSlow> {
  const declared = Number(response.headers.get('content-length') ?? NaN);
  if (declared > mostBytes) return 'too-large';
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const part = await waiting(reader.read().catch(() => 'broken' as const));
      if (part === tooSlow || part === 'broken') return part;
      if (part.done) break;
      parts.push(part.value);
      length += part.value.length;
      if (length > mostBytes) return 'too-large';
      // Packed answers declare the length of the parcel: then nobody knows how much is still to come.
      await context.pause(length, declared >= length ? declared : 0);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
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

/** A path below the one of the address; its own parameters stay. */
export function join(address: string, path: string): string {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return url.href;
}
