import { beforeEach, describe, expect, test } from 'vitest';
import { type Bench, createBench } from '#panels/importing/bench.ts';
import { blockersOf } from '#panels/importing/blockers.ts';
import { changeLayer, changeLevel } from '#panels/importing/edits/levelEdits.ts';
import { applyRepair } from '#panels/importing/edits/repairEdits.ts';
import { changeSource, nameCity } from '#panels/importing/edits/sourceEdits.ts';
import { chooseKey } from '#panels/importing/edits/tableEdits.ts';
import { questionsOf } from '#panels/importing/questions.ts';
import { draftChanged, filesHandedIn, importReopened } from '#state/actions/draft.ts';
import { studyUndone } from '#state/actions/study.ts';
import type { ImportDraft } from '#state/draft.ts';
import { madeHere } from '#state/state.ts';
import { createAppStore, type Store } from '#state/store.ts';
import type { WorkerClient } from '#worker/client.ts';
import { type DorfFile, dorfAreas, dorfFiles } from './dorfFiles.ts';
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
const made = () => store.getState().study?.study;
const paths = () => draft().inspection?.files.map(({ path }) => path);
const add = async (files: readonly DorfFile[]) => {
  bench.add(files.map(({ path, bytes }) => ({ path, content: bytes })));
  await bench.readIncoming();
};
const reopen = async () => {
  const key = madeHere(store.getState());
  if (!key) throw new Error('nothing to open again');
  store.setState((state) => importReopened(state, key));
  await bench.reopen();
};

/** Every question, as a person would who agrees with what was found. */
function answerAll(): void {
  const { inspection } = draft();
  if (!inspection) throw new Error('nothing read');
  store.setState((state) => draftChanged(state, { answered: questionsOf(plan(), inspection) }));
}

async function takeOverAreas(beside: readonly DorfFile[] = []): Promise<void> {
  store.setState((state) => filesHandedIn(state, []));
  await add([dorfAreas(), ...beside]);
  const level = plan().levels[0]?.id ?? '';
  await bench.readAgain((now) => changeLayer(now, level, { key: 'stadtteil_nr', name: 'stadtteil' }));
  bench.edit((now) => changeLevel(now, level, { vintage: '2023' }));
  bench.edit((now) => changeSource(nameCity(now, 'Dorf'), 'default', { publisher: 'Amt' }));
  answerAll();
  await bench.adopt();
  expect(store.getState().draft).toBeNull();
}

async function addFigures(): Promise<void> {
  await add(dorfFiles().filter(({ path }) => path === residents));
  bench.edit((now) => chooseKey(now, residents, ['Nr.']));
  bench.edit((now) => applyRepair(now, residents, { kind: 'pad', to: '4' }));
  answerAll();
  await bench.review();
  expect(blockersOf(draft())).toEqual([]);
}

describe('an import that is opened again', () => {
  test('has its files and what was said; a table is added, and the city before can be had back', async () => {
    await takeOverAreas();
    const before = made();
    expect(before?.variables).toEqual([]);

    await reopen();
    expect(draft()).toMatchObject({ step: 'files', reopened: true, reopening: null, problems: [] });
    expect(paths()).toEqual(['stadtteile.geojson']);
    expect(plan()).toMatchObject({ title: 'Dorf', source: { publisher: 'Amt' } });
    expect(plan().levels[0]).toMatchObject({ vintage: '2023', from: { key: 'stadtteil_nr' } });
    expect(blockersOf(draft())).toEqual([]);
    expect(made()).toBe(before);
    // What was said of taking it over would lie above the steps.
    expect(store.getState().session.message).toBeNull();

    await addFigures();
    await bench.adopt();
    expect(store.getState().draft).toBeNull();
    expect([...(made()?.observations[0]?.columns.residents?.values ?? [])]).toEqual([
      3419, 2108, 1250, 4006, 1875, 2342,
    ]);
    expect(made()?.title.de).toBe('Dorf');
    store.setState(studyUndone);
    expect(made()).toBe(before);

    // The import of what is shown now, not of what was undone.
    await reopen();
    expect(paths()).toEqual(['stadtteile.geojson']);
  });

  test('goes on from what was added, too, and replaces a file of the same name', async () => {
    await takeOverAreas();
    await reopen();
    await addFigures();
    await bench.adopt();
    await reopen();
    expect(paths()?.sort()).toEqual([residents, 'stadtteile.geojson']);
    const table = plan().tables.find((one) => one.table === residents);
    expect(table).toMatchObject({ use: 'areas', key: { columns: ['Nr.'], pad: 4 } });
    const [newer] = dorfFiles().filter(({ path }) => path === residents);
    const text = new TextDecoder('windows-1252').decode(newer?.bytes).replace('3.419', '3.500');
    const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    await add([{ path: residents, bytes }]);
    expect(plan().tables.find((one) => one.table === residents)).toEqual(table);
    await bench.adopt();
    expect(store.getState().draft?.problems ?? []).toEqual([]);
    expect(made()?.observations[0]?.columns.residents?.values[0]).toBe(3500);
  });

  test('keeps files that nothing was taken from', async () => {
    const aside = { path: 'liste.csv', bytes: new TextEncoder().encode('Farbe;Wort\nrot;ja\nblau;nein\n') };
    await takeOverAreas([aside]);
    expect(store.getState().study?.recipe?.files.map(({ path }) => path)).toEqual(['stadtteile.geojson']);
    await reopen();
    expect(paths()?.sort()).toEqual(['liste.csv', 'stadtteile.geojson']);
  });

  test('keeps the rules of protection that were chosen after it', async () => {
    await takeOverAreas();
    const disclosure = { id: 'own', label: 'Eigene' } as unknown as ImportDraft['disclosure'];
    store.setState((state) => ({ ...state, study: state.study && { ...state.study, disclosure } }));
    await reopen();
    expect(draft().disclosure).toBe(disclosure);
  });

  test('of a recipe begins with the recipe', async () => {
    await takeOverAreas();
    const recipe = store.getState().study?.recipe;
    store.setState((state) => filesHandedIn(state, []));
    await add([
      dorfAreas(),
      { path: 'rezept.json', bytes: new TextEncoder().encode(JSON.stringify(recipe)) },
    ]);
    await bench.replay();
    await reopen();
    expect(draft().renewal?.value.problems).toEqual([]);
    expect(draft().renewal?.value.files.map(({ now }) => now)).toEqual(['stadtteile.geojson']);
  });

  test('is left when reading is cancelled; the city stays', async () => {
    await takeOverAreas();
    const before = made();
    const key = madeHere(store.getState()) ?? '';
    store.setState((state) => importReopened(state, key));
    const reading = bench.reopen();
    bench.cancel();
    await reading;
    expect(store.getState().draft).toBeNull();
    expect(made()).toBe(before);
  });
});

test('only a city made of files at hand is offered to be added to', async () => {
  await takeOverAreas();
  const state = store.getState();
  expect(madeHere(state)).toBe(state.study?.key);
  expect(madeHere({ ...state, study: state.study && { ...state.study, recipe: null } })).toBeNull();
  expect(madeHere({ ...state, study: state.study && { ...state.study, own: false } })).toBeNull();
  expect(madeHere({ ...state, study: null })).toBeNull();
});
