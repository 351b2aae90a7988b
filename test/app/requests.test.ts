import { beforeEach, describe, expect, test } from 'vitest';
import { followRequests } from '#app/effects/requests.ts';
import type { TaskPanel } from '#panels/task.ts';
import { studyOpened } from '#state/actions/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import { createAppStore, type Store } from '#state/store.ts';
import type { RunOptions, WorkerClient } from '#worker/client.ts';
import { kleinstadtStudy } from '../state/kleinstadt.ts';

interface Asked {
  readonly job: string;
  readonly study: string;
  readonly year: number;
  readonly isCancelled: () => boolean;
  answer(value: string): Promise<void>;
  fail(message: string): Promise<void>;
  progress(done: number, of: number): void;
  partial(value: string): void;
}

/** A worker that notes what it is asked and answers when told to. Like the real one it rejects when cancelled. */
function fakeClient(): { readonly client: WorkerClient; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const client = {
    run(job: string, input: { study: string; request: { year: number } }, options: RunOptions = {}) {
      const { signal, onProgress, onPartial } = options;
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
        const later = () => new Promise<void>((done) => setTimeout(done, 0));
        asked.push({
          job,
          study: input.study,
          year: input.request.year,
          isCancelled: () => signal?.aborted ?? false,
          answer: (value) => {
            resolve(value);
            return later();
          },
          fail: (message) => {
            reject(new Error(message));
            return later();
          },
          progress: (done, of) => onProgress?.(done, of),
          partial: (value) => onPartial?.(value),
        });
      });
    },
  } as unknown as WorkerClient;
  return { client, asked };
}

/** Two questions in one task, as measuring has; none in the others. Years before 2000 cannot be asked about. */
const panels = [
  {
    id: 'measure',
    requests: ['measure', 'uncertainty'].map((name) => ({
      name,
      request: ({ view }: ReturnType<Store['getState']>) => (view.year < 2000 ? null : { year: view.year }),
    })),
  },
  { id: 'explore', requests: [] },
] as unknown as readonly TaskPanel[];

let store: Store;
let fake: ReturnType<typeof fakeClient>;
let stop: () => void;
const show = (change: Parameters<typeof viewChanged>[1]) =>
  store.setState((state) => viewChanged(state, change));
const jobs = () => fake.asked.map(({ job, year }) => `${job} ${year}`);
const measured = () => store.getState().answers.measure;
const last = (job: string) => fake.asked.findLast((one) => one.job === job)!;

beforeEach(async () => {
  const study = await kleinstadtStudy();
  store = createAppStore();
  fake = fakeClient();
  store.setState((state) =>
    studyOpened(state, { key: 'k-0', study, notes: [] }, { task: 'measure', year: 2019 }),
  );
  stop = followRequests(store, fake.client, panels);
});

describe('questions to the worker', () => {
  test('are asked once each', () => {
    expect(jobs()).toEqual(['measure 2019', 'uncertainty 2019']);
    expect(fake.asked.map(({ study }) => study)).toEqual(['k-0', 'k-0']);
    expect(fake.asked.some((one) => one.isCancelled())).toBe(false);
  });

  test('are not asked again for changes that do not concern them, nor after the answer', async () => {
    show({ area: '0101' });
    await last('measure').answer('a');
    show({ area: '0102' });
    expect(jobs()).toEqual(['measure 2019', 'uncertainty 2019']);
  });

  test('a new question cancels the one before', () => {
    show({ year: 2020 });
    expect(jobs()).toEqual(['measure 2019', 'uncertainty 2019', 'measure 2020', 'uncertainty 2020']);
    expect(fake.asked.map((one) => one.isCancelled())).toEqual([true, true, false, false]);
    expect(measured()).toMatchObject({ status: 'pending', error: null });
  });

  test('an answer that comes after the next question is ignored, in whichever order they come', async () => {
    const before = last('measure');
    show({ year: 2020 });
    const now = last('measure');
    await now.answer('neu');
    await before.answer('alt');
    expect(measured()).toMatchObject({ status: 'ready', value: 'neu' });
  });

  test('going back to an earlier question asks it anew', async () => {
    show({ year: 2020 });
    show({ year: 2019 });
    expect(jobs().slice(4)).toEqual(['measure 2019', 'uncertainty 2019']);
    await last('measure').answer('wieder');
    expect(measured()).toMatchObject({ status: 'ready', value: 'wieder' });
  });

  test('a failure is reported with its message, and the next question is asked all the same', async () => {
    await last('measure').fail('invalid study: k-0');
    expect(measured()).toMatchObject({ status: 'failed', error: 'invalid study: k-0' });
    show({ area: '0101' });
    expect(jobs()).toHaveLength(2);
    show({ year: 2020 });
    await last('measure').answer('geht wieder');
    expect(measured()).toMatchObject({ status: 'ready', error: null });
  });

  test('progress is shown as a part of the whole', () => {
    last('uncertainty').progress(250, 1000);
    expect(store.getState().answers.uncertainty?.progress).toBe(0.25);
  });

  test('what a long job knows so far is shown while it goes on', async () => {
    last('uncertainty').partial('so far');
    const answer = () => store.getState().answers.uncertainty;
    expect(answer()).toMatchObject({ status: 'pending', value: 'so far' });
    expect(answer()?.valueKey).toBe(answer()?.key);
    await last('uncertainty').answer('all');
    expect(answer()).toMatchObject({ status: 'ready', value: 'all' });
  });

  test('another task asks nothing; coming back to the same question costs nothing', async () => {
    await last('measure').answer('a');
    show({ task: 'explore' });
    show({ task: 'measure' });
    expect(jobs()).toHaveLength(2);
    expect(measured()).toMatchObject({ status: 'ready', value: 'a' });
  });

  test('what cannot be asked is not', () => {
    show({ year: 1900 });
    expect(jobs()).toHaveLength(2);
  });

  test('another study is another question, though it reads the same', async () => {
    const study = await kleinstadtStudy();
    store.setState((state) =>
      studyOpened(state, { key: 'k-1', study, notes: [] }, { task: 'measure', year: 2019 }),
    );
    expect(jobs()).toHaveLength(4);
    expect(last('measure').study).toBe('k-1');
    expect(fake.asked[0]!.isCancelled()).toBe(true);
  });

  test('end when nobody follows any more', () => {
    stop();
    show({ year: 2020 });
    expect(jobs()).toHaveLength(2);
  });
});

test('nothing is asked before a study is there', () => {
  const { client, asked } = fakeClient();
  followRequests(createAppStore({ view: { task: 'measure', year: 2019 } }), client, panels);
  expect(asked).toEqual([]);
});
