import type { Language } from '#i18n/i18n.ts';

/** A name as it stands inside a sentence: German nouns keep their capital, English ones lose it. */
export function midSentence(name: string, language: Language): string {
  return language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
