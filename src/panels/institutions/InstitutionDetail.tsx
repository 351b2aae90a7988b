import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import type { Assessed } from './assessed.ts';

/** The selected institution, with its denominator and its standing. */
export function InstitutionDetail({ assessed }: { readonly assessed: Assessed }) {
  const { t, text, numbers } = useSpeech();
  const id = useSelect((state) => state.view.institution);
  const change = useChange();
  const one = id === null ? undefined : assessed.institutions.get(id);
  if (!one) return null;
  const { study, rows, group } = assessed;
  const row = rows.get(one.id);
  const form = study.forms.find((each) => each.id === one.form);
  const provider = study.providers.find((each) => each.id === one.provider);
  return (
    <section class="ql-section ql-detail" aria-live="polite">
      <h2 class="ql-detail-name">{one.name}</h2>
      <p class="ql-note">
        {[form && text(form.name), provider && text(provider.name), one.address].filter(Boolean).join(' · ')}
        {one.flags.length > 0 && ` · ${one.flags.map((flag) => t('institutions.flag', { flag })).join(', ')}`}
      </p>
      {row ? (
        <p>
          {t('institutions.detail', {
            count: numbers.integer(row.count),
            total: numbers.integer(row.total),
            group: group ? text(group.ofName) : '',
            share: numbers.percent(row.share),
          })}{' '}
          {t(`institutions.detail-${row.standing}`, { points: numbers.points(row.deviation) })}
          {row.preparatory !== null &&
            row.preparatory > 0 &&
            ` ${t('institutions.detail-preparatory', { n: numbers.integer(row.preparatory) })}`}
        </p>
      ) : (
        <p>
          {one.capacity !== null &&
            `${t('institutions.detail-places', { n: numbers.integer(one.capacity) })} `}
          {t('institutions.detail-none')}
        </p>
      )}
      <div>
        <Button kind="quiet" small onClick={() => change.view({ institution: null })}>
          {t('explore.clear')}
        </Button>
      </div>
    </section>
  );
}
