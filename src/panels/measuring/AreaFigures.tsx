import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { AreaFacts } from './AreaFacts.tsx';
import type { Measured } from './measured.ts';

/** The selected area: its share, quotient and contribution. */
export function AreaFigures({ measured }: { readonly measured: Measured }) {
  const { t, text } = useSpeech();
  const selected = useSelect((state) => state.view.area);
  const change = useChange();
  const { level, study } = measured;
  const a = selected === null ? -1 : level.keys.indexOf(selected);
  if (a < 0) return null;
  const family = study.families.find((one) => one.id === level.family);
  return (
    <section class="ql-section ql-detail" aria-live="polite">
      <h2 class="ql-detail-name">{level.names[a]}</h2>
      <p class="ql-note">
        {family && text(family.name)} {level.keys[a]}
      </p>
      <AreaFacts measured={measured} position={a} />
      <div>
        <Button kind="quiet" small onClick={() => change.view({ area: null })}>
          {t('explore.clear')}
        </Button>
      </div>
    </section>
  );
}
