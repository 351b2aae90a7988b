import { problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import {
  openingFailed,
  openingStarted,
  otherFailed,
  otherForgotten,
  otherOpened,
  otherStarted,
  studyKeysInUse,
  studyOpened,
} from '#state/actions/study.ts';
import type { AppState } from '#state/state.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import type { PackOrigin } from '#worker/jobs.ts';

export interface PackListing {
  readonly id: string;
  readonly path: string;
  readonly title?: string;
}

/** What a listed pack is called before it is open. */
export function packTitle({ id, title }: PackListing): string {
  return typeof title === 'string' && title !== ''
    ? title
    : id.charAt(0).toLocaleUpperCase('de') + id.slice(1);
}

/** What to show of a study; a function where that depends on which study it turns out to be. */
export type Wish = Partial<View> | ((study: Study) => Partial<View>) | null;

/** Opens a pack in the worker; on failure whatever was loaded before stays. Only the newest opening counts. */
export function createOpener(store: Store, client: WorkerClient) {
  let current: AbortController | null = null;
  return async (name: string, origin: PackOrigin, wish: Wish = null): Promise<boolean> => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    store.setState((state) => openingStarted(state, name));
    try {
      const result = await client.run(
        'open',
        { ...origin, keep: studyKeysInUse(store.getState()) },
        { signal: controller.signal },
      );
      if (current !== controller) return false;
      if (!result.ok) {
        store.setState((state) => openingFailed(state, name, result.problems));
        return false;
      }
      const { key, study, guard } = result.value;
      const own = origin.kind !== 'url';
      const wished = typeof wish === 'function' ? wish(study) : wish;
      store.setState((state) =>
        studyOpened(
          state,
          { key, study, guard, disclosure: study.disclosure ?? null, notes: result.notes, own },
          wished,
        ),
      );
      return true;
    } catch (error) {
      if (current !== controller) return false;
      const reason = error instanceof Error ? error.message : String(error);
      store.setState((state) => openingFailed(state, name, [problem('unexpected', { reason })]));
      return false;
    }
  };
}

/**
 * Opens the city that the view wants to compare with, if the server lists it. Only the newest wish counts; the study
 * shown stays whatever happens, and a city that failed is tried again once the comparison has been closed.
 */
export function followOther(
  store: Store,
  client: WorkerClient,
  packs: readonly PackListing[],
  base: URL,
): () => void {
  let current: AbortController | null = null;
  const open = async (id: string): Promise<void> => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const settle = (change: (state: AppState) => AppState) => {
      if (current === controller) store.setState(change);
    };
    store.setState((state) => otherStarted(state, id));
    const pack = packs.find((one) => one.id === id);
    if (!pack) {
      settle((state) => otherFailed(state, id, [problem('city-not-listed', { city: id })]));
      return;
    }
    const keep = studyKeysInUse(store.getState());
    const origin = { kind: 'url', base: new URL(pack.path, base).href, keep } as const;
    try {
      const result = await client.run('open', origin, { signal: controller.signal });
      settle((state) =>
        result.ok
          ? otherOpened(state, id, {
              ...result.value,
              disclosure: result.value.study.disclosure ?? null,
              notes: result.notes,
            })
          : otherFailed(state, id, result.problems),
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      settle((state) => otherFailed(state, id, [problem('unexpected', { reason })]));
    }
  };
  const follow = ({ study, view, other }: AppState): void => {
    if (!study || view.task !== 'measure') return;
    if (view.compare !== 'city') {
      if (other?.status === 'failed') store.setState(otherForgotten);
      return;
    }
    if (other?.id !== view.compareWith) void open(view.compareWith);
  };
  follow(store.getState());
  return store.subscribe(follow);
}

export type Opener = ReturnType<typeof createOpener>;

/** The packs the server offers, first is the default. An unreadable list is an empty one. */
export async function listPacks(base: URL, fetcher: typeof fetch): Promise<readonly PackListing[]> {
  try {
    const response = await fetcher(new URL('packs/index.json', base));
    const list: unknown = response.ok ? await response.json() : null;
    const packs = (list as { packs?: unknown } | null)?.packs;
    return Array.isArray(packs)
      ? packs.filter(
          (one): one is PackListing => typeof one?.id === 'string' && typeof one?.path === 'string',
        )
      : [];
  } catch {
    return [];
  }
}
