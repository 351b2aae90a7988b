import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportPlan } from '#import/plan/plan.ts';
import { type Problem, problem } from '#model/result.ts';
import { panelFor } from '#panels/catalog.ts';
import { type Bench, createBench } from '#panels/importing/bench.ts';
import { blockersOf } from '#panels/importing/blockers.ts';
import { changeLayer, changeLevel } from '#panels/importing/edits/levelEdits.ts';
import { applyRepair } from '#panels/importing/edits/repairEdits.ts';
import { changeSource, nameCity } from '#panels/importing/edits/sourceEdits.ts';
import { chooseKey } from '#panels/importing/edits/tableEdits.ts';
import { placeQuestion, questionsOf, readingQuestion } from '#panels/importing/questions.ts';
import { draftChanged, filesHandedIn } from '#state/actions/draft.ts';
import { createAppStore, type Store } from '#state/store.ts';
import { tasks } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import { dorfAreas, dorfFiles, dorfSchools } from './dorfFiles.ts';
import { draftIn, planIn } from './importUnderWay.ts';
import { workshopClient } from './workshopClient.ts';

const residents = 'einwohner_2023.csv';
let store: Store;
let client: WorkerClient;
let bench: Bench;
beforeEach(() => {
  store = createAppStore();
  client = workshopClient();
  bench = createBench(store, client);
});

const draft = () => draftIn(store);
const plan = () => planIn(store);
const edit = (change: (plan: ImportPlan) => ImportPlan) => bench.edit(change);
const handIn = (files = dorfFiles()) => bench.add(files.map(({ path, bytes }) => ({ path, content: bytes })));
const missing = () =>
  blockersOf(draft()).map(({ step, text }) => `${step} ${text.replace('importing.', '')}`);

/** Everything the dorf needs to be taken over. */
async function decideAll(): Promise<void> {
  const level = plan().levels[0]?.id ?? '';
  await bench.readAgain((now) => changeLayer(now, level, { key: 'stadtteil_nr', name: 'stadtteil' }));
  edit((now) => changeLevel(now, level, { vintage: '2023' }));
  edit((now) => chooseKey(now, residents, ['Nr.']));
  edit((now) => applyRepair(now, residents, { kind: 'pad', to: '4' }));
  edit((now) => changeSource(nameCity(now, 'Dorf'), 'default', { publisher: 'Amt' }));
  const { inspection } = draft();
  if (!inspection) throw new Error('nothing read');
  store.setState((state) => draftChanged(state, { answered: questionsOf(plan(), inspection) }));
  await bench.review();
}

