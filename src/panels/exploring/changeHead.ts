import type { Speech } from '#state/useApp.ts';
import type { Shown } from './shown.ts';

/** "Veränderung seit 2014", for shares "… in Prozentpunkten": their difference is no percentage. */
export function changeHead({ change, indicator }: Shown, { t }: Speech): string {
  if (!change) return '';
  const text = t('explore.column-change-long', { year: String(change.since) });
  return indicator.unit.startsWith('share') ? t('explore.in-points', { text }) : text;
}
