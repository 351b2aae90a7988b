import type { SecretRange } from '#measuring/answer.ts';
import type { Speech } from '#state/useApp.ts';

/** How sure both ends are. */
export function rangeEndText({ lowKind, highKind }: SecretRange['ends'][string], t: Speech['t']): string {
  return lowKind === highKind
    ? t(`measure.range-both-${lowKind}`)
    : `${t(`measure.range-low-${lowKind}`)} ${t(`measure.range-high-${highKind}`)}`;
}
