import type { JobInput, JobName, JobOutput } from './jobs.ts';
import type { FromWorker, Port, ToWorker } from './protocol.ts';

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
  /** What a long job knows so far, in the shape of its output. */
  readonly onPartial?: (output: unknown) => void;
}

export interface WorkerClient {
  /** Runs a job. Rejects with an `AbortError` when cancelled and with the worker's message when it fails. */
  run<N extends JobName>(job: N, input: JobInput<N>, options?: RunOptions): Promise<JobOutput<N>>;
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
  onProgress: RunOptions['onProgress'];
  onPartial: RunOptions['onPartial'];
}

/** The near side of the worker: turns messages into promises. */
export function createClient(port: Port<ToWorker, FromWorker>): WorkerClient {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let hasSpoken = false;
  port.listen((message) => {
    hasSpoken = true;
    const entry = waiting.get(message.id);
    if (!entry) return;
    if (message.kind === 'progress') {
      entry.onProgress?.(message.done, message.of);
      return;
    }
    if (message.kind === 'partial') {
      entry.onPartial?.(message.output);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === 'done') entry.resolve(message.output);
    else entry.reject(new Error(message.message));
  });
  let broken: string | null = null;
  port.onBreakdown?.((reason) => {
    // A worker that has never spoken never will; one that has may go on after a defect.
    if (!hasSpoken) broken = reason;
    for (const entry of waiting.values()) entry.reject(new Error(reason));
    waiting.clear();
  });
  return {
    run(job, input, { signal, onProgress, onPartial } = {}) {
      return new Promise((resolve, reject) => {
        const aborted = () => new DOMException('cancelled', 'AbortError');
        if (signal?.aborted) {
          reject(aborted());
          return;
        }
        if (broken !== null) {
          reject(new Error(broken));
          return;
        }
        const id = next++;
        waiting.set(id, { resolve: (output) => resolve(output as never), reject, onProgress, onPartial });
        signal?.addEventListener(
          'abort',
          () => {
            if (!waiting.delete(id)) return;
            port.post({ kind: 'cancel', id });
            reject(aborted());
          },
          { once: true },
        );
        port.post({ kind: 'run', id, job, input });
      });
    },
  };
}
