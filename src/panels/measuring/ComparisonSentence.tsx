import type { MeasureAnswer } from '#measuring/answer.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { comparedOf } from './answers.ts';
import { inOrder, sidesOf } from './comparison.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';
import { Pending } from './Pending.tsx';

/** Both sides and whether their difference is more than chance, in one sentence. */
export function ComparisonSentence({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, numbers, find } = speech;
  const compare = useSelect((state) => state.view.compare);
  const index = useSelect((state) => state.view.index);
  const other = useSelect((state) => state.other);
  const asked = useSelect(comparedOf);
  const isPending = useSelect((state) => state.answers.comparison?.status === 'pending');
  if (compare === 'none') return null;
  if (!asked) {
    if (compare === 'city' && other?.status === 'failed') {
      return <p class="ql-note ql-warning">{t('measure.compare-failed')}</p>;
    }
    return <Pending name="comparison" label={t('measure.comparing')} />;
  }
  const refusal = asked.right.refusal;
  if (refusal) {
    return (
      <p class="ql-note ql-warning">
        {t('measure.compare-refused', { reason: t(`measure.reason-${refusal}`) })}
      </p>
    );
  }
  const compared = inOrder(compare, asked);
  const valueAt = (side: typeof compared.left) => side.indices.find((one) => one.id === index)?.value ?? NaN;
  const sides = sidesOf(compare, compared, measured, other, speech);
  const figure = indexFigure(numbers, index);
  const left = valueAt(compared.left);
  const right = valueAt(compared.right);
  const difference = compared.differences[index];
  if (Number.isNaN(left) || Number.isNaN(right)) return <p class="ql-note">{t('measure.compare-unknown')}</p>;
  const verdict = difference ? verdictOf(difference) : 'open';
  return (
    <div>
      <p class="ql-compared" aria-live="polite">
        {t('measure.compare-sentence', {
          index: find('indices', `${index}.name`) ?? index,
          left: sides.left,
          right: sides.right,
          a: figure.value(left),
          b: figure.value(right),
        })}{' '}
        {t(`measure.compare-${right > left ? 'higher' : right < left ? 'lower' : 'equal'}`, {
          difference: figure.value(Math.abs(right - left)),
        })}{' '}
        {!isPending &&
          t(`measure.compare-verdict-${verdict}`, {
            p: numbers.decimal(difference?.p ?? NaN, 3),
            low: figure.change(difference?.low ?? NaN),
            high: figure.change(difference?.high ?? NaN),
          })}
      </p>
      {compare === 'city' && (
        <p class="ql-note">
          {t('measure.compare-sizes', {
            left: sides.left,
            a: numbers.integer(compared.left.used),
            personsA: numbers.integer(personsPerArea(compared.left)),
            right: sides.right,
            b: numbers.integer(compared.right.used),
            personsB: numbers.integer(personsPerArea(compared.right)),
          })}
        </p>
      )}
      {isPending && <Pending name="comparison" label={t('measure.comparing')} />}
    </div>
  );
}

/**
 * The interval tells how far chance moves the figures themselves, the test whether areas differ throughout: the two may
 * disagree, and then both are said.
 */
function verdictOf({ p, low, high }: { readonly p: number; readonly low: number; readonly high: number }) {
  const isApart = low > 0 || high < 0;
  if (Number.isNaN(p)) return isApart ? 'apart' : 'open';
  if (p <= 0.05) return 'clear';
  return isApart ? 'mixed' : 'unclear';
}

/** To the nearest hundred: it tells blocks from districts. */
function personsPerArea({ groupTotal, referenceTotal, used }: MeasureAnswer): number {
  return Math.round((groupTotal + referenceTotal) / used / 100) * 100;
}
