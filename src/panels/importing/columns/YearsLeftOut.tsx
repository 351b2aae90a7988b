import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { changeYearsLeftOut } from '../edits/columnEdits.ts';
import { usePlanned } from '../wizard.ts';
import type { BaseFieldsProps } from './BaseFields.tsx';

/** Years in which every area of a figure is zero or empty: left out, unless somebody knows that they are true. */
export function YearsLeftOut({ table, row }: BaseFieldsProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const years = row.plan.emptyYears ?? [];
  const out = row.plan.withoutYears ?? [];
  if (years.length === 0) return null;
  return (
    <fieldset class="ql-import-row">
      <legend>{t('importing.empty-years')}</legend>
      {years.map((year) => (
        <Checkbox
          key={year}
          label={t('importing.empty-year', { year: String(year) })}
          checked={out.includes(year)}
          onChange={(isOut) =>
            edit((now) =>
              changeYearsLeftOut(
                now,
                table,
                [row.id],
                years.filter((one) => (one === year ? isOut : out.includes(one))),
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
}
