import { tableToCsv } from '#export/csv.ts';
import type { TaskPanel } from '#panels/task.ts';
import { answerReady } from '#state/actions/answers.ts';
import { studyOpened } from '#state/actions/study.ts';
import type { AnswerTypes, AppState, LoadedStudy } from '#state/state.ts';
import { createAppStore } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { JobContext, Workshop } from '#worker/host.ts';

export const unhurried: JobContext = { pause: async () => {}, offer() {} };

/** A task with every answer it asks for, with few replicates. */
export async function answered(
  workshop: Workshop,
  loaded: LoadedStudy,
  panel: TaskPanel,
  wished: Partial<View> = {},
): Promise<AppState> {
  let state = studyOpened(createAppStore().getState(), loaded, { ...wished, task: panel.id });
  for (const { name, request } of panel.requests) {
    const asked = request(state);
    if (!asked) continue;
    const few = { ...asked, ...('bootstraps' in asked ? { bootstraps: 19, permutations: 19 } : {}) };
    const short = 'discovery' in few ? { ...few, permutations: 49 } : few;
    const value = await workshop[name]({ study: loaded.key, request: short } as never, unhurried);
    const key = JSON.stringify(asked);
    const pending = {
      key,
      status: 'pending',
      value: null,
      valueKey: null,
      error: null,
      progress: null,
    } as const;
    state = { ...state, answers: { ...state.answers, [name]: pending } };
    state = answerReady(state, name, key, value as AnswerTypes[typeof name]);
  }
  return state;
}

export function csvOf(panel: TaskPanel, state: AppState): string {
  const table = panel.table(state);
  return table ? tableToCsv(table.columns, table.rows, { format: 'international', head: table.head }) : '';
}

/** Answers without their keys, which name the study. */
export function comparable({ answers }: AppState): unknown {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer?.value ?? null]));
}
