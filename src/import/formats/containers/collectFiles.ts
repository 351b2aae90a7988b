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
  const groups = new Map<string, { main: LooseFile; companions: Map<string, Uint8Array> }>();
  const rest: LooseFile[] = [];
  for (const file of files) {
    if (isCompanion(extensionOf(file.path))) rest.push(file);
    else groups.set(file.path, { main: file, companions: new Map() });
  }
  // A table beside a shapefile belongs to it; alone it stands for itself and may have companions.
  rest.sort((a, b) => Number(isMain(extensionOf(b.path))) - Number(isMain(extensionOf(a.path))));
  for (const file of rest) {
    const extension = extensionOf(file.path);
    const base = baseOf(file.path);
    const owner = [...groups.values()].find(
      ({ main }) =>
        (baseOf(main.path) === base || main.path.toLowerCase() === base) &&
        extensionOf(main.path) !== extension &&
        drivers.some(
          ({ extensions, companions }) =>
            extensions.includes(extensionOf(main.path)) && companions.includes(extension),
        ),
    );
    if (owner) owner.companions.set(extension, file.bytes);
    else if (isMain(extension)) groups.set(file.path, { main: file, companions: new Map() });
    else problems.push(problem('companion-alone', { extension }, { file: file.path }));
  }
  return [...groups.values()].map(({ main, companions }) => ({ ...main, companions }));
}

function isCompanion(extension: string): boolean {
  return drivers.some(({ companions }) => companions.includes(extension));
}

function isMain(extension: string): boolean {
  return drivers.some(({ extensions }) => extensions.includes(extension));
}

function normalPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .normalize('NFC');
}

/** What macOS and Windows leave in folders and archives. */
function isLeftover(path: string): boolean {
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
