import type { RunOptions, WorkerClient } from '#worker/client.ts';
import type { JobContext } from '#worker/host.ts';
import type { JobInput, JobName, JobOutput } from '#worker/jobs.ts';
import { createWorkshop } from '#worker/workshop.ts';

/** The worker's jobs without a worker. */
export function workshopClient(): WorkerClient {
  const workshop = createWorkshop();
  return {
    async run<N extends JobName>(
      job: N,
      input: JobInput<N>,
      { signal, onProgress }: RunOptions = {},
    ): Promise<JobOutput<N>> {
      const context: JobContext = {
        offer() {},
        async pause(done, of) {
          onProgress?.(done, of);
          if (signal?.aborted) throw new DOMException('cancelled', 'AbortError');
        },
      };
      return workshop[job](input, context);
    },
  };
}
