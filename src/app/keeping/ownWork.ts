import { sessionChanged } from '#state/actions/session.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import type { KeptWork } from '../services.ts';
import { type KeptMarker, readMarkers, removeMarker, storageOf, workingSlot } from './marker.ts';

/** One's own work on this machine: bringing it back, going on keeping it. Its code is loaded when there is some. */
export function ownWork(store: Store, client: WorkerClient) {
  const local = storageOf(() => window.localStorage);
  const session = storageOf(() => window.sessionStorage);

  /** A study, an import that was begun, or both. */
  const bringBack = async (marker: KeptMarker, wished: Partial<View> | null, withStudy = true) => {
    const [{ restoreDraft, restoreWork }, { takeUp }] = await Promise.all([
      import('./restoreWork.ts'),
      import('./workStore.ts'),
    ]);
    // Unreadable storage holds nothing.
    await takeUp(marker.slot).catch(() => undefined);
    const { slot, title } = marker;
    const study = withStudy && marker.city !== '' && (await restoreWork(store, client, slot, title, wished));
    const isImporting = await restoreDraft(store, slot);
    return { study, isImporting };
  };
  const say = (key: string): void =>
    store.setState((state) => sessionChanged(state, { message: { key, params: {} } }));

  const offered = (marker: KeptMarker): KeptWork => ({
    id: marker.slot,
    title: marker.title,
    isCity: marker.city !== '',
    saved: new Date(marker.saved),
    async resume() {
      const { study, isImporting } = await bringBack(marker, null);
      if (!study && !isImporting) say('kept-unreadable');
      return study === true && !isImporting;
    },
  });

  return {
    kept: {
      /** What this window shows already is not offered to it. */
      list: () =>
        readMarkers(local)
          .filter(({ slot }) => slot !== workingSlot(session))
          .map(offered),
      all: () => readMarkers(local).map(offered),
      async forget() {
        const { forgetAll } = await import('./workStore.ts');
        // First the word to the other windows, which may be about to write.
        for (const { slot } of readMarkers(local)) removeMarker(local, slot);
        await forgetAll();
        say('kept-forgotten');
      },
    },
    /** After a reload or a crash: what this window showed is there again. */
    async resumed(asked: Partial<View>): Promise<boolean> {
      const slot = workingSlot(session);
      if (slot === null) return false;
      const marker = readMarkers(local).find((one) => one.slot === slot);
      const isWanted = marker !== undefined && (!asked.city || asked.city === marker.city);
      const last = marker ?? { slot, city: '', title: '', saved: '' };
      const { study } = await bringBack(last, asked.city ? asked : null, isWanted);
      return study === true;
    },
    /** Keeps from now on whatever is one's own. */
    follow(): void {
      const hasOwn = () => {
        const { study, draft } = store.getState();
        return study?.own === true || draft !== null || workingSlot(session) !== null;
      };
      const begin = async (): Promise<void> => {
        const { keepWork } = await import('./keepWork.ts');
        const onFailure = () => say('kept-failed');
        keepWork({ store, client, local, session, onFailure, onFilesLeft: () => say('kept-bare') });
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
