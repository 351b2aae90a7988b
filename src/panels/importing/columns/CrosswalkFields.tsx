import type { InspectedTable } from '#import/inspect/inspection.ts';
import type { CrosswalkPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeCrosswalkTable } from '../edits/crosswalkEdits.ts';
import { usePlanned } from '../wizard.ts';

export interface CrosswalkFieldsProps {
  readonly table: InspectedTable;
  readonly one: CrosswalkPlan;
}

/** A table that says which part of an old area lies in which new one. */
export function CrosswalkFields({ table, one }: CrosswalkFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, sayAreas } = usePlanned();
  if (one.by.kind !== 'table') return null;
  const levels = plan.levels.map(({ id, familyPlural, vintage }) => ({
    value: id,
    label: [sayAreas(familyPlural), vintage].filter(Boolean).join(' '),
  }));
  const columns = table.columns.map(({ name, examples }) => ({
    value: name,
    label: examples[0] ? `${name} (${examples[0]})` : name,
  }));
  const fields = [
    ['from', one.from, levels],
    ['fromColumn', one.by.fromColumn, columns],
    ['to', one.to, levels],
    ['toColumn', one.by.toColumn, columns],
    ['weightColumn', one.by.weightColumn, columns],
  ] as const;
  return (
    <div class="ql-import-card-body">
      <div class="ql-import-row">
        {fields.map(([field, value, options]) => (
          <PlainSelect
            key={field}
            label={t(`importing.crosswalk-${field}`)}
            value={value}
            placeholder={t('importing.choose')}
            options={options}
            onChange={(chosen) => edit((now) => changeCrosswalkTable(now, table.id, { [field]: chosen }))}
          />
        ))}
      </div>
      <p class="ql-note">{t('importing.crosswalk-note')}</p>
    </div>
  );
}
