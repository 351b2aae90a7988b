import { describeProblem } from '#i18n/problemText.ts';
import { differenceProblem } from '#import/recipe/differenceProblem.ts';
import type { Renewal } from '#import/recipe/renewal.ts';
import { useSpeech } from '#state/useApp.ts';

/** What is not as it was when the recipe was made, file by file. */
export function Differences({ renewal }: { readonly renewal: Renewal }) {
  const { t, words } = useSpeech();
  const { differences, recipe } = renewal;
  if (differences.length === 0) return null;
  const names = new Map(recipe.variables.map(({ id, name }) => [id, name]));
  return (
    <section aria-label={t('importing.differences')}>
      <h4>{t('importing.differences')}</h4>
      <ul class="ql-import-differences">
        {differences.map((one, i) => (
          <li key={i}>
            {describeProblem(
              words,
              differenceProblem(one, (id) => names.get(id) ?? id),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
