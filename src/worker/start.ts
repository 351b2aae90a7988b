import { createClient, type WorkerClient } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Starts the browser's worker and returns its near side. */
export function startWorker(): WorkerClient {
  const worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module', name: 'quartierlupe' });
  return createClient({
    post: (message: ToWorker, transfer = []) => worker.postMessage(message, transfer),
    listen: (receive) =>
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data)),
    onBreakdown: (receive) =>
      worker.addEventListener('error', (event) => receive(event.message || 'worker not started')),
  });
}
