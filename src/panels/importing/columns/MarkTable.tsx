import { type MarkLabel, markLabels } from '#import/columns/parseNumber.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeMark } from '../edits/columnEdits.ts';
import { usePlanned } from '../wizard.ts';
import type { FigureRow } from './figureRows.ts';

const shownAtOnce = 12;

export interface MarkTableProps {
  readonly table: string;
  readonly row: FigureRow;
}

/** The signs in the cells of a column, how often each stands there, and what it is taken for. */
export function MarkTable({ table, row }: MarkTableProps) {
  const { t, numbers } = useSpeech();
  const { edit } = usePlanned();
  const { plan, number, id } = row;
  if (!number || number.marks.length === 0) return <p class="ql-note">{t('importing.signs-none')}</p>;
  const labelOf = (value: string): MarkLabel | '' =>
    plan.marks.find((mark) => mark.value === value)?.label ?? '';
  return (
    <table class="ql-import-marks">
      <caption>{t('importing.signs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importing.sign')}</th>
          <th scope="col" class="ql-end">
            {t('importing.sign-cells')}
          </th>
          <th scope="col">{t('importing.sign-meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {number.marks.slice(0, shownAtOnce).map(({ value, count, doubtful }) => (
          <tr key={value}>
            <th scope="row">{value === '' ? t('importing.sign-empty') : <code>{value}</code>}</th>
            <td class="ql-end">{numbers.integer(count)}</td>
            <td>
              <PlainSelect
                small
                hideLabel
                label={t('importing.sign-meaning-of', { sign: value || t('importing.sign-empty') })}
                value={labelOf(value)}
                placeholder={t('importing.sign-no')}
                options={markLabels.map((label) => ({ value: label, label: t(`importing.sign-${label}`) }))}
                onChange={(label) => edit((now) => changeMark(now, table, [id], value, label))}
              />
              {doubtful && <span class="ql-import-caution">{t('importing.sign-doubtful')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
