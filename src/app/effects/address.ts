import type { Study } from '#model/study.ts';
import { viewChanged } from '#state/actions/view.ts';
import { defaultView } from '#state/defaults.ts';
import { decodeView, encodeView } from '#state/permalink.ts';
import type { AppState } from '#state/state.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';

/** Parts of the View that change too often to be steps of the back button. */
const quiet: readonly (keyof View)[] = ['camera', 'year', 'edition'];

const defaults = new WeakMap<Study, View>();

/** Asked several times with every change of the view, and the same as long as the study is. */
function defaultsOf(study: Study): View {
  let view = defaults.get(study);
  if (!view) {
    view = defaultView(study);
    defaults.set(study, view);
  }
  return view;
}

export function addressOf(state: AppState): string | null {
  return state.study ? encodeView(state.view, defaultsOf(state.study.study)) : null;
}

/**
 * Keeps the address and the View the same: a change of the View becomes a step of the browser's history (small moves
 * replace the last one), and back, forward or a pasted link become a change of the View.
 *
 * @param openCity called when the address asks for another city than the one loaded.
 */
export function followAddress(
  store: Store,
  window: Window,
  openCity: (city: string, wished: Partial<View>) => void,
): () => void {
  let reading = false;
  /** The address itself asked for the city now opening: that is no new step of the history. */
  let asked: string | null = null;
  const write = (state: AppState, before: AppState): void => {
    if (reading || !state.study || state.view === before.view) return;
    const hash = addressOf(state);
    const isOther = before.study !== state.study;
    const isAsked = isOther && asked === state.study.study.id;
    if (isOther) asked = null;
    const isStep = isOther
      ? before.study !== null && !isAsked
      : (Object.keys(state.view) as (keyof View)[]).some(
          (name) => !quiet.includes(name) && state.view[name] !== before.view[name],
        );
    if (hash === null || hash === window.location.hash) return;
    window.history[isStep ? 'pushState' : 'replaceState'](null, '', hash);
  };
  const read = (): void => {
    const { study } = store.getState();
    if (!study) return;
    const { view, ignored } = decodeView(window.location.hash);
    if (view.city && view.city !== study.study.id) {
      asked = view.city;
      openCity(view.city, view);
      return;
    }
    reading = true;
    store.setState((state) => viewChanged(state, { ...defaultsOf(study.study), ...view }));
    reading = false;
    if (ignored.length > 0) tellIgnored(store, ignored);
  };
  window.addEventListener('popstate', read);
  const stop = store.subscribe(write);
  return () => {
    window.removeEventListener('popstate', read);
    stop();
  };
}

export function tellIgnored(store: Store, ignored: readonly string[]): void {
  store.setState((state) => ({
    ...state,
    session: { ...state.session, message: { key: 'link-ignored', params: { parts: ignored.join(', ') } } },
  }));
}
