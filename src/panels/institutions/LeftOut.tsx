import type { Institution } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import type { Assessed } from './assessed.ts';
import { schoolYear } from './schoolYear.ts';

/** Nothing is left out silently: what has no figures and what has no place on the map, by name. */
export function LeftOut({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const { answer, selection, rows } = assessed;
  const hasFigures = answer.rows.length > 0;
  const nowhere = selection.filter((one) => !one.position);
  const silent = hasFigures ? selection.filter((one) => !rows.has(one.id)) : [];
  const withheld = new Set(answer.withheld);
  const both = silent.filter((one) => !one.position).length;
  const located = hasFigures ? rows.size - answer.withoutPosition.length : selection.length - nowhere.length;
  return (
    <section class="ql-section ql-sources ql-names">
      <p class="ql-note">
        {t(hasFigures ? 'institutions.coverage' : 'institutions.coverage-none', {
          all: numbers.integer(selection.length),
          figures: numbers.integer(rows.size),
          located: numbers.integer(located),
        })}{' '}
        {hasFigures && t('institutions.year', { year: schoolYear(answer.year) })}
      </p>
      {silent.length > 0 && (
        <Names
          summary={t('institutions.without-figures', { n: silent.length })}
          institutions={silent}
          say={(one) => {
            const name = withheld.has(one.id) ? t('institutions.withheld', { name: one.name }) : one.name;
            return one.position ? name : t('institutions.also-without-position', { name });
          }}
        />
      )}
      {nowhere.length > 0 && (
        <Names
          summary={
            both > 0
              ? t('institutions.without-position-nor-figures', { n: nowhere.length, both })
              : t('institutions.without-position', { n: nowhere.length })
          }
          institutions={nowhere}
          say={(one) =>
            hasFigures && !rows.has(one.id)
              ? t('institutions.also-without-figures', { name: one.name })
              : one.name
          }
        />
      )}
    </section>
  );
}

function Names({
  summary,
  institutions,
  say,
}: {
  readonly summary: string;
  readonly institutions: readonly Institution[];
  readonly say: (one: Institution) => string;
}) {
  const sorted = institutions.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return (
    <details class="ql-note">
      <summary>{summary}</summary>
      <ul>
        {sorted.map((one) => (
          <li key={one.id}>{say(one)}</li>
        ))}
      </ul>
    </details>
  );
}
