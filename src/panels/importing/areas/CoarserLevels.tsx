import type { InspectedLayer } from '#import/inspect/inspection.ts';
import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { addPrefixLevel, isLayerLevel, isPrefixLevel } from '../edits/levelEdits.ts';
import { usePlanned } from '../wizard.ts';

export interface CoarserLevelsProps {
  readonly level: LevelPlan;
  readonly layer: InspectedLayer;
}

/** Offers to put areas together by the first characters of their keys. */
export function CoarserLevels({ level, layer }: CoarserLevelsProps) {
  const { t } = useSpeech();
  const { plan, edit } = usePlanned();
  const length =
    (isLayerLevel(level) && layer.keys.find((key) => key.property === level.from.key)?.length) || null;
  if (length === null || length < 2) return null;
  const taken = plan.levels.flatMap((one) =>
    isPrefixLevel(one) && one.from.level === level.id ? [one.from.keyLength] : [],
  );
  const free = Math.max(1, Math.min(length - 1, 2));
  return (
    <div class="ql-import-coarser">
      <Button small onClick={() => edit((now) => addPrefixLevel(now, level.id, free))}>
        {t('importing.coarser-add')}
      </Button>
      <p class="ql-note">
        {t('importing.coarser-note', { length })}
        {taken.length > 0 && ` ${t('importing.coarser-taken', { lengths: taken.join(', ') })}`}
      </p>
    </div>
  );
}
