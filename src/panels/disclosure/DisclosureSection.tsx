import { useEffect, useState } from 'preact/hooks';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, hidesNothing, rulesOf, sameRules } from '#disclosure/profiles.ts';
import { studyGuarded } from '#state/actions/study.ts';
import type { AppState } from '#state/state.ts';
import { useAllWords, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Progress } from '#ui/Progress.tsx';
import type { RunOptions, WorkerClient } from '#worker/client.ts';
import { DisclosureForm } from './DisclosureForm.tsx';
import { type Effect, EffectPreview } from './EffectPreview.tsx';
import { GuardEffect } from './GuardEffect.tsx';
import { profileName } from './profileRules.ts';
import './disclosure.css';

const delivered = rulesOf(asDelivered);

interface Applying {
  readonly controller: AbortController;
  /** 0…1; null while unknown. */
  readonly part: number | null;
}

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
  const [applying, setApplying] = useState<Applying | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setWanted(active), [active]);
  if (!loaded || !hasWords) return null;

  const apply = async (): Promise<void> => {
    if (!wanted) return;
    const from = loaded.key;
    const disclosure = hidesNothing(wanted) ? null : wanted;
    const controller = new AbortController();
    setApplying({ controller, part: null });
    setError(null);
    try {
      const guarded = await client.run(
        'guard',
        { study: from, disclosure, keep: keysInUse(store.getState()) },
        {
          signal: controller.signal,
          onProgress: (done, of) => setApplying({ controller, part: of > 0 ? Math.min(1, done / of) : null }),
        },
      );
      store.setState((state) => studyGuarded(state, from, { ...guarded, disclosure }));
    } catch (caught) {
      if (!controller.signal.aborted) setError(caught instanceof Error ? caught.message : String(caught));
    } finally {
      setApplying(null);
    }
  };

  const ask = async (disclosure: DisclosureProfile, options: RunOptions): Promise<Effect> => ({
    ...(await client.run('guardReport', { study: loaded.key, disclosure }, options)),
    variables: loaded.study.variables,
  });

  return (
    <section class="ql-disclosure-section">
      <h3>{t('disclosure.title')}</h3>
      <p>{t('disclosure.active', { profile: profileName(active, speech) })}</p>
      {!isOpen && loaded.guard && <GuardEffect report={loaded.guard} variables={loaded.study.variables} />}
      <Button kind="quiet" small onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'disclosure.close' : 'disclosure.change')}
      </Button>
      {isOpen && (
        <>
          <DisclosureForm profile={wanted ?? active} onChange={setWanted} />
          {wanted && !hidesNothing(wanted) && (
            <EffectPreview profile={wanted} about={loaded.key} ask={ask} isEager />
          )}
          <p class="ql-note">
            {t('disclosure.apply-note')} {t('disclosure.project-note')}
          </p>
          {error && <p class="ql-text-error">{error}</p>}
          {applying && (
            <Progress
              label={t('disclosure.applying')}
              part={applying.part}
              onCancel={() => applying.controller.abort()}
            />
          )}
          <Button
            kind="primary"
            disabled={applying !== null || !wanted || sameRules(wanted, active)}
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
