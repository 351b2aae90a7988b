import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { largestFile } from '#import/formats/containers/collectFiles.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';

/** All files below a folder of this machine with their relative paths; too large ones are named, not read. */
export async function readFolder(
  folder: string,
): Promise<{ readonly files: readonly LooseFile[]; readonly tooLarge: readonly string[] }> {
  const files: LooseFile[] = [];
  const tooLarge: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = full.slice(join(folder, sep).length).replaceAll(sep, '/');
    const { size } = await stat(full);
    if (size > largestFile) tooLarge.push(path);
    else files.push({ path, bytes: new Uint8Array(await readFile(full)) });
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), tooLarge };
}
