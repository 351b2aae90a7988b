import type { AppState, LoadedStudy } from '#state/state.ts';
import type { Store } from '#state/store.ts';
import type { WorkerClient } from '#worker/client.ts';
import { addressOf } from '../effects/address.ts';
import { onForgotten, setWorking, writeMarker } from './marker.ts';
import { settingsOf } from './settings.ts';
import { forget, forgetAll, type KeptDraft, keep } from './workStore.ts';

export interface Keeping {
  readonly store: Store;
  readonly client: WorkerClient;
  readonly local: Storage | null;
  readonly session: Storage | null;
  /** Called once when the browser has no room or forbids it. */
  onFailure(): void;
}

/** Changes that follow each other closely are written once. */
const pauseMs = 1_000;

/**
 * Keeps one's own study and the import under way on this machine, so that neither a reload nor a crash loses them. Cities
 * that the server lists are not kept: they open again by themselves.
 */
export function keepWork(keeping: Keeping): () => void {
  const { store } = keeping;
  let written: LoadedStudy | null = null;
  let view: string | null = null;
  let draft: AppState['draft'] = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let hasFailed = false;
  let writing = Promise.resolve();
  let forgotten = 0;
  const fail = (): void => {
    if (!hasFailed) keeping.onFailure();
    hasFailed = true;
  };
  const write = async (): Promise<void> => {
    const state = store.getState();
    const before = forgotten;
    const { study } = state;
    setWorking(keeping.session, study?.own === true || state.draft !== null);
    if (study?.own && study !== written) {
      await writeStudy(keeping, state, study);
      written = study;
    }
    const address = addressOf(state);
    if (study?.own && address !== null && address !== view) await keep('view', address);
    view = address;
    if (state.draft !== draft) {
      await writeDraft(keeping, state.draft);
      draft = state.draft;
    }
    // Deleted elsewhere while it was written.
    if (forgotten !== before) {
      writeMarker(keeping.local, null);
      await forgetAll();
    }
  };
  const schedule = (state: AppState): void => {
    const isSame = state.study === written && state.draft === draft && addressOf(state) === view;
    if (isSame) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      writing = writing.then(write).catch(fail);
    }, pauseMs);
  };
  schedule(store.getState());
  const stop = store.subscribe(schedule);
  // What another window has deleted is not written again before something changes here.
  const stopHearing = onForgotten(() => {
    forgotten++;
    if (timer) clearTimeout(timer);
    const state = store.getState();
    written = state.study;
    draft = state.draft;
    view = addressOf(state);
  });
  return () => {
    stop();
    stopHearing();
    if (timer) clearTimeout(timer);
  };
}

async function writeStudy({ client, local }: Keeping, state: AppState, study: LoadedStudy): Promise<void> {
  const settings = settingsOf(state, new Date());
  const content = await client.run('saveProject', { study: study.key, settings, withData: true });
  await keep('work', content);
  const { id, title } = study.study;
  writeMarker(local, { city: id, title: title[state.session.language], saved: settings.saved });
}

async function writeDraft({ client }: Keeping, draft: AppState['draft']): Promise<void> {
  if (!draft) {
    await forget('draft');
    return;
  }
  if (!draft.key) return;
  const { plan, step, answered, disclosure, recipe } = draft;
  const files = await client.run('importFiles', { import: draft.key });
  const kept: KeptDraft = { plan, step, answered, disclosure, recipe, files };
  await keep('draft', kept);
}
