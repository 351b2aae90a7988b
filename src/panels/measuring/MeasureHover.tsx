import { useSelect, useSpeech } from '#state/useApp.ts';
import { measuredOf } from './measured.ts';

export function MeasureHover() {
  const { t, text, numbers } = useSpeech();
  const measured = useSelect(measuredOf);
  const hovered = useSelect((state) => state.session.hovered);
  const a = measured && hovered !== null ? measured.level.keys.indexOf(hovered) : -1;
  if (!measured || a < 0) return null;
  const { answer, level, group, study } = measured;
  const family = study.families.find((one) => one.id === level.family);
  const share = answer.shares[a] ?? NaN;
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
          <div>{t('measure.area-share', { group: text(group.name) })}</div>
          <div>{t('measure.area-quotient', { times: numbers.decimal(answer.locationQuotients[a]!, 2) })}</div>
          <div class="ql-note">
            {t('measure.area-contribution', { points: numbers.signed(answer.contributions[a]! * 100, 2) })}
          </div>
        </>
      )}
    </>
  );
}
