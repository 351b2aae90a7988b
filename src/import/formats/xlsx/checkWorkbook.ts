import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { isZip, packedBytes, type ZipEntry, zipDirectory } from '../containers/zipDirectory.ts';
import type { ReadContext } from '../driver.ts';
import { CellScan } from './cellScan.ts';

/** What the library has to look for in a workbook. */
export interface WorkbookCheck {
  readonly mayHideRows: boolean;
}

/** Unpacked size of a workbook: some ten megabytes are read in a second, and all of it is held in memory. */
const largestWorkbook = 200 * 1024 * 1024;
/** Cells a workbook may have, repeated ones counted as often as they are repeated. */
export const mostCells = 20_000_000;
const mostEntries = 10_000;
const portion = 256 * 1024;

/**
 * Looks at a workbook before a library does: is it whole, not locked, and of a size that can be held? Sizes are not only
 * read but measured, since what an archive says about them need not be true.
 */
export async function checkWorkbook(
  bytes: Uint8Array,
  file: string,
  context: ReadContext,
): Promise<Result<WorkbookCheck>> {
  if (!isZip(bytes)) return succeed({ mayHideRows: false });
  const where = { file };
  const tooLarge = problem('workbook-too-large', { megabytes: largestWorkbook / 1048576 }, where);
  const entries = zipDirectory(bytes);
  if (!entries) return fail(problem('workbook-truncated', {}, where));
  if (entries.some(({ isEncrypted }) => isEncrypted)) return fail(problem('workbook-encrypted', {}, where));
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > largestWorkbook || entries.length > mostEntries) return fail(tooLarge);
  const notes: Problem[] = [];
  let left = largestWorkbook;
  let emptyFormulas = 0;
  let mayHideRows = false;
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry);
    if (!packed) return fail(problem('workbook-truncated', {}, where));
    const scan = new CellScan(entry.name);
    const size = await measure(packed, entry, left, scan, context);
    if (size === null) return fail(problem('workbook-damaged', { part: entry.name }, where));
    left -= size;
    if (left < 0) return fail(tooLarge);
    if (scan.isBroken) return fail(problem('workbook-damaged', { part: entry.name }, where));
    if (scan.isLocked) return fail(problem('workbook-encrypted', {}, where));
    if (scan.repeatedCells > mostCells) {
      return fail(problem('workbook-repeats', { cells: mostCells }, where));
    }
    emptyFormulas += scan.emptyFormulas;
    mayHideRows ||= scan.mayHideRows;
  }
  if (emptyFormulas > 0) notes.push(problem('formulas-empty', { n: emptyFormulas }, where));
  return succeed({ mayHideRows }, notes);
}

/** Real size of an entry, more than `most` when it goes beyond; null when it cannot be unpacked. */
async function measure(
  packed: Uint8Array,
  { method }: ZipEntry,
  most: number,
  scan: CellScan,
  context: ReadContext,
): Promise<number | null> {
  if (method === 0) {
    scan.push(packed, true);
    return packed.length;
  }
  if (method !== 8) return null;
  const { Inflate } = await import('fflate');
  let size = 0;
  let isWhole = false;
  const inflate = new Inflate((part, isLast) => {
    size += part.length;
    isWhole = isLast;
    if (size <= most) scan.push(part, isLast);
  });
  for (let start = 0; start < packed.length && size <= most; start += portion) {
    const end = Math.min(start + portion, packed.length);
    if (start > 0) await context.pause(0, 3);
    try {
      inflate.push(packed.subarray(start, end), end === packed.length);
    } catch {
      return null;
    }
  }
  return isWhole || size > most ? size : null;
}
