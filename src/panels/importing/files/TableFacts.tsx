import type { InspectedTable } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { AsideRows } from './AsideRows.tsx';
import { HeadRows } from './HeadRows.tsx';
import { TablePreview } from './TablePreview.tsx';

export interface TableFactsProps {
  readonly table: InspectedTable;
  readonly isAlone: boolean;
}

/** One table as a line: its size and what was set aside; its head and its first rows open below. */
export function TableFacts({ table, isAlone }: TableFactsProps) {
  const { t } = useSpeech();
  const { shape, columns, rows, long, keyParts } = table;
  const facts = [
    t('importing.table-size', {
      rows: t('importing.n-rows', { n: rows }),
      columns: t('importing.n-columns', { n: columns.length }),
    }),
    shape.aside.length > 0 ? t('importing.table-aside', { n: shape.aside.length }) : '',
    shape.totals.length > 0 ? t('importing.table-totals', { n: shape.totals.length }) : '',
  ].filter(Boolean);
  return (
    <details class="ql-import-inner ql-import-table-facts">
      <summary>
        {isAlone ? t('importing.table-head') : t('importing.sheet', { sheet: table.sheet })}
        <span class="ql-note"> {facts.join(' · ')}</span>
      </summary>
      <div class="ql-import-table-body">
        {long && <p>{t('importing.table-long', { value: long.value, n: long.figures.length })}</p>}
        {keyParts && <p>{t('importing.table-key-parts', { columns: keyParts.join(', ') })}</p>}
        <HeadRows table={table} />
        {columns.length > 0 && <TablePreview table={table} />}
        {shape.aside.length > 0 && (
          <AsideRows
            title={t('importing.aside', { n: shape.aside.length })}
            rows={shape.aside.map((one) => ({ ...one, kind: t(`importing.aside-${one.kind}`) }))}
          />
        )}
        {shape.totals.length > 0 && (
          <AsideRows
            title={t('importing.totals', { n: shape.totals.length })}
            rows={shape.totals.map((one) => ({ ...one, kind: '' }))}
          />
        )}
      </div>
    </details>
  );
}
