import { useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { changeInstitutions, countGroup, uncountGroup } from '../edits/institutionEdits.ts';
import { usePlanned } from '../wizard.ts';
import { yearOf } from '../yearOf.ts';
import { columnOptions, noColumn } from './columnOptions.ts';
import type { InstitutionFieldsProps } from './InstitutionFields.tsx';

/** How many children an institution has, and how many of each group. */
export function InstitutionCounts({ table, one }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const [column, setColumn] = useState('');
  const groups = plan.groups.filter(({ scope }) => scope === 'institutions');
  const optional = [{ value: noColumn, label: t('importing.no-column') }, ...columnOptions(table)];
  return (
    <>
      <div class="ql-import-row">
        <PlainSelect
          label={t('importing.institution-total')}
          value={one.total ?? noColumn}
          options={optional}
          onChange={(total) =>
            edit((now) => changeInstitutions(now, table.id, { total: total === noColumn ? null : total }))
          }
        />
        <TextField
          id={anchor('table', table.id, 'year')}
          label={t('importing.institution-year')}
          inputMode="numeric"
          size={6}
          lazy
          value={one.year === null ? '' : String(one.year)}
          note={t('importing.institution-year-note')}
          error={one.total !== null && one.year === null ? t('importing.year-missing') : null}
          onChange={(text) => edit((now) => changeInstitutions(now, table.id, { year: yearOf(text) }))}
        />
      </div>
      {Object.entries(one.counts).map(([count, of]) => (
        <div key={count} class="ql-import-row ql-import-row-tight">
          <PlainSelect
            label={t('importing.institution-group', {
              group: say(groups.find((group) => group.count === count)?.name ?? count),
            })}
            value={of}
            placeholder={t('importing.choose')}
            options={columnOptions(table)}
            onChange={(chosen) =>
              edit((now) => changeInstitutions(now, table.id, { counts: { ...one.counts, [count]: chosen } }))
            }
          />
          <Button kind="quiet" small onClick={() => edit((now) => uncountGroup(now, table.id, count))}>
            {t('importing.remove')}
            <span class="ql-unseen">: {count}</span>
          </Button>
        </div>
      ))}
      <div class="ql-import-row ql-import-row-tight">
        <PlainSelect
          label={t('importing.institution-group-new')}
          value={column}
          placeholder={t('importing.choose')}
          options={columnOptions(table)}
          onChange={setColumn}
        />
        <Button
          small
          disabled={column === ''}
          onClick={() => {
            edit((now) => countGroup(now, table.id, column, column));
            setColumn('');
          }}
        >
          {t('importing.group-add')}
        </Button>
      </div>
    </>
  );
}
