import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { FileSource } from '../source.ts';
import { fromFiles, type PackFile } from './fromFiles.ts';

export interface ZipLimits {
  readonly files: number;
  readonly bytes: number;
}

const defaultLimits: ZipLimits = { files: 2_000, bytes: 512 * 1024 * 1024 };

/** The files of a zip archive as the place a pack is read from; see `unzipFiles`. */
export async function fromZip(
  bytes: Uint8Array,
  name: string,
  limits: ZipLimits = defaultLimits,
): Promise<Result<FileSource>> {
  const files = await unzipFiles(bytes, name, limits);
  return files.ok ? succeed(fromFiles(files.value, name)) : files;
}

/**
 * The files of a zip archive, in the order of its directory. Sizes are checked before anything is unpacked, so that a
 * small archive cannot swell beyond `limits`; names that lead out of the folder are refused.
 */
export async function unzipFiles(
  bytes: Uint8Array,
  name: string,
  limits: ZipLimits = defaultLimits,
): Promise<Result<readonly PackFile[]>> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  let count = 0;
  let refused = null as 'zip-too-large' | 'zip-path' | null;
  let culprit = '';
  const wanted = (entry: { readonly name: string; readonly originalSize: number }): boolean => {
    if (refused || entry.name.endsWith('/') || isHidden(entry.name)) return false;
    total += entry.originalSize;
    count++;
    if (total > limits.bytes || count > limits.files) refused = 'zip-too-large';
    else if (leadsOut(entry.name)) refused = 'zip-path';
    culprit = entry.name;
    return !refused;
  };
  try {
    // First only the directory: the declared sizes of all entries together decide before one of them is unpacked.
    unzipSync(bytes, { filter: (entry) => wanted(entry) && false });
    if (refused)
      return fail(
        problem(
          refused,
          { path: culprit, files: limits.files, megabytes: limits.bytes / 1048576 },
          { file: name },
        ),
      );
    const unpacked = unzipSync(bytes, {
      filter: (entry) => !entry.name.endsWith('/') && !isHidden(entry.name),
    });
    return succeed(Object.entries(unpacked).map(([path, content]) => ({ path, bytes: content })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(problem('zip-invalid', { reason }, { file: name }));
  }
}

function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path);
}

/** What macOS adds to archives. */
function isHidden(path: string): boolean {
  return path.startsWith('__MACOSX/') || /(^|\/)\.[^/]*$/.test(path);
}
