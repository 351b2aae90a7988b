import type { PackOrigin } from '#worker/jobs.ts';

export type Dropped =
  | { readonly kind: 'pack'; readonly name: string; readonly origin: PackOrigin }
  | { readonly kind: 'project'; readonly name: string; readonly file: File }
  /** Whatever else: files of an office, for the wizard to make out. */
  | { readonly kind: 'files' }
  /** Code of a problem wording and the name of what was dropped. */
  | { readonly kind: 'refused'; readonly name: string; readonly code: string };

/** As in `#project/projectFile.ts`, which brings the whole schema. */
const projectEntry = 'project.json';

const maximumBytes = 300 * 1024 * 1024;

/** What a drop or a file dialog brought: a city pack (zip, or folder with a datapackage.json), a project, or other files. */
export async function readDropped(
  files: readonly { readonly path: string; readonly file: File }[],
): Promise<Dropped> {
  const [first] = files;
  if (!first) return { kind: 'refused', name: '', code: 'dropped-nothing' };
  const isAlone = files.length === 1;
  if (isAlone && /\.quartierlupe$/i.test(first.path))
    return { kind: 'project', name: first.file.name, file: first.file };
  const descriptor = descriptorIn(files);
  const zip = isAlone && /\.zip$/i.test(first.path) ? await zipKind(first.file) : 'other';
  if (zip === 'project') return { kind: 'project', name: first.file.name, file: first.file };
  // What is no zip at all is taken for a pack, too: opening it says what is wrong.
  if (!descriptor && zip === 'other') return { kind: 'files' };
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > maximumBytes) return { kind: 'refused', name: first.path, code: 'dropped-too-large' };
  if (!descriptor) {
    const { name } = first.file;
    return { kind: 'pack', name, origin: { kind: 'zip', name, bytes: await bytesOf(first.file) } };
  }
  const folder = folderOf(descriptor);
  const inside = files.filter(({ path }) => path.startsWith(folder));
  const read = await Promise.all(
    inside.map(async ({ path, file }) => ({ path: path.slice(folder.length), bytes: await bytesOf(file) })),
  );
  const name = folder.replace(/\/$/, '') || descriptor.file.name;
  return { kind: 'pack', name, origin: { kind: 'files', name, files: read } };
}

/** The list of a zip stands at its end, with names as plain text; a million bytes hold some ten thousand of them. */
const listBytes = 1_000_000;

/** What a zip is by the names in it; null: it is none, or too large to be opened. */
export async function zipKind(file: Blob): Promise<'pack' | 'project' | 'other' | null> {
  if (file.size > maximumBytes) return null;
  const start = await file.slice(0, 30 + projectEntry.length).text();
  if (!start.startsWith('PK')) return null;
  // The description is the first entry of a project file, whatever a mail program has made of its ending.
  if (start.endsWith(projectEntry)) return 'project';
  const list = await file.slice(Math.max(0, file.size - listBytes)).text();
  return /datapackage\.json/i.test(list) ? 'pack' : 'other';
}

/** The description of a pack, the outermost of several. */
export function descriptorIn<F extends { readonly path: string }>(files: readonly F[]): F | undefined {
  return files
    .filter(({ path }) => /(^|\/)datapackage\.json$/i.test(path))
    .sort((a, b) => a.path.length - b.path.length)[0];
}

/** With a slash at its end; empty where the description lies in none. */
export function folderOf(descriptor: { readonly path: string }): string {
  return descriptor.path.slice(0, descriptor.path.length - 'datapackage.json'.length);
}

/** Files of a drop, folders walked through. Entries must be taken before the event ends. */
export async function filesOfDrop(data: DataTransfer): Promise<{ path: string; file: File }[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null))
    return [...data.files].map((file) => ({ path: file.name, file }));
  const found: { path: string; file: File }[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: { path: string; file: File }[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // readEntries hands out at most 100 entries a call.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return;
    for (const one of batch) await walk(one, found);
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
