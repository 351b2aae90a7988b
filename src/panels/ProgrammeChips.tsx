import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { MultiChips } from '#ui/Chips.tsx';

/** The switch for the outlines of programme areas; nothing in a city without any. */
export function ProgrammeChips() {
  const { t } = useSpeech();
  const hasProgrammes = useSelect(({ study }) => (study?.study.programmes.length ?? 0) > 0);
  const programmes = useSelect((state) => state.view.programmes);
  const change = useChange();
  if (!hasProgrammes) return null;
  return (
    <MultiChips
      label={t('explore.also')}
      values={programmes ? ['programmes'] : []}
      options={[{ value: 'programmes', label: t('explore.also-programmes') }]}
      onChange={(values) => change.view({ programmes: values.includes('programmes') })}
    />
  );
}
