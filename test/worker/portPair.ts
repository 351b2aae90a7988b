import type { FromWorker, Port, ToWorker } from '#worker/protocol.ts';

/** Two ends of a line in memory. Messages are cloned and delivered later, as between page and worker. */
export function portPair(): {
  readonly near: Port<ToWorker, FromWorker>;
  readonly far: Port<FromWorker, ToWorker>;
  /** Everything that was said, in order. */
  readonly log: (ToWorker | FromWorker)[];
} {
  const log: (ToWorker | FromWorker)[] = [];
  const toFar: ((message: ToWorker) => void)[] = [];
  const toNear: ((message: FromWorker) => void)[] = [];
  const post =
    <Message extends ToWorker | FromWorker>(receivers: ((message: Message) => void)[]) =>
    (message: Message) => {
      log.push(message);
      const copy = structuredClone(message);
      setTimeout(() => {
        for (const receive of receivers) receive(copy);
      }, 0);
    };
  return {
    near: { post: post(toFar), listen: (receive) => toNear.push(receive) },
    far: { post: post(toNear), listen: (receive) => toFar.push(receive) },
    log,
  };
}
