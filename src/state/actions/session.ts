import type { AppState, Session } from '../state.ts';

export function sessionChanged(state: AppState, change: Partial<Session>): AppState {
  return { ...state, session: { ...state.session, ...change } };
}
