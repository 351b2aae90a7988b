import { useSpeech } from '#state/useApp.ts';

/** Instead of an answer that is on its way for a moment. */
export function Computing() {
  const { t } = useSpeech();
  return (
    <p class="ql-note" role="status" aria-busy="true">
      {t('app.computing')}
    </p>
  );
}
