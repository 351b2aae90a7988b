import { useEffect } from 'preact/hooks';
import { sessionChanged } from '#state/actions/session.ts';
import { studyRedone, studyUndone } from '#state/actions/study.ts';
import type { Store } from '#state/store.ts';
import { speechOf, useSelect, useSpeech, useStore } from '#state/useApp.ts';
import type { MenuItem } from '#ui/Menu.tsx';

/** Undoes or redoes the last change of the study, and says so. */
export function changeStudy(store: Store, way: 'undo' | 'redo'): void {
  store.setState((state) => {
    const step = (way === 'undo' ? state.history.past : state.history.future).at(-1);
    if (!step) return state;
    const change = speechOf(state.session.language).t(`app.change-${step.change}`);
    const changed = way === 'undo' ? studyUndone(state) : studyRedone(state);
    const key = way === 'undo' ? 'undone' : 'redone';
    return sessionChanged(changed, { message: { key, params: { change } } });
  });
}

/** For the menu of data: what can be undone and done again. */
export function useHistoryItems(): readonly MenuItem[] {
  const { t } = useSpeech();
  const history = useSelect((state) => state.history);
  const item = (id: 'undo' | 'redo'): MenuItem[] => {
    const step = (id === 'undo' ? history.past : history.future).at(-1);
    return step ? [{ id, label: t(`app.${id}`, { change: t(`app.change-${step.change}`) }) }] : [];
  };
  return [...item('undo'), ...item('redo')];
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, as everywhere – but not while something is being written or asked. */
export function useHistoryKeys(): void {
  const store = useStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (!way || event.defaultPrevented || isBusy(event.target) || store.getState().draft) return;
      event.preventDefault();
      changeStudy(store, way);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store]);
}

function wayOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

function isBusy(target: EventTarget | null): boolean {
  const isText = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return Boolean(isText) || document.querySelector('dialog[open]') !== null;
}
