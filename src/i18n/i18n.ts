import type { LocalText } from '#model/text.ts';
import { first } from './de/first.ts';
import type { de } from './de/index.ts';
import { numbersOf } from './numbers.ts';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every namespace file exports a flat record of key → sentence with `{name}` placeholders. German is the source. */
export type Catalogue = { readonly [N in keyof typeof de]: { readonly [K in keyof (typeof de)[N]]: string } };
type Namespace = keyof typeof de;
/** `explore.title`: namespace and key, checked by the compiler. */
export type TextKey = { [N in Namespace]: `${N}.${string & keyof (typeof de)[N]}` }[Namespace];
/** A name that travels with the data stands in both languages and is read in that of the words. */
export type Params = Readonly<Record<string, string | number | LocalText>>;

/**
 * The words of one language. `t` fills placeholders; numbers are written in the language's format.
 * `{n|one|other}` chooses by the number n; a `#` inside is replaced by the number.
 */
export interface Words {
  readonly language: Language;
  t(key: TextKey, params?: Params): string;
  /** For keys made at run time (problem codes, catalogue ids): null when there is no such text. */
  find(namespace: string, key: string, params?: Params): string | null;
}

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const german: Record<string, Readonly<Record<string, string>>> = { ...first };
const hasGerman = { tasks: false, later: false };
let english: Texts | null = null;

/** The words of all tasks, beside those that come with the page: before a city is shown. */
export async function loadTaskWords(language: Language): Promise<void> {
  if (language === 'en') {
    await loadWords('en');
    return;
  }
  if (!hasGerman.tasks) Object.assign(german, (await import('./de/tasks.ts')).tasks);
  hasGerman.tasks = true;
}

/** All words of a language. The German ones that the page needs at once are always there. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') english ??= (await import('./en/index.ts')).en;
  else {
    await loadTaskWords('de');
    if (!hasGerman.later) Object.assign(german, (await import('./de/later.ts')).later);
    hasGerman.later = true;
  }
  return wordsOf(language);
}

/** Are all words of the language there? */
export function hasAllWords(language: Language): boolean {
  return language === 'en' ? english !== null : hasGerman.tasks && hasGerman.later;
}

/** Those German words that are always there at once, all others after `loadWords`; English before that is German. */
export function wordsOf(language: Language): Words {
  const catalogue: Texts = language === 'en' && english ? english : german;
  const numbers = numbersOf(language);
  // Whole numbers as such, anything else with two decimals at most.
  const format = (value: number) =>
    Number.isInteger(value)
      ? numbers.integer(value)
      : numbers.decimal(value, Number.isInteger(value * 10) ? 1 : 2);
  const find = (namespace: string, key: string, params: Params = {}): string | null => {
    const texts = catalogue[namespace];
    const text = texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
    return text === undefined ? null : fill(text, params, language, format);
  };
  return {
    language,
    find,
    t(key, params) {
      const dot = (key as string).indexOf('.');
      const namespace = (key as string).slice(0, dot);
      const name = (key as string).slice(dot + 1);
      const text = find(namespace, name, params);
      if (text === null) throw new Error(`invalid text key: ${key}`);
      return text;
    },
  };
}

function fill(text: string, params: Params, language: Language, format: (value: number) => string): string {
  return text.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      const written =
        typeof value === 'number' ? format(value) : typeof value === 'string' ? value : value[language];
      if (one === undefined || other === undefined) return written;
      return (Number(value) === 1 ? one : other).replaceAll('#', written);
    },
  );
}
