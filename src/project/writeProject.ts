import { plainProfile } from '#disclosure/plainProfile.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import { checksum } from './checksum.ts';
import { dataFolder, type Project, projectEntry } from './projectFile.ts';

/**
 * A project file. The data go in only when asked for; their checksums always do.
 *
 * @param files the data the study was made of, with the paths its recipe or pack knows them by.
 */
export async function writeProject(
  description: Omit<Project, 'quartierlupe' | 'version' | 'files' | 'data'>,
  files: readonly PackFile[],
  withData: boolean,
): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const listed: Project['files'] = [];
  for (const { path, bytes } of files)
    listed.push({ path, bytes: bytes.length, sha256: await checksum(bytes) });
  const project: Project = {
    quartierlupe: 'project',
    version: 1,
    ...description,
    disclosure: description.disclosure && plainProfile(description.disclosure),
    files: listed,
    data: withData ? 'inside' : 'outside',
  };
  const entries: Record<string, Uint8Array> = {
    [projectEntry]: new TextEncoder().encode(`${JSON.stringify(project, null, 2)}\n`),
  };
  if (withData) for (const { path, bytes } of files) entries[dataFolder + path] = bytes;
  // Not the time of writing: the same project is the same file.
  return zipSync(entries, { level: 6, mtime: project.saved });
}
