import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { isPlaceAsked, placeQuestion } from '../questions.ts';
import { usePlanned } from '../wizard.ts';

export interface PlaceAcceptanceProps {
  /** Id of the control, so that a list of what is missing can lead to it. */
  readonly at: string;
  readonly layer: InspectedLayer;
  /** What is agreed to, where it is not the areas of statistics. */
  readonly label?: string;
}

/** Asks whether the areas lie where they should, where the file itself did not say so. */
export function PlaceAcceptance({ at, layer, label }: PlaceAcceptanceProps) {
  const { t } = useSpeech();
  const { draft, answer } = usePlanned();
  if (!isPlaceAsked(layer)) return <p class="ql-note">{t('importing.place-said')}</p>;
  const question = placeQuestion(layer.id);
  return (
    <div class="ql-import-ask">
      <Checkbox
        id={at}
        label={label ?? t('importing.place-right')}
        note={t('importing.place-note')}
        checked={draft.answered.includes(question)}
        onChange={(isRight) => answer([question], isRight)}
      />
    </div>
  );
}
