import type { AppState } from '#state/state.ts';
import { groupYears } from '#state/timeline.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Compare, compares } from '#state/view.ts';
import { Chips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { measureRequest } from './requests.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Asked extends Pick<AppState, 'study' | 'view' | 'other'> {
  readonly cities: AppState['session']['cities'];
}

/** What stands beside the measurement: another group, year, level or city. */
export function CompareControls() {
  const speech = useSpeech();
  const { t } = speech;
  const asked: Asked = {
    study: useSelect((state) => state.study),
    view: useSelect((state) => state.view),
    other: useSelect((state) => state.other),
    cities: useSelect((state) => state.session.cities),
  };
  const change = useChange();
  const { compare, compareWith } = asked.view;
  const choices = choicesOf(asked, compare, speech);
  return (
    <>
      <Chips
        label={t('measure.compare')}
        value={compare}
        options={compares.map((one) => ({
          value: one,
          label: t(`measure.compare-${one}`),
          ...(one !== 'none' && one !== compare && choicesOf(asked, one, speech).length === 0
            ? { disabled: true, title: t('measure.compare-nothing') }
            : {}),
        }))}
        onChange={(one) =>
          change.view({ compare: one, compareWith: choicesOf(asked, one, speech)[0]?.value ?? '' })
        }
      />
      {compare !== 'none' && (
        <Select
          label={t(`measure.compare-with-${compare}`)}
          value={compareWith}
          options={choices}
          onChange={(value) => change.view({ compareWith: value })}
          note={compare === 'city' ? cityNote(asked, speech) : null}
        />
      )}
    </>
  );
}

/** The most telling one first: the first year of the course, the next coarser level. */
function choicesOf(asked: Asked, compare: Compare, { text }: Speech): readonly Choice[] {
  const study = asked.study?.study;
  if (!study) return [];
  const { view, cities } = asked;
  switch (compare) {
    case 'none':
      return [];
    case 'group':
      return study.groups
        .filter((one) => one.scope === 'residents' && one.id !== view.group)
        .filter((one) => groupYears(study, view.level, one.id, 'rest').length > 0)
        .map((one) => ({ value: one.id, label: text(one.name) }));
    case 'year': {
      const shown = measureRequest(asked)?.year;
      return groupYears(study, view.level, view.group, view.reference)
        .filter((year) => year !== shown)
        .map((year) => ({ value: String(year), label: String(year) }));
    }
    case 'level':
      return study.families
        .filter((one) => one.id !== view.level)
        .filter((one) => groupYears(study, one.id, view.group, view.reference).length > 0)
        .map((one) => ({ value: one.id, label: text(one.name) }));
    case 'city':
      return cities.filter((one) => one.id !== study.id).map((one) => ({ value: one.id, label: one.title }));
  }
}

function cityNote({ other }: Asked, { t }: Speech): string | null {
  if (other?.status === 'opening') return t('measure.compare-opening');
  if (other?.status === 'failed') return t('measure.compare-failed');
  return null;
}
