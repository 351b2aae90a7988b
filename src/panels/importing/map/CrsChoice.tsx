import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeCatchments } from '../edits/catchmentEdits.ts';
import { changeLayer, isLayerLevel } from '../edits/levelEdits.ts';
import { placeQuestion } from '../questions.ts';
import { usePlanned } from '../wizard.ts';
import { crsName, knownSystems } from './crsName.ts';

export interface CrsChoiceProps {
  readonly layer: InspectedLayer;
  readonly id?: string;
}

/** In which system the coordinates are read, how that was found, and the others that would fit. */
export function CrsChoice({ layer, id }: CrsChoiceProps) {
  const { t } = useSpeech();
  const { plan, reread, answer } = usePlanned();
  const { crs, from, alternatives, swapped, inGermany } = layer.crs;
  const level = plan.levels.find((one) => isLayerLevel(one) && one.from.layer === layer.id);
  const isCatchment = plan.catchments?.some((one) => one.layer === layer.id) ?? false;
  const others = [...new Set([...(crs ? [crs] : []), ...alternatives, ...knownSystems])];
  const fitting = new Set([crs, ...alternatives]);
  const said = [
    crs === null ? t('importing.crs-unknown') : t(`importing.crs-${from}`),
    swapped ? t('importing.crs-swapped') : '',
    crs !== null && !inGermany ? t('importing.crs-outside') : '',
  ].filter(Boolean);
  const choose = (chosen: string) => {
    const how = { crs: chosen, swapped: false };
    answer([placeQuestion(layer.id)], false);
    reread((now) => (level ? changeLayer(now, level.id, how) : changeCatchments(now, layer.id, how)));
  };
  return (
    <div class="ql-import-crs">
      {level || isCatchment ? (
        <PlainSelect
          id={id}
          label={t('importing.crs')}
          value={crs ?? ''}
          placeholder={t('importing.crs-choose')}
          options={others.map((each) => ({
            value: each,
            label: crsName(each),
            group: fitting.has(each) ? t('importing.crs-fitting') : t('importing.crs-others'),
          }))}
          onChange={choose}
        />
      ) : (
        <p>
          {t('importing.crs')}: {crs ? crsName(crs) : '–'}
        </p>
      )}
      <p class={crs === null || !inGermany ? 'ql-import-caution' : 'ql-note'}>{said.join(' ')}</p>
    </div>
  );
}
