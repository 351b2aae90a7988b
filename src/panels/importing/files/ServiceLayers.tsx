import { useState } from 'preact/hooks';
import type { ServiceDescription } from '#import/formats/services/service.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useWizard } from '../wizard.ts';

const shownAtOnce = 12;

/** What a service offers; each layer can be loaded as if it were a file. */
export function ServiceLayers({ service }: { readonly service: ServiceDescription }) {
  const { t } = useSpeech();
  const { draft, bench } = useWizard();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const fitting = service.layers.filter(({ id, title }) =>
    `${id} ${title}`.toLocaleLowerCase().includes(wanted),
  );
  const shown = fitting.slice(0, shownAtOnce);
  return (
    <div class="ql-import-service-found">
      <p>
        <strong>{service.title || service.address}</strong>
      </p>
      <p class="ql-note">
        {t('importing.service-found', {
          kind: service.kind === 'wfs' ? 'WFS' : 'OGC API',
          version: service.version,
          n: service.layers.length,
        })}
        {service.provider && ` ${t('importing.service-provider', { provider: service.provider })}`}
        {service.licence && ` ${t('importing.service-licence', { licence: service.licence })}`}
      </p>
      {service.layers.length > shownAtOnce && (
        <TextField label={t('importing.service-filter')} type="search" value={filter} onChange={setFilter} />
      )}
      <ul class="ql-import-list">
        {shown.map((layer) => (
          <li key={layer.id}>
            <div>
              <strong>{layer.title || layer.id}</strong>
              <p class="ql-note">{[layer.id, layer.crs].filter(Boolean).join(' · ')}</p>
            </div>
            <Button small disabled={draft.job !== null} onClick={() => void bench.loadLayer(layer.id)}>
              {t('importing.service-load')}
              <span class="ql-unseen">: {layer.title || layer.id}</span>
            </Button>
          </li>
        ))}
      </ul>
      {fitting.length > shown.length && (
        <p class="ql-note">{t('importing.service-more', { n: fitting.length - shown.length })}</p>
      )}
    </div>
  );
}
