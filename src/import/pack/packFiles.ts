import { isRecord } from '../formats/feature.ts';
import { descriptorFile } from './checkReferences.ts';
import type { FileSource } from './source.ts';
import type { PackFile } from './sources/fromFiles.ts';

/** All files of a pack that opens: its descriptor and what that names. */
export async function packFiles(source: FileSource): Promise<readonly PackFile[]> {
  const descriptor = await source.read(descriptorFile);
  if (!descriptor) throw new Error(`invalid pack: no ${descriptorFile}`);
  const files: PackFile[] = [{ path: descriptorFile, bytes: descriptor }];
  for (const path of resourcePaths(JSON.parse(new TextDecoder().decode(descriptor)))) {
    const bytes = await source.read(path);
    if (!bytes) throw new Error(`invalid pack: no ${path}`);
    files.push({ path, bytes });
  }
  return files;
}

function resourcePaths(descriptor: unknown): ReadonlySet<string> {
  const resources = isRecord(descriptor) && Array.isArray(descriptor.resources) ? descriptor.resources : [];
  const paths = resources.filter(isRecord).map(({ path }) => path);
  return new Set(paths.filter((path): path is string => typeof path === 'string'));
}
