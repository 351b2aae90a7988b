import { useSelect, useSpeech } from '#state/useApp.ts';
import { assessedOf, groundOf } from './assessed.ts';
import { sentenceStart } from './midSentence.ts';
import { standingText } from './standingText.ts';

export function InstitutionHover() {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const assessed = useSelect(assessedOf);
  const id = useSelect((state) => state.session.hoveredInstitution);
  if (!assessed) return null;
  const one = id === null ? undefined : assessed.institutions.get(id);
  if (!one) return <GroundHover />;
  const row = assessed.rows.get(one.id);
  const form = assessed.study.forms.find((each) => each.id === one.form);
  return (
    <>
      <strong class="ql-hover-name">{one.name}</strong>
      <span class="ql-note">{form && text(form.name)}</span>
      {row ? (
        <>
          <div class="ql-hover-figure">{numbers.percent(row.share)}</div>
          <div>{t('explore.counts', { x: numbers.integer(row.count), n: numbers.integer(row.total) })}</div>
          <div class="ql-note">
            {sentenceStart(standingText(speech, assessed.answer.request.threshold, row.standing))}
          </div>
        </>
      ) : (
        <div>
          {one.capacity !== null && `${t('institutions.detail-places', { n: one.capacity })} `}
          {t('institutions.detail-none')}
        </div>
      )}
    </>
  );
}

/** An area or catchment under the pointer, with the share of the children living there where that is what is drawn. */
function GroundHover() {
  const { t, text, numbers } = useSpeech();
  const ground = useSelect(groundOf);
  const area = useSelect((state) => state.session.hovered);
  const a = area === null || !ground ? -1 : ground.level.keys.indexOf(area);
  if (!ground || a < 0) return null;
  const share = ground.home?.shares[a] ?? NaN;
  return (
    <>
      <strong class="ql-hover-name">
        {ground.isCatchments
          ? t('institutions.catchment-of', { names: ground.level.names[a] ?? '' })
          : ground.level.names[a]}
      </strong>
      {ground.home && !Number.isNaN(share) && (
        <span class="ql-note">
          {t('institutions.residents-share', {
            share: numbers.percent(share),
            twin: text(ground.home.twin.name),
          })}
        </span>
      )}
    </>
  );
}
