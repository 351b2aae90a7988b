import type { Study } from '#model/study.ts';

/** "Amt für Statistik, Einwohnerregister, 31.12.2024 (CC BY 3.0 DE)". */
export function sourceText(study: Study, id: string): string {
  const source = study.sources.find((one) => one.id === id) ?? study.sources[0];
  if (!source) return '';
  return `${[source.publisher, source.title, source.date].filter(Boolean).join(', ')} (${source.licence})`;
}
