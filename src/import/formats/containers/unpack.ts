import { type Problem, problem } from '#model/result.ts';
import { extensionOf } from '../extension.ts';
import { crc32 } from './crc32.ts';
import type { LooseFile } from './looseFile.ts';
import { isZip, packedBytes, type ZipEntry, zipDirectory } from './zipDirectory.ts';

export interface UnpackLimits {
  /** Entries of one archive. */
  readonly entries: number;
  /** Unpacked bytes of one archive, and of one compressed file. */
  readonly bytes: number;
  /** Archives within archives. */
  readonly depth: number;
}

const unpackLimits: UnpackLimits = { entries: 2_000, bytes: 512 * 1024 * 1024, depth: 1 };

const megabyte = 1024 * 1024;

/**
 * The files in an archive, or the file itself when it is none. Sizes are added up before anything is unpacked, so that a
 * small archive cannot swell; names that lead out of it are refused.
 */
export async function unpack(
  file: LooseFile,
  problems: Problem[],
  limits: UnpackLimits = unpackLimits,
  depth = 0,
): Promise<readonly LooseFile[]> {
  if (isGzip(file.bytes)) return gunzipped(file, problems, limits);
  if (!isZip(file.bytes)) return [file];
  const where = { file: file.path };
  const entries = zipDirectory(file.bytes);
  if (!entries) {
    // A workbook that is cut off is told so by its driver.
    if (extensionOf(file.path) !== 'zip') return [file];
    problems.push(problem('zip-truncated', {}, where));
    return [];
  }
  if (isDocument(entries)) return [file];
  if (depth > limits.depth) {
    problems.push(problem('zip-nested', {}, where));
    return [];
  }
  const wanted = entries.filter(({ name }) => !name.endsWith('/') && !isHidden(name));
  const refused = refusal(wanted, limits, file.path);
  if (refused) {
    problems.push(refused);
    return [];
  }
  const { inflateSync } = await import('fflate');
  const files: LooseFile[] = [];
  for (const entry of wanted) {
    const path = `${file.path}/${entry.name}`;
    const packed = packedBytes(file.bytes, entry);
    const bytes = packed && inflated(packed, entry, inflateSync);
    if (!bytes) problems.push(problem('zip-entry-broken', {}, { file: path }));
    else files.push(...(await unpack({ path, bytes }, problems, limits, depth + 1)));
  }
  if (wanted.length === 0) problems.push(problem('zip-empty', {}, where));
  return files;
}

function refusal(entries: readonly ZipEntry[], limits: UnpackLimits, file: string): Problem | null {
  const where = { file };
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > limits.entries || size > limits.bytes) {
    return problem('zip-too-large', { files: limits.entries, megabytes: limits.bytes / megabyte }, where);
  }
  const outside = entries.find(({ name }) => leadsOut(name));
  if (outside) return problem('zip-path', { path: outside.name }, where);
  if (entries.some(({ isEncrypted }) => isEncrypted)) return problem('zip-encrypted', {}, where);
  return null;
}

type Inflate = (data: Uint8Array, options: { out: Uint8Array }) => Uint8Array;

/** Writes at most as much as was declared; null when it is not what was packed. */
function inflated(packed: Uint8Array, entry: ZipEntry, inflate: Inflate): Uint8Array | null {
  let bytes: Uint8Array;
  try {
    if (entry.method === 0) bytes = packed.slice();
    else if (entry.method === 8) bytes = inflate(packed, { out: new Uint8Array(entry.size) });
    else return null;
  } catch {
    return null;
  }
  return bytes.length === entry.size && crc32(bytes) === entry.crc32 ? bytes : null;
}

async function gunzipped(
  { path, bytes }: LooseFile,
  problems: Problem[],
  limits: UnpackLimits,
): Promise<readonly LooseFile[]> {
  const { Gunzip } = await import('fflate');
  const parts: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((part) => {
    size += part.length;
    parts.push(part);
  });
  try {
    for (let start = 0; start < bytes.length && size <= limits.bytes; start += 65_536) {
      gunzip.push(bytes.subarray(start, start + 65_536), start + 65_536 >= bytes.length);
    }
  } catch {
    problems.push(problem('gzip-broken', {}, { file: path }));
    return [];
  }
  if (size > limits.bytes) {
    const megabytes = limits.bytes / megabyte;
    problems.push(problem('gzip-too-large', { megabytes }, { file: path }));
    return [];
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return [{ path: path.replace(/\.gz$/i, ''), bytes: whole }];
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** Workbooks are archives that stay whole. */
function isDocument(entries: readonly ZipEntry[]): boolean {
  return entries.some(
    ({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/manifest.xml',
  );
}

function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path);
}

function isHidden(path: string): boolean {
  return path.startsWith('__MACOSX/') || /(^|\/)\.[^/]*$/.test(path);
}
