import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { anchor } from '../anchor.ts';
import { isLayerLevel, isPrefixLevel, removeLevel } from '../edits/levelEdits.ts';
import { LayerMap } from '../map/LayerMap.tsx';
import { usePlanned } from '../wizard.ts';
import { CoarserLevels } from './CoarserLevels.tsx';
import { GeometryFindings } from './GeometryFindings.tsx';
import { LayerFields } from './LayerFields.tsx';
import { LayerUseChoice } from './LayerUseChoice.tsx';
import { LevelFields } from './LevelFields.tsx';
import { areasOf, distinction } from './levelNames.ts';
import { PlaceAcceptance } from './PlaceAcceptance.tsx';
import { PrefixFields } from './PrefixFields.tsx';

/** One level of areas: what it is called, of when it is, what its keys are; beside it where it lies. */
export function LevelCard({ level }: { readonly level: LevelPlan }) {
  const { t } = useSpeech();
  const {
    inspection,
    plan: { levels },
    review,
    edit,
    sayAreas,
  } = usePlanned();
  const layer = isLayerLevel(level)
    ? inspection.layers.find((one) => one.id === level.from.layer)
    : undefined;
  const places = layer?.geometryReport?.findings.flatMap(({ place }) => (place ? [place] : [])) ?? [];
  const id = anchor('level', level.id);
  const which = distinction(level, levels);
  const title = sayAreas(level.familyPlural) || t('importing.level-unnamed');
  const areas = areasOf(level, inspection, review) ?? layer?.features ?? 0;
  return (
    <section class="ql-import-card ql-import-level" id={id} aria-labelledby={`${id}-head`}>
      <header class="ql-import-card-head">
        <h3 id={`${id}-head`}>{which === null ? title : t('importing.level-of', { name: title, which })}</h3>
        <p class="ql-note">
          {layer
            ? t(areas === layer.features ? 'importing.level-from-layer' : 'importing.level-from-parts', {
                n: areas,
                parts: layer.features,
                file: layer.layer || layer.file,
              })
            : isPrefixLevel(level)
              ? t('importing.level-from-prefix', { n: level.from.keyLength })
              : ''}
        </p>
        {layer ? (
          <LayerUseChoice layer={layer} />
        ) : (
          <Button kind="quiet" small onClick={() => edit((plan) => removeLevel(plan, level.id))}>
            {t('importing.level-remove')}
            <span class="ql-unseen">
              : {which === null ? title : t('importing.level-of', { name: title, which })}
            </span>
          </Button>
        )}
      </header>
      <div class="ql-import-level-body">
        <div class="ql-import-fields">
          <LevelFields level={level} />
          {isLayerLevel(level) && layer && <LayerFields level={level} layer={layer} />}
          {isPrefixLevel(level) && <PrefixFields level={level} />}
          {layer && <CoarserLevels level={level} layer={layer} />}
        </div>
        {layer && (
          <div class="ql-import-level-map">
            <LayerMap layer={layer} places={places.slice(0, 20)} large />
            <PlaceAcceptance at={anchor('level', level.id, 'place')} layer={layer} />
            <GeometryFindings report={layer.geometryReport} />
          </div>
        )}
      </div>
    </section>
  );
}
