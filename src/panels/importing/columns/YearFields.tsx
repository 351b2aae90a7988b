import type { YearPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { fillColumns } from '../edits/fillColumns.ts';
import { changeYear } from '../edits/tableEdits.ts';
import { usePlanned } from '../wizard.ts';
import { yearOf } from '../yearOf.ts';
import type { TableFieldsProps } from './KeyFields.tsx';

/** Of which year the figures are: one for the table, a column, or one for every column. */
export function YearFields({ table, one }: TableFieldsProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const { year } = one;
  const set = (chosen: YearPlan) => edit((now) => changeYear(fillColumns(now, table), table.id, chosen));
  const columns = table.columns.filter(({ type, guess }) => type !== 'empty' || guess.role === 'year');
  const likely = columns.find(
    ({ guess, type }) => guess.role === 'year' || type === 'year' || type === 'date',
  );
  return (
    <div class="ql-import-year" id={anchor('table', table.id, 'year')}>
      <PlainSelect
        label={t('importing.year')}
        value={year.kind}
        options={(['fixed', 'column', 'columns'] as const).map((kind) => ({
          value: kind,
          label: t(`importing.year-${kind}`),
          disabled: kind === 'columns' && one.pivot !== null,
        }))}
        onChange={(kind) =>
          set(
            kind === 'fixed'
              ? { kind, year: null }
              : kind === 'column'
                ? { kind, column: likely?.name ?? '' }
                : { kind },
          )
        }
      />
      {year.kind === 'fixed' && (
        <TextField
          label={t('importing.year-value')}
          inputMode="numeric"
          size={6}
          lazy
          value={year.year === null ? '' : String(year.year)}
          error={year.year === null ? t('importing.year-missing') : null}
          onChange={(text) => set({ kind: 'fixed', year: yearOf(text) })}
        />
      )}
      {year.kind === 'column' && (
        <PlainSelect
          label={t('importing.year-from')}
          value={year.column}
          placeholder={t('importing.choose')}
          options={columns.map(({ name, examples }) => ({
            value: name,
            label: examples[0] ? `${name} (${examples[0]})` : name,
          }))}
          onChange={(column) => set({ kind: 'column', column })}
        />
      )}
      {year.kind === 'columns' && <p class="ql-note">{t('importing.year-columns-note')}</p>}
    </div>
  );
}
