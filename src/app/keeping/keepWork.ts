import type { AppState, LoadedStudy } from '#state/state.ts';
import type { Store } from '#state/store.ts';
import type { WorkerClient } from '#worker/client.ts';
import { addressOf } from '../effects/address.ts';
import { onForgotten, readMarkers, removeMarker, setWorking, writeMarker } from './marker.ts';
import { settingsOf } from './settings.ts';
import { claim, forget, forgetSlot, type KeptDraft, keep } from './workStore.ts';

export interface Keeping {
  readonly store: Store;
  readonly client: WorkerClient;
  readonly local: Storage | null;
  readonly session: Storage | null;
  /** Called once when the browser has no room or forbids it. */
  onFailure(): void;
  /** Called once when there was room for everything but the files. */
  onFilesLeft(): void;
}

/** Changes that follow each other closely are written once. */
const pauseMs = 1_000;

/** Work of so many windows is kept, those of earlier visits among them; the oldest makes room. */
const keptAtMost = 5;

/**
 * Keeps one's own study and the import under way on this machine, so that neither a reload nor a crash loses them. Cities
 * that the server lists are not kept: they open again by themselves.
 */
export function keepWork(keeping: Keeping): () => void {
  const { store, local, session } = keeping;
  let written: LoadedStudy | null = null;
  let view: string | null = null;
  let draft: AppState['draft'] = null;
  let place: string | null = null;
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
    const own = study?.own ? study : null;
    if (!own && !state.draft) {
      setWorking(session, null);
      if (place !== null && draft) await dropDraft(local, place);
      draft = null;
      return;
    }
    const claimed = await claim();
    if (claimed.isNew) [written, view, draft] = [null, null, null];
    place = claimed.slot;
    setWorking(session, place);
    if (own && own !== written) {
      await writeStudy(keeping, place, state, own);
      written = own;
    }
    const title = own ? own.study.title[state.session.language] : (state.draft?.plan?.title ?? '');
    const saved = new Date().toISOString();
    if (own || state.draft?.key) writeMarker(local, { slot: place, city: own?.study.id ?? '', title, saved });
    const address = addressOf(state);
    if (own && address !== null && address !== view) await keep(place, 'view', address);
    view = address;
    if (state.draft !== draft) {
      await writeDraft(keeping, place, state.draft);
      draft = state.draft;
    }
    // Deleted elsewhere while it was written.
    if (forgotten !== before) {
      removeMarker(local, place);
      await forgetSlot(place);
    }
    for (const { slot } of readMarkers(local).slice(keptAtMost)) {
      removeMarker(local, slot);
      await forgetSlot(slot);
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
  const stopHearing = onForgotten((slot) => {
    if (slot !== place) return;
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

async function writeStudy(
  keeping: Keeping,
  place: string,
  state: AppState,
  study: LoadedStudy,
): Promise<void> {
  const { client } = keeping;
  const settings = settingsOf(state, new Date());
  const saved = (withData: boolean) => client.run('saveProject', { study: study.key, settings, withData });
  // What was decided belongs to the files beside it, never to others.
  await forget(place, 'made');
  try {
    await keep(place, 'work', await saved(true));
  } catch {
    // Without its files there may be room: they are asked for by name and checksum when it is opened.
    await keep(place, 'work', await saved(false));
    keeping.onFilesLeft();
    return;
  }
  const made = await client.run('madeBy', { study: study.key });
  // Without it the recipe is still there.
  await keep(place, 'made', made).catch(() => {});
}

async function writeDraft({ client }: Keeping, place: string, draft: AppState['draft']): Promise<void> {
  if (!draft) {
    await forget(place, 'draft');
    return;
  }
  if (!draft.key) return;
  const { plan, step, answered, disclosure, recipe, reopened } = draft;
  const files = await client.run('importFiles', { import: draft.key });
  const kept: KeptDraft = { plan, step, answered, disclosure, recipe, reopened, files };
  await keep(place, 'draft', kept);
}

/** An import that was left goes; a city kept in the same place stays. */
async function dropDraft(local: Storage | null, place: string): Promise<void> {
  await forget(place, 'draft');
  const marker = readMarkers(local).find(({ slot }) => slot === place);
  if (marker?.city === '') removeMarker(local, place);
}
