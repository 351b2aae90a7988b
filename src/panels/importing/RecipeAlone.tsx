import type { ImportDraft } from '#state/draft.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { useWizard } from './wizard.ts';

/** A recipe without files yet: what it is, and which files it was made for. */
export function RecipeAlone({ recipe }: { readonly recipe: NonNullable<ImportDraft['recipe']> }) {
  const { t, text } = useSpeech();
  const { bench } = useWizard();
  const { title, paths } = headOf(recipe.value);
  return (
    <section class="ql-import-card ql-import-renewal">
      <div class="ql-import-card-body">
        <p class="ql-lead" role="status">
          {title
            ? t('importing.recipe-alone', { name: recipe.name, city: text(title) })
            : t('importing.recipe-nameless', { name: recipe.name })}
        </p>
        {paths.length > 0 && (
          <>
            <p>{t('importing.recipe-wants', { n: paths.length })}</p>
            <ul class="ql-source-list">
              {paths.map((path) => (
                <li key={path}>{path}</li>
              ))}
            </ul>
          </>
        )}
        <div class="ql-import-buttons">
          <Button onClick={bench.leaveOffer}>{t('importing.recipe-without')}</Button>
        </div>
      </div>
    </section>
  );
}

/** Nobody has checked the recipe before there are files to compare it with. */
function headOf(value: unknown): {
  readonly title: { readonly de: string; readonly en: string } | null;
  readonly paths: readonly string[];
} {
  const { title, files } = (value ?? {}) as { readonly title?: unknown; readonly files?: unknown };
  const { de, en } = (title ?? {}) as { readonly de?: unknown; readonly en?: unknown };
  const listed = Array.isArray(files) ? files : [];
  const paths = listed.flatMap((file: { readonly path?: unknown } | null) =>
    typeof file?.path === 'string' ? [file.path] : [],
  );
  return {
    title: typeof de === 'string' ? { de, en: typeof en === 'string' ? en : de } : null,
    paths: [...new Set(paths)],
  };
}
