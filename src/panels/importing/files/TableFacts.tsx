import type { InspectedTable } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { HeadRows } from './HeadRows.tsx';
import { TablePreview } from './TablePreview.tsx';

export interface TableFactsProps {
  readonly table: InspectedTable;
  readonly isAlone: boolean;
}

/** One table: its size, where its head stands, what was set aside, and the first rows. */
export function TableFacts({ table, isAlone }: TableFactsProps) {
  const { t } = useSpeech();
  const { shape, columns, rows, long, keyParts } = table;
  const totals = shape.totals;
  return (
    <section class="ql-import-table-facts">
      <p>
        {!isAlone && <strong>{t('importing.sheet', { sheet: table.sheet })} </strong>}
        {t('importing.table-size', {
          rows: t('importing.n-rows', { n: rows }),
          columns: t('importing.n-columns', { n: columns.length }),
        })}
        {long && ` ${t('importing.table-long', { value: long.value, n: long.figures.length })}`}
        {keyParts && ` ${t('importing.table-key-parts', { columns: keyParts.join(', ') })}`}
      </p>
      <details class="ql-import-inner">
        <summary>{t('importing.preview')}</summary>
        <HeadRows table={table} />
        <TablePreview table={table} />
      </details>
      {shape.aside.length > 0 && (
        <details class="ql-import-inner">
          <summary>{t('importing.aside', { n: shape.aside.length })}</summary>
          <ul class="ql-import-rows">
            {shape.aside.map(({ row, text, kind }) => (
              <li key={row}>
                <span class="ql-import-row-number">{t('importing.row', { row: String(row) })}</span>
                <span>{text || '–'}</span>
                <span class="ql-note">{t(`importing.aside-${kind}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {totals.length > 0 && (
        <details class="ql-import-inner">
          <summary>{t('importing.totals', { n: totals.length })}</summary>
          <ul class="ql-import-rows">
            {totals.map(({ row, text }) => (
              <li key={row}>
                <span class="ql-import-row-number">{t('importing.row', { row: String(row) })}</span>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
