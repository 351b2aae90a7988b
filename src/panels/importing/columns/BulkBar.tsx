import { units } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeBase, changeColumns, readColumnsAs } from '../edits/columnEdits.ts';
import { countsOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import { columnRoles } from './roles.ts';

export interface BulkBarProps {
  readonly table: string;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

/** Changes all chosen columns at once. */
export function BulkBar({ table, chosen, onDone }: BulkBarProps) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  if (chosen.length === 0) return null;
  return (
    <fieldset class="ql-import-bulk">
      <legend class="ql-unseen">{t('importing.bulk')}</legend>
      <strong role="status">{t('importing.bulk-chosen', { n: chosen.length })}</strong>
      <PlainSelect
        small
        hideLabel
        label={t('importing.bulk-role')}
        value=""
        placeholder={t('importing.bulk-role')}
        options={columnRoles.map((role) => ({ value: role, label: t(`importing.role-${role}`) }))}
        onChange={(role) => edit((now) => readColumnsAs(now, table, chosen, role))}
      />
      <PlainSelect
        small
        hideLabel
        label={t('importing.bulk-unit')}
        value=""
        placeholder={t('importing.bulk-unit')}
        options={units.map((unit) => ({ value: unit, label: t(`importing.unit-${unit}`) }))}
        onChange={(unit) => edit((now) => changeColumns(now, table, chosen, { unit }))}
      />
      <PlainSelect
        small
        hideLabel
        label={t('importing.bulk-base')}
        value=""
        placeholder={t('importing.bulk-base')}
        options={countsOf(plan).map(({ id, name }) => ({ value: id, label: say(name) }))}
        onChange={(base) => edit((now) => changeBase(now, table, chosen, base, 0.005))}
      />
      <Button kind="quiet" small onClick={onDone}>
        {t('importing.bulk-done')}
      </Button>
    </fieldset>
  );
}
