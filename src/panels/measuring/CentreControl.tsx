import { centreArea } from '#measuring/centreArea.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import type { Measured } from './measured.ts';

/** Around which point centralization is measured: the population's centroid, or an area that was selected. */
export function CentreControl({ measured }: { readonly measured: Measured }) {
  const { t } = useSpeech();
  const centre = useSelect((state) => state.view.centre);
  const area = useSelect((state) => state.view.area);
  const change = useChange();
  const { study, answer, level } = measured;
  const chosen = centreArea(study, { ...answer.request, centre });
  const name = chosen?.level.names[chosen.position] ?? '';
  const at = area === null ? -1 : level.keys.indexOf(area);
  const canTake = at >= 0 && level.geometries[at] !== null;
  return (
    <Chips
      label={t('measure.centre')}
      value={chosen ? 'chosen' : 'population'}
      options={[
        { value: 'population', label: t('measure.centre-population') },
        ...(chosen ? [{ value: 'chosen' as const, label: name }] : []),
        ...(chosen && (area === centre || !canTake)
          ? []
          : [
              {
                value: 'selected' as const,
                label: canTake
                  ? t('measure.centre-take', { area: level.names[at] ?? '' })
                  : t('measure.centre-selected'),
                ...(canTake ? {} : { disabled: true, title: t('measure.centre-none-selected') }),
              },
            ]),
      ]}
      onChange={(one: 'population' | 'chosen' | 'selected') =>
        change.view({ centre: one === 'population' ? null : one === 'selected' ? area : centre })
      }
      note={t('measure.centre-note')}
    />
  );
}
