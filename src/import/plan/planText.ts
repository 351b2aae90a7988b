import type { LocalText } from '#model/text.ts';

/** A name or sentence of a plan: what is proposed is known in both languages, what a person typed stands for both. */
export type PlanText = string | LocalText;

export type PlanLanguage = keyof LocalText;

/** As it is read in one language. */
export function spoken(text: PlanText, language: PlanLanguage): string {
  return typeof text === 'string' ? text : text[language];
}

/** For recipes, which hold both languages. */
export function inBoth(text: PlanText): LocalText {
  return typeof text === 'string' ? { de: text, en: text } : text;
}

/** A text made of others. */
export function wordedWith(
  texts: readonly PlanText[],
  de: (...words: readonly string[]) => string,
  en: (...words: readonly string[]) => string,
): LocalText {
  return {
    de: de(...texts.map((text) => spoken(text, 'de'))),
    en: en(...texts.map((text) => spoken(text, 'en'))),
  };
}
