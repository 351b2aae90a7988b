import type { Study } from '#model/study.ts';
import type { Speech } from '#state/useApp.ts';
import { midSentence } from './midSentence.ts';

/** How `n` institutions of a selection are called inside a sentence: "Grundschulen", "primary school". */
export function formWords(speech: Speech, study: Study, form: string, n: number): string {
  const { t, text, language } = speech;
  const known = study.forms.find((one) => one.id === form);
  if (!known) return t('institutions.schools', { n });
  return midSentence(text(n === 1 ? known.name : known.plural), language);
}
