import { useEffect, useState } from 'preact/hooks';
import { planRedone, planUndone } from '#state/actions/draft.ts';
import { useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useWizard } from './wizard.ts';

/** What this is, one step back, and out of it. */
export function WizardHead() {
  const { t, text } = useSpeech();
  const store = useStore();
  const { draft, bench } = useWizard();
  const study = useSelect((state) => state.study?.study ?? null);
  const [isLeaving, setLeaving] = useState(false);
  // While files are read again there is no plan to go back to.
  const isBusy = draft.job !== null;
  const undo = () => !isBusy && store.setState(planUndone);
  const redo = () => !isBusy && store.setState(planRedone);
  useUndoKeys(undo, redo);
  const leave = () => (draft.inspection ? setLeaving(true) : bench.leave());
  return (
    <header class="ql-import-head">
      <h1>{t('importing.name')}</h1>
      <p class="ql-import-kept">
        {study
          ? t(draft.reopened ? 'importing.kept-reopened' : 'importing.kept', { city: text(study.title) })
          : t('importing.kept-none')}
      </p>
      <Button kind="quiet" disabled={isBusy || draft.past.length === 0} onClick={undo}>
        {t('importing.undo')}
      </Button>
      <Button kind="quiet" disabled={isBusy || draft.future.length === 0} onClick={redo}>
        {t('importing.redo')}
      </Button>
      <Button onClick={leave}>{t('importing.leave')}</Button>
      <Dialog
        open={isLeaving}
        title={t('importing.leave-title')}
        onClose={() => setLeaving(false)}
        footer={
          <>
            <Button onClick={bench.leave}>{t('importing.leave-yes')}</Button>
            <Button kind="primary" onClick={() => setLeaving(false)}>
              {t('importing.leave-no')}
            </Button>
          </>
        }
      >
        <p>{t('importing.leave-text')}</p>
      </Dialog>
    </header>
  );
}

/** Ctrl+Z and Ctrl+Y, except where a text is being written: there they belong to the browser. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isInText =
        event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type="checkbox"])');
      if (isInText || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
