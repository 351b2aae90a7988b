import { useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useWizard } from './wizard.ts';

/** Asks what to do with a project or a city pack: they are opened, and only a pack may hold raw data as well. */
export function FoundDialog() {
  const { t } = useSpeech();
  const { draft, bench } = useWizard();
  const [isOpening, setOpening] = useState(false);
  const [found] = draft.openables;
  if (!found) return null;
  const { kind, name } = found;
  const open = async () => {
    setOpening(true);
    await bench.openFound();
    setOpening(false);
  };
  return (
    <Dialog
      open
      title={t(kind === 'project' ? 'importing.found-project-title' : 'importing.found-pack-title')}
      onClose={() => !isOpening && bench.passFound()}
      footer={
        <>
          {kind === 'project' ? (
            <Button disabled={isOpening} onClick={bench.passFound}>
              {t('importing.found-pass')}
            </Button>
          ) : (
            <Button disabled={isOpening || draft.job !== null} onClick={() => void bench.readFound()}>
              {t('importing.found-read')}
            </Button>
          )}
          <Button kind="primary" disabled={isOpening} onClick={() => void open()}>
            {t(kind === 'project' ? 'importing.found-project-open' : 'importing.found-pack-open')}
          </Button>
        </>
      }
    >
      <p>{t(kind === 'project' ? 'importing.found-project' : 'importing.found-pack', { name })}</p>
      {draft.inspection && <p>{t('importing.found-leaves')}</p>}
      <p role="status">{isOpening && t('importing.found-opening', { name })}</p>
    </Dialog>
  );
}
