import { useState } from 'preact/hooks';
import { importSteps } from '#state/draft.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { steps } from './steps.ts';
import { useWizard } from './wizard.ts';

/** How many of the things missing are named at once. */
const shownAtFirst = 2;

/** Back, what is still missing, and on. */
export function WizardFoot() {
  const { t } = useSpeech();
  const { draft, blockers, bench, go } = useWizard();
  const [isWhole, setWhole] = useState(false);
  const at = importSteps.indexOf(draft.step);
  const back = steps[at - 1];
  const next = steps[at + 1];
  const missing = blockers.filter(({ step }) => importSteps.indexOf(step) <= at);
  const shown = isWhole ? missing : missing.slice(0, shownAtFirst);
  const rest = missing.length - shown.length;
  const isBusy = draft.job !== null;
  const forward = () => {
    const [first] = missing;
    if (first) go(first.step, first.at);
    else if (next) go(next.id);
    else void bench.adopt();
  };
  return (
    <footer class="ql-import-foot">
      <div class="ql-import-foot-inside">
        {back && (
          <Button disabled={isBusy} onClick={() => go(back.id)}>
            {t('importing.back', { step: t(back.name) })}
          </Button>
        )}
        <div class="ql-import-missing" role="status">
          {missing.length > 0 && draft.inspection && (
            <>
              <span class="ql-import-missing-title">{t('importing.missing', { n: missing.length })}</span>
              <ul>
                {shown.map((one, i) => (
                  <li key={i}>
                    <button type="button" class="ql-import-link" onClick={() => go(one.step, one.at)}>
                      {t(one.text, one.params)}
                    </button>
                  </li>
                ))}
                {rest > 0 && (
                  <li>
                    <button type="button" class="ql-import-link" onClick={() => setWhole(true)}>
                      {t('importing.missing-more', { n: rest })}
                    </button>
                  </li>
                )}
              </ul>
            </>
          )}
        </div>
        <Button kind="primary" disabled={isBusy || draft.inspection === null} onClick={forward}>
          {next ? t('importing.next', { step: t(next.name) }) : t('importing.adopt')}
        </Button>
      </div>
    </footer>
  );
}
