import { figureOf } from '#i18n/figure.ts';
import { useSpeech } from '#state/useApp.ts';
import { decimalsOf } from '../decimalsOf.ts';
import type { FigureRow } from './figureRows.ts';

/** What the whole city comes to: the figure somebody of the office knows by heart. */
export function CityValue({ row }: { readonly row: FigureRow }) {
  const { t, numbers, language } = useSpeech();
  const { review, plan, number } = row;
  if (!review) {
    // Until the areas are joined, the sum of the column is the nearest there is.
    const isSum = plan.role === 'count' && number !== null && number.ambiguous === null;
    return isSum ? <span class="ql-note">{numbers.integer(number.sum)}</span> : <span>–</span>;
  }
  const figure = figureOf(numbers, language, plan.unit, plan.role === 'count' ? 0 : decimalsOf(plan.unit));
  return (
    <>
      <strong>{figure.full(review.city)}</strong>
      <span class="ql-note ql-import-under">
        {t(plan.role === 'count' ? 'importing.city-sum' : 'importing.city-mean')}
        {review.year !== null && ` ${review.year}`}
        {review.estimated && `, ${t('importing.estimated')}`}
      </span>
    </>
  );
}
