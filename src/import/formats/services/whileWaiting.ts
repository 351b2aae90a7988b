import type { ReadContext } from '../driver.ts';

/** How long a host may be silent: so many turns of so many milliseconds. */
export interface Patience {
  readonly turn: number;
  readonly turns: number;
}

/** Some services count through all their features before they say the first word. */
export const usualPatience: Patience = { turn: 250, turns: 480 };

export const tooSlow = Symbol('too slow');
const notYet = Symbol('not yet');

/**
 * What a host answers, or that it says nothing for too long. Meanwhile the job can be cancelled; in both cases `giveUp`
 * ends the request.
 */
export async function whileWaiting<T>(
  answer: Promise<T>,
  context: Pick<ReadContext, 'pause'>,
  giveUp: () => void,
  { turn, turns }: Patience,
): Promise<T | typeof tooSlow> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (let n = 0; n < turns; n++) {
      const pause = new Promise<typeof notYet>((resolve) => {
        timer = setTimeout(() => resolve(notYet), turn);
      });
      const first = await Promise.race([answer, pause]);
      clearTimeout(timer);
      if (first !== notYet) return first;
      await context.pause(0, 0);
    }
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    clearTimeout(timer);
    // Whatever comes of it now, nobody waits for it.
    answer.catch(() => undefined);
  }
  giveUp();
  return tooSlow;
}
