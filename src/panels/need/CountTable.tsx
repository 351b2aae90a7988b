import { useSpeech } from '#state/useApp.ts';
import { SaveTableButton } from '../SaveTableButton.tsx';
import type { Assessed } from './assessed.ts';
import { needHead } from './needTable.ts';

export interface CountRow {
  readonly key: string;
  readonly label: string;
  readonly colour?: string;
  readonly areas: number;
  readonly residents: number;
  /** The row the selected area belongs to. */
  readonly isOwn?: boolean;
}

/** How many areas and residents fall to each of a few kinds, and the same as a file. */
export function CountTable({
  assessed,
  title,
  name,
  rows,
}: {
  readonly assessed: Assessed;
  readonly title: string;
  /** Part of the file's name. */
  readonly name: string;
  readonly rows: readonly CountRow[];
}) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  return (
    <>
      <table class="ql-cross">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('need.areas')}</th>
            <th scope="col">
              <abbr title={t('need.residents')}>{t('need.residents-short')}</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} style={row.isOwn ? marked : undefined}>
              <th scope="row">
                {row.colour && <span class="ql-swatch" style={{ background: row.colour }} />}
                {row.label}
              </th>
              <td>{numbers.integer(row.areas)}</td>
              <td>{numbers.integer(row.residents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SaveTableButton
        label={t('need.save-table')}
        table={(state) => ({
          name: `${state.view.city}-${name}-${assessed.answer.request.edition}`,
          head: needHead(assessed, speech),
          columns: [{ head: title }, { head: t('need.areas') }, { head: t('need.residents') }],
          rows: rows.map((row) => [row.label, row.areas, row.residents]),
        })}
      />
    </>
  );
}

const marked = { background: 'var(--ql-accent-soft)', boxShadow: 'inset 3px 0 0 var(--ql-select)' };
