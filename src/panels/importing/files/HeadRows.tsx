import type { InspectedTable } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { assignTable, useOf } from '../edits/assignTable.ts';
import { chooseHead } from '../edits/tableEdits.ts';
import { usePlanned } from '../wizard.ts';

/** In which rows the names of the columns stand. */
export function HeadRows({ table }: { readonly table: InspectedTable }) {
  const { t } = useSpeech();
  const { reread } = usePlanned();
  const { headFirst, headLast } = table.shape;
  const choose = (first: number, last: number) => {
    if (!Number.isInteger(first) || !Number.isInteger(last) || first < 0) return;
    reread((plan) => {
      const known = plan.tables.some((one) => one.table === table.id);
      return chooseHead(
        known ? plan : assignTable(plan, table, useOf(plan, table.id)),
        table.id,
        first,
        last,
      );
    });
  };
  return (
    <fieldset class="ql-import-head-rows">
      <legend class="ql-label">{t('importing.head-rows')}</legend>
      <TextField
        label={t('importing.head-from')}
        type="number"
        size={4}
        lazy
        value={String(headFirst)}
        onChange={(text) => choose(Number(text), Math.max(Number(text), headLast))}
      />
      <TextField
        label={t('importing.head-to')}
        type="number"
        size={4}
        lazy
        value={String(headLast)}
        onChange={(text) => choose(Math.min(headFirst, Number(text)), Number(text))}
      />
      <p class="ql-note">{t('importing.head-note')}</p>
    </fieldset>
  );
}