describe('from files to a city', () => {
  test('a broken file that comes in a later step is told there', async () => {
    store.setState((state) => filesHandedIn(state, []));
    handIn();
    await bench.readIncoming();
    store.setState((state) => draftChanged(state, { step: 'columns' }));
    handIn([{ path: 'kaputt.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004 no workbook') }]);
    await bench.readIncoming();
    expect(draft().problems.map(({ where }) => where?.file)).toEqual(['kaputt.xlsx']);
    expect(draft().inspection?.files).toHaveLength(4);
  });

  test('areas may come first: figures are added when they are there', async () => {
    store.setState((state) => filesHandedIn(state, []));
    handIn([dorfAreas()]);
    await bench.readIncoming();
    const level = plan().levels[0]?.id ?? '';
    await bench.readAgain((now) => changeLayer(now, level, { key: 'stadtteil_nr', name: 'stadtteil' }));
    edit((now) => changeLevel(now, level, { vintage: '2023' }));
    edit((now) => changeSource(nameCity(now, 'Dorf'), 'default', { publisher: 'Amt' }));
    const { inspection } = draft();
    if (!inspection) throw new Error('nothing read');
    store.setState((state) => draftChanged(state, { answered: questionsOf(plan(), inspection) }));
    await bench.review();
    expect(missing()).toEqual([]);

    await bench.adopt();
    const state = store.getState();
    expect(state.draft).toBeNull();
    expect(state.study?.study.variables).toEqual([]);
    for (const task of tasks) {
      const now = { ...state, view: { ...state.view, task } };
      const panel = panelFor(now);
      expect(panel?.id).toBe(task);
      expect(panel?.mapContents(now)?.level.keys).toHaveLength(6);
      expect(panel?.caption(now)).toEqual({
        title: 'Dorf: Stadtteile',
        subtitle: 'Gebietsstand 2023',
        source: expect.stringContaining('Amt'),
      });
      expect(panel?.table(now)?.rows).toHaveLength(6);
      expect(panel?.table(now)?.rows[0]).toEqual(['0101', 'Altstadt']);
    }
  });

  test('reads what was handed in, asks what only people know, and opens the city', async () => {
    store.setState((state) => filesHandedIn(state, []));
    expect(missing()).toEqual(['files blocker-no-files']);
    handIn();
    await bench.readIncoming();
    expect(draft().incoming).toEqual([]);
    expect(draft().inspection?.files.map(({ format }) => format)).toEqual(['geojson', 'csv', 'csv']);
    expect(missing()).toContain('areas blocker-vintage');
    expect(missing()).toContain('areas blocker-place');
    expect(missing()).toContain('columns blocker-reading');
    expect(missing()).toContain('adopt blocker-title');

    await decideAll();
    expect(draft().review?.value.tables).toMatchObject([{ matched: 6, onlyTable: [], onlyGeometry: [] }]);
    expect(missing()).toEqual([]);

    const key = draft().key;
    const run = vi.spyOn(client, 'run');
    await bench.adopt();
    expect(store.getState().draft?.problems ?? []).toEqual([]);
    const { study, draft: left, session, view } = store.getState();
    expect(left).toBeNull();
    expect(study?.study.title.de).toBe('Dorf');
    expect(study?.study.levels[0]?.keys).toEqual(['0101', '0102', '0103', '0201', '0202', '0203']);
    const column = study?.study.observations[0]?.columns.residents;
    expect(column && [...column.values]).toEqual([3419, 2108, 1250, 4006, 1875, 2342]);
    expect(study?.study.institutions.map(({ position }) => position)).toEqual([
      [8.505, 50.555],
      [8.525, 50.556],
      [8.506, 50.565],
    ]);
    expect(study?.recipe?.name).toBe('dorf');
    expect(study?.own).toBe(true);
    expect(view).toMatchObject({ task: 'explore', city: 'dorf' });
    expect(session.message).toEqual({ key: 'adopted', params: { city: 'Dorf' } });
    expect(run.mock.calls.map(([job]) => job)).toEqual(['adopt', 'forget']);
    expect(run.mock.calls[1]?.[1]).toEqual({ import: key });
  });

  test('the other reading makes other numbers', async () => {
    handIn();
    await bench.readIncoming();
    const { inspection } = draft();
    const asked = inspection ? questionsOf(plan(), inspection) : [];
    expect(asked).toContain(placeQuestion('stadtteile.geojson'));
    expect(asked).toContain(readingQuestion(residents, 'Einwohner'));
  });

  test('files are taken away and added, and what was said stays', async () => {
    handIn();
    await bench.readIncoming();
    edit((now) => changeLevel(now, now.levels[0]?.id ?? '', { vintage: '2023' }));
    await bench.remove(['schulen_2023_24.csv']);
    expect(draft().inspection?.files).toHaveLength(2);
    expect(plan().institutions).toEqual([]);
    expect(plan().levels[0]?.vintage).toBe('2023');
    expect(draft().past).toEqual([]);
    handIn([dorfSchools()]);
    await bench.readIncoming();
    expect(plan().institutions).toHaveLength(1);
    expect(plan().levels[0]?.vintage).toBe('2023');
  });
});

