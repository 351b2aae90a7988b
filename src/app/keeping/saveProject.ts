import { download } from '#export/download.ts';
import { fileName } from '#export/fileName.ts';
import { projectEnding } from '#project/projectFile.ts';
import type { AppState } from '#state/state.ts';
import type { WorkerClient } from '#worker/client.ts';
import { settingsOf } from './settings.ts';

/** Hands the project to the browser's "save as"; the name of the file. */
export async function saveProject(state: AppState, client: WorkerClient, withData: boolean): Promise<string> {
  const { study } = state;
  if (!study) throw new Error('invalid use: no study');
  const settings = settingsOf(state, new Date());
  const content = await client.run('saveProject', { study: study.key, settings, withData });
  const name = fileName([study.study.id], projectEnding.slice(1));
  download(new Blob([content as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), name);
  return name;
}
