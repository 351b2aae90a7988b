import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Words, wordsOf } from './i18n.ts';
import { type Numbers, numbersOf } from './numbers.ts';

/** The reader's language, for widgets and charts: `app` provides it at the root, German where it does not. */
export interface Speech {
  readonly words: Words;
  readonly numbers: Numbers;
}

export const LanguageContext = createContext<Speech>({ words: wordsOf('de'), numbers: numbersOf('de') });

export function useLanguage(): Speech {
  return useContext(LanguageContext);
}
