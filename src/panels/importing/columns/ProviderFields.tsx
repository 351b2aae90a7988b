import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { usePlanned } from '../wizard.ts';
import { columnOptions, noColumn } from './columnOptions.ts';
import type { InstitutionFieldsProps } from './InstitutionFields.tsx';
import { WordTableFields } from './WordTableFields.tsx';

/** Who runs an institution, and which words mean a public one. */
export function ProviderFields({ table, one }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const { inspection, edit } = usePlanned();
  const names = one.providerNames ?? null;
  const spoken = names ? inspection.tables.find(({ id }) => id === names.table) : table;
  const column = names ? names.name : one.provider;
  const examples = spoken?.columns.find(({ name }) => name === column)?.examples ?? [];
  return (
    <div class="ql-import-row">
      <PlainSelect
        label={t('importing.institution-provider')}
        value={one.provider ?? noColumn}
        options={[{ value: noColumn, label: t('importing.no-column') }, ...columnOptions(table)]}
        onChange={(provider) =>
          edit((now) =>
            changeInstitutions(now, table.id, {
              provider: provider === noColumn ? null : provider,
              providerNames: null,
            }),
          )
        }
      />
      {one.provider !== null && (
        <WordTableFields
          list={table.id}
          label={t('importing.provider-words-table')}
          names={names}
          onChange={(providerNames) => edit((now) => changeInstitutions(now, table.id, { providerNames }))}
        />
      )}
      {one.provider !== null && (
        <TextField
          label={t('importing.public-words')}
          lazy
          value={one.publicWords.join(', ')}
          note={
            examples.length > 0 ? t('importing.public-words-note', { words: examples.join(', ') }) : undefined
          }
          onChange={(text) =>
            edit((now) =>
              changeInstitutions(now, table.id, {
                publicWords: text
                  .split(',')
                  .map((word) => word.trim())
                  .filter(Boolean),
              }),
            )
          }
        />
      )}
    </div>
  );
}
