import type { Study } from '#model/study.ts';
import { timelineOf } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import type { View } from '#state/view.ts';
import { TimeSlider } from '#ui/TimeSlider.tsx';

/** Bottom: when. */
export function TimeBar() {
  const { t } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const playing = useSelect((state) => state.session.playing);
  const change = useChange();
  if (!study) return null;
  const timeline = timelineOf(study, view);
  const { years, shown } = timeline;
  if (years.length === 0) return null;
  const note =
    view.task === 'need'
      ? t('app.year-edition')
      : view.task === 'institutions'
        ? t(view.kind === 'school' ? 'app.year-school' : 'app.year-kita', {
            from: String(shown),
            to: String((shown + 1) % 100).padStart(2, '0'),
          })
        : isStock(study, view)
          ? t('app.year-date')
          : '';
  return (
    <div class="ql-timebar">
      <TimeSlider
        label={t('app.year')}
        years={years}
        value={shown}
        note={note}
        playing={playing}
        onChange={(year) => change.view(timeline.change(year))}
        onPlay={(next) => change.session({ playing: next })}
      />
    </div>
  );
}

/** Counts and shares of people are of the last day of the year; rents are what was offered through it. */
function isStock(study: Study, view: View): boolean {
  if (view.task !== 'explore') return true;
  return study.indicators.find((one) => one.id === view.indicator)?.unit !== 'euro-per-sqm';
}
