import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeWeight } from '../edits/columnEdits.ts';
import { countsOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import type { BaseFieldsProps } from './BaseFields.tsx';

const none = ' none';

/** Of values without numbers behind them: what weights them in the value of the city and of larger areas. */
export function WeightField({ table, row }: BaseFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const { averagedBy } = row.plan;
  const weight = averagedBy === undefined ? (row.plan.weight ?? null) : null;
  const count = averagedBy ? countsOf(plan).find(({ id }) => id === averagedBy) : undefined;
  return (
    <div class="ql-import-row">
      <PlainSelect
        label={t('importing.weight')}
        value={weight ?? none}
        options={[
          {
            value: none,
            label: t(count ? 'importing.averaged-by' : 'importing.weight-none'),
          },
          ...countsOf(plan).map((one) => ({ value: one.id, label: say(one.name) })),
        ]}
        onChange={(chosen) =>
          edit((now) => changeWeight(now, table, [row.id], chosen === none ? null : chosen))
        }
      />
      <p class="ql-note">
        {count
          ? t('importing.averaged-by-note', { count: say(count.name) })
          : t(weight === null ? 'importing.weight-note-none' : 'importing.weight-note')}
      </p>
    </div>
  );
}
