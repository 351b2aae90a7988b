import { useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { FigureDetail } from './FigureDetail.tsx';
import { FigureLine } from './FigureLine.tsx';
import type { FigureRow } from './figureRows.ts';
import type { TableFieldsProps } from './KeyFields.tsx';

export interface FigureTableProps extends TableFieldsProps {
  readonly rows: readonly FigureRow[];
  /** Ids of all that fit the filter, shown or not. */
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** One line for each column; what is rarely needed opens below it. */
export function FigureTable({ table, one, rows, all, chosen, onChoose }: FigureTableProps) {
  const { t } = useSpeech();
  const [open, setOpen] = useState<string | null>(null);
  const marked = new Set(chosen);
  const whole = all.length > 0 && all.every((id) => marked.has(id));
  return (
    <div class="ql-import-figure-box">
      <table class="ql-import-figure-table">
        <caption class="ql-unseen">{t('importing.figures-caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                hideLabel
                label={t('importing.choose-all')}
                checked={whole}
                mixed={!whole && chosen.length > 0}
                onChange={(isOn) => onChoose(isOn ? all : [])}
              />
            </th>
            <th scope="col">{t('importing.head-column')}</th>
            <th scope="col">{t('importing.head-role')}</th>
            <th scope="col">{t('importing.head-name')}</th>
            <th scope="col">{t('importing.head-unit')}</th>
            <th scope="col">{t('importing.head-values')}</th>
            <th scope="col" class="ql-end">
              {t('importing.head-city')}
            </th>
            <th scope="col">
              <span class="ql-unseen">{t('importing.head-more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <>
              <FigureLine
                key={row.id}
                table={table.id}
                row={row}
                hasYear={one.year.kind === 'columns'}
                isChosen={marked.has(row.id)}
                isOpen={open === row.id}
                onChoose={(isOn) =>
                  onChoose(isOn ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                }
                onOpen={() => setOpen(open === row.id ? null : row.id)}
              />
              {open === row.id && (
                <tr key={`${row.id} detail`} class="ql-import-figure-detail">
                  <td colSpan={8}>
                    <FigureDetail table={table.id} row={row} hasYear={one.year.kind === 'columns'} />
                  </td>
                </tr>
              )}
            </>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={8} class="ql-note">
                {t('importing.figures-none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
