import { problemSentence } from '#i18n/problemText.ts';
import { differenceProblem } from '#import/recipe/differenceProblem.ts';
import type { Difference, Renewal, RenewedColumn } from '#import/recipe/renewal.ts';
import { useSpeech } from '#state/useApp.ts';

/** Without those that stand in the table of renamed columns. */
export function otherDifferences(
  { differences }: Pick<Renewal, 'differences'>,
  shown: readonly RenewedColumn[],
): readonly Difference[] {
  return differences.filter(
    ({ kind, file, params }) =>
      !(
        (kind === 'column-renamed' || kind === 'column-gone') &&
        shown.some((one) => one.file === file && one.before === params.column)
      ),
  );
}

/** What is not as it was when the recipe was made, file by file. */
export function Differences({
  renewal,
  shown = [],
}: {
  readonly renewal: Renewal;
  /** Columns that stand in a table of their own. */
  readonly shown?: readonly RenewedColumn[];
}) {
  const { t, words } = useSpeech();
  const differences = otherDifferences(renewal, shown);
  if (differences.length === 0) return null;
  const names = new Map(renewal.recipe.variables.map(({ id, name }) => [id, name]));
  const files = [...new Set(differences.map(({ file }) => file))];
  return (
    <section aria-label={t('importing.differences')}>
      <h4>{t('importing.differences')}</h4>
      {files.map((file) => (
        <div key={file}>
          <p class="ql-note">{file}</p>
          <ul class="ql-import-differences">
            {differences
              .filter((one) => one.file === file)
              .map((one, i) => (
                <li key={i}>
                  {problemSentence(
                    words,
                    differenceProblem(one, (id) => names.get(id) ?? id),
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
