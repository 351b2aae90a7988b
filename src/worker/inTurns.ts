import type { Steps } from '#disclosure/steps.ts';

/** So long, in milliseconds, nothing else gets its turn. */
const turn = 20;

export interface Turns {
  /** Milliseconds from anywhere. Only when others have their turn depends on it, never a figure. */
  readonly now: () => number;
  /** Lets others have their turn; throws where the work was cancelled. */
  readonly pause: (done: number, of: number) => Promise<void>;
}

/** Takes all steps, with a pause every 20 ms. What has been begun and is cancelled has changed nothing. */
export async function inTurns<T>(steps: Steps<T>, { now, pause }: Turns): Promise<T> {
  let begun = now();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (now() - begun < turn) continue;
    await pause(next.value.done, next.value.of);
    begun = now();
  }
}
