import { afterEach, expect, test, vi } from 'vitest';
import { ask, type Fetch, isMixed } from '#import/formats/services/requests.ts';
import { codesOf } from './loading.ts';

const address = 'https://geo.example/wfs';
const still = { pause: async () => undefined };
const short = { turn: 1, turns: 3 };
const never: Fetch = (_, options) =>
  new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));

afterEach(() => vi.unstubAllGlobals());

test('silence ends, and so does the request', async () => {
  let signal: AbortSignal | null | undefined;
  const result = await ask(
    address,
    '*/*',
    (to, options) => {
      signal = options?.signal;
      return never(to, options);
    },
    still,
    short,
  );
  expect(result.ok ? [] : codesOf(result.problems)).toEqual(['service-slow']);
  expect(signal?.aborted).toBe(true);
});

test('a wait can be cancelled, and takes the request with it', async () => {
  let signal: AbortSignal | null | undefined;
  const cancelled = { pause: async () => Promise.reject(new Error('cancelled')) };
  const asking = ask(
    address,
    '*/*',
    (to, options) => {
      signal = options?.signal;
      return never(to, options);
    },
    cancelled,
    short,
  );
  await expect(asking).rejects.toThrow('cancelled');
  expect(signal?.aborted).toBe(true);
});

/** An answer that begins and then stops, or breaks. */
const begun =
  (end: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Fetch =>
  async () =>
    new Response(
      new ReadableStream<Uint8Array>(
        {
          start: (controller) => controller.enqueue(new Uint8Array([60])),
          pull: (controller) => end(controller),
        },
        { highWaterMark: 0 },
      ),
    );

test('an answer that stops in the middle ends too', async () => {
  const result = await ask(
    address,
    '*/*',
    begun(() => undefined),
    still,
    short,
  );
  expect(result.ok ? [] : codesOf(result.problems)).toEqual(['service-slow']);
});

test('an answer that breaks off is said to', async () => {
  const result = await ask(
    address,
    '*/*',
    begun((controller) => controller.error(new TypeError('terminated'))),
    still,
  );
  expect(result.ok ? [] : codesOf(result.problems)).toEqual(['service-broken']);
});

test('packed answers have no known end', async () => {
  const told: (readonly number[])[] = [];
  const packed: Fetch = async () => new Response('x'.repeat(100), { headers: { 'Content-Length': '10' } });
  await ask(address, '*/*', packed, { pause: async (done, of) => void told.push([done, of]) });
  expect(told).toEqual([[100, 0]]);
});

test.each([
  ['http://geo.example/wfs', 'https://app.example/', true],
  ['https://geo.example/wfs', 'https://app.example/', false],
  ['http://geo.example/wfs', 'http://app.example/', false],
  ['http://localhost:8080/wfs', 'https://app.example/', false],
  ['http://127.0.0.1/wfs', 'https://app.example/', false],
  ['http://localhost.example/wfs', 'https://app.example/', true],
  ['http://geo.example/wfs', '', false],
])('from %s asked by %s is blocked: %s', (to, page, isBlocked) => {
  expect(isMixed(to, page)).toBe(isBlocked);
});

test('http is asked by https where the page came by it, and named as the reason where that fails', async () => {
  vi.stubGlobal('location', { href: 'https://app.example/worker.js' });
  const asked: string[] = [];
  const answering: Fetch = async (to) => {
    asked.push(to);
    return new Response('ok');
  };
  expect((await ask('http://geo.example/wfs', '*/*', answering, still)).ok).toBe(true);
  const failing: Fetch = async (to) => {
    asked.push(to);
    throw new TypeError('Failed to fetch');
  };
  const result = await ask('http://geo.example/wfs', '*/*', failing, still);
  expect(result.ok ? [] : codesOf(result.problems)).toEqual(['service-mixed']);
  expect(asked).toEqual(['https://geo.example/wfs', 'https://geo.example/wfs']);
});
