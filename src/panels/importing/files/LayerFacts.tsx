import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { areasOf } from '../areas/levelNames.ts';
import { isLayerLevel } from '../edits/levelEdits.ts';
import { CrsChoice } from '../map/CrsChoice.tsx';
import { LayerMap } from '../map/LayerMap.tsx';
import { usePlanned } from '../wizard.ts';

/** One layer: what is in it and where it lies. */
export function LayerFacts({ layer }: { readonly layer: InspectedLayer }) {
  const { t } = useSpeech();
  const { plan, inspection, review } = usePlanned();
  const level = plan.levels.filter(isLayerLevel).find(({ from }) => from.layer === layer.id);
  const areas = level ? areasOf(level, inspection, review) : null;
  const key = level?.from.key || layer.keys[0]?.property;
  return (
    <section class="ql-import-layer">
      <div>
        <p>
          {layer.layer && <strong>{t('importing.layer', { layer: layer.layer })} </strong>}
          {t(`importing.geometry-${layer.geometry}`, { n: layer.features })}
          {areas !== null && areas !== layer.features && ` ${t('importing.layer-parts', { n: areas })}.`}
        </p>
        {key && (
          <p class="ql-note">
            {t(level ? 'importing.layer-key-chosen' : 'importing.layer-key', {
              key,
              names: level?.from.name || layer.names[0] || '–',
            })}
          </p>
        )}
        <CrsChoice layer={layer} />
      </div>
      <LayerMap layer={layer} />
    </section>
  );
}
