import type { PlanSource } from '#import/plan/plan.ts';
import type { Speech } from '#state/useApp.ts';

/** What a source is called in lists: its publisher, or its number as long as that is not known. */
export function sourceName({ publisher }: PlanSource, index: number, t: Speech['t']): string {
  const name = publisher.trim();
  return name === '' ? t('importing.source-number', { number: index + 1 }) : name;
}
