import type { Result } from '#model/result.ts';
import { drivers } from '../formats/catalog.ts';
import { unpack } from '../formats/containers/unpack.ts';
import type { FormatFile, ReadChoices } from '../formats/driver.ts';
import { extensionOf } from '../formats/extension.ts';
import type { ReadFile } from '../formats/readFile.ts';
import type { FileSource } from '../pack/source.ts';

/** Where the files of a recipe come from. */
export interface RecipeSource extends FileSource {
  /** What was read of a file before: exactly what reading it with these choices would give. Null: not read yet. */
  known?(file: FormatFile, choices: ReadChoices): Result<ReadFile> | null;
}

/**
 * The files of a source as recipes name them: also those inside an archive (`areas.zip/plr.shp`) and compressed ones
 * under their own name. Each is read once, however often it is asked for.
 */
export function insideArchives(source: RecipeSource): RecipeSource {
  const plain = remembered((path) => source.read(path));
  const archive = remembered(async (path) => {
    const bytes = await plain(path);
    // What is wrong with an archive shows when the file is not found in it.
    return bytes && unpack({ path, bytes }, []);
  });
  return {
    name: source.name,
    known: (file, choices) => source.known?.(file, choices) ?? null,
    async read(path) {
      const found = await plain(path);
      if (found) return found;
      const cut = /^.*?\.zip(?=\/)/i.exec(path)?.[0];
      const inside = cut === undefined ? await archive(`${path}.gz`) : await archive(cut);
      return inside?.find((file) => file.path === path)?.bytes ?? null;
    },
  };
}

/**
 * Files that were dropped, as a source: a recipe that names `ewr/table.csv` finds a `table.csv` that came without its
 * folder, as long as there is only one.
 */
export function fromFormatFiles(files: readonly FormatFile[], name = 'Dateien'): FileSource {
  const byPath = new Map<string, Uint8Array>();
  for (const { path, bytes, companions } of files) {
    byPath.set(path, bytes);
    for (const [extension, companion] of companions)
      byPath.set(`${withoutExtension(path)}.${extension}`, companion);
  }
  return {
    name,
    async read(path) {
      const exact = byPath.get(path);
      if (exact) return exact;
      const wanted = lastPart(path);
      const same = [...byPath].filter(([candidate]) => lastPart(candidate) === wanted);
      return same.length === 1 ? (same[0]?.[1] ?? null) : null;
    },
  };
}

/** A file with what its format keeps beside it. */
export async function withCompanions(
  source: FileSource,
  path: string,
  bytes: Uint8Array,
): Promise<FormatFile> {
  const companions = new Map<string, Uint8Array>();
  const own = drivers.filter(({ extensions }) => extensions.includes(extensionOf(path)));
  for (const extension of new Set(own.flatMap((driver) => driver.companions))) {
    const base = withoutExtension(path);
    const found =
      (await source.read(`${base}.${extension}`)) ??
      (await source.read(`${base}.${extension.toUpperCase()}`));
    if (found) companions.set(extension, found);
  }
  return { path, bytes, companions };
}

function remembered<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    let found = known.get(path);
    if (!found) {
      found = read(path);
      known.set(path, found);
    }
    return found;
  };
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(0, dot) : path;
}

function lastPart(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();
}
