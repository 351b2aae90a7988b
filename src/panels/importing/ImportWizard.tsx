import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { draftChanged } from '#state/actions/draft.ts';
import type { ImportDraft, ImportStep } from '#state/draft.ts';
import { useSelect, useStore } from '#state/useApp.ts';
import type { WorkerClient } from '#worker/client.ts';
import { type Bench, createBench, type Desk } from './bench.ts';
import { blockersOf } from './blockers.ts';
import { useProtection } from './useProtection.ts';
import { useReview } from './useReview.ts';
import { WizardPage } from './WizardPage.tsx';
import { stepTitle, type Wizard, WizardContext } from './wizard.ts';
import './importing.css';

export interface ImportWizardProps {
  readonly client: WorkerClient;
  readonly desk?: Desk;
}

/** From the files of an office to a city on the map: a page of its own over the app, which stays as it is meanwhile. */
export function ImportWizard({ client, desk }: ImportWizardProps) {
  const store = useStore();
  const draft = useSelect((state) => state.draft);
  const bench = useMemo(() => createBench(store, client, desk), [store, client, desk]);
  return draft ? <OpenWizard draft={draft} bench={bench} /> : null;
}

function OpenWizard({ draft, bench }: { readonly draft: ImportDraft; readonly bench: Bench }) {
  const store = useStore();
  const goal = useRef<string | null>(null);
  const { incoming, job, offer, reopening, step } = draft;
  useEffect(() => {
    if (incoming.length > 0 && !job) void bench.readIncoming();
  }, [incoming, job, bench]);
  useEffect(() => {
    if (reopening !== null && !job) void bench.reopen();
  }, [reopening, job, bench]);
  useReview(draft, bench);
  useFocusBack();
  useEffect(() => {
    focusOn(goal.current ?? stepTitle);
    goal.current = null;
  }, [step, offer]);

  const wizard: Wizard = {
    draft,
    bench,
    blockers: useMemo(
      () => blockersOf(draft),
      [draft.plan, draft.inspection, draft.answered, draft.review, draft.disclosureOpen, draft.protection],
    ),
    edit: bench.edit,
    reread(change) {
      void bench.readAgain(change);
    },
    answer(questions, isAnswered = true) {
      store.setState((state) => {
        const others = (state.draft?.answered ?? []).filter((one) => !questions.includes(one));
        return draftChanged(state, { answered: isAnswered ? [...others, ...questions] : others });
      });
    },
    go(to: ImportStep, at?: string) {
      if (to === step) {
        if (at !== undefined) focusOn(at);
        return;
      }
      goal.current = at ?? null;
      store.setState((state) => draftChanged(state, { step: to }));
    },
  };
  useProtection(draft, wizard.blockers, bench);
  return (
    <WizardContext.Provider value={wizard}>
      <WizardPage />
    </WizardContext.Provider>
  );
}

/** Leaving goes back to where one came from; a city that was taken over begins with its answer. */
function useFocusBack(): void {
  const store = useStore();
  useLayoutEffect(() => {
    const from = document.activeElement;
    const { study } = store.getState();
    return () => {
      const isSame =
        store.getState().study === study && from instanceof HTMLElement && from !== document.body;
      // The page is inert until it has been drawn again.
      setTimeout(() => {
        const place = isSame && from.isConnected ? from : document.getElementById('ql-answer');
        place?.focus({ preventScroll: true });
      });
    };
  }, [store]);
}

/** Shows a place and puts the focus there: on the control itself, or on the first one in it. */
function focusOn(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  for (
    let around = place.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
  const inside = place.matches('input, select, textarea, button, [tabindex]')
    ? place
    : place.querySelector<HTMLElement>('input, select, textarea, button');
  place.scrollIntoView({ block: id === stepTitle ? 'end' : 'center' });
  (inside ?? place).focus({ preventScroll: true });
}
