import { clusters } from '#measuring/answer.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { isDrawn, localOf } from './answers.ts';
import { measuredOf } from './measured.ts';
import { useNextDoor } from './nextDoor.ts';
import { shareText } from './shareText.ts';

export function MeasureHover() {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const measured = useSelect(measuredOf);
  const hovered = useSelect((state) => state.session.hovered);
  const local = useSelect(localOf);
  const measureMap = useSelect((state) => state.view.measureMap);
  const second = useNextDoor();
  const a = measured && hovered !== null ? measured.level.keys.indexOf(hovered) : -1;
  if (!measured || a < 0) return null;
  const { answer, level, study, surplus, cityShare } = measured;
  const family = study.families.find((one) => one.id === level.family);
  const kind = local && isDrawn(local, 'clusters') ? clusters[local.cluster[a] ?? 0] : null;
  const cluster = kind && kind !== 'excluded' && measureMap === 'cluster' ? kind : null;
  const share = answer.shares[a] ?? NaN;
  const persons = surplus[a] ?? NaN;
  return (
    <>
      <strong class="ql-hover-name">{level.names[a]}</strong>
      <span class="ql-note">
        {family && text(family.name)} {level.keys[a]}
      </span>
      {Number.isNaN(share) ? (
        <div>{t('measure.area-excluded')}</div>
      ) : (
        <>
          <div class="ql-hover-figure">{numbers.percent(share)}</div>
          <div>{shareText(measured, speech)}</div>
          <div>
            {t('explore.city-line', { figure: numbers.percent(cityShare) })} ·{' '}
            {t('measure.area-quotient', { times: numbers.decimal(answer.locationQuotients[a] ?? NaN, 2) })}
          </div>
          <div class="ql-note">
            {t(persons < 0 ? 'measure.hover-fewer' : 'measure.hover-more', {
              n: numbers.integer(Math.abs(persons)),
            })}
          </div>
          {cluster && (
            <div class="ql-note">
              {t('measure.hover-cluster', { cluster: t(`measure.cluster-${cluster}`) })}
              {second && ` (${t('measure.map-cluster-unit-second', { second })})`}
            </div>
          )}
        </>
      )}
    </>
  );
}
