import { useLayoutEffect } from 'preact/hooks';
import { draftChanged } from '#state/actions/draft.ts';
import type { ImportDraft } from '#state/draft.ts';
import { useStore } from '#state/useApp.ts';
import type { Bench } from './bench.ts';

/** Milliseconds of rest before a changed plan is reviewed. */
const rest = 350;

/** Keeps the review in step with the plan, from the columns on. */
export function useReview({ step, plan, review, job }: ImportDraft, bench: Bench): void {
  const store = useStore();
  const isWanted = step !== 'files' && step !== 'areas' && plan !== null && plan !== review?.plan && !job;
  // Before the screen shows the new plan beside what was found out about the one before.
  useLayoutEffect(() => {
    if (!isWanted) return;
    const say = (reviewing: boolean) => store.setState((state) => draftChanged(state, { reviewing }));
    let hasBegun = false;
    say(true);
    const timer = setTimeout(() => {
      hasBegun = true;
      void bench.review();
    }, rest);
    return () => {
      clearTimeout(timer);
      if (!hasBegun) say(false);
    };
  }, [isWanted, plan, bench, store]);
}
