import type { WordTable } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';
import { columnOptions, noColumn } from './columnOptions.ts';

export interface WordTableFieldsProps {
  /** The list in whose column the codes stand. */
  readonly list: string;
  readonly label: string;
  readonly names: WordTable | null;
  readonly onChange: (names: WordTable | null) => void;
}

/** In which table the words stand for the codes of a column. */
export function WordTableFields({ list, label, names, onChange }: WordTableFieldsProps) {
  const { t } = useSpeech();
  const { inspection } = usePlanned();
  const others = inspection.tables.filter(({ id }) => id !== list);
  const columnsOf = (id: string) => columnOptions(others.find((each) => each.id === id));
  if (others.length === 0) return null;
  const choose = (table: string) => {
    const [key, name = key] = columnsOf(table);
    onChange(key && name ? { table, key: key.value, name: name.value } : null);
  };
  return (
    <>
      <PlainSelect
        label={label}
        value={names?.table ?? noColumn}
        options={[
          { value: noColumn, label: t('importing.words-here') },
          ...others.map((each) => ({ value: each.id, label: tableName(each) })),
        ]}
        onChange={(table) => (table === noColumn ? onChange(null) : choose(table))}
      />
      {names && (
        <>
          <PlainSelect
            label={t('importing.words-key')}
            value={names.key}
            options={columnsOf(names.table)}
            onChange={(key) => onChange({ ...names, key })}
          />
          <PlainSelect
            label={t('importing.words-name')}
            value={names.name}
            options={columnsOf(names.table)}
            onChange={(name) => onChange({ ...names, name })}
          />
        </>
      )}
    </>
  );
}
