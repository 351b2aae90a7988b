import type { InspectedLayer } from '#import/inspect/inspection.ts';
import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { anchor } from '../anchor.ts';
import { changeLayer } from '../edits/levelEdits.ts';
import { CrsChoice } from '../map/CrsChoice.tsx';
import { usePlanned } from '../wizard.ts';

export interface LayerFieldsProps {
  readonly level: LevelPlan & { readonly from: { readonly kind: 'layer' } };
  readonly layer: InspectedLayer;
}

/** Which properties of a layer are keys and names of its areas. */
export function LayerFields({ level, layer }: LayerFieldsProps) {
  const { t } = useSpeech();
  const { inspection, edit, reread } = usePlanned();
  const { id, from } = level;
  const columns = inspection.tables.find((table) => table.layer === layer.id)?.columns ?? [];
  const likely = new Map(layer.keys.map((key) => [key.property, key]));
  const properties = [
    ...new Set([...layer.keys.map(({ property }) => property), from.key, ...columns.map(({ name }) => name)]),
  ].filter(Boolean);
  return (
    <div class="ql-import-row">
      <PlainSelect
        id={anchor('level', id, 'key')}
        label={t('importing.level-key')}
        value={from.key}
        placeholder={t('importing.choose')}
        options={properties.map((property) => {
          const key = likely.get(property);
          return {
            value: property,
            label: key ? t('importing.level-key-option', { property, n: key.distinct }) : property,
          };
        })}
        // Other keys may put other polygons together.
        onChange={(key) => reread((plan) => changeLayer(plan, id, { key, pad: null }))}
      />
      <PlainSelect
        label={t('importing.level-name-property')}
        value={from.name}
        placeholder={t('importing.choose')}
        options={[...new Set([...layer.names, ...properties])].map((property) => ({
          value: property,
          label: property,
        }))}
        onChange={(name) => edit((plan) => changeLayer(plan, id, { name }))}
      />
      <CrsChoice layer={layer} id={anchor('level', id, 'crs')} />
    </div>
  );
}
