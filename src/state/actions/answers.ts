import type { Answer, AnswerTypes, AppState } from '../state.ts';

/** The newest request of this kind is under way; the last answer stays visible meanwhile. */
export function answerPending<N extends keyof AnswerTypes>(state: AppState, name: N, key: string): AppState {
  const last = state.answers[name];
  return withAnswer(state, name, {
    key,
    status: 'pending',
    value: (last?.value ?? null) as AnswerTypes[N] | null,
    valueKey: last?.valueKey ?? null,
    error: null,
    progress: null,
  });
}

export function answerProgress(
  state: AppState,
  name: keyof AnswerTypes,
  key: string,
  progress: number,
): AppState {
  const last = state.answers[name];
  if (last?.key !== key || last.status !== 'pending') return state;
  return { ...state, answers: { ...state.answers, [name]: { ...last, progress } } };
}

/** What a long job knows so far: shown as an answer to this question, which goes on being computed. */
export function answerPartial<N extends keyof AnswerTypes>(
  state: AppState,
  name: N,
  key: string,
  value: AnswerTypes[N],
): AppState {
  const last = state.answers[name];
  if (last?.key !== key || last.status !== 'pending') return state;
  return { ...state, answers: { ...state.answers, [name]: { ...last, value, valueKey: key } } };
}

/** Ignored when another request has been made since: an answer only counts for the question still asked. */
export function answerReady<N extends keyof AnswerTypes>(
  state: AppState,
  name: N,
  key: string,
  value: AnswerTypes[N],
): AppState {
  if (state.answers[name]?.key !== key) return state;
  return withAnswer(state, name, { key, status: 'ready', value, valueKey: key, error: null, progress: null });
}

export function answerFailed(state: AppState, name: keyof AnswerTypes, key: string, error: string): AppState {
  const last = state.answers[name];
  if (last?.key !== key) return state;
  return {
    ...state,
    answers: { ...state.answers, [name]: { ...last, status: 'failed', error, progress: null } },
  };
}

function withAnswer<N extends keyof AnswerTypes>(
  state: AppState,
  name: N,
  answer: Answer<AnswerTypes[N]>,
): AppState {
  return { ...state, answers: { ...state.answers, [name]: answer } };
}