describe('a job', () => {
  /** A worker that does what the test says. */
  const fake = (
    run: (job: string, input: unknown, options: Parameters<WorkerClient['run']>[2]) => unknown,
  ) => {
    bench = createBench(store, { run: run as never });
  };
  const aborted = (signal: AbortSignal | undefined) =>
    new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError'))),
    );

  test('says how far it is and can be cancelled; nothing is lost by it', async () => {
    handIn();
    fake((_job, _input, options) => {
      options?.onProgress?.(1, 4);
      return aborted(options?.signal);
    });
    const reading = bench.readIncoming();
    await vi.waitFor(() => expect(draft().job).toMatchObject({ kind: 'read', part: 0.25 }));
    bench.cancel();
    await reading;
    expect(draft()).toMatchObject({ job: null, problems: [], inspection: null });
  });

  test('loses nothing that is decided while files are read again', async () => {
    handIn();
    await bench.readIncoming();
    const level = plan().levels[0]?.id ?? '';
    const keyOf = () => {
      const from = plan().levels[0]?.from;
      return from && 'key' in from ? [from.key, from.name] : [];
    };
    const first = bench.readAgain((now) => changeLayer(now, level, { key: 'stadtteil_nr' }));
    edit((now) => changeLevel(now, level, { vintage: '2023' }));
    // The second reading takes the place of the first, with its wish.
    const second = bench.readAgain((now) => changeLayer(now, level, { name: 'stadtteil' }));
    edit((now) => changeSource(now, 'default', { publisher: 'Amt' }));
    await Promise.all([first, second]);
    expect(keyOf()).toEqual(['stadtteil_nr', 'stadtteil']);
    expect(plan().levels[0]?.vintage).toBe('2023');
    expect(plan().source.publisher).toBe('Amt');
  });

  test('that fails says why and leaves what there was', async () => {
    handIn();
    await bench.readIncoming();
    const before = draft();
    const problems: readonly Problem[] = [problem('not-utf8', {}, { file: 'x.csv' })];
    fake(async () => ({ ok: false, problems }));
    await bench.readAgain();
    expect(draft().problems).toEqual(problems);
    expect(draft().inspection).toBe(before.inspection);
    fake(async () => {
      throw new Error('out of memory');
    });
    await bench.adopt();
    expect(draft().problems).toEqual([problem('unexpected', { reason: 'out of memory' })]);
    expect(store.getState().study).toBeNull();
  });

  test('waits for the one before: files dropped meanwhile are read after it', async () => {
    let finish: (value: unknown) => void = () => {};
    const seen: number[] = [];
    fake((_job, input) => {
      seen.push((input as { files: readonly unknown[] }).files.length);
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    handIn();
    const first = bench.readIncoming();
    await vi.waitFor(() => expect(draft().job).not.toBeNull());
    handIn([dorfSchools()]);
    await bench.readIncoming();
    expect(seen).toEqual([3]);
    expect(draft().incoming).toHaveLength(1);
    finish({ ok: false, problems: [] });
    await first;
    void bench.readIncoming();
    await vi.waitFor(() => expect(seen).toEqual([3, 1]));
  });

  test('whose wizard has been left changes nothing any more', async () => {
    handIn();
    await bench.readIncoming();
    let finish: (value: unknown) => void = () => {};
    fake((job) =>
      job === 'adopt'
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : Promise.resolve(null),
    );
    const adopting = bench.adopt();
    bench.leave();
    finish({ ok: true, value: { key: 'x', study: {}, recipe: {} }, notes: [] });
    await adopting;
    expect(store.getState()).toMatchObject({ draft: null, study: null });
  });
});

test('only the review of the newest plan counts', async () => {
  handIn();
  await bench.readIncoming();
  const answers: ((value: unknown) => void)[] = [];
  bench = createBench(store, {
    run: (() => new Promise((resolve) => answers.push(resolve))) as never,
  });
  const first = bench.review();
  edit((now) => nameCity(now, 'Dorf'));
  const second = bench.review();
  answers[1]?.({ tables: ['new'] });
  await second;
  answers[0]?.({ tables: ['old'] });
  await first;
  expect(draft().review?.value).toEqual({ tables: ['new'] });
  expect(draft().review?.plan).toBe(plan());
  expect(draft().reviewing).toBe(false);
});

test('a recipe among the files is compared with them and applied', async () => {
  handIn();
  await bench.readIncoming();
  await decideAll();
  await bench.adopt();
  const recipe = store.getState().study?.recipe;
  expect(recipe).toBeTruthy();
  handIn();
  bench.add([{ path: 'rezept.json', content: new TextEncoder().encode(JSON.stringify(recipe)) }]);
  await bench.readIncoming();
  expect(draft().problems).toEqual([]);
  expect(draft().renewal?.value.files.every(({ now }) => now !== null)).toBe(true);
  expect(draft().renewal?.value.problems).toEqual([]);
  await bench.replay();
  expect(store.getState().draft).toBeNull();
  expect(store.getState().study?.study.title.de).toBe('Dorf');
});
