import type { Words } from '#i18n/i18n.ts';
import type { Sign } from '#model/sign.ts';
import { type CsvCell, csvSigns } from './csv.ts';

const texts = {
  missing: 'exporting.sign-missing',
  secret: 'exporting.sign-secret',
  unreliable: 'exporting.sign-unreliable',
  blocked: 'exporting.sign-blocked',
  later: 'exporting.sign-later',
  excluded: 'exporting.sign-excluded',
  'too-small': 'exporting.sign-too-small',
} as const satisfies Record<Exclude<Sign, 'present'>, string>;

/** A head line that explains the signs a table uses; none if every cell has its figure. */
export function csvKey(rows: readonly (readonly CsvCell[])[], t: Words['t']): string[] {
  const used = csvSigns(rows).flatMap((sign) => (sign === 'present' ? [] : [t(texts[sign])]));
  return used.length === 0 ? [] : [t('exporting.signs', { signs: used.join('; ') })];
}
