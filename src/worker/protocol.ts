import type { JobName } from './jobs.ts';

/** Messages to the worker. */
export type ToWorker =
  | { readonly kind: 'run'; readonly id: number; readonly job: JobName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** Messages from the worker. An error keeps its message, so that a defect is seen rather than swallowed. */
export type FromWorker =
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  /** What is known so far; the job goes on. */
  | { readonly kind: 'partial'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The part of `Worker` and `MessagePort` both sides need; tests join two of them in memory. */
export interface Port<Out, In> {
  post(message: Out, transfer?: Transferable[]): void;
  listen(receive: (message: In) => void): void;
  /** The other side could not be started or has broken down: nothing more will come from it. */
  onBreakdown?(receive: (reason: string) => void): void;
}
