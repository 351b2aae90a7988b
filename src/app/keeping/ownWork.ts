import { sessionChanged } from '#state/actions/session.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import type { KeptWork } from '../services.ts';
import { isWorking, readMarker, storageOf, writeMarker } from './marker.ts';

/** One's own work on this machine: bringing it back, going on keeping it. Its code is loaded when there is some. */
export function ownWork(store: Store, client: WorkerClient) {
  const local = storageOf(() => window.localStorage);
  const session = storageOf(() => window.sessionStorage);
  const marker = readMarker(local);

  const resume = async (wished: Partial<View> | null): Promise<boolean> => {
    const { restoreWork } = await import('./restoreWork.ts');
    return restoreWork(store, client, marker?.title ?? '', wished);
  };
  const say = (key: string): void =>
    store.setState((state) => sessionChanged(state, { message: { key, params: {} } }));

  const kept: KeptWork | null = marker && {
    title: marker.title,
    saved: new Date(marker.saved),
    async resume() {
      const isOpen = await resume(null);
      if (!isOpen) say('kept-unreadable');
      return isOpen;
    },
    async forget() {
      const { forgetAll } = await import('./workStore.ts');
      // First the word to the other windows, which may be about to write.
      writeMarker(local, null);
      await forgetAll();
      say('kept-forgotten');
    },
  };

  return {
    kept,
    /** After a reload or a crash: what this window showed is there again. */
    async resumed(asked: Partial<View>): Promise<boolean> {
      if (!isWorking(session)) return false;
      const { restoreDraft } = await import('./restoreWork.ts');
      const isWanted = marker && (!asked.city || asked.city === marker.city);
      const isThere = isWanted ? await resume(asked.city ? asked : null) : false;
      await restoreDraft(store);
      return isThere;
    },
    /** Keeps from now on whatever is one's own. */
    follow(): void {
      const hasOwn = () => {
        const { study, draft } = store.getState();
        return study?.own === true || draft !== null || isWorking(session);
      };
      const begin = async (): Promise<void> => {
        const { keepWork } = await import('./keepWork.ts');
        keepWork({ store, client, local, session, onFailure: () => say('kept-failed') });
      };
      if (hasOwn()) {
        void begin();
        return;
      }
      const stop = store.subscribe(() => {
        if (!hasOwn()) return;
        stop();
        void begin();
      });
    },
  };
}
