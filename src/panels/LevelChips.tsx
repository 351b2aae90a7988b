import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';

/** The level switch of every task that has one. */
export function LevelChips({ hasFigures }: { readonly hasFigures: (family: string) => boolean }) {
  const { t, text } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const level = useSelect((state) => state.view.level);
  const change = useChange();
  if (!study) return null;
  return (
    <Chips
      label={t('explore.level')}
      value={level}
      options={study.families.map((family) => ({
        value: family.id,
        label: text(family.name),
        disabled: family.id !== level && !hasFigures(family.id),
      }))}
      onChange={(next) => change.view({ level: next, area: null })}
    />
  );
}
