import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { joinFamily } from '../edits/levelEdits.ts';
import { usePlanned } from '../wizard.ts';

const own = ' own';

/** Is it another vintage of areas that are there already, or another kind of area? Asked where both are possible. */
export function FamilyChoice({ level }: { readonly level: LevelPlan }) {
  const { t } = useSpeech();
  const { plan, edit, sayAreas } = usePlanned();
  const others = new Map(
    plan.levels
      .filter((one) => one.id !== level.id && one.from.kind === 'layer')
      .map((one) => [one.family, sayAreas(one.familyPlural)]),
  );
  if (level.from.kind !== 'layer' || others.size === 0) return null;
  return (
    <PlainSelect
      label={t('importing.family')}
      value={others.has(level.family) ? level.family : own}
      options={[
        { value: own, label: t('importing.family-own') },
        ...[...others].map(([value, name]) => ({ value, label: t('importing.family-vintage', { name }) })),
      ]}
      onChange={(family) =>
        edit((now) => joinFamily(now, level.id, family === own ? level.familyName : family))
      }
    />
  );
}
