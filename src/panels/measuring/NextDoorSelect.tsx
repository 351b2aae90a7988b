import { indicatorYears } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Select } from '#ui/Select.tsx';
import type { Measured } from './measured.ts';

const same = '';

/** What is looked at in the neighbouring areas: the same share, or another indicator of the same year. */
export function NextDoorSelect({ measured }: { readonly measured: Measured }) {
  const { t, text } = useSpeech();
  const nextDoor = useSelect((state) => state.view.nextDoor);
  const change = useChange();
  const { study, answer, level } = measured;
  const { year } = answer.request;
  return (
    <Select
      label={t('measure.next-door')}
      value={nextDoor ?? same}
      options={[
        { value: same, label: t('measure.next-door-same') },
        ...study.indicators.map((one) => ({
          value: one.id,
          label: text(one.name),
          ...(indicatorYears(study, level.family, one.id).includes(year)
            ? {}
            : { disabled: true, note: t('measure.next-door-unknown', { year: String(year) }) }),
        })),
      ]}
      onChange={(id) => change.view({ nextDoor: id === same ? null : id })}
      note={t('measure.next-door-note')}
    />
  );
}
