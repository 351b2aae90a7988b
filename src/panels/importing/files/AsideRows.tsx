import { useId } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';

export interface AsideRowsProps {
  readonly title: string;
  readonly rows: readonly { readonly row: number; readonly text: string; readonly kind: string }[];
}

/** Rows that are not read as data, each with its number and its text. */
export function AsideRows({ title, rows }: AsideRowsProps) {
  const { t } = useSpeech();
  const heading = useId();
  return (
    <div>
      <p class="ql-label" id={heading}>
        {title}
      </p>
      <section
        class="ql-import-scroll"
        // What scrolls must be reached by keys.
        tabIndex={rows.length > 4 ? 0 : undefined}
        aria-labelledby={heading}
      >
        <ul class="ql-import-rows">
          {rows.map(({ row, text, kind }) => (
            <li key={row}>
              <span class="ql-import-row-number">{t('importing.row', { row: String(row) })}</span>
              <span>{text || '–'}</span>
              <span class="ql-note">{kind}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
