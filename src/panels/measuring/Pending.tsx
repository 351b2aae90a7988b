import type { AnswerTypes } from '#state/state.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Progress } from '#ui/Progress.tsx';

/** Instead of an answer that is not there yet: how far it is, or why there is none. */
export function Pending({ name, label }: { readonly name: keyof AnswerTypes; readonly label: string }) {
  const { t } = useSpeech();
  const error = useSelect((state) => state.answers[name]?.error ?? null);
  const progress = useSelect((state) => state.answers[name]?.progress ?? null);
  if (error) return <EmptyState title={t('app.computing-failed', { reason: error })} />;
  return (
    <div class="ql-progress-place">
      <Progress label={label} part={progress} />
    </div>
  );
}
