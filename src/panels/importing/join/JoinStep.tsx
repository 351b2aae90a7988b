import { describeProblem } from '#i18n/problemText.ts';
import { useSpeech } from '#state/useApp.ts';
import { ErrorList } from '#ui/ErrorList.tsx';
import { Progress } from '#ui/Progress.tsx';
import { anchor } from '../anchor.ts';
import { vintagePairs } from '../edits/crosswalkEdits.ts';
import { ownProblems } from '../reviewProblems.ts';
import { usePlanned } from '../wizard.ts';
import { CrosswalkCard } from './CrosswalkCard.tsx';
import { InstitutionJoin } from './InstitutionJoin.tsx';
import { TableJoin } from './TableJoin.tsx';

/** How rows and areas found each other, before anything is taken over. */
export function JoinStep() {
  const { t, words, numbers } = useSpeech();
  const { plan, review, draft } = usePlanned();
  // While a new one is made the last one stays: the page must not jump with every press.
  const shown = review ?? draft.review?.value ?? null;
  if (!shown) return <Progress label={t('importing.reviewing')} part={null} />;
  const problems = ownProblems(shown);
  const matched = shown.tables.reduce((sum, table) => sum + table.matched, 0);
  const lost = shown.tables.reduce((sum, table) => sum + table.onlyTable.length, 0);
  return (
    <>
      <p class="ql-lead" role="status" aria-busy={draft.reviewing}>
        {draft.reviewing
          ? t('importing.reviewing')
          : shown.tables.length + shown.institutions.length === 0
            ? t('importing.join-none')
            : shown.tables.length === 0
              ? t('importing.join-lead-schools', {
                  n: sumOf(shown.institutions.map(({ institutions }) => institutions)),
                  placed: numbers.integer(sumOf(shown.institutions.map(({ placed }) => placed))),
                })
              : lost === 0
                ? t('importing.join-lead-all', { n: matched })
                : t('importing.join-lead', { n: matched, lost })}
      </p>
      {problems.length > 0 && (
        <div id={anchor('problems')} tabIndex={-1}>
          <ErrorList
            title={t('importing.join-problems')}
            problems={problems.map((one) => ({ text: describeProblem(words, one) }))}
          />
        </div>
      )}
      {shown.tables.map((one) => (
        <TableJoin key={one.table} one={one} />
      ))}
      {shown.institutions.map((one) => (
        <InstitutionJoin key={one.table} one={one} />
      ))}
      {vintagePairs(plan).map(([from, to]) => (
        <CrosswalkCard key={`${from} ${to}`} from={from} to={to} />
      ))}
      {shown.notes.length > 0 && (
        <details class="ql-import-notes" open>
          <summary>{t('importing.job-notes', { n: shown.notes.length })}</summary>
          <ul>
            {shown.notes.map((note, i) => (
              <li key={i}>{describeProblem(words, note)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
