import type { Difference } from '#import/recipe/renewal.ts';
import { useSpeech } from '#state/useApp.ts';

/** What is not as it was when the recipe was made, file by file. */
export function Differences({ list }: { readonly list: readonly Difference[] }) {
  const { t, find } = useSpeech();
  if (list.length === 0) return null;
  return (
    <section aria-label={t('importing.differences')}>
      <h4>{t('importing.differences')}</h4>
      <ul class="ql-import-differences">
        {list.map(({ kind, file, params }, i) => (
          <li key={i}>
            <span class="ql-note">{file}</span> {find('importing', `difference-${kind}`, params) ?? kind}
          </li>
        ))}
      </ul>
    </section>
  );
}
