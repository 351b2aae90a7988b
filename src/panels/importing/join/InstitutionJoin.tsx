import type { InstitutionReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';
import { anchor } from '../anchor.ts';
import { InstitutionSummary } from '../columns/InstitutionSummary.tsx';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';

/** Schools or kitas: how many got a place and figures. */
export function InstitutionJoin({ one }: { readonly one: InstitutionReview }) {
  const { t, numbers } = useSpeech();
  const { inspection } = usePlanned();
  const table = inspection.tables.find(({ id }) => id === one.table);
  const id = anchor('join', one.table);
  const tiles = [
    ['importing.join-institutions', one.institutions, false],
    ['importing.join-placed', one.placed, false],
    ['importing.join-with-figures', one.withFigures, false],
    ['importing.join-outside', one.outside, one.outside > 0],
  ] as const;
  return (
    <section class="ql-import-card" id={id} aria-labelledby={`${id}-head`}>
      <header class="ql-import-card-head">
        <h3 id={`${id}-head`}>{table ? tableName(table) : one.table}</h3>
        <p class="ql-note">{t('importing.use-institutions')}</p>
      </header>
      <div class="ql-import-card-body">
        <dl class="ql-import-tiles">
          {tiles.map(([key, value, isSome]) => (
            <div key={key} data-some={isSome}>
              <dt>{t(key)}</dt>
              <dd>{numbers.integer(value)}</dd>
            </div>
          ))}
        </dl>
        <InstitutionSummary table={one.table} />
      </div>
    </section>
  );
}
