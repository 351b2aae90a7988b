import type { TaskPanel } from '#panels/task.ts';
import type { Store } from '#state/store.ts';
import { speechOf } from '#state/useApp.ts';

/** Keeps the title of the page saying which task of which city it shows: for tabs, bookmarks and screen readers. */
export function followTitle(
  store: Store,
  page: { title: string },
  panels: readonly Pick<TaskPanel, 'id' | 'name'>[],
): () => void {
  const write = (): void => {
    const { study, view, session, draft } = store.getState();
    const { t, text } = speechOf(session.language);
    const panel = panels.find((one) => one.id === view.task);
    const shown = study ? [panel ? t(panel.name) : '', text(study.study.title)] : [];
    const parts = draft ? [t('app.title-import')] : shown;
    const title = [...parts, t('app.name')].filter(Boolean).join(' · ');
    if (page.title !== title) page.title = title;
  };
  write();
  return store.subscribe(write);
}
