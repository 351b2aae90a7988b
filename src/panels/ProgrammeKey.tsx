import { useMemo } from 'preact/hooks';
import { ClassLegend } from '#charts/charts.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { ink } from '#symbology/palettes.ts';

/** The key of the outlines around programme areas, for legends of other things. */
export function ProgrammeKey() {
  const { t } = useSpeech();
  const isShown = useSelect(
    ({ study, view }) => view.programmes && (study?.study.programmes.length ?? 0) > 0,
  );
  const items = useMemo(
    () => [{ label: t('explore.also-programmes'), swatch: { outline: ink, width: 2 } }],
    [t],
  );
  return isShown ? <ClassLegend label={t('explore.also-programmes')} reserve={22} items={items} /> : null;
}
