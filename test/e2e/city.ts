import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles, type PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Study } from '#model/study.ts';
import { packFiles } from '../../scripts/packs.ts';

export function filesOfPack(folder: string): PackFile[] {
  return packFiles(folder).map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }));
}

/** The same pack the page shows, opened in Node: what the screen says is compared with what the functions say. */
export async function studyOf(folder: string): Promise<Study> {
  const result = await openPack(fromFiles(filesOfPack(folder)));
  if (!result.ok) throw new Error(`invalid pack: ${result.problems.map(({ code }) => code).join()}`);
  return result.value;
}

export const musterstadt = fileURLToPath(new URL('../../data/musterstadt', import.meta.url));
