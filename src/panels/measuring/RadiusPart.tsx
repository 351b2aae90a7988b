import { useMemo, useState } from 'preact/hooks';
import { SegregationProfile } from '#charts/charts.ts';
import { environmentKernels, type ProfileAnswer } from '#measuring/answer.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { profileOf } from './answers.ts';
import { distanceText } from './distanceText.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';
import { Pending } from './Pending.tsx';
import { profileTable } from './profileTable.ts';
import { radii } from './requests.ts';

/** How the segregation of surroundings falls as they grow: is the pattern one of blocks or of whole parts of the city? */
export function RadiusPart({ measured }: { readonly measured: Measured }) {
  const { t } = useSpeech();
  const kernel = useSelect((state) => state.view.kernel);
  const profile = useSelect(profileOf);
  const change = useChange();
  return (
    <section class="ql-section">
      <h2 class="ql-heading">
        <strong>{t('measure.profile')}</strong>
      </h2>
      {!profile ? (
        <Pending name="profile" label={t('measure.profile-pending')} />
      ) : profile.refusal ? (
        <p class="ql-note">{t(`measure.reason-${profile.refusal}`)}</p>
      ) : (
        <Profile profile={profile} measured={measured} />
      )}
      <Chips
        label={t('measure.kernel')}
        value={kernel}
        options={environmentKernels.map((one) => ({ value: one, label: t(`measure.kernel-${one}`) }))}
        onChange={(next) => change.view({ kernel: next })}
        note={t('measure.kernel-note')}
      />
    </section>
  );
}

function Profile({ profile, measured }: { readonly profile: ProfileAnswer; readonly measured: Measured }) {
  const { t, find, numbers } = useSpeech();
  const radius = useSelect((state) => state.view.radius);
  const index = useSelect((state) => state.view.index);
  const change = useChange();
  const ids = useMemo(() => Object.keys(profile.values), [profile]);
  const [chosen, setChosen] = useState<string | null>(null);
  // The index of the sentence or its spatial kin; else the entropy index, the family's first.
  const preferred = [index, `spatial_${index}`, 'spatial_H'].find((one) => ids.includes(one)) ?? ids[0] ?? '';
  const id = chosen !== null && ids.includes(chosen) ? chosen : preferred;
  const year = profile.request.year;
  const before = profile.before;
  const series = useMemo(
    () => [
      { id: 'now', label: String(year), values: profile.values[id] ?? [] },
      ...(before && before.year !== year
        ? [
            {
              id: 'before',
              label: String(before.year),
              isBackground: true,
              values: before.values[id] ?? [],
            },
          ]
        : []),
    ],
    [profile, id, year, before],
  );
  const figure = useMemo(() => {
    const { scale } = indexFigure(numbers, id || 'D');
    const most = Math.max(...series.flatMap(({ values }) => values.filter(Number.isFinite)), 0) * scale;
    return {
      tick: (value: number) => numbers.decimal(value * scale, most < 10 || scale === 1 ? 1 : 0),
      value: indexFigure(numbers, id || 'D').value,
    };
  }, [numbers, id, series]);
  const metres = useMemo(() => (value: number) => distanceText(value, numbers), [numbers]);
  const description = series
    .map(({ label, values }) => {
      const figures = profile.request.radii.map(
        (one, i) => `${metres(one)}: ${figure.value(values[i] ?? NaN)}`,
      );
      return `${label} – ${figures.join('; ')}`;
    })
    .join('. ');
  // The slider may stand at a radius of an old link that is none of the profile's.
  const shown = radii.reduce((best, one) => (Math.abs(one - radius) < Math.abs(best - radius) ? one : best));
  if (ids.length === 0) return <p class="ql-note">{t('measure.reason-undefined')}</p>;
  const name = find('indices', `${id}.name`) ?? id;
  const ratio = profile.macroMicro[id] ?? NaN;
  return (
    <>
      {!Number.isNaN(ratio) && (
        <p>
          {ratio < 0.005
            ? t('measure.macro-micro-nothing', { index: name })
            : t('measure.macro-micro', { percent: numbers.percent(ratio, 0), index: name })}{' '}
          {t(ratio >= 0.5 ? 'measure.macro-large' : 'measure.macro-small')}
        </p>
      )}
      {ids.length > 1 && (
        <Select
          label={t('measure.profile-index')}
          hideLabel
          value={id}
          options={ids.map((one) => ({ value: one, label: find('indices', `${one}.name`) ?? one }))}
          onChange={setChosen}
        />
      )}
      <SegregationProfile
        label={t('measure.profile-label', { index: name })}
        description={description}
        reserve={170}
        radii={profile.request.radii}
        series={series}
        format={figure.tick}
        formatValue={figure.value}
        formatRadius={metres}
        radius={shown}
        onRadius={(next) => change.view({ radius: next })}
      />
      <p class="ql-note">
        {t('measure.profile-note', { level: measured.answer.used })}
        {indexFigure(numbers, id).scale === 100 && ` ${t('measure.profile-times-100')}`}
      </p>
      <SaveTableButton label={t('measure.profile-save')} table={profileTable} />
    </>
  );
}
