import type { Language } from '#i18n/i18n.ts';
import type { Numbers } from '#i18n/numbers.ts';
import type { NumberReading } from '#import/inspect/inspection.ts';
import { inWords } from './inWords.ts';

/** A number under one reading, so that nobody can mistake it: whole numbers also in German words. */
export function readingText({ value }: NumberReading, numbers: Numbers, language: Language): string {
  if (!Number.isInteger(value)) {
    const digits = String(value).split('.')[1]?.length ?? 1;
    return numbers.decimal(value, digits);
  }
  const words = language === 'de' ? inWords(value) : null;
  return words ? `${numbers.integer(value)} (${words})` : numbers.integer(value);
}
