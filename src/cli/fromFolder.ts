import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FileSource } from '#import/pack/source.ts';

/** Files below a folder of this machine; nothing outside it. */
export function fromFolder(directory: string): FileSource {
  const root = resolve(directory);
  return {
    name: directory,
    async read(path) {
      const full = resolve(join(root, path));
      if (full !== root && !full.startsWith(root + sep)) return null;
      try {
        return new Uint8Array(await readFile(full));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
        throw error;
      }
    },
  };
}
