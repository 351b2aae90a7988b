import { units } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeColumns, readColumnsAs } from '../edits/columnEdits.ts';
import { usePlanned } from '../wizard.ts';
import { CityValue } from './CityValue.tsx';
import type { FigureRow } from './figureRows.ts';
import { MiniHistogram } from './MiniHistogram.tsx';
import { columnRoles } from './roles.ts';
import { SignSummary } from './SignSummary.tsx';

export interface FigureLineProps {
  readonly table: string;
  readonly row: FigureRow;
  readonly hasYear: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (isOn: boolean) => void;
  readonly onOpen: () => void;
}

/** A column as one line: what it is read as, what it is called, how its values are spread, what the city comes to. */
export function FigureLine({ table, row, hasYear, isChosen, isOpen, onChoose, onOpen }: FigureLineProps) {
  const { t } = useSpeech();
  const { edit, say } = usePlanned();
  const { id, plan, number, review } = row;
  const isRead = plan.role !== 'ignore';
  return (
    <tr data-read={isRead} class={isOpen ? 'ql-import-figure-open' : undefined}>
      <td>
        <Checkbox
          hideLabel
          label={t('importing.choose-one', { column: id })}
          checked={isChosen}
          onChange={onChoose}
        />
      </td>
      <th scope="row">
        <span class="ql-import-figure-name">{id}</span>
        <span class="ql-note">
          {[hasYear && row.year !== null ? String(row.year) : '', row.examples.slice(0, 3).join(' · ')]
            .filter(Boolean)
            .join(' – ')}
        </span>
      </th>
      <td>
        <PlainSelect
          small
          hideLabel
          label={t('importing.role-of', { column: id })}
          value={plan.role}
          options={columnRoles.map((role) => ({
            value: role,
            label: t(`importing.role-${role}`),
            disabled: role !== 'ignore' && row.column !== null && number === null,
          }))}
          onChange={(role) => edit((now) => readColumnsAs(now, table, [id], role))}
        />
      </td>
      <td>
        {isRead && (
          <TextField
            hideLabel
            label={t('importing.name-of', { column: id })}
            value={say(plan.name)}
            onChange={(name) =>
              edit((now) => changeColumns(now, table, [id], { name }), `${table} ${id} name`)
            }
          />
        )}
      </td>
      <td>
        {isRead && (
          <PlainSelect
            small
            hideLabel
            label={t('importing.unit-of', { column: id })}
            value={plan.unit}
            options={units.map((unit) => ({ value: unit, label: t(`importing.unit-${unit}`) }))}
            onChange={(unit) => edit((now) => changeColumns(now, table, [id], { unit }))}
          />
        )}
      </td>
      <td>
        {(number || review) && (
          <MiniHistogram
            bins={review?.histogram ?? number?.histogram ?? []}
            min={review?.min ?? number?.min ?? NaN}
            max={review?.max ?? number?.max ?? NaN}
            name={say(plan.name)}
          />
        )}
        <SignSummary row={row} />
        {isRead && (plan.withoutYears?.length ?? 0) > 0 && (
          <span class="ql-note ql-import-under">
            {t('importing.years-left-out', { years: (plan.withoutYears ?? []).join(', ') })}
          </span>
        )}
      </td>
      <td class="ql-end">{isRead && <CityValue row={row} />}</td>
      <td>
        {isRead && (
          <Button kind="quiet" small aria-expanded={isOpen} onClick={onOpen}>
            {t('importing.more')}
            <span class="ql-unseen">: {id}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
