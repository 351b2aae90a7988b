import { describe, expect, test } from 'vitest';
import { createOpener, followOther, listPacks, packTitle } from '#app/effects/opening.ts';
import type { Result } from '#model/result.ts';
import { fail, problem, succeed } from '#model/result.ts';
import { viewChanged } from '#state/actions/view.ts';
import { createAppStore } from '#state/store.ts';
import type { RunOptions, WorkerClient } from '#worker/client.ts';
import type { OpenedStudy, PackOrigin } from '#worker/jobs.ts';
import { kleinstadtStudy } from '../state/kleinstadt.ts';

const origin: PackOrigin = { kind: 'url', base: 'http://localhost/packs/x/' };

function waiting() {
  const asked: {
    readonly input: { readonly base?: string; readonly keep?: readonly string[] };
    answer(result: Result<OpenedStudy>): void;
    fail(error: unknown): void;
  }[] = [];
  const client = {
    run: (_job: string, input: { readonly base?: string }, { signal }: RunOptions) =>
      new Promise<Result<OpenedStudy>>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
        asked.push({ input, answer: resolve, fail: reject });
      }),
  } as unknown as WorkerClient;
  const store = createAppStore();
  return { asked, store, client, open: createOpener(store, client) };
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

describe('another city to compare with', () => {
  const packs = [
    { id: 'kleinstadt', path: 'packs/kleinstadt/' },
    { id: 'nachbarstadt', path: 'packs/nachbarstadt/' },
  ];
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

  async function measuringKleinstadt() {
    const all = waiting();
    const study = await kleinstadtStudy();
    const opened = all.open('Kleinstadt', origin, { task: 'measure' });
    all.asked[0]!.answer(succeed({ key: 'k-0', study }));
    await opened;
    followOther(all.store, all.client, packs, new URL('http://localhost/'));
    const compare = (city: string | null) =>
      all.store.setState((state) =>
        viewChanged(state, { compare: city ? 'city' : 'none', compareWith: city ?? '' }),
      );
    return { ...all, study, compare, other: () => all.store.getState().other };
  }

  test('is opened when the view asks for it, and the study shown stays', async () => {
    const { asked, store, study, compare, other } = await measuringKleinstadt();
    expect(asked).toHaveLength(1);
    compare('nachbarstadt');
    expect(other()).toMatchObject({ id: 'nachbarstadt', status: 'opening', loaded: null });
    expect(asked[1]!.input).toMatchObject({
      base: 'http://localhost/packs/nachbarstadt/',
      // The worker must not forget what is shown.
      keep: ['k-0'],
    });
    const neighbour = { ...study, id: 'nachbarstadt' };
    asked[1]!.answer(succeed({ key: 'n-1', study: neighbour }));
    await settled();
    expect(other()).toMatchObject({ status: 'ready', loaded: { key: 'n-1', study: neighbour } });
    expect(store.getState().study?.key).toBe('k-0');
    compare(null);
    compare('nachbarstadt');
    expect(asked, 'is not opened again').toHaveLength(2);
  });

  test('that fails says why, loses nothing, and is tried again after the comparison was closed', async () => {
    const { asked, store, compare, other } = await measuringKleinstadt();
    const before = store.getState();
    compare('nachbarstadt');
    asked[1]!.answer(fail(problem('file-missing', {})));
    await settled();
    expect(other()).toMatchObject({ status: 'failed', problems: [{ code: 'file-missing' }] });
    expect(store.getState()).toMatchObject({ study: before.study, session: before.session });
    compare('nachbarstadt');
    expect(asked).toHaveLength(2);
    compare(null);
    expect(other()).toBeNull();
    compare('nachbarstadt');
    expect(asked).toHaveLength(3);
    asked[2]!.fail(new Error('kaputt'));
    await settled();
    expect(other()).toMatchObject({ status: 'failed', problems: [{ code: 'unexpected' }] });
  });

  test('that nobody offers is a problem, not a request', async () => {
    const { asked, compare, other } = await measuringKleinstadt();
    compare('nirgends');
    expect(other()).toMatchObject({ status: 'failed', problems: [{ code: 'city-not-listed' }] });
    expect(asked).toHaveLength(1);
  });

  test('only the newest wish counts', async () => {
    const { asked, study, compare, other } = await measuringKleinstadt();
    compare('nachbarstadt');
    compare('nirgends');
    asked[1]!.answer(succeed({ key: 'n-1', study }));
    await settled();
    expect(other()).toMatchObject({ id: 'nirgends', status: 'failed' });
  });

  test('is not opened in another task', async () => {
    const { asked, store } = await measuringKleinstadt();
    store.setState((state) =>
      viewChanged(state, { task: 'explore', compare: 'city', compareWith: 'nachbarstadt' }),
    );
    expect(asked).toHaveLength(1);
  });
});
