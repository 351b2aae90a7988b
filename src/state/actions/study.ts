import type { Problem } from '#model/result.ts';
import { defaultView, reconcile } from '../defaults.ts';
import { type AppState, type LoadedStudy, noAnswers } from '../state.ts';
import type { View } from '../view.ts';

export function openingStarted(state: AppState, name: string): AppState {
  return { ...state, session: { ...state.session, opening: name, problems: null } };
}

/** Takes a freshly opened study, with the wished view as far as it fits. Answers about another study are dropped. */
export function studyOpened(state: AppState, loaded: LoadedStudy, wished: Partial<View> | null): AppState {
  const view = reconcile({ ...defaultView(loaded.study), ...wished, city: loaded.study.id }, loaded.study);
  return {
    study: loaded,
    other: state.other,
    view,
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
    draft: state.draft,
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
