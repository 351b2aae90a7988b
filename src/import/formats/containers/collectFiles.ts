import { type Problem, problem } from '#model/result.ts';
import { drivers } from '../catalog.ts';
import type { FormatFile } from '../driver.ts';
import { baseOf, extensionOf } from '../extension.ts';
import type { LooseFile } from './looseFile.ts';
import { unpack } from './unpack.ts';

export interface CollectedFiles {
  readonly files: readonly FormatFile[];
  /** What could not be taken; each names its file. */
  readonly problems: readonly Problem[];
}

/** The largest file that is read. */
export const largestFile = 300 * 1024 * 1024;

/**
 * The files of an import, ready to be read: archives unpacked (`archive.zip/folder/file.csv`), what belongs to a file
 * put beside it, leftovers of operating systems passed over.
 */
export async function collectFiles(loose: readonly LooseFile[]): Promise<CollectedFiles> {
  const problems: Problem[] = [];
  const flat: LooseFile[] = [];
  const seen = new Set<string>();
  for (const { path, bytes } of loose) {
    for (const file of await unpack({ path: normalPath(path), bytes }, problems)) {
      if (isLeftover(file.path)) continue;
      if (file.bytes.length > largestFile) {
        problems.push(problem('file-too-large', { megabytes: largestFile / 1048576 }, { file: file.path }));
        continue;
      }
      flat.push({ path: unique(file.path, seen), bytes: file.bytes });
    }
  }
  return { files: grouped(flat, problems), problems };
}

function grouped(files: readonly LooseFile[], problems: Problem[]): FormatFile[] {
  const groups = new Map<LooseFile, Map<string, Uint8Array>>();
  const companions: (readonly [owner: LooseFile, extension: string, bytes: Uint8Array])[] = [];
  const byBase = new Map<string, LooseFile[]>();
  for (const file of files) {
    for (const base of new Set([baseOf(file.path), file.path.toLowerCase()])) {
      byBase.set(base, [...(byBase.get(base) ?? []), file]);
    }
  }
  for (const file of files) {
    const extension = extensionOf(file.path);
    const owner = ownerOf(file, byBase.get(baseOf(file.path)) ?? []);
    if (owner) companions.push([owner, extension, file.bytes]);
    else if (isOnlyCompanion(file)) {
      problems.push(problem('companion-alone', { extension }, { file: file.path }));
    } else groups.set(file, new Map());
  }
  for (const [owner, extension, bytes] of companions) groups.get(owner)?.set(extension, bytes);
  return [...groups].map(([main, companions]) => ({ ...main, companions }));
}

/** The file among those of the same name that this one only makes sense with: `a.shp` of `a.dbf`, `a.prj`, `a.shp.xml`. */
function ownerOf(file: LooseFile, others: readonly LooseFile[]): LooseFile | null {
  const extension = extensionOf(file.path);
  for (const { extensions, companions } of drivers) {
    if (!companions.includes(extension)) continue;
    const rank = extensions.indexOf(extension);
    // A format may name a companion among its own extensions (`dbf`): it belongs to those named before it.
    for (const main of rank < 0 ? extensions : extensions.slice(0, rank)) {
      const owner = others.find((other) => other !== file && extensionOf(other.path) === main);
      if (owner) return owner;
    }
  }
  return null;
}

function isOnlyCompanion(file: LooseFile): boolean {
  const extension = extensionOf(file.path);
  return (
    drivers.some(({ companions }) => companions.includes(extension)) &&
    !drivers.some((driver) => driver.extensions.includes(extension))
  );
}

function normalPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .normalize('NFC');
}

/** What macOS and Windows leave in folders and archives, and the pictures in a KMZ. */
function isLeftover(path: string): boolean {
  if (/\.kmz\/.*\.(?!kml$)[^.]*$/i.test(path)) return true;
  return /(^|\/)(__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)/i.test(path);
}

function unique(path: string, seen: Set<string>): string {
  let name = path;
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') ? dot : path.length;
  for (let n = 2; seen.has(name); n++) name = `${path.slice(0, cut)} (${n})${path.slice(cut)}`;
  seen.add(name);
  return name;
}
