import { describe, expect, test } from 'vitest';
import { createOpener, listPacks, packTitle } from '#app/effects/opening.ts';
import type { Result } from '#model/result.ts';
import { fail, problem, succeed } from '#model/result.ts';
import { createAppStore } from '#state/store.ts';
import type { RunOptions, WorkerClient } from '#worker/client.ts';
import type { OpenedStudy, PackOrigin } from '#worker/jobs.ts';
import { kleinstadtStudy } from '../state/kleinstadt.ts';

const origin: PackOrigin = { kind: 'url', base: 'http://localhost/packs/x/' };

function waiting() {
  const asked: { answer(result: Result<OpenedStudy>): void; fail(error: unknown): void }[] = [];
  const client = {
    run: (_job: string, _input: unknown, { signal }: RunOptions) =>
      new Promise<Result<OpenedStudy>>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
        asked.push({ answer: resolve, fail: reject });
      }),
  } as unknown as WorkerClient;
  const store = createAppStore();
  return { asked, store, open: createOpener(store, client) };
}

describe('opening a pack', () => {
  test('shows what is being opened, then the study with the wished view', async () => {
    const { asked, store, open } = waiting();
    const opened = open('Kleinstadt', origin, { task: 'measure' });
    expect(store.getState().session.opening).toBe('Kleinstadt');
    const study = await kleinstadtStudy();
    asked[0]!.answer(succeed({ key: 'k-0', study }, [problem('variables-empty')]));
    expect(await opened).toBe(true);
    const { session, view, study: loaded } = store.getState();
    expect(session.opening).toBeNull();
    expect(view).toMatchObject({ city: 'kleinstadt', task: 'measure' });
    expect(loaded).toMatchObject({ key: 'k-0', notes: [{ code: 'variables-empty' }] });
  });

  test('shows what is wished of just this study', async () => {
    const { asked, store, open } = waiting();
    const opened = open('Kleinstadt', origin, ({ id }) => (id === 'kleinstadt' ? { task: 'need' } : {}));
    asked[0]!.answer(succeed({ key: 'k-0', study: await kleinstadtStudy() }));
    expect(await opened).toBe(true);
    expect(store.getState().view.task).toBe('need');
  });

  test('that fails says why and keeps what was loaded', async () => {
    const { asked, store, open } = waiting();
    const study = await kleinstadtStudy();
    const first = open('Kleinstadt', origin);
    asked[0]!.answer(succeed({ key: 'k-0', study }));
    await first;
    const second = open('kaputt.zip', origin);
    asked[1]!.answer(fail(problem('zip-invalid', { reason: 'x' })));
    expect(await second).toBe(false);
    expect(store.getState().study?.key).toBe('k-0');
    expect(store.getState().session).toMatchObject({
      opening: null,
      problems: { name: 'kaputt.zip', list: [{ code: 'zip-invalid' }] },
    });
  });

  test('that breaks down is a problem with its reason, not silence', async () => {
    const { asked, store, open } = waiting();
    const opened = open('x', origin);
    asked[0]!.fail(new Error('kein Speicher'));
    expect(await opened).toBe(false);
    expect(store.getState().session.problems?.list).toEqual([
      problem('unexpected', { reason: 'kein Speicher' }),
    ]);
  });

  test('only the newest counts', async () => {
    const { asked, store, open } = waiting();
    const study = await kleinstadtStudy();
    const first = open('alt', origin);
    const second = open('neu', origin);
    asked[1]!.answer(succeed({ key: 'neu-0', study }));
    asked[0]!.answer(succeed({ key: 'alt-0', study }));
    expect(await second).toBe(true);
    expect(await first).toBe(false);
    expect(store.getState().study?.key).toBe('neu-0');
    expect(store.getState().session.problems).toBeNull();
  });
});

describe('the list of packs a server offers', () => {
  const base = new URL('http://localhost/unter/einem/pfad/');
  const answering = (body: string, status = 200) =>
    listPacks(base, async () => new Response(body, { status }));

  test('is read beside the app', async () => {
    const asked: string[] = [];
    const packs = await listPacks(base, async (address) => {
      asked.push(String(address));
      return Response.json({ packs: [{ id: 'musterstadt', path: 'packs/musterstadt/' }] });
    });
    expect(asked).toEqual(['http://localhost/unter/einem/pfad/packs/index.json']);
    expect(packs).toEqual([{ id: 'musterstadt', path: 'packs/musterstadt/' }]);
  });

  test.each([
    ['missing', '', 404],
    ['no JSON', '<html>', 200],
    ['something else', '[1,2]', 200],
    ['empty', 'null', 200],
  ])('that is %s is an empty one', async (_name, body, status) => {
    expect(await answering(body, status)).toEqual([]);
  });

  test('entries that are no packs are passed over', async () => {
    expect(await answering('{"packs":[null,1,{"id":"a"},{"id":"b","path":"b/"}]}')).toEqual([
      { id: 'b', path: 'b/' },
    ]);
  });

  test('without a network there is none', async () => {
    const offline = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await listPacks(base, offline)).toEqual([]);
  });
});

test('a listed pack is called by its title, without one by its name', () => {
  expect(packTitle({ id: 'berlin', path: 'packs/berlin/', title: 'Berlin 2024' })).toBe('Berlin 2024');
  expect(packTitle({ id: 'öhringen', path: 'packs/x/' })).toBe('Öhringen');
});
