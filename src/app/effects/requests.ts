import type { RequestSpec, TaskPanel } from '#panels/task.ts';
import {
  answerFailed,
  answerPartial,
  answerPending,
  answerProgress,
  answerReady,
} from '#state/actions/answers.ts';
import type { AnswerTypes, AppState } from '#state/state.ts';
import type { Store } from '#state/store.ts';
import type { WorkerClient } from '#worker/client.ts';

/**
 * Asks the worker what the task shown needs. An answer is kept until its question changes; a question that is no longer
 * asked is cancelled.
 */
export function followRequests(store: Store, client: WorkerClient, panels: readonly TaskPanel[]): () => void {
  const running = new Map<keyof AnswerTypes, AbortController>();

  const ask = <N extends keyof AnswerTypes>(spec: RequestSpec<N>): void => {
    const state = store.getState();
    const { study } = state;
    const request = study ? spec.request(state) : null;
    if (!study || !request) return;
    const { name } = spec;
    const key = `${study.key} ${JSON.stringify(request)}`;
    if (state.answers[name]?.key === key) return;
    running.get(name)?.abort();
    const controller = new AbortController();
    running.set(name, controller);
    // Posted before the store tells anybody, who would ask the next question first.
    const answer = client.run(name, { study: study.key, request } as never, {
      signal: controller.signal,
      onProgress: (done, of) => store.setState((now) => answerProgress(now, name, key, done / of)),
      onPartial: (value) => store.setState((now) => answerPartial(now, name, key, value as AnswerTypes[N])),
    });
    store.setState((now) => answerPending(now, name, key));
    answer.then(
      (value) => store.setState((now) => answerReady(now, name, key, value as AnswerTypes[N])),
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return;
        store.setState((now) =>
          answerFailed(now, name, key, error instanceof Error ? error.message : String(error)),
        );
      },
    );
  };

  const follow = (state: AppState): void => {
    const panel = panels.find((one) => one.id === state.view.task);
    for (const spec of panel?.requests ?? []) ask(spec);
  };
  follow(store.getState());
  return store.subscribe(follow);
}
