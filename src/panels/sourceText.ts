import type { Source, Study } from '#model/study.ts';
import { joinedTexts, type LocalText, statedIn } from '#model/text.ts';

/** "Amt für Statistik, Einwohnerregister, 31.12.2024 (CC BY 3.0 DE)"; several one after the other, each once. */
export function sourceText(study: Study, ids: readonly (string | undefined)[]): LocalText {
  const named = [...new Set(ids)].flatMap((id) => study.sources.find((one) => one.id === id) ?? []);
  const shown = named.length > 0 ? named : study.sources.slice(0, 1);
  return joinedTexts(
    shown.map((source) => ({ de: citedIn(source, 'de'), en: citedIn(source, 'en') })),
    '; ',
  );
}

function citedIn({ publisher, title, date, licence }: Source, language: keyof LocalText): string {
  const said = [publisher, title, date].map((one) => statedIn(one, language)).filter(Boolean);
  const terms = statedIn(licence, language);
  return said.join(', ') + (terms === '' ? '' : ` (${terms})`);
}
