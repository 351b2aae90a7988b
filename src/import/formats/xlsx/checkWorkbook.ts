import { fail, problem, type Result, succeed } from '#model/result.ts';
import { isZip, zipDirectory } from '../containers/zipDirectory.ts';

/** Unpacked size of a workbook: its sheets are held in memory as text and as cells. */
export const largestWorkbook = 300 * 1024 * 1024;

/** Looks at a workbook before a library does: is it whole, not locked, and of a size that can be held? */
export async function checkWorkbook(bytes: Uint8Array, file: string): Promise<Result<null>> {
  if (!isZip(bytes)) return succeed(null);
  const where = { file };
  const entries = zipDirectory(bytes);
  if (!entries) return fail(problem('workbook-truncated', {}, where));
  if (entries.some(({ isEncrypted }) => isEncrypted)) return fail(problem('workbook-encrypted', {}, where));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > largestWorkbook) {
    return fail(problem('workbook-too-large', { megabytes: largestWorkbook / 1048576 }, where));
  }
  return succeed(null);
}
