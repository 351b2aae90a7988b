import { sessionChanged } from '#state/actions/session.ts';
import type { AppState, Session } from '#state/state.ts';
import { useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import type { TableExport } from './task.ts';

/** Saves a table that is not the task's main one, in the language's own kind of CSV. */
export function SaveTableButton({
  label,
  table,
}: {
  readonly label: string;
  readonly table: (state: AppState) => TableExport | null;
}) {
  const speech = useSpeech();
  const store = useStore();
  const say = (message: Session['message']) => store.setState((state) => sessionChanged(state, { message }));
  const save = async () => {
    const state = store.getState();
    const content = table(state);
    if (!content) return;
    try {
      const { saveTable } = await import('./saveTable.ts');
      const file = saveTable(
        content,
        speech.language === 'de' ? 'de' : 'international',
        speech,
        state.study?.disclosure,
      );
      say({ key: 'export-done', params: { file } });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say({ key: 'export-failed', params: { reason } });
    }
  };
  return (
    <div class="ql-no-print">
      <Button kind="quiet" small onClick={() => void save()}>
        {label}
      </Button>
    </div>
  );
}
