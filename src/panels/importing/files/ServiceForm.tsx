import { useId, useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useWizard } from '../wizard.ts';
import { ServiceLayers } from './ServiceLayers.tsx';

/** Areas from a geodata service: its address is pasted, one of its layers chosen. */
export function ServiceForm() {
  const { t } = useSpeech();
  const { draft, bench } = useWizard();
  const [address, setAddress] = useState('');
  const [isChecked, setChecked] = useState(false);
  const heading = useId();
  const isAddress = /^https?:\/\/\S+$/i.test(address.trim());
  return (
    <section class="ql-import-service" aria-labelledby={heading}>
      <h3 id={heading}>{t('importing.service-title')}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (isAddress) void bench.describe(address.trim());
        }}
      >
        <TextField
          label={t('importing.service-address')}
          type="url"
          value={address}
          placeholder="https://…"
          onChange={setAddress}
          error={isChecked && !isAddress ? t('importing.service-no-address') : null}
          note={t('importing.service-note')}
        />
        <Button type="submit" disabled={draft.job !== null}>
          {t('importing.service-ask')}
        </Button>
      </form>
      {draft.service && <ServiceLayers service={draft.service} />}
    </section>
  );
}
