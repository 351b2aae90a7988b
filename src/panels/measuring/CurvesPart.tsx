import { useMemo } from 'preact/hooks';
import { ConcentrationProfile, Lorenz } from '#charts/charts.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { concentrationProfile } from '#stats/curves/concentration-profile.ts';
import { lorenzCurve } from '#stats/curves/lorenz.ts';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { comparedOf } from './answers.ts';
import { sidesOf } from './comparison.ts';
import { curvesTable } from './curvesTable.ts';
import { indexFigure } from './indexFigure.ts';
import { knownCounts } from './knownCounts.ts';
import type { Measured } from './measured.ts';

/** More points than pixels are of no use. */
const most = 600;

/** How unevenly the group is spread, as curves: Lorenz, and how much of it lives where it is many. */
export function CurvesPart({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const compare = useSelect((state) => state.view.compare);
  const other = useSelect((state) => state.other);
  const compared = useSelect(comparedOf);
  const { answer, group, reference, cityShare } = measured;
  const percent = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const sides = useMemo(() => {
    const year = String(answer.request.year);
    if (!compared || compared.right.refusal) return [{ id: 'left', name: year, answer }];
    const names = sidesOf(compare, compared, measured, other, speech);
    return [
      { id: 'left', name: names.left, answer },
      { id: 'right', name: names.right, answer: compared.right },
    ];
  }, [answer, compared, compare, measured, other, speech]);
  const lorenz = useMemo(
    () =>
      sides.map((side) => {
        const { x, y, dissimilarity } = lorenzCurve(...knownCounts(side.answer), most);
        const d = indexFigure(numbers, 'D').value(dissimilarity);
        return { id: side.id, label: t('measure.curve-d', { name: side.name, d }), x, y };
      }),
    [sides, numbers, t],
  );
  const profiles = useMemo(
    () =>
      sides.map((side) => {
        const { threshold, part } = concentrationProfile(...knownCounts(side.answer), most);
        return { id: side.id, label: side.name, threshold, share: part };
      }),
    [sides],
  );
  const say = useMemo(
    () => (threshold: number, share: number) =>
      t('measure.profile-point', { threshold: percent(threshold), share: percent(share) }),
    [t, percent],
  );
  const name = text(group.name);
  const restName = text(reference ? reference.name : group.restName);
  // Twice a majority is more than everyone.
  const canDouble = 2 * cityShare <= 1;
  const threshold = canDouble ? 2 * cityShare : cityShare;
  return (
    <>
      <section class="ql-section">
        <h2 class="ql-heading">
          <strong>{t('measure.lorenz')}</strong>
        </h2>
        <Lorenz
          label={t('measure.lorenz-label', { group: name, reference: restName })}
          reserve={290}
          curves={lorenz}
          xLabel={t('measure.lorenz-x', { reference: restName })}
          yLabel={t('measure.lorenz-y', { group: name })}
          evenLabel={t('measure.lorenz-even')}
          format={percent}
        />
        <p class="ql-note">{t('measure.lorenz-note')}</p>
      </section>
      <section class="ql-section">
        <h2 class="ql-heading">
          <strong>{t('measure.concentration')}</strong>
        </h2>
        <p>
          {t(canDouble ? 'measure.concentration-sentence' : 'measure.concentration-sentence-mean', {
            of100: indexFigure(numbers, 'PCC').of100(shareAt(profiles[0], threshold)),
            group: text(group.ofName),
            threshold: percent(threshold),
          })}
        </p>
        <ConcentrationProfile
          label={t('measure.concentration-label', { group: name })}
          reserve={190}
          curves={profiles}
          xLabel={t('measure.concentration-x')}
          yLabel={t('measure.concentration-y')}
          format={percent}
          say={say}
          mean={{ value: cityShare, label: t('explore.city-mean') }}
        />
        <CurveNames names={sides.map((side) => side.name)} />
        <SaveTableButton label={t('measure.curves-save')} table={curvesTable} />
      </section>
    </>
  );
}

/** Which line is which, where there are two. */
function CurveNames({ names }: { readonly names: readonly string[] }) {
  const { t } = useSpeech();
  const [left, right] = names;
  return left && right ? <p class="ql-note">{t('measure.curve-names', { left, right })}</p> : null;
}

function shareAt(
  curve: { readonly threshold: Float64Array; readonly share: Float64Array } | undefined,
  at: number,
): number {
  const i = curve ? curve.threshold.findIndex((threshold) => threshold >= at) : -1;
  return i < 0 ? 0 : (curve?.share[i] ?? 0);
}
