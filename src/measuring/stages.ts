import { checkedStep, type Stepper } from '#stats/inference/stepper.ts';

/** A long procedure of several parts, with the points at which its result is worth reading. */
export interface StagedStepper<R> extends Stepper<R> {
  /** Numbers of steps after which something new can be shown, ascending. */
  readonly marks: readonly number[];
}

/** Some replicates of one part. A part may come back later in the list and go on. */
export interface Stage {
  readonly stepper: Stepper<unknown>;
  /** Replicates of that part that are done when the stage is over. */
  readonly until: number;
}

/**
 * Parts one after the other as one stepper: what is cheap and wanted first, first. Every part draws as it would alone,
 * so neither the order of the stages nor the size of the portions changes a figure.
 */
export function staged<R>(stages: readonly Stage[], read: () => R): StagedStepper<R> {
  const planned = new Map<Stepper<unknown>, number>();
  const sizes = stages.map(({ stepper, until }) => {
    const before = planned.get(stepper) ?? 0;
    const end = Math.max(before, Math.min(until, stepper.total));
    planned.set(stepper, end);
    return end - before;
  });
  const marks: number[] = [];
  let total = 0;
  for (const size of sizes) {
    if (size === 0) continue;
    total += size;
    marks.push(total);
  }
  let done = 0;
  let stage = 0;
  let left = sizes[0] ?? 0;
  return {
    total,
    marks,
    get done() {
      return done;
    },
    step(count) {
      const end = Math.min(total, done + checkedStep(count));
      while (done < end) {
        if (left === 0) {
          stage++;
          left = sizes[stage] ?? 0;
          continue;
        }
        const portion = Math.min(left, end - done);
        stages[stage]!.stepper.step(portion);
        done += portion;
        left -= portion;
      }
    },
    result: read,
  };
}

/** Pieces of work that have nothing in common but their order, each a step; their results lie elsewhere. */
export function tasksInTurn(tasks: readonly (() => void)[]): Stepper<void> {
  let done = 0;
  return {
    total: tasks.length,
    get done() {
      return done;
    },
    step(count) {
      const end = Math.min(tasks.length, done + checkedStep(count));
      for (; done < end; done++) tasks[done]!();
    },
    result: () => undefined,
  };
}

/** A stepper that is begun with its first step: many can then be planned at once. Its result is null before. */
export function begunLate<R>(total: number, begin: () => Stepper<R>): Stepper<R | null> {
  let begun: Stepper<R | null> | null = null;
  return {
    total,
    get done() {
      return begun?.done ?? 0;
    },
    step(count) {
      begun ??= readOnce(begin());
      begun.step(count);
    },
    result: () => begun?.result() ?? null,
  };
}

/** The same stepper, whose result is worked out once for as long as nothing new is done. Null before the first step. */
export function readOnce<R>(stepper: Stepper<R>): Stepper<R | null> {
  let read: { readonly done: number; readonly result: R } | null = null;
  return {
    total: stepper.total,
    get done() {
      return stepper.done;
    },
    step: (count) => stepper.step(count),
    result() {
      const { done } = stepper;
      if (done === 0) return null;
      if (read?.done !== done) read = { done, result: stepper.result() };
      return read.result;
    },
  };
}
