import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeTable } from '../edits/tableEdits.ts';
import { usePlanned } from '../wizard.ts';
import type { TableFieldsProps } from './KeyFields.tsx';

/** Of which areas a table speaks. */
export function LevelChoice({ table, one }: TableFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, sayAreas } = usePlanned();
  return (
    <PlainSelect
      label={t('importing.table-level')}
      value={one.level}
      placeholder={t('importing.choose')}
      options={plan.levels.map((level) => ({
        value: level.id,
        label: [sayAreas(level.familyPlural), level.vintage].filter(Boolean).join(' '),
      }))}
      onChange={(level) => edit((now) => changeTable(now, table.id, { level }))}
    />
  );
}
