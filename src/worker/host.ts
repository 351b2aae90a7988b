import type { JobInput, JobName, JobOutput } from './jobs.ts';
import type { FromWorker, Port, ToWorker } from './protocol.ts';
import { isWaitedFor, urgency } from './urgency.ts';

/** Thrown inside a job by `pause` once it has been cancelled. */
export class Cancelled extends Error {}

export interface JobContext {
  /**
   * Lets messages in and more urgent jobs go first, reports progress, and ends the job by throwing when it was cancelled.
   */
  pause(done: number, of: number): Promise<void>;
  /** Gives away what is known so far. */
  offer(output: unknown): void;
}

export type Workshop = {
  readonly [N in JobName]: (input: JobInput<N>, context: JobContext) => JobOutput<N> | Promise<JobOutput<N>>;
};

/** The far side of the worker: runs jobs from `workshop` as messages come in. */
export function createHost(port: Port<FromWorker, ToWorker>, workshop: Workshop): void {
  const cancelled = new Set<number>();
  const running = new Map<number, JobName>();
  const mustWait = (job: JobName): boolean =>
    [...running.values()].some((other) => isWaitedFor(other) && urgency[other] < urgency[job]);
  port.listen((message) => {
    if (message.kind === 'cancel') {
      if (running.has(message.id)) cancelled.add(message.id);
      return;
    }
    const { id, job, input } = message;
    const waitForTurn = async (): Promise<void> => {
      while (mustWait(job) && !cancelled.has(id)) await breathe();
      if (cancelled.has(id)) throw new Cancelled();
    };
    const context: JobContext = {
      offer(output) {
        if (!cancelled.has(id)) port.post({ kind: 'partial', id, output });
      },
      async pause(done, of) {
        port.post({ kind: 'progress', id, done, of });
        await breathe();
        await waitForTurn();
      },
    };
    running.set(id, job);
    const answer = mustWait(job)
      ? waitForTurn().then(() => perform(workshop, job, input, context))
      : perform(workshop, job, input, context);
    answer
      .then(
        (output) => {
          if (!cancelled.has(id)) port.post({ kind: 'done', id, output });
        },
        (error: unknown) => {
          if (error instanceof Cancelled) return;
          port.post({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
        },
      )
      .finally(() => {
        running.delete(id);
        cancelled.delete(id);
      });
  });
}

async function perform(
  workshop: Workshop,
  job: JobName,
  input: unknown,
  context: JobContext,
): Promise<unknown> {
  const work = workshop[job] as (input: unknown, context: JobContext) => unknown;
  return work(input, context);
}

/** A macrotask, so that a waiting `cancel` message is delivered. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
