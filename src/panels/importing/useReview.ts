import { useEffect } from 'preact/hooks';
import type { ImportDraft } from '#state/draft.ts';
import type { Bench } from './bench.ts';

/** Milliseconds of rest before a changed plan is reviewed. */
const rest = 350;

/** Keeps the review in step with the plan, from the columns on. */
export function useReview({ step, plan, review, job }: ImportDraft, bench: Bench): void {
  const isWanted = step !== 'files' && step !== 'areas' && plan !== null && plan !== review?.plan && !job;
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => void bench.review(), rest);
    return () => clearTimeout(timer);
  }, [isWanted, plan, bench]);
}
