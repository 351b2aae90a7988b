import { figureOf } from '#i18n/figure.ts';
import { signs } from '#model/sign.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { shownOf } from './shown.ts';

/** What floats beside the area under the pointer. */
export function ExploreHover() {
  const { t, text, find, numbers, language } = useSpeech();
  const shown = useSelect(shownOf);
  const hovered = useSelect((state) => state.session.hovered);
  const institutionId = useSelect((state) => state.session.hoveredInstitution);
  const institution = shown?.study.institutions.find((one) => one.id === institutionId);
  const a = shown && hovered !== null ? shown.level.keys.indexOf(hovered) : -1;
  if (shown && institution) {
    const form = shown.study.forms.find((one) => one.id === institution.form);
    return (
      <>
        <strong class="ql-hover-name">{institution.name}</strong>
        <span class="ql-note">{form && text(form.name)}</span>
      </>
    );
  }
  if (!shown || a < 0) return null;
  const figure = figureOf(numbers, language, shown.indicator.unit, shown.indicator.decimals);
  const family = shown.study.families.find((one) => one.id === shown.level.family);
  const value = shown.data.values[a]!;
  const sign = signs[shown.data.signs[a]!] ?? 'missing';
  const numerator = shown.data.numerators?.[a];
  const denominator = shown.data.denominators?.[a];
  return (
    <>
      <strong class="ql-hover-name">{shown.level.names[a]}</strong>
      <span class="ql-note">
        {family && text(family.name)} {shown.level.keys[a]}
      </span>
      <div class="ql-hover-figure">
        {Number.isNaN(value) ? find('explore', `sign-${sign}`) : figure.full(value)}
      </div>
      {numerator !== undefined &&
        denominator !== undefined &&
        shown.indicator.unit === 'share' &&
        !Number.isNaN(value) && (
          <div>{t('explore.counts', { x: numbers.integer(numerator), n: numbers.integer(denominator) })}</div>
        )}
      <div>
        {[
          Number.isFinite(shown.data.city)
            ? t('explore.city-line', { figure: figure.full(shown.data.city) })
            : '',
          shown.ranks[a] ? t('explore.rank-of', { rank: shown.ranks[a]!, n: shown.order.length }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {sign === 'unreliable' && <div class="ql-note">{find('explore', 'sign-unreliable')}</div>}
    </>
  );
}
