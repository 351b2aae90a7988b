import type { InspectedTable } from '#import/inspect/inspection.ts';
import type { TablePlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { anchor } from '../anchor.ts';
import { fillColumns } from '../edits/fillColumns.ts';
import { chooseKey } from '../edits/tableEdits.ts';
import { usePlanned } from '../wizard.ts';

export interface TableFieldsProps {
  readonly table: InspectedTable;
  readonly one: TablePlan;
}

/** By which of its cells a row finds its area. */
export function KeyFields({ table, one }: TableFieldsProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const { columns, pad } = one.key;
  const options = table.columns.map(({ name, key, examples }) => ({
    value: name,
    label: examples[0] ? `${name} (${examples[0]})` : name,
    group: key ? t('importing.key-likely') : t('importing.key-other'),
  }));
  const set = (chosen: readonly string[]) =>
    edit((now) => chooseKey(fillColumns(now, table), table.id, chosen));
  const notes = [
    pad !== null ? t('importing.key-padded', { length: pad }) : '',
    columns.length > 1 ? t('importing.key-joined', { n: columns.length }) : '',
    one.key.by === 'name' ? t('importing.key-by-name') : '',
  ].filter(Boolean);
  return (
    <div class="ql-import-keys" id={anchor('table', table.id, 'key')}>
      {(columns.length > 0 ? columns : ['']).map((column, i) => (
        <PlainSelect
          key={i}
          label={i === 0 ? t('importing.key-column') : t('importing.key-and', { n: i + 1 })}
          value={column}
          placeholder={t('importing.choose')}
          options={options}
          onChange={(name) => set(columns.length === 0 ? [name] : columns.with(i, name))}
        />
      ))}
      <div class="ql-import-buttons">
        {columns.length > 0 && (
          <Button kind="quiet" small onClick={() => set([...columns, nextColumn(table, columns)])}>
            {t('importing.key-add')}
          </Button>
        )}
        {columns.length > 1 && (
          <Button kind="quiet" small onClick={() => set(columns.slice(0, -1))}>
            {t('importing.key-less')}
          </Button>
        )}
      </div>
      {notes.length > 0 && <p class="ql-note">{notes.join(' ')}</p>}
    </div>
  );
}

function nextColumn({ columns }: InspectedTable, taken: readonly string[]): string {
  const at = columns.findIndex(({ name }) => name === taken.at(-1));
  return columns.slice(at + 1).find(({ name }) => !taken.includes(name))?.name ?? columns[0]?.name ?? '';
}
