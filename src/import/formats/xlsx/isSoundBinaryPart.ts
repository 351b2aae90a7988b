import { mostColumns, mostLinked } from './sheetLimits.ts';

/** Records that say how many parts of so many bytes they hold: [MS-XLSB] 2.4.704 BrtMdb, 2.4.667 BrtExternSheet. */
const sizes: Readonly<Record<number, number>> = { 51: 8, 362: 12 };
/** Records that speak of many columns or cells at once: BrtColInfo, BrtHLink. */
const columns = 60;
const link = 494;

/**
 * Does this part of a binary workbook (`.xlsb`) hold as much as it says, and speak only of columns and cells that there
 * can be? The library collects as many as were promised, far beyond the end of the part.
 */
export function isSoundBinaryPart(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  /** Seven bits of each byte, the lowest first; the eighth says that more follow. */
  const number = (most: number): number => {
    let value = 0;
    for (let i = 0; i < most && at < bytes.length; i++) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * 128 ** i;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const kind = number(2);
    const size = number(4);
    const first = at + 4 <= bytes.length ? view.getUint32(at, true) : 0;
    const each = sizes[kind];
    if (each !== undefined && first * each > size - 4) return false;
    if (kind === columns && at + 8 <= bytes.length && view.getUint32(at + 4, true) >= mostColumns)
      return false;
    if (kind === link && at + 16 <= bytes.length) {
      const rows = view.getUint32(at + 4, true) - first + 1;
      const across = view.getUint32(at + 12, true) - view.getUint32(at + 8, true) + 1;
      if (rows > 0 && across > 0 && rows * across > mostLinked) return false;
    }
    at += size;
  }
  return true;
}
