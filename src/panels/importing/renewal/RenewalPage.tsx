import { describeProblem } from '#i18n/problemText.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { useWizard } from '../wizard.ts';
import { Differences } from './Differences.tsx';
import { NewDates } from './NewDates.tsx';
import { RenamedColumns, renameQuestion, shownColumns, toConfirm } from './RenamedColumns.tsx';

/** A recipe applied to these files: which of them it found, and everything that is not as it was. */
export function RenewalPage() {
  const { t, text, words } = useSpeech();
  const { draft, bench } = useWizard();
  const { renewal, job } = draft;
  if (!renewal) return null;
  const { recipe, files, problems, differences, columns, sources } = renewal.value;
  const open = toConfirm(columns).filter(
    (one) =>
      !Object.hasOwn(renewal.columns?.[one.file] ?? {}, one.before) &&
      !draft.answered.includes(renameQuestion(one)),
  );
  const shown = shownColumns(columns, renewal.columns ?? {});
  const found = files.filter(({ now }) => now !== null).length;
  return (
    <section class="ql-import-card ql-import-renewal">
      <div class="ql-import-card-body">
        <p class="ql-lead">
          {t('importing.renewal-lead', { city: text(recipe.title), found, all: files.length })}{' '}
          {t(differences.length === 0 ? 'importing.renewal-same' : 'importing.renewal-differs', {
            n: differences.length,
          })}
        </p>
        <table class="ql-import-marks">
          <caption>{t('importing.renewal-files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('importing.renewal-before')}</th>
              <th scope="col">{t('importing.renewal-now')}</th>
              <th scope="col">{t('importing.year')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ file, before, now, year }) => (
              <tr key={file}>
                <th scope="row">{before}</th>
                <td>{now ?? <span class="ql-import-caution">{t('importing.renewal-none')}</span>}</td>
                <td>{year ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <RenamedColumns columns={columns} />
        <NewDates sources={sources} />
        <Differences renewal={renewal.value} shown={shown} />
        {problems.length > 0 && (
          <ErrorList
            title={t('importing.renewal-problems')}
            problems={problems.map((one) => ({ text: describeProblem(words, one) }))}
          />
        )}
        <div class="ql-import-buttons">
          <Button
            kind="primary"
            disabled={problems.length > 0 || open.length > 0 || job !== null}
            onClick={() => void bench.replay()}
          >
            {t('importing.renewal-adopt')}
          </Button>
          {open.length > 0 && (
            <p class="ql-import-caution">{t('importing.renamed-open', { n: open.length })}</p>
          )}
          <p class="ql-note">{t('importing.renewal-or')}</p>
        </div>
      </div>
    </section>
  );
}
