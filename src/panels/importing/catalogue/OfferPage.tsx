import { describeProblem } from '#i18n/problemText.ts';
import type { RecipeOffer } from '#state/offer.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { ErrorList } from '#ui/ErrorList.tsx';
import { DropZone } from '../files/DropZone.tsx';
import { Differences } from '../renewal/Differences.tsx';
import { useWizard } from '../wizard.ts';
import { hostsOf } from './catalogue.ts';
import { OfferedFiles } from './OfferedFiles.tsx';
import { offeredFiles } from './offeredFiles.ts';

/** A recipe of the catalogue: the files it has, those still to be fetched and where, and the way to the map. */
export function OfferPage({ offer }: { readonly offer: RecipeOffer }) {
  const { t, text, words } = useSpeech();
  const { draft, bench } = useWizard();
  const { renewal, inspection, job, notes } = draft;
  const states = offeredFiles(offer, renewal?.value ?? null, inspection);
  const missing = states.filter(({ now }) => now === null);
  const needed = missing.filter(({ file }) => !file.optional);
  const failed = notes.filter(({ code }) => code.startsWith('service-'));
  const wrong = (renewal?.value.problems ?? []).filter(({ code }) => !code.startsWith('renew-file-missing'));
  const isReady = renewal !== null && renewal.value.problems.length === 0;
  const canAskAgain = missing.some(({ file }) => file.from);
  return (
    <div class="ql-import-columns">
      <div class="ql-import-main">
        {job === null && (
          <p class="ql-lead">
            {isReady
              ? t(missing.length === 0 ? 'importing.offer-ready' : 'importing.offer-ready-more', {
                  city: text(offer.title),
                  n: missing.length,
                })
              : t('importing.offer-missing', { n: needed.length })}
          </p>
        )}
        {failed.length > 0 && (
          <ErrorList
            title={t('importing.offer-failed')}
            problems={failed.map((one) => ({ text: describeProblem(words, one) }))}
          />
        )}
        {wrong.length > 0 && (
          <ErrorList
            title={t('importing.renewal-problems')}
            problems={wrong.map((one) => ({ text: describeProblem(words, one) }))}
          />
        )}
        <div class="ql-import-buttons">
          <Button kind="primary" disabled={!isReady || job !== null} onClick={() => void bench.replay()}>
            {t('importing.offer-open', { city: text(offer.title) })}
          </Button>
          {canAskAgain && (
            <Button disabled={job !== null} onClick={() => void bench.loadOffered()}>
              {t('importing.offer-again', { hosts: hostsOf(offer).join(', ') })}
            </Button>
          )}
          <Button kind="quiet" disabled={job !== null} onClick={bench.leaveOffer}>
            {t('importing.offer-back')}
          </Button>
        </div>
        <OfferedFiles states={states} />
        {renewal && <Differences renewal={renewal.value} />}
      </div>
      <aside class="ql-import-aside">
        <DropZone />
        <p class="ql-note">{text(offer.what)}</p>
      </aside>
    </div>
  );
}
