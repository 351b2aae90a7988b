import { useMemo } from 'preact/hooks';
import type { Study } from '#model/study.ts';
import { compositionYears } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { backdrops, thresholdMethods } from '#state/view.ts';
import { Chips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { Slider } from '#ui/Slider.tsx';
import { ProgrammeChips } from '../ProgrammeChips.tsx';

/** What I ask: which institutions, which children, and from which deviation on one looks remarkable. */
export function InstitutionControls() {
  const { t, text, numbers } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const answer = useSelect((state) => state.answers.institutions?.value ?? null);
  const change = useChange();
  const counts = useMemo(() => (study ? countsOf(study) : new Map<string, number>()), [study]);
  if (!study || study.institutions.length === 0) return <p class="ql-note">{t('institutions.none')}</p>;
  const groups = study.groups.filter((group) => group.scope === 'institutions');
  const forms = study.forms.filter((form) => (counts.get(form.id) ?? 0) > 0);
  const hasTwin = groups.some((group) => group.id === view.institutionGroup && group.residentTwin);
  const hasCatchments = study.catchments.some((one) => view.form === 'all' || one.form === view.form);
  const schools = forms.filter((form) => form.kind === 'school');
  // Numbers of children alone make no share that could stand out.
  const hasFigures = groups.length > 0 && compositionYears(study, view).length > 0;
  const isPublic = new Map(study.providers.map((provider) => [provider.id, provider.public]));
  // Where all are of one sort, or nobody says who runs them, there is nothing to choose.
  const tellsProviders =
    view.provider !== 'all' ||
    new Set(study.institutions.map(({ provider }) => isPublic.get(provider) === true)).size > 1;
  const grounds = backdrops.filter(
    (one) => one === 'areas' || (one === 'catchments' ? hasCatchments : hasTwin && hasFigures),
  );
  return (
    <>
      <Chips
        label={t('institutions.form')}
        value={view.form === 'all' ? `all-${view.kind}` : view.form}
        options={[
          ...forms.map((form) => ({
            value: form.id,
            label: text(form.plural),
            count: numbers.integer(counts.get(form.id) ?? 0),
          })),
          ...(schools.length > 1
            ? [
                {
                  value: 'all-school',
                  label: t('institutions.all-schools'),
                  count: numbers.integer(schools.reduce((sum, form) => sum + (counts.get(form.id) ?? 0), 0)),
                },
              ]
            : []),
        ]}
        onChange={(id) => {
          const form = forms.find((one) => one.id === id);
          change.view({ form: form?.id ?? 'all', kind: form?.kind ?? 'school', institution: null });
        }}
      />
      {hasFigures && (
        <Select
          label={t('institutions.group')}
          value={view.institutionGroup}
          options={groups.map((group) => ({
            value: group.id,
            label: text(group.name),
            ...(answer && answer.rows.length > 0 && answer.request.group === group.id
              ? { note: t('institutions.group-share', { share: numbers.percent(answer.share) }) }
              : {}),
          }))}
          onChange={(id) => change.view({ institutionGroup: id })}
        />
      )}
      {tellsProviders && (
        <Chips
          label={t('institutions.provider')}
          value={view.provider}
          options={(['all', 'public', 'independent'] as const).map((one) => ({
            value: one,
            label: t(`institutions.provider-${one}`),
          }))}
          onChange={(provider) => change.view({ provider })}
        />
      )}
      {hasFigures && (
        <>
          <Chips
            label={t('institutions.threshold')}
            value={view.threshold.method}
            options={thresholdMethods.map((method) => ({
              value: method,
              label: t(`institutions.threshold-${method}`),
            }))}
            onChange={(method) => change.view({ threshold: { method, value: startOf(method) } })}
            note={t(
              isFunnel(view.threshold.method)
                ? 'institutions.threshold-note'
                : 'institutions.threshold-note-fixed',
            )}
          />
          <ThresholdValue />
        </>
      )}
      {grounds.length > 1 && (
        <Chips
          label={t('institutions.backdrop')}
          value={grounds.includes(view.backdrop) ? view.backdrop : 'areas'}
          options={grounds.map((one) => ({ value: one, label: t(`institutions.backdrop-${one}`) }))}
          onChange={(backdrop) => change.view({ backdrop })}
        />
      )}
      <ProgrammeChips />
    </>
  );
}

function ThresholdValue() {
  const { t, numbers } = useSpeech();
  const { method, value } = useSelect((state) => state.view.threshold);
  const change = useChange();
  if (isFunnel(method)) return null;
  const isSd = method === 'sd';
  return (
    <Slider
      label={t(`institutions.threshold-${method}-value`)}
      inline
      min={isSd ? 0.5 : 0.05}
      max={isSd ? 3 : method === 'points' ? 0.5 : 0.95}
      step={isSd ? 0.25 : 0.05}
      value={value}
      format={(one) => (isSd ? numbers.decimal(one, 2) : numbers.percentValue(one, 0))}
      onChange={(next) => change.view({ threshold: { method, value: Math.round(next * 100) / 100 } })}
    />
  );
}

type Method = (typeof thresholdMethods)[number];

function isFunnel(method: Method): method is 'funnel-95' | 'funnel-998' {
  return method === 'funnel-95' || method === 'funnel-998';
}

function startOf(method: Method): number {
  return method === 'sd' ? 1 : method === 'absolute' ? 0.5 : 0.2;
}

function countsOf(study: Study): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of study.institutions) counts.set(one.form, (counts.get(one.form) ?? 0) + 1);
  return counts;
}
