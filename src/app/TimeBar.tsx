import { timelineOf } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
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
        ? t('app.year-school', { from: String(shown), to: String((shown + 1) % 100).padStart(2, '0') })
        : t('app.year-date');
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
