import { useSelect, useSpeech } from '#state/useApp.ts';
import { assessedOf, groundOf } from './assessed.ts';

export function InstitutionHover() {
  const { t, text, numbers } = useSpeech();
  const assessed = useSelect(assessedOf);
  const ground = useSelect(groundOf);
  const id = useSelect((state) => state.session.hoveredInstitution);
  const area = useSelect((state) => state.session.hovered);
  if (!assessed) return null;
  const one = id === null ? undefined : assessed.institutions.get(id);
  if (!one) {
    const a = area === null || !ground ? -1 : ground.level.keys.indexOf(area);
    return a < 0 ? null : <strong class="ql-hover-name">{ground?.level.names[a]}</strong>;
  }
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
            {t(`institutions.detail-${row.standing}`, { points: numbers.points(row.deviation) })}
          </div>
        </>
      ) : (
        <div>
          {one.capacity !== null
            ? t('institutions.detail-places', { n: numbers.integer(one.capacity) })
            : t('institutions.detail-none')}
        </div>
      )}
    </>
  );
}
