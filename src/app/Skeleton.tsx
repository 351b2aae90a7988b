import { useSpeech } from '#state/useApp.ts';

/** The page before the first city is there: the same columns, with grey for what is on its way. */
export function Skeleton() {
  const { t } = useSpeech();
  return (
    <main class="ql-skeleton" aria-busy="true" aria-label={t('app.loading')}>
      <div class="ql-skeleton-ask" aria-hidden="true">
        {fields.map((width, i) => (
          <div key={i} class="ql-skeleton-field">
            <i style={{ width: `${width}%` }} />
            <b />
          </div>
        ))}
      </div>
      <div class="ql-skeleton-map" aria-hidden="true" />
      <div class="ql-skeleton-answer" aria-hidden="true">
        {[94, 100, 88, 46].map((width) => (
          <i key={width} class="ql-skeleton-lead" style={{ width: `${width}%` }} />
        ))}
        <b class="ql-skeleton-chart" />
        {rows.map((width, i) => (
          <i key={i} style={{ width: `${width}%` }} />
        ))}
      </div>
    </main>
  );
}

const fields = [24, 36, 44, 30, 40];
const rows = [62, 54, 70, 48, 58, 66, 52, 60];
