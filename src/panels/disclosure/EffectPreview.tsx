import { useEffect, useRef, useState } from 'preact/hooks';
import type { GuardExample } from '#disclosure/example.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { rulesOf } from '#disclosure/profiles.ts';
import type { GuardReport } from '#disclosure/report.ts';
import type { Variable } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Progress } from '#ui/Progress.tsx';
import type { RunOptions } from '#worker/client.ts';
import { GuardEffect } from './GuardEffect.tsx';

export interface Effect {
  readonly report: GuardReport;
  readonly example: GuardExample | null;
  readonly variables: readonly Variable[];
}

export interface EffectPreviewProps {
  readonly profile: DisclosureProfile;
  /** The data it would be about: others make the effect known an old one. */
  readonly about: unknown;
  /** Null where there is nothing to tell. */
  readonly ask: (profile: DisclosureProfile, options: RunOptions) => Promise<Effect | null>;
  /** Is it worked out unasked? */
  readonly isEager?: boolean;
  /** One below that of what it stands in. */
  readonly heading?: 'h3' | 'h4';
}

type Known =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly part: number | null }
  | { readonly status: 'ready'; readonly effect: Effect }
  | { readonly status: 'failed'; readonly reason: string };

/** What a profile would do, before it is in force: worked out with progress and a way out. */
export function EffectPreview({
  profile,
  about,
  ask,
  isEager = false,
  heading: Heading = 'h4',
}: EffectPreviewProps) {
  const { t } = useSpeech();
  const [known, setKnown] = useState<Known>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  const asked = JSON.stringify(rulesOf(profile));
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    const set = (next: Known): void => {
      if (running.current === controller) setKnown(next);
    };
    setKnown({ status: 'running', part: null });
    try {
      const effect = await ask(profile, {
        signal: controller.signal,
        onProgress: (done, of) => set({ status: 'running', part: of > 0 ? Math.min(1, done / of) : null }),
      });
      set(effect ? { status: 'ready', effect } : { status: 'idle' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      set(controller.signal.aborted ? { status: 'idle' } : { status: 'failed', reason });
    }
  };
  const stop = (): void => {
    running.current?.abort();
    running.current = null;
    setKnown({ status: 'idle' });
  };
  useEffect(() => {
    setKnown({ status: 'idle' });
    // Not with every key that is pressed.
    const timer = isEager ? setTimeout(() => void start(), 250) : undefined;
    return () => {
      clearTimeout(timer);
      running.current?.abort();
      running.current = null;
    };
  }, [asked, about]);
  return (
    <section class="ql-disclosure-preview">
      <Heading>{t('disclosure.effect-title')}</Heading>
      {known.status === 'running' ? (
        <Progress label={t('disclosure.effect-pending')} part={known.part} onCancel={stop} />
      ) : known.status === 'ready' ? (
        <GuardEffect {...known.effect} />
      ) : (
        <Button small onClick={() => void start()}>
          {t('disclosure.effect-run')}
        </Button>
      )}
      {known.status === 'failed' && <p class="ql-text-error">{known.reason}</p>}
    </section>
  );
}
