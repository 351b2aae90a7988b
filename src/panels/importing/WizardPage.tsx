import { describeProblem } from '#i18n/problemText.ts';
import { useSpeech } from '#state/useApp.ts';
import { ErrorList } from '#ui/ErrorList.tsx';
import { OfferPage } from './catalogue/OfferPage.tsx';
import { FoundDialog } from './FoundDialog.tsx';
import { SaveByHand } from './files/SaveByHand.tsx';
import { JobLine } from './JobLine.tsx';
import { RecipeAlone } from './RecipeAlone.tsx';
import { RenewalPage } from './renewal/RenewalPage.tsx';
import { Stepper } from './Stepper.tsx';
import { steps } from './steps.ts';
import { WizardFoot } from './WizardFoot.tsx';
import { WizardHead } from './WizardHead.tsx';
import { stepTitle, useWizard } from './wizard.ts';

/** Head, steps, the page of the present step, and the way on. */
export function WizardPage() {
  const { t, text, words } = useSpeech();
  const { draft } = useWizard();
  const { inspection, offer, plan, problems, notes, recipe, renewal, step } = draft;
  const spec = steps.find(({ id }) => id === step);
  const hasPlan = inspection !== null && plan !== null;
  // A recipe that fits says everything already.
  const isRenewal = renewal !== null && step === 'files';
  return (
    <div class={`ql-import${offer ? ' ql-import-alone' : ''}`}>
      <WizardHead />
      {!offer && <Stepper />}
      <main class="ql-import-body">
        <div class="ql-import-page">
          <h2 class="ql-import-title" id={stepTitle} tabIndex={-1}>
            {offer
              ? t('importing.offer-title', { city: text(offer.title) })
              : spec && t(isRenewal ? 'importing.renewal-title' : spec.title)}
          </h2>
          <JobLine />
          {problems.length > 0 && (
            <ErrorList
              title={t('importing.job-failed')}
              problems={problems.map((one) => ({ text: describeProblem(words, one) }))}
            />
          )}
          {!offer && <SaveByHand problems={problems} />}
          {notes.length > 0 && !offer && (
            <details class="ql-import-notes">
              <summary>{t('importing.job-notes', { n: notes.length })}</summary>
              <ul>
                {notes.map((note, i) => (
                  <li key={i}>{describeProblem(words, note)}</li>
                ))}
              </ul>
            </details>
          )}
          {offer ? (
            <OfferPage offer={offer} />
          ) : (
            <>
              {isRenewal && <RenewalPage />}
              {recipe && !inspection && <RecipeAlone recipe={recipe} />}
              {spec && (hasPlan || step === 'files') && <spec.Page />}
            </>
          )}
        </div>
      </main>
      {!offer && <WizardFoot />}
      <FoundDialog />
    </div>
  );
}
