import { importSteps } from '#state/draft.ts';
import { useSpeech } from '#state/useApp.ts';
import { steps } from './steps.ts';
import { useWizard } from './wizard.ts';

/** The way through the import: back at any time, forward as far as nothing is missing. */
export function Stepper() {
  const { t } = useSpeech();
  const { draft, blockers, go } = useWizard();
  const at = importSteps.indexOf(draft.step);
  const firstOpen = blockers.reduce<number>(
    (least, { step }) => Math.min(least, importSteps.indexOf(step)),
    importSteps.length,
  );
  const isReading = draft.job !== null;
  return (
    <nav class="ql-import-steps" aria-label={t('importing.steps')}>
      <ol class="ql-import-step-list">
        {steps.map(({ id, name }, index) => {
          const missing = blockers.filter(({ step }) => step === id).length;
          const isPast = index < at;
          const isFar = index > firstOpen && index > at;
          return (
            <li key={id}>
              <button
                type="button"
                class="ql-import-step"
                aria-current={id === draft.step ? 'step' : undefined}
                data-past={isPast && missing === 0}
                disabled={isReading || isFar}
                title={isFar ? t('importing.step-far') : undefined}
                onClick={() => go(id)}
              >
                <span class="ql-import-step-number" aria-hidden="true">
                  {isPast && missing === 0 ? '✓' : index + 1}
                </span>
                <span>
                  {t(name)}
                  {isPast && missing === 0 && <span class="ql-unseen"> {t('importing.step-done')}</span>}
                  {missing > 0 && index <= at && draft.inspection !== null && (
                    <span class="ql-import-step-missing"> {t('importing.step-missing', { n: missing })}</span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
