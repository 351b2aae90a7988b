import type { RenewedSource } from '#import/recipe/renewal.ts';
import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { useWizard } from '../wizard.ts';

/** What is cited of the sources from now on: proposed from the new files, to be looked at and changed here. */
export function NewDates({ sources }: { readonly sources: readonly RenewedSource[] }) {
  const { t, text } = useSpeech();
  const { draft, bench } = useWizard();
  if (sources.length === 0) return null;
  const cited = draft.renewal?.cited ?? {};
  return (
    <section aria-label={t('importing.renewed-sources')}>
      <h4>{t('importing.renewed-sources')}</h4>
      {sources.map(({ id, publisher, title, date, from }) => (
        <fieldset class="ql-import-source" key={id}>
          <legend>{[text(publisher), text(title.before)].filter((one) => one !== '').join(': ')}</legend>
          <div class="ql-import-row">
            <TextField
              label={t('importing.source-date')}
              value={cited[id]?.date ?? text(date.now)}
              placeholder={t('importing.source-date-example')}
              onChange={(said) => bench.cite(id, { date: said })}
            />
            <TextField
              label={t('importing.source-title')}
              value={cited[id]?.title ?? text(title.now)}
              onChange={(said) => bench.cite(id, { title: said })}
            />
          </div>
          <p class={from === null && text(date.before) !== '' ? 'ql-import-caution' : 'ql-note'}>
            {text(date.before) !== '' && `${t('importing.renewed-date-before', { date: date.before })} `}
            {t(`importing.renewed-date-${from ?? 'unknown'}`)}
          </p>
        </fieldset>
      ))}
    </section>
  );
}
