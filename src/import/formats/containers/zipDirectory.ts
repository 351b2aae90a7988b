import { cp850 } from '../../columns/cp850.ts';

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as declared. */
  readonly size: number;
  readonly packedSize: number;
  /** Where its local header starts. */
  readonly offset: number;
  /** Checksum of the unpacked bytes. */
  readonly crc32: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const tooLarge = 0xffffffff;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The table of contents of a zip archive, read without unpacking anything; null when it is broken or cut off. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  if (bytes.length < 22) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && view.getUint32(end, true) !== endMark) end--;
  if (end < first) return null;
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === tooLarge || count === 0xffff) {
    const far = zip64Directory(view, end);
    if (!far) return null;
    ({ count, at } = far);
  }
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const wide = zip64Numbers(view, at + 46 + nameLength, extraLength);
    // In this order, each only where 32 bits do not hold it.
    const number = (position: number): number => {
      const value = view.getUint32(at + position, true);
      return value === tooLarge ? (wide.shift() ?? value) : value;
    };
    const size = number(24);
    const packedSize = number(20);
    const offset = number(42);
    entries.push({
      name: entryName(nameBytes),
      size,
      packedSize,
      offset,
      crc32: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
    });
    at = next;
  }
  return entries;
}

function zip64Directory(view: DataView, end: number): { count: number; at: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) return null;
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    at: Number(view.getBigUint64(record + 48, true)),
  };
}

/** The numbers beyond 32 bits of an entry, from its extra field 1. */
function zip64Numbers(view: DataView, start: number, length: number): number[] {
  let at = start;
  while (at + 4 <= start + length) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + size <= start + length) {
      const numbers: number[] = [];
      for (let i = 0; i + 8 <= size; i += 8) numbers.push(Number(view.getBigUint64(at + 4 + i, true)));
      return numbers;
    }
    at += 4 + size;
  }
  return [];
}

/** The packed bytes of an entry; null when the archive ends before them. */
export function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | null {
  if (offset + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  if (view.getUint32(0, true) !== 0x04034b50) return null;
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize);
}

/** Many archives do not say how names are written: UTF-8 where it fits, else the code page of DOS. */
function entryName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = cp850(bytes);
  }
  return name.replaceAll('\\', '/').normalize('NFC');
}
