import { useState } from 'preact/hooks';
import type { ServiceDescription, ServiceKind } from '#import/formats/services/service.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useWizard } from '../wizard.ts';

const shownAtOnce = 12;

const kinds: Readonly<Record<ServiceKind, string>> = { wfs: 'WFS', 'ogc-api': 'OGC API', arcgis: 'ArcGIS' };

/** What a service offers; each layer can be loaded as if it were a file. */
export function ServiceLayers({ service }: { readonly service: ServiceDescription }) {
  const { t } = useSpeech();
  const { draft, bench } = useWizard();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const fitting = wantedFirst(service).filter(({ id, title }) =>
    `${id} ${title}`.toLocaleLowerCase().includes(wanted),
  );
  const many = draft.problems.find(({ code }) => code === 'service-layer-many')?.params;
  const shown = fitting.slice(0, shownAtOnce);
  return (
    <div class="ql-import-service-found">
      <p>
        <strong>{service.title || service.address}</strong>
      </p>
      <p class="ql-note">
        {t('importing.service-found', {
          kind: kinds[service.kind],
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
            <Button
              small
              disabled={draft.job !== null}
              onClick={() => void bench.loadLayer(layer.id, many?.id === layer.id)}
            >
              {many?.id === layer.id
                ? t('importing.service-load-many', { n: Number(many.n) })
                : t('importing.service-load')}
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

/** The layer that the pasted address was about, before the others. */
function wantedFirst({ layers, wanted }: ServiceDescription): ServiceDescription['layers'] {
  const isWanted = ({ id }: ServiceDescription['layers'][number]): boolean => id === wanted;
  return [...layers.filter(isWanted), ...layers.filter((layer) => !isWanted(layer))];
}
