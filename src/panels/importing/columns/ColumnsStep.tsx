import { servingTables } from '#import/plan/servingTables.ts';
import { useSpeech } from '#state/useApp.ts';
import { useOf } from '../edits/assignTable.ts';
import { variablesOf } from '../edits/variables.ts';
import { NoFigures } from '../NoFigures.tsx';
import { usePlanned } from '../wizard.ts';
import { TableCard } from './TableCard.tsx';

/** What each table is for, and how its columns are read. */
export function ColumnsStep() {
  const { t } = useSpeech();
  const { plan, inspection, draft } = usePlanned();
  const uses = new Map(inspection.tables.map((table) => [table.id, useOf(plan, table.id)]));
  const used = inspection.tables.filter((table) => uses.get(table.id) !== 'ignore');
  // Properties of a layer are a table, too: mostly nothing but keys and names.
  const rest = inspection.tables.filter((table) => uses.get(table.id) === 'ignore');
  const serving = servingTables(plan);
  const [helping, unused] = [
    rest.filter(({ id }) => serving.has(id)),
    rest.filter(({ id }) => !serving.has(id)),
  ];
  const schools = used.filter((table) => uses.get(table.id) === 'institutions').length;
  return (
    <>
      {used.length === 0 && <NoFigures />}
      <p class="ql-lead" hidden={used.length === 0}>
        {used.length > schools &&
          `${t('importing.columns-lead', {
            n: used.length - schools,
            figures: t('importing.n-figures', { n: variablesOf(plan).length }),
          })} `}
        {schools > 0 && t('importing.columns-lead-schools', { n: schools })}
      </p>
      <p class="ql-unseen" role="status" aria-busy={draft.reviewing}>
        {draft.reviewing ? t('importing.reviewing') : ''}
      </p>
      {used.map((table, i) => (
        <TableCard key={table.id} table={table} isFirst={i === 0} />
      ))}
      {helping.length > 0 && (
        <details class="ql-import-unused">
          <summary>{t('importing.tables-helping', { n: helping.length })}</summary>
          {helping.map((table) => (
            <TableCard key={table.id} table={table} isFirst={false} />
          ))}
        </details>
      )}
      {unused.length > 0 && (
        <details class="ql-import-unused" open={used.length === 0}>
          <summary>{t('importing.tables-unused', { n: unused.length })}</summary>
          {unused.map((table) => (
            <TableCard key={table.id} table={table} isFirst={false} />
          ))}
        </details>
      )}
    </>
  );
}
