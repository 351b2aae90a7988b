import type { Problem } from '#model/result.ts';
import { defaultView, reconcile } from '../defaults.ts';
import { type AppState, type LoadedStudy, noAnswers, type StudyChange } from '../state.ts';
import type { View } from '../view.ts';

export function openingStarted(state: AppState, name: string): AppState {
  return { ...state, session: { ...state.session, opening: name, problems: null } };
}

/** So many studies are kept to go back to: each of them stays in memory, here and in the worker. */
const rememberedStudies = 5;

/**
 * Takes a freshly opened study, with the wished view as far as it fits. Answers about another study are dropped; the study
 * shown before can be gone back to.
 */
export function studyOpened(
  state: AppState,
  loaded: LoadedStudy,
  wished: Partial<View> | null,
  change: StudyChange = 'opened',
): AppState {
  const view = reconcile({ ...defaultView(loaded.study), ...wished, city: loaded.study.id }, loaded.study);
  const past = state.study
    ? [...state.history.past, { loaded: state.study, view: state.view, change }].slice(-rememberedStudies)
    : state.history.past;
  return shown(state, loaded, view, { past, future: [] });
}

/** The study shown, made anew under another disclosure profile; the view stays. Ignored when another one is shown by now. */
export function studyGuarded(
  state: AppState,
  from: string,
  guarded: Pick<LoadedStudy, 'key' | 'study' | 'disclosure' | 'guard'>,
): AppState {
  if (state.study?.key !== from) return state;
  return studyOpened(state, { ...state.study, ...guarded }, state.view, 'guarded');
}

export function studyUndone(state: AppState): AppState {
  const { past, future } = state.history;
  const step = past.at(-1);
  if (!step || !state.study) return state;
  const undone = { loaded: state.study, view: state.view, change: step.change };
  return shown(state, step.loaded, step.view, { past: past.slice(0, -1), future: [...future, undone] });
}

export function studyRedone(state: AppState): AppState {
  const { past, future } = state.history;
  const step = future.at(-1);
  if (!step || !state.study) return state;
  const left = { loaded: state.study, view: state.view, change: step.change };
  return shown(state, step.loaded, step.view, { past: [...past, left], future: future.slice(0, -1) });
}

/** The worker's names of all studies that may still be shown: these it must keep. */
export function studyKeysInUse({ study, other, history }: AppState): readonly string[] {
  const steps = [...history.past, ...history.future].map(({ loaded }) => loaded.key);
  return [...new Set([...steps, study?.key ?? [], other?.loaded?.key ?? []].flat())];
}

function shown(state: AppState, loaded: LoadedStudy, view: View, history: AppState['history']): AppState {
  return {
    ...state,
    study: loaded,
    view,
    history,
    session: {
      ...state.session,
      opening: null,
      problems: null,
      hovered: null,
      hoveredInstitution: null,
      brushed: [],
      playing: false,
    },
    answers: noAnswers,
  };
}

/** Whatever was loaded before stays as it is. */
export function openingFailed(state: AppState, name: string, list: readonly Problem[]): AppState {
  return { ...state, session: { ...state.session, opening: null, problems: { name, list } } };
}

/** Another city is being opened to be compared with; what was there for comparison before makes room for it. */
export function otherStarted(state: AppState, id: string): AppState {
  return { ...state, other: { id, status: 'opening', loaded: null, problems: [] } };
}

/** Ignored when yet another city has been asked for since. */
export function otherOpened(state: AppState, id: string, loaded: LoadedStudy): AppState {
  if (state.other?.id !== id) return state;
  return { ...state, other: { id, status: 'ready', loaded, problems: [] } };
}

/** The study shown stays as it is. */
export function otherFailed(state: AppState, id: string, problems: readonly Problem[]): AppState {
  if (state.other?.id !== id) return state;
  return { ...state, other: { id, status: 'failed', loaded: null, problems } };
}

export function otherForgotten(state: AppState): AppState {
  return { ...state, other: null };
}

export function problemsDismissed(state: AppState): AppState {
  return { ...state, session: { ...state.session, problems: null } };
}
