import { useSpeech } from '#state/useApp.ts';
import { anchor } from '../anchor.ts';
import { layerUse } from '../edits/catchmentEdits.ts';
import { isLayerLevel } from '../edits/levelEdits.ts';
import { usePlanned } from '../wizard.ts';
import { CatchmentCard } from './CatchmentCard.tsx';
import { LayerUseChoice } from './LayerUseChoice.tsx';
import { LevelCard } from './LevelCard.tsx';
import { areasOf } from './levelNames.ts';

/** Which areas there are: their keys and names, their vintage, and where they lie. */
export function AreasStep() {
  const { t } = useSpeech();
  const { plan, inspection, review } = usePlanned();
  const unused = inspection.layers.filter(
    (layer) => layer.geometry === 'polygon' && layerUse(plan, layer.id) === 'none',
  );
  const areas = plan.levels
    .filter(isLayerLevel)
    .reduce((sum, level) => sum + (areasOf(level, inspection, review) ?? 0), 0);
  return (
    <>
      <p class="ql-lead" id={anchor('levels')} tabIndex={-1}>
        {t('importing.areas-lead', {
          levels: t('importing.n-levels', { n: plan.levels.length }),
          areas: t('importing.n-areas', { n: areas }),
        })}
      </p>
      {plan.levels.map((level) => (
        <LevelCard key={level.id} level={level} />
      ))}
      {plan.catchments?.map((catchment) => {
        const layer = inspection.layers.find(({ id }) => id === catchment.layer);
        return layer && <CatchmentCard key={layer.id} catchment={catchment} layer={layer} />;
      })}
      {unused.length > 0 && (
        <section class="ql-import-unused">
          <h3>{t('importing.layers-unused')}</h3>
          <ul class="ql-import-list">
            {unused.map((layer) => (
              <li key={layer.id}>
                <div>
                  <strong>{layer.layer || layer.file}</strong>
                  <p class="ql-note">{t('importing.n-areas', { n: layer.features })}</p>
                </div>
                <LayerUseChoice layer={layer} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
