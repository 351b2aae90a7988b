import { useId, useState } from 'preact/hooks';
import { describeProblem } from '#i18n/problemText.ts';
import { serviceAddress } from '#import/formats/services/serviceAddress.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useWizard } from '../wizard.ts';
import { ServiceLayers } from './ServiceLayers.tsx';

/** Areas from a geodata service: its address is pasted, one of its layers chosen. */
export function ServiceForm() {
  const { t, words } = useSpeech();
  const { draft, bench } = useWizard();
  const [address, setAddress] = useState('');
  const [isChecked, setChecked] = useState(false);
  const heading = useId();
  const isAddress = serviceAddress(address) !== null;
  // The page may be scrolled past where everything that failed is said.
  const failed = draft.problems.filter(({ code }) => code.startsWith('service-'));
  return (
    <section class="ql-import-service" aria-labelledby={heading}>
      <h3 id={heading}>{t('importing.service-title')}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (isAddress) void bench.describe(address);
        }}
      >
        <TextField
          label={t('importing.service-address')}
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
      {failed.map((one, i) => (
        <p key={i} class="ql-text-error">
          {describeProblem(words, one)}
        </p>
      ))}
      {draft.service && <ServiceLayers key={draft.service.address} service={draft.service} />}
    </section>
  );
}
