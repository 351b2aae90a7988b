import { useEffect, useState } from 'preact/hooks';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, hidesNothing, rulesOf, sameRules } from '#disclosure/profiles.ts';
import type { GuardReport } from '#disclosure/report.ts';
import { studyGuarded } from '#state/actions/study.ts';
import type { AppState } from '#state/state.ts';
import { useAllWords, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import type { WorkerClient } from '#worker/client.ts';
import { DisclosureForm } from './DisclosureForm.tsx';
import { GuardEffect } from './GuardEffect.tsx';
import { profileName } from './profileRules.ts';
import './disclosure.css';

const delivered = rulesOf(asDelivered);

/** Which profile the city shown is under, what it does, and how to change it. */
export function DisclosureSection({ client }: { readonly client: WorkerClient }) {
  const speech = useSpeech();
  const { t } = speech;
  const hasWords = useAllWords();
  const store = useStore();
  const loaded = useSelect((state) => state.study);
  const active = loaded?.disclosure ?? delivered;
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<DisclosureProfile | null>(active);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const key = loaded?.key ?? null;
  const report = useReport(client, key, isOpen ? wanted : null);
  useEffect(() => setWanted(active), [active]);
  if (!loaded || !hasWords) return null;

  const apply = async (): Promise<void> => {
    if (!wanted) return;
    const from = loaded.key;
    const disclosure = hidesNothing(wanted) ? null : wanted;
    setBusy(true);
    setError(null);
    try {
      const guarded = await client.run('guard', {
        study: from,
        disclosure,
        keep: keysInUse(store.getState()),
      });
      store.setState((state) => studyGuarded(state, from, { ...guarded, disclosure }));
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section class="ql-disclosure-section">
      <h3>{t('disclosure.title')}</h3>
      <p>{t('disclosure.active', { profile: profileName(active, speech) })}</p>
      {!isOpen && loaded.guard && <GuardEffect report={loaded.guard} study={loaded.study} />}
      <Button kind="quiet" small onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'disclosure.close' : 'disclosure.change')}
      </Button>
      {isOpen && (
        <>
          <DisclosureForm profile={wanted ?? active} onChange={setWanted} />
          {wanted && (
            <>
              <h4>{t('disclosure.effect-title')}</h4>
              {report ? (
                <GuardEffect report={report} study={loaded.study} />
              ) : (
                <p class="ql-note">{t('disclosure.effect-pending')}</p>
              )}
            </>
          )}
          <p class="ql-note">
            {t('disclosure.apply-note')} {t('disclosure.project-note')}
          </p>
          {error && <p class="ql-text-error">{error}</p>}
          <Button
            kind="primary"
            disabled={isBusy || !wanted || sameRules(wanted, active)}
            onClick={() => void apply()}
          >
            {t('disclosure.apply')}
          </Button>
        </>
      )}
    </section>
  );
}

/** Studies that can still be asked about or gone back to. */
function keysInUse({ study, other, history }: AppState): readonly string[] {
  const steps = [...history.past, ...history.future].map(({ loaded }) => loaded.key);
  return [study?.key, other?.loaded?.key, ...steps].filter((key) => key !== undefined);
}

function useReport(
  client: WorkerClient,
  study: string | null,
  disclosure: DisclosureProfile | null,
): GuardReport | null {
  const [report, setReport] = useState<GuardReport | null>(null);
  const asked = disclosure && JSON.stringify(rulesOf(disclosure));
  useEffect(() => {
    setReport(null);
    if (!study || !disclosure) return;
    const controller = new AbortController();
    // Not with every key that is pressed.
    const timer = setTimeout(() => {
      client
        .run('guardReport', { study, disclosure }, { signal: controller.signal })
        .then(setReport)
        .catch(() => {});
    }, 250);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [study, asked]);
  return report;
}
