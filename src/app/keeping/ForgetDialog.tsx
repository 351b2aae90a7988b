import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { keptName } from '../keptName.ts';
import { useServices } from '../services.ts';

/** Asks before work kept on this machine is deleted, and names it. */
export function ForgetDialog({ onClose }: { readonly onClose: () => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const { kept } = useServices();
  const list = kept.all();
  const forget = async () => {
    await kept.forget();
    onClose();
  };
  return (
    <Dialog
      open
      title={t('app.forget-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void forget()}>{t('app.forget-yes')}</Button>
          <Button kind="primary" onClick={onClose}>
            {t('app.forget-no')}
          </Button>
        </>
      }
    >
      <p>{t('app.forget-text', { n: list.length })}</p>
      <ul class="ql-source-list">
        {list.map((work) => (
          <li key={work.id}>{keptName(work, speech)}</li>
        ))}
      </ul>
    </Dialog>
  );
}
