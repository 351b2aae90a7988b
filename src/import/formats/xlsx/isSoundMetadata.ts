/** A block of pairs of numbers, preceded by how many there are: [MS-XLSB] 2.4.704, BrtMdb. */
const block = 51;

/**
 * Are there as many metadata in this part of a binary workbook (`.xlsb`) as it says? The library collects as many as
 * were promised, far beyond the end of the part.
 */
export function isSoundMetadata(bytes: Uint8Array): boolean {
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
    if (kind === block && at + 4 <= bytes.length && view.getUint32(at, true) * 8 > size - 4) return false;
    at += size;
  }
  return true;
}
