import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { anchor } from './anchor.ts';
import { useWizard } from './wizard.ts';

/** Where there are areas and nothing to show on them. */
export function NoFigures() {
  const { t } = useSpeech();
  const { go } = useWizard();
  return (
    <EmptyState
      title={t('importing.figures-missing')}
      action={<Button onClick={() => go('files', anchor('drop'))}>{t('importing.figures-add')}</Button>}
    >
      {t('importing.figures-missing-text')}
    </EmptyState>
  );
}
