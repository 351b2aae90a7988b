import type { Speech } from '#state/useApp.ts';
import type { Measured } from './measured.ts';

/** What a share is a share of: all persons, or only those of the two groups compared. */
export function shareText({ group, reference }: Measured, { t, text }: Speech): string {
  const name = text(group.name);
  return reference ? t('measure.area-share-both', { group: name }) : t('measure.area-share', { group: name });
}
