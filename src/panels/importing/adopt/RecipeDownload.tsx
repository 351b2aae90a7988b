import { useState } from 'preact/hooks';
import { describeProblem } from '#i18n/problemText.ts';
import type { Problem } from '#model/result.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { usePlanned } from '../wizard.ts';

/** The decisions as a file: for the next year, for somebody else, for the command line. */
export function RecipeDownload() {
  const { t, words } = useSpeech();
  const { plan, inspection } = usePlanned();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async () => {
    const [{ recipeOf }, { saveRecipe }] = await Promise.all([
      import('#import/plan/recipeOf.ts'),
      import('../saveRecipe.ts'),
    ]);
    const recipe = recipeOf(plan, inspection);
    setProblems(recipe.ok ? [] : recipe.problems);
    if (recipe.ok) setSaved(saveRecipe(recipe.value));
  };
  return (
    <section class="ql-import-recipe" aria-label={t('importing.recipe')}>
      <h3>{t('importing.recipe')}</h3>
      <p class="ql-note">{t('importing.recipe-note')}</p>
      <Button onClick={() => void save()}>{t('importing.recipe-save')}</Button>
      <p class="ql-note" role="status">
        {saved && problems.length === 0 ? t('importing.recipe-saved', { file: saved }) : ''}
      </p>
      {problems.length > 0 && (
        <ErrorList
          title={t('importing.recipe-failed')}
          problems={problems.map((one) => ({ text: describeProblem(words, one) }))}
        />
      )}
    </section>
  );
}
