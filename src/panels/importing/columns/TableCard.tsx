import type { InspectedTable } from '#import/inspect/inspection.ts';
import { isFigure } from '#import/plan/proposeTable.ts';
import { useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import { anchor } from '../anchor.ts';
import { assignTable, tableUses, useOf } from '../edits/assignTable.ts';
import { Repairs } from '../join/Repairs.tsx';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';
import { CrosswalkFields } from './CrosswalkFields.tsx';
import { FigureSection } from './FigureSection.tsx';
import { InstitutionFields } from './InstitutionFields.tsx';
import { KeyFields } from './KeyFields.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import { ReadingQuestions } from './ReadingQuestions.tsx';
import { YearFields } from './YearFields.tsx';

export interface TableCardProps {
  readonly table: InspectedTable;
  readonly isFirst: boolean;
}

/** One table: what it is for, how its rows are told apart, what its columns mean. */
export function TableCard({ table, isFirst }: TableCardProps) {
  const { t } = useSpeech();
  const { plan, review, edit } = usePlanned();
  const use = useOf(plan, table.id);
  const areas = plan.tables.find((one) => one.table === table.id);
  const institutions = plan.institutions.find((one) => one.table === table.id);
  const crosswalk = plan.crosswalks.find(({ by }) => by.kind === 'table' && by.table === table.id);
  // Without a row in its area there is no figure to look at: the question cannot wait for the join.
  const lost = review?.tables.find((one) => one.table === table.id && one.matched === 0);
  const id = anchor('table', table.id);
  return (
    <section class="ql-import-card" id={id} tabIndex={-1} aria-labelledby={`${id}-head`}>
      <header class="ql-import-card-head">
        <h3 id={`${id}-head`}>{tableName(table)}</h3>
        <p class="ql-note">
          {t('importing.table-size', {
            rows: t('importing.n-rows', { n: table.rows }),
            columns: t('importing.n-columns', { n: table.columns.length }),
          })}
        </p>
        <Chips
          label={t('importing.table-use')}
          hideLabel
          value={use}
          options={tableUses.map((each) => ({
            value: each,
            label: t(`importing.use-${each}`),
            disabled: each === 'crosswalk' && plan.levels.length < 2,
            title: t(`importing.use-${each}-hint`),
          }))}
          onChange={(chosen) => edit((now) => assignTable(now, table, chosen))}
        />
      </header>
      {use === 'ignore' &&
        areas &&
        areas.level !== '' &&
        table.layer === null &&
        !table.columns.some(isFigure) && (
          <p class="ql-note ql-import-caution">
            {t('importing.unused-no-numbers', {
              columns: table.columns
                .filter(({ guess, type }) => guess.role === 'none' && (type === 'text' || type === 'empty'))
                .map(({ name, examples }) => (examples.length > 0 ? `${name} (${examples[0]})` : name))
                .slice(0, 5)
                .join(', '),
            })}
          </p>
        )}
      {use === 'areas' && areas && (
        <div class="ql-import-card-body">
          <div class="ql-import-row">
            <LevelChoice table={table} one={areas} />
            <YearFields table={table} one={areas} />
          </div>
          <KeyFields table={table} one={areas} />
          {lost && <Repairs one={lost} />}
          <ReadingQuestions table={table} />
          <FigureSection table={table} one={areas} isOpen={isFirst} />
        </div>
      )}
      {use === 'institutions' && institutions && (
        <div class="ql-import-card-body">
          <ReadingQuestions table={table} />
          <InstitutionFields table={table} one={institutions} />
        </div>
      )}
      {use === 'crosswalk' && crosswalk && <CrosswalkFields table={table} one={crosswalk} />}
    </section>
  );
}
