import type { ChosenColumns, RenewedColumn } from '#import/recipe/renewal.ts';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { useWizard } from '../wizard.ts';

const none = ' none';

/** Columns that only a person can say to be the same: all but those that differ by their year. */
export function toConfirm(columns: readonly RenewedColumn[]): readonly RenewedColumn[] {
  return columns.filter(({ now, likeness, candidates }) =>
    now === null ? candidates.length > 0 : likeness < 1,
  );
}

export function renameQuestion({ file, before, now }: RenewedColumn): string {
  return `rename ${file} ${before} → ${now ?? ''}`;
}

/** Those to be confirmed and those that were: everything else that is called otherwise is named among the differences. */
export function shownColumns(
  columns: readonly RenewedColumn[],
  chosen: ChosenColumns,
): readonly RenewedColumn[] {
  const asked = new Set(toConfirm(columns));
  return columns.filter((one) => asked.has(one) || Object.hasOwn(chosen[one.file] ?? {}, one.before));
}

/** What columns are called now: proposed by their heads and cells, chosen and confirmed here. */
export function RenamedColumns({ columns }: { readonly columns: readonly RenewedColumn[] }) {
  const { t, numbers } = useSpeech();
  const { draft, bench, answer } = useWizard();
  const chosen = draft.renewal?.columns ?? {};
  const isChosen = ({ file, before }: RenewedColumn): boolean => Object.hasOwn(chosen[file] ?? {}, before);
  const shown = shownColumns(columns, chosen);
  if (shown.length === 0) return null;
  const choose = (one: RenewedColumn, now: string | null): void => {
    answer([renameQuestion({ ...one, now })]);
    void bench.renew({ ...chosen, [one.file]: { ...chosen[one.file], [one.before]: now } });
  };
  return (
    <table class="ql-import-marks">
      <caption>{t('importing.renamed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importing.renamed-before')}</th>
          <th scope="col">{t('importing.renamed-now')}</th>
          <th scope="col">{t('importing.renamed-likeness')}</th>
          <th scope="col">{t('importing.renamed-right')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr key={`${one.file} ${one.before}`}>
            <th scope="row">
              {one.before}
              <span class="ql-note ql-import-under">{one.file}</span>
            </th>
            <td>
              <PlainSelect
                small
                hideLabel
                label={t('importing.renamed-now-of', { column: one.before })}
                value={one.now ?? none}
                disabled={draft.job !== null}
                options={[
                  { value: none, label: t('importing.renamed-gone') },
                  ...one.candidates.map((name) => ({ value: name, label: name })),
                ]}
                onChange={(now) => choose(one, now === none ? null : now)}
              />
            </td>
            <td>{one.now === null || isChosen(one) ? '–' : numbers.percent(one.likeness, 0)}</td>
            <td>
              <Checkbox
                hideLabel
                label={t('importing.renamed-right-of', { column: one.before })}
                checked={isChosen(one) || draft.answered.includes(renameQuestion(one))}
                disabled={isChosen(one)}
                onChange={(isRight) => answer([renameQuestion(one)], isRight)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
