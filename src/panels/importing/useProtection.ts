import { useEffect } from 'preact/hooks';
import { type ImportDraft, importSteps } from '#state/draft.ts';
import type { Bench } from './bench.ts';
import type { Blocker } from './blockers.ts';

const asked = importSteps.indexOf('disclosure');

/**
 * Has small numbers looked for as soon as all is said that the figures depend on: in the step that is about them for
 * the plan as it is, and later once, as names and sources change no figure.
 */
export function useProtection(draft: ImportDraft, blockers: readonly Blocker[], bench: Bench): void {
  const { step, plan, protection, job } = draft;
  const isOpen = blockers.some((one) => importSteps.indexOf(one.step) < asked);
  const isOld = step === 'disclosure' ? protection?.plan !== plan : step === 'adopt' && protection === null;
  const isWanted = isOld && plan !== null && !isOpen && !job;
  useEffect(() => {
    if (isWanted) void bench.findSmall();
  }, [isWanted, plan, bench]);
}
