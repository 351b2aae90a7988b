import type { IndicatorPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeIndicator } from '../edits/indicatorEdits.ts';
import { countsOf, variablesOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import { SumField } from './SumField.tsx';

const kinds = ['share', 'ratio', 'value'] as const;

/** What an indicator is made of: a share or ratio of sums, or a figure as it was published. */
export function MeasureFields({ one }: { readonly one: IndicatorPlan }) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const { id, measure } = one;
  const counts = countsOf(plan);
  const set = (next: IndicatorPlan['measure']) =>
    edit((now) =>
      changeIndicator(now, id, {
        measure: next,
        // A share is a share whatever it was before.
        ...(next.kind === 'share' && measure.kind !== 'share' ? { unit: 'share' as const } : {}),
      }),
    );
  return (
    <div class="ql-import-row">
      <PlainSelect
        label={t('importing.measure')}
        value={measure.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`importing.measure-${kind}`),
          disabled: kind !== 'value' && counts.length < 2,
        }))}
        onChange={(kind) => {
          if (kind === 'value')
            set({
              kind,
              variable: measure.kind === 'value' ? measure.variable : (measure.numerator[0] ?? ''),
            });
          else if (measure.kind === 'value')
            set({
              kind,
              numerator: [measure.variable],
              denominator: counts
                .flatMap((each) => (each.id === measure.variable ? [] : [each.id]))
                .slice(0, 1),
            });
          else set({ ...measure, kind });
        }}
      />
      {measure.kind === 'value' ? (
        <PlainSelect
          label={t('importing.measure-variable')}
          value={measure.variable}
          placeholder={t('importing.choose')}
          options={variablesOf(plan).map((each) => ({ value: each.id, label: say(each.name) }))}
          onChange={(variable) => set({ kind: 'value', variable })}
        />
      ) : (
        <>
          <SumField
            label={t('importing.numerator')}
            ids={measure.numerator}
            counts={counts}
            onChange={(numerator) => set({ ...measure, numerator })}
          />
          <SumField
            label={t('importing.denominator')}
            ids={measure.denominator}
            counts={counts}
            onChange={(denominator) => set({ ...measure, denominator })}
          />
        </>
      )}
    </div>
  );
}
