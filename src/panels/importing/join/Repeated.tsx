import type { TableReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';

const shownAtOnce = 12;

/** Areas that have several rows for the same year: which of them is right only the office knows. */
export function Repeated({ one }: { readonly one: TableReview }) {
  const { t } = useSpeech();
  if (one.repeated.length === 0) return null;
  return (
    <details class="ql-import-inner" open>
      <summary class="ql-import-caution">{t('importing.repeated', { n: one.repeated.length })}</summary>
      <p class="ql-note">{t('importing.repeated-note')}</p>
      <ul class="ql-import-rows">
        {one.repeated.slice(0, shownAtOnce).map(({ key, rows }) => (
          <li key={key}>
            <span class="ql-import-row-number">{key}</span>
            <span>{t('importing.repeated-rows', { rows: rows.join(', ') })}</span>
          </li>
        ))}
      </ul>
      {one.repeated.length > shownAtOnce && (
        <p class="ql-note">{t('importing.and-more', { n: one.repeated.length - shownAtOnce })}</p>
      )}
    </details>
  );
}
