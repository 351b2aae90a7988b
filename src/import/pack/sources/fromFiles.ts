import { descriptorFile } from '../checkReferences.ts';
import type { FileSource } from '../source.ts';

export interface PackFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Dropped files. The pack may lie in a folder of its own: its place is where the descriptor is. */
export function fromFiles(files: readonly PackFile[], name = 'Dateien'): FileSource {
  const byPath = new Map(files.map(({ path, bytes }) => [normal(path), bytes]));
  const descriptors = [...byPath.keys()]
    .filter((path) => path === descriptorFile || path.endsWith(`/${descriptorFile}`))
    .sort((a, b) => a.length - b.length);
  const folder = descriptors[0]?.slice(0, -descriptorFile.length) ?? '';
  return { name, read: async (path) => byPath.get(normal(folder + path)) ?? null };
}

function normal(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .normalize('NFC');
}
