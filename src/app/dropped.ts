import type { PackOrigin } from '#worker/jobs.ts';

export type Dropped =
  | { readonly kind: 'pack'; readonly name: string; readonly origin: PackOrigin }
  /** Code of a problem wording and the name of what was dropped. */
  | { readonly kind: 'refused'; readonly name: string; readonly code: string };

const maximumBytes = 300 * 1024 * 1024;

/** What a drop or a file dialog brought: a zip, a folder with a datapackage.json, or something we must refuse. */
export async function readDropped(
  files: readonly { readonly path: string; readonly file: File }[],
): Promise<Dropped> {
  const [first] = files;
  if (!first) return { kind: 'refused', name: '', code: 'dropped-nothing' };
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > maximumBytes) return { kind: 'refused', name: first.path, code: 'dropped-too-large' };
  if (files.length === 1 && /\.zip$/i.test(first.path)) {
    return {
      kind: 'pack',
      name: first.file.name,
      origin: { kind: 'zip', name: first.file.name, bytes: await bytesOf(first.file) },
    };
  }
  const descriptor = files
    .filter(({ path }) => /(^|\/)datapackage\.json$/i.test(path))
    .sort((a, b) => a.path.length - b.path.length)[0];
  if (!descriptor) return { kind: 'refused', name: first.path, code: 'dropped-no-pack' };
  const folder = descriptor.path.slice(0, descriptor.path.length - 'datapackage.json'.length);
  const inside = files.filter(({ path }) => path.startsWith(folder));
  const read = await Promise.all(
    inside.map(async ({ path, file }) => ({ path: path.slice(folder.length), bytes: await bytesOf(file) })),
  );
  const name = folder.replace(/\/$/, '') || descriptor.file.name;
  return { kind: 'pack', name, origin: { kind: 'files', name, files: read } };
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
