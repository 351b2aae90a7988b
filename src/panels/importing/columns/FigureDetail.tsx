import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeColumns } from '../edits/columnEdits.ts';
import { usePlanned } from '../wizard.ts';
import { yearOf } from '../yearOf.ts';
import { BaseFields } from './BaseFields.tsx';
import type { FigureRow } from './figureRows.ts';
import { MarkTable } from './MarkTable.tsx';
import { NumberFormatChoice } from './NumberFormatChoice.tsx';
import { WeightField } from './WeightField.tsx';
import { YearsLeftOut } from './YearsLeftOut.tsx';

export interface FigureDetailProps {
  readonly table: string;
  readonly row: FigureRow;
  readonly hasYear: boolean;
}

/** What is rarely needed about a column: how its numbers are written, its signs, its whole, its year. */
export function FigureDetail({ table, row, hasYear }: FigureDetailProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const { id, plan, number } = row;
  return (
    <div class="ql-import-detail">
      <div class="ql-import-row">
        <NumberFormatChoice table={table} row={row} />
        {hasYear && (
          <TextField
            label={t('importing.year-value')}
            inputMode="numeric"
            size={6}
            lazy
            value={row.year === null ? '' : String(row.year)}
            onChange={(text) => edit((now) => changeColumns(now, table, [id], { year: yearOf(text) }))}
          />
        )}
        {plan.role === 'share' && (
          <Checkbox
            label={t('importing.percent')}
            note={t('importing.percent-note')}
            checked={plan.percent}
            onChange={(percent) => edit((now) => changeColumns(now, table, [id], { percent }))}
          />
        )}
      </div>
      {plan.role === 'share' && <BaseFields table={table} row={row} />}
      {(plan.role === 'value' || (plan.role === 'share' && plan.base === null)) && (
        <WeightField table={table} row={row} />
      )}
      <YearsLeftOut table={table} row={row} />
      <MarkTable table={table} row={row} />
      {number !== null && number.unread > 0 && (
        <p class="ql-import-caution">
          {t('importing.unread-examples', {
            n: number.unread,
            examples: number.unreadExamples
              .slice(0, 5)
              .map(({ row: at, text }) => t('importing.unread-example', { row: String(at), text }))
              .join(', '),
          })}
        </p>
      )}
    </div>
  );
}
