import { studyOpened } from '#state/actions/study.ts';
import { emptyDraft } from '#state/draft.ts';
import { decodeView } from '#state/permalink.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import { kept } from './workStore.ts';

/**
 * Brings back the study that was kept, as it was shown last.
 *
 * @param wished what the address asks to see of it; goes before what was kept.
 * @returns false when there is none or it cannot be read any more.
 */
export async function restoreWork(
  store: Store,
  client: WorkerClient,
  name: string,
  wished: Partial<View> | null,
): Promise<boolean> {
  const content = await kept('work').catch(() => undefined);
  if (!content) return false;
  const result = await client.run('openProject', { name, content, files: [] });
  if (!result.ok || result.value.kind !== 'opened') return false;
  const { opened, project } = result.value;
  const last = decodeView((await kept('view')) ?? project.view).view;
  store.setState((state) =>
    studyOpened(
      state,
      { ...opened, notes: result.notes, recipe: project.recipe, disclosure: project.disclosure, own: true },
      { ...last, ...wished },
      'restored',
    ),
  );
  return true;
}

/** Opens the wizard again where it was left; its files are read anew. */
export async function restoreDraft(store: Store): Promise<boolean> {
  const draft = await kept('draft').catch(() => undefined);
  if (!draft || draft.files.length === 0) return false;
  const { files, ...decisions } = draft;
  store.setState((state) => ({ ...state, draft: { ...emptyDraft, ...decisions, incoming: files } }));
  return true;
}
