import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { CrsChoice } from '../map/CrsChoice.tsx';
import { LayerMap } from '../map/LayerMap.tsx';

/** One layer: what is in it and where it lies. */
export function LayerFacts({ layer }: { readonly layer: InspectedLayer }) {
  const { t } = useSpeech();
  return (
    <section class="ql-import-layer">
      <div>
        <p>
          {layer.layer && <strong>{t('importing.layer', { layer: layer.layer })} </strong>}
          {t(`importing.geometry-${layer.geometry}`, { n: layer.features })}
        </p>
        {layer.keys[0] && (
          <p class="ql-note">
            {t('importing.layer-key', {
              key: layer.keys[0].property,
              names: layer.names[0] ?? '–',
            })}
          </p>
        )}
        <CrsChoice layer={layer} />
      </div>
      <LayerMap layer={layer} />
    </section>
  );
}
