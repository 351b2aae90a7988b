import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { layerUse, layerUses, putLayerToUse } from '../edits/catchmentEdits.ts';
import { usePlanned } from '../wizard.ts';

/** What the polygons of a file are: areas of statistics, catchments of schools, or nothing that is needed. */
export function LayerUseChoice({ layer }: { readonly layer: InspectedLayer }) {
  const { t } = useSpeech();
  const { plan, edit } = usePlanned();
  return (
    <PlainSelect
      label={t('importing.layer-used-as', { layer: layer.layer || layer.file })}
      hideLabel
      small
      value={layerUse(plan, layer.id)}
      options={layerUses.map((use) => ({ value: use, label: t(`importing.layer-use-${use}`) }))}
      onChange={(use) => edit((now) => putLayerToUse(now, layer, use))}
    />
  );
}
