import type { InspectedTable } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { tableName } from '../tableName.ts';

const mostRows = 6;
const mostColumns = 40;

/** The first rows as they stand in the file. */
export function TablePreview({ table }: { readonly table: InspectedTable }) {
  const { t } = useSpeech();
  const columns = table.columns.slice(0, mostColumns);
  const rest = table.columns.length - columns.length;
  return (
    <section
      class="ql-import-preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      aria-label={t('importing.preview-label', { table: tableName(table) })}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.position} scope="col">
                {column.name}
              </th>
            ))}
            {rest > 0 && <th scope="col">{t('importing.preview-more', { n: rest })}</th>}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, mostRows).map((row, i) => (
            <tr key={i}>
              {columns.map((column, c) => (
                <td key={column.position} class={column.number ? 'ql-end' : undefined}>
                  {row[c] ?? ''}
                </td>
              ))}
              {rest > 0 && <td>…</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
