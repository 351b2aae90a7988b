import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { loadTaskWords } from '#i18n/i18n.ts';
import { sessionChanged } from '#state/actions/session.ts';
import type { AppState } from '#state/state.ts';
import { useSelect, useStore } from '#state/useApp.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import type { Opener, PackListing } from './effects/opening.ts';
import type { MapPort } from './mapPort.ts';

/** What the wiring hands to the components beside the store. */
export interface Services {
  readonly open: Opener;
  readonly client: WorkerClient;
  readonly packs: readonly PackListing[];
  readonly base: URL;
  /** The map instance while there is one, for exports and the zoom buttons. */
  readonly map: MapPort;
  readonly kept: KeptWorks;
  /** What a link asked to see of a city that was not there then. */
  wishFor(city: string): Partial<View> | null;
}

/** Work on this machine, of earlier visits and of other windows. */
export interface KeptWorks {
  /** What can be gone on with here, the newest first. */
  list(): readonly KeptWork[];
  /** With what this window keeps itself. */
  all(): readonly KeptWork[];
  /** Deletes all of it. */
  forget(): Promise<void>;
}

export interface KeptWork {
  readonly id: string;
  /** Of the city, or of the import that was begun; empty when that has none yet. */
  readonly title: string;
  /** False: only an import that was begun. */
  readonly isCity: boolean;
  readonly saved: Date;
  /** True when the city is open now, and nothing before it. */
  resume(): Promise<boolean>;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('invalid use: no services above');
  return services;
}

const languageKey = 'quartierlupe.language';

export function rememberedLanguage(storage: Storage | null): AppState['session']['language'] {
  return storage?.getItem(languageKey) === 'en' ? 'en' : 'de';
}

/** The language of the session. It is remembered on this machine only and never part of a link. */
export function useLanguageChoice() {
  const store = useStore();
  const language = useSelect((state) => state.session.language);
  return {
    language,
    async setLanguage(next: AppState['session']['language']) {
      await loadTaskWords(next);
      document.documentElement.lang = next;
      try {
        window.localStorage.setItem(languageKey, next);
      } catch {
        // Storage may be forbidden; the choice then lasts as long as the page.
      }
      store.setState((state) => sessionChanged(state, { language: next }));
    },
  };
}
