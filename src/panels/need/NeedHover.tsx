import { useSelect, useSpeech } from '#state/useApp.ts';
import { needOf } from './assessed.ts';
import { slugOf } from './words.ts';

export function NeedHover() {
  const { t, find, numbers } = useSpeech();
  const assessed = useSelect(needOf);
  const hovered = useSelect((state) => state.session.hovered);
  const area =
    assessed && hovered !== null ? assessed.answer.areas[assessed.level.keys.indexOf(hovered)] : undefined;
  if (!area) return null;
  return (
    <>
      <strong class="ql-hover-name">{area.name}</strong>
      <span class="ql-note">{t('need.residents-of', { n: numbers.integer(area.residents) })}</span>
      <div>
        <b>{t(`need.verdict-${area.verdict}`)}</b>
      </div>
      <div>
        {area.excluded
          ? find('need', `excluded-${area.excluded}`)
          : [
              area.statusClass && `${t('need.status')} ${find('need', `status-${slugOf(area.statusClass)}`)}`,
              area.dynamicsClass && `${t('need.dynamics')} ${t(`need.dynamics-${area.dynamicsClass}`)}`,
            ]
              .filter(Boolean)
              .join(', ')}
      </div>
    </>
  );
}
