import { createStore, type StoreApi } from 'zustand/vanilla';
import { emptyView } from './defaults.ts';
import { type AppState, noAnswers, type Session } from './state.ts';
import type { View } from './view.ts';

export type Store = StoreApi<AppState>;

const session: Session = {
  language: 'de',
  hovered: null,
  hoveredInstitution: null,
  brushed: [],
  playing: false,
  cities: [],
  opening: null,
  problems: null,
  wanting: null,
  message: null,
  mapReady: 'loading',
};

export function createAppStore(start: { view?: Partial<View>; session?: Partial<Session> } = {}): Store {
  return createStore<AppState>(() => ({
    study: null,
    other: null,
    view: { ...emptyView, ...start.view },
    session: { ...session, ...start.session },
    answers: noAnswers,
    draft: null,
    history: { past: [], future: [] },
  }));
}
