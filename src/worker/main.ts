import { createHost } from './host.ts';
import type { ToWorker } from './protocol.ts';
import { createWorkshop } from './workshop.ts';

// The far side, inside the worker.
const scope = self as unknown as DedicatedWorkerGlobalScope;
createHost(
  {
    post: (message, transfer = []) => scope.postMessage(message, transfer),
    listen: (receive) =>
      scope.addEventListener('message', (event: MessageEvent<ToWorker>) => receive(event.data)),
  },
  createWorkshop(),
);
