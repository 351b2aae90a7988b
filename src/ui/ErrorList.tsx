import { useState } from 'preact/hooks';
import type { Words } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { Button } from './Button.tsx';
import './ErrorList.css';

export interface ListedProblem {
  readonly text: string;
  readonly where?: { readonly file: string; readonly row?: number; readonly column?: string } | null;
}

export interface ErrorListProps {
  /** What went wrong as a whole, and what is still as it was. */
  readonly title: string;
  readonly problems: readonly ListedProblem[];
  /** Shown at first; the rest on request. */
  readonly limit?: number;
}

/** Every problem found, each with its place, so that all can be mended in one go. */
export function ErrorList({ title, problems, limit = 8 }: ErrorListProps) {
  const { words } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, limit);
  const rest = problems.length - shown.length;
  return (
    <section class="ql-errors" aria-label={title}>
      <p class="ql-errors-title" role="alert">
        {title}
      </p>
      <ol class="ql-errors-list">
        {shown.map((problem, index) => (
          <li key={index}>
            {problem.text}
            {problem.where ? <span class="ql-errors-place">{placeText(problem.where, words)}</span> : null}
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <Button kind="quiet" small onClick={() => setWhole(true)}>
          {words.t('ui.problems-more', { n: rest })}
        </Button>
      ) : null}
    </section>
  );
}

function placeText(where: NonNullable<ListedProblem['where']>, words: Words): string {
  const { file, row, column } = where;
  // A row number is a name, not an amount: no thousands separator.
  if (row !== undefined && column !== undefined) {
    return words.t('ui.problem-place-cell', { file, row: String(row), column });
  }
  if (row !== undefined) return words.t('ui.problem-place-row', { file, row: String(row) });
  return column === undefined ? file : words.t('ui.problem-place-column', { file, column });
}
