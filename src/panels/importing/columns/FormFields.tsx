import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { usePlanned } from '../wizard.ts';
import { columnOptions, noColumn } from './columnOptions.ts';
import type { InstitutionFieldsProps } from './InstitutionFields.tsx';
import { WordTableFields } from './WordTableFields.tsx';

/** Which kinds of schools there are: from which column, what its codes mean, and which kinds are summed up. */
export function FormFields({ table, one }: InstitutionFieldsProps) {
  const { t, numbers } = useSpeech();
  const { review, edit, reread } = usePlanned();
  const words = review?.institutions.find((each) => each.table === table.id)?.words ?? [];
  const shown = one.formWords ?? [];
  const several = Object.entries(one.formOf ?? {})[0];
  const set = (formWords: readonly string[]) =>
    edit((now) => changeInstitutions(now, table.id, { formWords }));
  return (
    <>
      <div class="ql-import-row">
        <PlainSelect
          label={t('importing.institution-form')}
          value={one.form ?? noColumn}
          options={[{ value: noColumn, label: t('importing.form-one') }, ...columnOptions(table)]}
          // The words of another column are looked up where the rows are.
          onChange={(form) =>
            reread((now) =>
              changeInstitutions(now, table.id, {
                form: form === noColumn ? null : form,
                formNames: null,
                formWords: undefined,
              }),
            )
          }
        />
        {one.form !== null && (
          <WordTableFields
            list={table.id}
            label={t('importing.form-words-table')}
            names={one.formNames ?? null}
            onChange={(formNames) =>
              reread((now) => changeInstitutions(now, table.id, { formNames, formWords: undefined }))
            }
          />
        )}
        {(one.form === null || shown.length < words.length) && (
          <TextField
            label={t(one.form === null ? 'importing.form-name' : 'importing.form-others')}
            value={one.formName}
            onChange={(formName) =>
              edit((now) => changeInstitutions(now, table.id, { formName }), `${table.id} form`)
            }
          />
        )}
      </div>
      {one.form !== null && words.length > 1 && (
        <fieldset class="ql-import-choices">
          <legend class="ql-label">{t('importing.forms-shown')}</legend>
          {words.map(({ name, count }) => (
            <Checkbox
              key={name}
              label={`${name} (${numbers.integer(count)})`}
              checked={shown.includes(name)}
              onChange={(isShown) => {
                const kept = new Set(isShown ? [...shown, name] : shown.filter((word) => word !== name));
                // The most frequent first, as the words come; those that no row has now stay behind them.
                const known = words.map((word) => word.name);
                set([
                  ...known.filter((word) => kept.has(word)),
                  ...shown.filter((word) => kept.has(word) && !known.includes(word)),
                ]);
              }}
            />
          ))}
          {several && (
            <p class="ql-note">{t('importing.forms-of-several', { word: several[0], form: several[1] })}</p>
          )}
        </fieldset>
      )}
    </>
  );
}
