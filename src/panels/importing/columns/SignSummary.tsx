import { useSpeech } from '#state/useApp.ts';
import type { FigureRow } from './figureRows.ts';

/** Signs found in the cells, in short, and whether any is worth a look. */
export function SignSummary({ row }: { readonly row: FigureRow }) {
  const { t } = useSpeech();
  const { number, plan } = row;
  if (!number || plan.role === 'ignore') return null;
  const signs = number.marks
    .filter(({ count, value }) => count > 0 && value !== '')
    .slice(0, 3)
    .map(({ value, count }) => t('importing.sign-count', { sign: value, n: count }));
  return (
    <span class="ql-import-signs">
      {signs.length > 0 && <span class="ql-note">{signs.join(', ')}</span>}
      {number.unread > 0 && (
        <span class="ql-import-caution">{t('importing.unread', { n: number.unread })}</span>
      )}
      {number.marks.some(({ doubtful }) => doubtful) && (
        <span class="ql-import-caution">{t('importing.sign-doubtful')}</span>
      )}
    </span>
  );
}
