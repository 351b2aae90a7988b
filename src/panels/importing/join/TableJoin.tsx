import type { TableReview } from '#import/plan/review.ts';
import { useSpeech } from '#state/useApp.ts';
import { anchor } from '../anchor.ts';
import { AsideRows } from '../files/AsideRows.tsx';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';
import { NameProposals } from './NameProposals.tsx';
import { OnlyGeometry, OnlyTable } from './OnlyOnOneSide.tsx';
import { Repairs } from './Repairs.tsx';
import { Repeated } from './Repeated.tsx';

/** One table against its areas: what matched, what stands on one side only, and whom that concerns. */
export function TableJoin({ one }: { readonly one: TableReview }) {
  const { t, numbers } = useSpeech();
  const { plan, inspection, sayAreas } = usePlanned();
  const table = inspection.tables.find(({ id }) => id === one.table);
  const level = plan.levels.find(({ id }) => id === one.level);
  const { residents } = one;
  const without = new Set(plan.tables.find((each) => each.table === one.table)?.withoutRows);
  const totals = (table?.shape.totals ?? []).filter(({ row }) => without.has(row));
  const id = anchor('join', one.table);
  const span =
    one.years.length > 1
      ? `${one.years[0]}–${one.years.at(-1)}`
      : one.years.length === 1
        ? `${one.years[0]}`
        : '';
  return (
    <section class="ql-import-card" id={id} aria-labelledby={`${id}-head`} tabIndex={-1}>
      <header class="ql-import-card-head">
        <h3 id={`${id}-head`}>{table ? tableName(table) : one.table}</h3>
        <p class="ql-note">
          {[level && `${sayAreas(level.familyPlural)} ${level.vintage}`.trim(), span]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <div class="ql-import-card-body">
        <dl class="ql-import-tiles">
          <div>
            <dt>{t('importing.join-matched')}</dt>
            <dd>{numbers.integer(one.matched)}</dd>
          </div>
          <div data-some={one.onlyTable.length > 0}>
            <dt>{t('importing.join-only-table')}</dt>
            <dd>{numbers.integer(one.onlyTable.length)}</dd>
          </div>
          <div data-some={one.onlyGeometry.length > 0}>
            <dt>{t('importing.join-only-geometry')}</dt>
            <dd>{numbers.integer(one.onlyGeometry.length)}</dd>
          </div>
          <div data-some={residents !== null && residents.lost > 0}>
            <dt>{t('importing.join-residents')}</dt>
            <dd>
              {residents ? numbers.integer(residents.lost) : '–'}
              {residents && residents.all > 0 && (
                <span class="ql-note"> {numbers.percent(residents.lost / residents.all, 1)}</span>
              )}
            </dd>
          </div>
        </dl>
        <Repairs one={one} />
        <OnlyTable one={one} />
        <NameProposals one={one} />
        <OnlyGeometry one={one} />
        <Repeated one={one} />
        {totals.length > 0 && (
          <details class="ql-import-inner">
            <summary>{t('importing.join-totals', { n: totals.length })}</summary>
            <AsideRows
              title={t('importing.join-totals-note')}
              rows={totals.map((each) => ({ ...each, kind: '' }))}
            />
          </details>
        )}
      </div>
    </section>
  );
}
