import type { IndicatorPlan } from '#import/plan/plan.ts';
import { themes, units } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeIndicator, removeIndicator } from '../edits/indicatorEdits.ts';
import { usePlanned } from '../wizard.ts';
import { MeasureFields } from './MeasureFields.tsx';

const directions = ['need', 'resource', 'neutral'] as const;

/** Everything about one indicator. */
export function IndicatorFields({ one }: { readonly one: IndicatorPlan }) {
  const { t } = useSpeech();
  const { edit, say } = usePlanned();
  const { id } = one;
  const set = (change: Partial<IndicatorPlan>, about?: string) =>
    edit((now) => changeIndicator(now, id, change), about && `${id} ${about}`);
  return (
    <div class="ql-import-detail">
      <div class="ql-import-row">
        <TextField
          label={t('importing.indicator-name')}
          value={say(one.name)}
          onChange={(name) => set({ name }, 'name')}
        />
        <PlainSelect
          label={t('importing.theme')}
          value={one.theme}
          options={themes.map((theme) => ({ value: theme, label: t(`importing.theme-${theme}`) }))}
          onChange={(theme) => set({ theme })}
        />
        <PlainSelect
          label={t('importing.direction')}
          value={one.direction}
          options={directions.map((each) => ({ value: each, label: t(`importing.direction-${each}`) }))}
          onChange={(direction) => set({ direction })}
        />
        <PlainSelect
          label={t('importing.head-unit')}
          value={one.unit}
          options={units.map((unit) => ({ value: unit, label: t(`importing.unit-${unit}`) }))}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <MeasureFields one={one} />
      <TextField
        label={t('importing.indicator-definition')}
        lines={2}
        value={say(one.definition)}
        note={t('importing.indicator-definition-note')}
        onChange={(definition) => set({ definition }, 'definition')}
      />
      <div class="ql-import-card-end">
        <Button kind="quiet" small onClick={() => edit((now) => removeIndicator(now, id))}>
          {t('importing.remove')}
          <span class="ql-unseen">: {say(one.name)}</span>
        </Button>
      </div>
    </div>
  );
}
