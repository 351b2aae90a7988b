import { useMemo } from 'preact/hooks';
import type { TableReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { toggleRow } from '../edits/tableEdits.ts';
import { usePlanned } from '../wizard.ts';

/** Rows whose key no area has, with what would be lost with each. */
export function OnlyTable({ one }: { readonly one: TableReview }) {
  const { t, numbers } = useSpeech();
  const { edit } = usePlanned();
  type Row = TableReview['onlyTable'][number];
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'key', title: t('importing.key'), value: (row) => row.key || '–' },
      { id: 'name', title: t('importing.name-of-area'), value: (row) => row.name ?? '', width: '14rem' },
      {
        id: 'row',
        title: t('importing.row-number'),
        value: (row) => row.row,
        align: 'end',
        width: '5rem',
        render: (row) => String(row.row),
      },
      {
        id: 'residents',
        title: t('importing.residents'),
        value: (row) => row.residents ?? NaN,
        align: 'end',
        width: '7rem',
        render: (row) => (row.residents === null ? '–' : numbers.integer(row.residents)),
      },
      {
        id: 'leave',
        title: t('importing.row-leave-head'),
        value: () => '',
        sortable: false,
        width: '8rem',
        render: (row) => (
          <Button kind="quiet" small onClick={() => edit((now) => toggleRow(now, one.table, row.row))}>
            {t('importing.row-leave')}
          </Button>
        ),
      },
    ],
    [t, numbers, one.table],
  );
  if (one.onlyTable.length === 0) return null;
  return (
    <details class="ql-import-inner">
      <summary>{t('importing.only-table', { n: one.onlyTable.length })}</summary>
      <DataTable
        caption={t('importing.only-table', { n: one.onlyTable.length })}
        hideCaption
        columns={columns}
        rows={one.onlyTable}
        rowKey={rowNumber}
        height={one.onlyTable.length > 8 ? '260px' : undefined}
      />
    </details>
  );
}

const rowNumber = (row: TableReview['onlyTable'][number]): string => String(row.row);

/** Areas about which the table says nothing. */
export function OnlyGeometry({ one }: { readonly one: TableReview }) {
  const { t } = useSpeech();
  if (one.onlyGeometry.length === 0) return null;
  return (
    <details class="ql-import-inner">
      <summary>{t('importing.only-geometry', { n: one.onlyGeometry.length })}</summary>
      <section
        class="ql-import-scroll"
        // What scrolls must be reached by keys.
        tabIndex={one.onlyGeometry.length > 8 ? 0 : undefined}
        aria-label={t('importing.only-geometry', { n: one.onlyGeometry.length })}
      >
        <ul class="ql-import-keys-list">
          {one.onlyGeometry.map(({ key, name }) => (
            <li key={key}>
              {key} {name !== key && name}
            </li>
          ))}
        </ul>
      </section>
    </details>
  );
}
