import { useMemo } from 'preact/hooks';
import type { Study } from '#model/study.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { backdrops, thresholdMethods } from '#state/view.ts';
import { Chips, MultiChips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { Slider } from '#ui/Slider.tsx';

/** What I ask: which institutions, which children, and from which deviation on one looks remarkable. */
export function InstitutionControls() {
  const { t, text, numbers } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const change = useChange();
  const counts = useMemo(() => (study ? countsOf(study) : new Map<string, number>()), [study]);
  if (!study || study.institutions.length === 0) return <p class="ql-note">{t('institutions.none')}</p>;
  const groups = study.groups.filter((group) => group.scope === 'institutions');
  const forms = study.forms.filter((form) => (counts.get(form.id) ?? 0) > 0);
  const hasTwin = groups.some((group) => group.id === view.institutionGroup && group.residentTwin);
  const hasCatchments = study.catchments.some((one) => view.form === 'all' || one.form === view.form);
  const schools = forms.filter((form) => form.kind === 'school');
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
          ...(schools.length > 1 ? [{ value: 'all-school', label: t('institutions.all-schools') }] : []),
        ]}
        onChange={(id) => {
          const form = forms.find((one) => one.id === id);
          change.view({ form: form?.id ?? 'all', kind: form?.kind ?? 'school', institution: null });
        }}
      />
      {groups.length > 0 && (
        <Select
          label={t('institutions.group')}
          value={view.institutionGroup}
          options={groups.map((group) => ({ value: group.id, label: text(group.name) }))}
          onChange={(id) => change.view({ institutionGroup: id })}
        />
      )}
      <Chips
        label={t('institutions.provider')}
        value={view.provider}
        options={(['all', 'public', 'independent'] as const).map((one) => ({
          value: one,
          label: t(`institutions.provider-${one}`),
        }))}
        onChange={(provider) => change.view({ provider })}
      />
      <Chips
        label={t('institutions.threshold')}
        value={view.threshold.method}
        options={thresholdMethods.map((method) => ({
          value: method,
          label: t(`institutions.threshold-${method}`),
        }))}
        onChange={(method) => change.view({ threshold: { method, value: startOf(method) } })}
        note={t('institutions.threshold-note')}
      />
      <ThresholdValue />
      <Chips
        label={t('institutions.backdrop')}
        value={view.backdrop}
        options={backdrops
          .filter((one) => one === 'areas' || (one === 'catchments' ? hasCatchments : hasTwin))
          .map((one) => ({ value: one, label: t(`institutions.backdrop-${one}`) }))}
        onChange={(backdrop) => change.view({ backdrop })}
      />
      {study.programmes.length > 0 && (
        <MultiChips
          label={t('explore.also')}
          values={view.programmes ? ['programmes'] : []}
          options={[{ value: 'programmes', label: t('explore.also-programmes') }]}
          onChange={(values) => change.view({ programmes: values.includes('programmes') })}
        />
      )}
    </>
  );
}

function ThresholdValue() {
  const { t, numbers } = useSpeech();
  const { method, value } = useSelect((state) => state.view.threshold);
  const change = useChange();
  if (method === 'funnel-95' || method === 'funnel-998') return null;
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

function startOf(method: (typeof thresholdMethods)[number]): number {
  return method === 'sd' ? 1 : method === 'absolute' ? 0.5 : 0.2;
}

function countsOf(study: Study): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of study.institutions) counts.set(one.form, (counts.get(one.form) ?? 0) + 1);
  return counts;
}
