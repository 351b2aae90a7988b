import { useSelect, useSpeech } from '#state/useApp.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';
import { rangeEndText } from './rangeEndText.ts';

/** What the chosen index (else D) might be if the secret counts were known. */
export function SecretRangeNote({ measured }: { readonly measured: Measured }) {
  const { t, numbers } = useSpeech();
  const index = useSelect((state) => state.view.index);
  const { range } = measured.answer;
  if (!range) return null;
  const id = index in range.ends ? index : 'D';
  const ends = range.ends[id];
  if (!ends || Number.isNaN(ends.low)) return null;
  const figure = indexFigure(numbers, id);
  return (
    <p class="ql-note">
      {t('measure.range', {
        n: range.cells,
        index: id,
        low: figure.value(ends.low),
        high: figure.value(ends.high),
      })}{' '}
      {rangeEndText(ends, t)}
    </p>
  );
}
