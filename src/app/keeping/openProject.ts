import { problem } from '#model/result.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { openingFailed, openingStarted, studyKeysInUse, studyOpened } from '#state/actions/study.ts';
import { decodeView } from '#state/permalink.ts';
import type { Store } from '#state/store.ts';
import type { WorkerClient } from '#worker/client.ts';
import type { ImportFile } from '#worker/jobs.ts';

/**
 * Opens a project file as it was saved. Where its data are not inside and not among `files`, the page asks for them
 * (`session.wanting`); whatever was shown stays until it is there.
 *
 * @returns false when it cannot be opened, which is said then.
 */
export async function openProject(
  store: Store,
  client: WorkerClient,
  name: string,
  content: Blob,
  files: readonly ImportFile[] = [],
): Promise<boolean> {
  store.setState((state) => openingStarted(state, name));
  const keep = studyKeysInUse(store.getState());
  try {
    const result = await client.run('openProject', { name, content, files, keep });
    if (!result.ok) {
      store.setState((state) => openingFailed(state, name, result.problems));
      return false;
    }
    const { value, notes } = result;
    if (value.kind === 'wanting') {
      const wanting = { name, content, files, project: value.project, missing: value.missing, notes };
      store.setState((state) => sessionChanged(state, { opening: null, wanting }));
      return true;
    }
    const { opened, project } = value;
    const { view } = decodeView(project.view);
    store.setState((state) => {
      const { recipe, disclosure } = project;
      const shown = studyOpened(state, { ...opened, notes, recipe, disclosure, own: true }, view);
      const city = opened.study.title[state.session.language];
      return sessionChanged(shown, { wanting: null, message: { key: 'opened', params: { city } } });
    });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    store.setState((state) => openingFailed(state, name, [problem('unexpected', { reason })]));
    return false;
  }
}
