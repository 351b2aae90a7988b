import { sessionChanged } from '#state/actions/session.ts';
import { studyOpened } from '#state/actions/study.ts';
import { emptyDraft } from '#state/draft.ts';
import { decodeView } from '#state/permalink.ts';
import type { Store } from '#state/store.ts';
import type { View } from '#state/view.ts';
import type { WorkerClient } from '#worker/client.ts';
import { kept } from './workStore.ts';

/**
 * Brings back the study that was kept, as it was shown last. Where its files were not kept, they are asked for.
 *
 * @param wished what the address asks to see of it; goes before what was kept.
 * @returns false when there is none, it cannot be read any more, or its files have to come first.
 */
export async function restoreWork(
  store: Store,
  client: WorkerClient,
  slot: string,
  name: string,
  wished: Partial<View> | null,
): Promise<boolean | 'wanting'> {
  const content = await kept(slot, 'work').catch(() => undefined);
  if (!content) return false;
  const made = (await kept(slot, 'made')) ?? null;
  const result = await client.run('openProject', { name, content, files: [], made });
  if (!result.ok) return false;
  const { value, notes } = result;
  if (value.kind === 'wanting') {
    const blob = new Blob([content as Uint8Array<ArrayBuffer>]);
    const wanting = { name, content: blob, files: [], project: value.project, missing: value.missing, notes };
    store.setState((state) => sessionChanged(state, { wanting }));
    return 'wanting';
  }
  const { opened, project } = value;
  const last = decodeView((await kept(slot, 'view')) ?? project.view).view;
  store.setState((state) =>
    studyOpened(
      state,
      { ...opened, notes, recipe: project.recipe, disclosure: project.disclosure, own: true },
      { ...last, ...wished },
      'restored',
    ),
  );
  return true;
}

/** Opens the wizard again where it was left; its files are read anew. */
export async function restoreDraft(store: Store, slot: string): Promise<boolean> {
  const draft = await kept(slot, 'draft').catch(() => undefined);
  if (!draft || draft.files.length === 0) return false;
  const { files, ...decisions } = draft;
  store.setState((state) => ({ ...state, draft: { ...emptyDraft, ...decisions, incoming: files } }));
  return true;
}
