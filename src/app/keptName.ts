import type { Speech } from '#state/useApp.ts';
import type { KeptWork } from './services.ts';

/** What is kept, and of when. */
export function keptName(
  { title, isCity, saved }: KeptWork,
  { t, language }: Pick<Speech, 't' | 'language'>,
): string {
  const name = isCity ? title : t('app.kept-import', { title: title || '–' });
  return `${name} (${saved.toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })})`;
}
