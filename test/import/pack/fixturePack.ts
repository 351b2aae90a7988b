import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles, type PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Problem, Result } from '#model/result.ts';
import type { Study } from '#model/study.ts';

/** Folder of the hand-made pack that all mutations start from. */
export const kleinstadt = fileURLToPath(new URL('../../fixtures/packs/kleinstadt/', import.meta.url));

export function kleinstadtFiles(): PackFile[] {
  return readdirSync(kleinstadt, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(kleinstadt, path).split(sep).join('/'),
      bytes: new Uint8Array(readFileSync(path)),
    }));
}

/** Windows-1252 of the fixture needs no more than Latin-1, so text survives the way there and back. */
function encodingOf(path: string): 'latin1' | 'utf8' {
  return path === 'tables/institutions.csv' ? 'latin1' : 'utf8';
}

/** The fixture with one file changed as text; null removes it. @throws when nothing changed: the test would prove nothing. */
export function withText(path: string, change: (text: string) => string | null): PackFile[] {
  const files = kleinstadtFiles();
  const position = files.findIndex((file) => file.path === path);
  const file = files[position];
  if (!file) throw new Error(`invalid fixture path: ${path}`);
  const encoding = encodingOf(path);
  const before = Buffer.from(file.bytes).toString(encoding);
  const after = change(before);
  if (after === before) throw new Error(`mutation without effect: ${path}`);
  if (after === null) files.splice(position, 1);
  else files[position] = { path, bytes: new Uint8Array(Buffer.from(after, encoding)) };
  return files;
}

interface LooseDescriptor {
  // biome-ignore lint/suspicious/noExplicitAny: tests write what the schema forbids
  [key: string]: any;
}

/** The fixture with its descriptor changed as JSON. */
export function withDescriptor(change: (descriptor: LooseDescriptor) => void): PackFile[] {
  return withText('datapackage.json', (text) => {
    const descriptor = JSON.parse(text) as LooseDescriptor;
    change(descriptor);
    return JSON.stringify(descriptor);
  });
}

export function open(files: readonly PackFile[]): Promise<Result<Study>> {
  return openPack(fromFiles(files, 'Kleinstadt'));
}

/** The problems of a pack that must not open. */
export async function problemsOf(files: readonly PackFile[]): Promise<readonly Problem[]> {
  const opened = await open(files);
  return opened.ok ? [] : opened.problems;
}
