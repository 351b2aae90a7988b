import { neighbourhoods } from '#measuring/answer.ts';
import type { Group } from '#model/study.ts';
import { groupYears } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { measureMaps } from '#state/view.ts';
import { Chips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { Slider } from '#ui/Slider.tsx';
import { LevelChips } from '../LevelChips.tsx';
import { CompareControls } from './CompareControls.tsx';
import { distanceText } from './distanceText.ts';
import { measuredOf } from './measured.ts';
import { useNextDoor } from './nextDoor.ts';
import { radii } from './requests.ts';
import { ScaleCheck } from './ScaleCheck.tsx';

/** What I ask: which group against which, at which level, and what the map shows of it. */
export function MeasureControls() {
  const { t, text, numbers } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const measured = useSelect(measuredOf);
  const second = useNextDoor();
  const change = useChange();
  if (!study) return null;
  const residents = study.groups.filter((group) => group.scope === 'residents');
  const group = residents.find((one) => one.id === view.group);
  const total = measured ? measured.answer.groupTotal + measured.answer.referenceTotal : NaN;
  const size = (persons: number) =>
    t('measure.group-size', { n: numbers.integer(persons), share: numbers.percent(persons / total) });
  const isCurrent = measured?.group.id === view.group && measured.answer.request.reference === view.reference;
  return (
    <>
      <Select
        label={t('measure.group')}
        value={view.group}
        options={residents.map((one) => ({
          value: one.id,
          label: text(one.name),
          disabled: groupYears(study, view.level, one.id, 'rest').length === 0,
        }))}
        onChange={(id) => change.view({ group: id, reference: 'rest' })}
        note={isCurrent && measured.answer.groupTotal > 0 ? size(measured.answer.groupTotal) : null}
      />
      <Select
        label={t('measure.reference')}
        value={view.reference}
        options={[
          { value: 'rest', label: group ? text(group.restName) : '', note: t('measure.reference-rest') },
          ...residents
            .filter((one) => one.id !== view.group && one.universe === group?.universe)
            .map((one) => ({
              value: one.id,
              label: text(one.name),
              ...(group && overlap(group, one)
                ? { disabled: true, note: t('measure.reference-overlaps') }
                : {}),
            })),
        ]}
        onChange={(id) => change.view({ reference: id })}
        note={
          <>
            {isCurrent && measured.answer.referenceTotal > 0 && `${size(measured.answer.referenceTotal)}. `}
            {view.reference === 'rest' ? t('measure.is-note') : t('measure.id-note')}
          </>
        }
      />
      <LevelChips hasFigures={(family) => groupYears(study, family, view.group, view.reference).length > 0} />
      <Chips
        label={t('measure.neighbourhood')}
        value={view.neighbourhood}
        options={neighbourhoods.map((one) => ({ value: one, label: t(`measure.neighbourhood-${one}`) }))}
        onChange={(neighbourhood) => change.view({ neighbourhood })}
      />
      <Slider
        label={t('measure.radius')}
        value={view.radius}
        stops={radii}
        format={(metres) => distanceText(metres, numbers)}
        onChange={(radius) => change.view({ radius })}
        note={t(view.neighbourhood === 'radius' ? 'measure.radius-note-both' : 'measure.radius-note')}
      />
      <Chips
        label={t('measure.map')}
        value={view.measureMap}
        options={measureMaps.map((one) => ({ value: one, label: t(`measure.map-${one}`) }))}
        onChange={(measureMap) => change.view({ measureMap })}
        note={
          view.measureMap === 'cluster' && second
            ? t('measure.map-cluster-note-second', { second })
            : t(`measure.map-${view.measureMap}-note`)
        }
      />
      <CompareControls />
      {measured && measured.answer.scale.length > 1 && <ScaleCheck measured={measured} />}
    </>
  );
}

/** Who belongs to both would be counted twice: such a pair is refused, so it is not offered. */
function overlap(one: Group, other: Group): boolean {
  return Boolean(one.overlaps?.includes(other.id) || other.overlaps?.includes(one.id));
}
