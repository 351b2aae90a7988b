import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { hasAllWords, loadWords, type Words, wordsOf } from '#i18n/i18n.ts';
import { type Numbers, numbersOf } from '#i18n/numbers.ts';
import { type Statement, statedIn } from '#model/text.ts';
import { sessionChanged } from './actions/session.ts';
import { viewChanged } from './actions/view.ts';
import type { AppState, Session } from './state.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('invalid use: no store above');
  return store;
}

/** A slice of the state; the component is drawn again when the slice is another value (by `Object.is`). */
export function useSelect<T>(select: (state: AppState) => T): T {
  const store = useStore();
  const latest = useRef(select);
  latest.current = select;
  const value = select(store.getState());
  const shown = useRef(value);
  shown.current = value;
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(latest.current(store.getState()), shown.current)) redraw((count) => count + 1);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}

/** Changes the view or the session from an event handler. */
export function useChange(): { view(change: Partial<View>): void; session(change: Partial<Session>): void } {
  const store = useStore();
  return {
    view: (change) => store.setState((state) => viewChanged(state, change)),
    session: (change) => store.setState((state) => sessionChanged(state, change)),
  };
}

/** The widgets' `words` and `numbers`, and what the panels use all the time at hand. */
export interface Speech extends Words {
  readonly words: Words;
  readonly numbers: Numbers;
  text(text: Statement): string;
}

const speeches = new Map<string, Speech>();

export function speechOf(language: 'de' | 'en'): Speech {
  let speech = speeches.get(language);
  if (!speech) {
    const words = wordsOf(language);
    speech = { ...words, words, numbers: numbersOf(language), text: (text) => statedIn(text, language) };
    speeches.set(language, speech);
  }
  return speech;
}

/** Words and figures in the language of the session. */
export function useSpeech(): Speech {
  return speechOf(useSelect((state) => state.session.language));
}

/** Asks for the words that do not come with the page, such as those of problems; true when they are there. */
export function useAllWords(wanted = true): boolean {
  const language = useSelect((state) => state.session.language);
  const [, redraw] = useState(0);
  const isThere = hasAllWords(language);
  useEffect(() => {
    if (wanted && !isThere) void loadWords(language).then(() => redraw((count) => count + 1));
  }, [wanted, isThere, language]);
  return isThere;
}
