/** What `worker` does to a long procedure: a stepper, seen from outside. */
export interface Steps {
  readonly total: number;
  readonly done: number;
  step(count: number): void;
}

/** So long, in milliseconds, nothing else gets its turn. */
const turn = 20;
/** Milliseconds that a portion is meant to take: the next one may be dearer. */
const aim = 8;
/** What is known is given away at most so often. */
const pace = 60;

export interface PortionOptions {
  /** Numbers of steps after which there is something new to show, ascending. */
  readonly marks?: readonly number[];
  /** Milliseconds from anywhere. Only how the steps are cut depends on it, never a figure. */
  readonly now: () => number;
  /** Lets others have their turn. */
  readonly pause: (done: number, of: number) => Promise<void>;
  /** Gives away what is known. */
  readonly offer?: () => void;
}

/**
 * Runs a stepper in portions of about 8 ms, whatever its steps cost, with a pause every 20 ms.
 *
 * What is known at a mark is given away, but not within 60 ms of the last time: quick answers come once.
 */
export async function runInPortions(
  steps: Steps,
  { marks = [], now, pause, offer }: PortionOptions,
): Promise<void> {
  const { total } = steps;
  let shown = now();
  let begun = shown;
  let isOwed = false;
  const giveAway = (): void => {
    if (!isOwed || now() - shown < pace) return;
    offer?.();
    isOwed = false;
    shown = now();
  };
  for (const mark of [...marks.filter((one) => one < total), total]) {
    // Behind a mark steps may cost many times as much.
    let portion = 1;
    while (steps.done < mark) {
      const start = now();
      steps.step(Math.min(portion, mark - steps.done));
      const end = now();
      portion =
        end - start < aim / 2 ? portion * 2 : Math.max(1, Math.floor((portion * aim) / (end - start)));
      giveAway();
      if (now() - begun < turn) continue;
      await pause(steps.done, total);
      begun = now();
    }
    isOwed = mark < total;
    giveAway();
  }
}
