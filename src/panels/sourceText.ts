import type { Study } from '#model/study.ts';

/** "Amt für Statistik, Einwohnerregister, 31.12.2024 (CC BY 3.0 DE)"; several one after the other, each once. */
export function sourceText(study: Study, ids: readonly (string | undefined)[]): string {
  const named = [...new Set(ids)].flatMap((id) => study.sources.find((one) => one.id === id) ?? []);
  const shown = named.length > 0 ? named : study.sources.slice(0, 1);
  return shown
    .map(({ publisher, title, date, licence }) => {
      const said = [publisher, title, date].filter(Boolean).join(', ');
      return licence === '' ? said : `${said} (${licence})`;
    })
    .join('; ');
}
