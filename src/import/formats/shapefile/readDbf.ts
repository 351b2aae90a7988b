import { type Problem, problem } from '#model/result.ts';
import { decodeText } from '../../columns/decodeText.ts';
import type { EncodingFinding } from '../driver.ts';
import { completeUtf8, encodingOfDbf } from './encodingOfDbf.ts';

export interface DbfTable {
  /** Unique names of the fields. */
  readonly names: readonly string[];
  /** One per record; null for records marked as deleted. */
  readonly records: readonly (readonly DbfValue[] | null)[];
  readonly encoding: EncodingFinding;
  readonly notes: readonly Problem[];
}

/** A number only where it is written again with the same digits; everything else stays text. */
export type DbfValue = string | number | boolean | null;

interface Field {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly start: number;
  readonly length: number;
  readonly decimals: number;
}

/** Versions of dBase and its relatives, memo flags aside. */
const versions = [
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7b, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb,
];

/** Could these be the first bytes of a dBase table? */
export function looksLikeDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 33 || !versions.includes(bytes[0]!)) return false;
  const view = viewOf(bytes);
  const head = view.getUint16(8, true);
  return head >= 33 && view.getUint16(10, true) >= 1 && bytes[2]! <= 12 && bytes[3]! <= 31;
}

/** A dBase table; text is decoded by `.cpg`, language byte or evidence, in this order. */
export async function readDbf(
  bytes: Uint8Array,
  file: string,
  declared: { readonly cpg: Uint8Array | undefined; readonly chosen: string | undefined },
  pause: (done: number, of: number) => Promise<void>,
): Promise<DbfTable | { readonly problem: Problem }> {
  if (!looksLikeDbf(bytes)) return { problem: problem('dbf-invalid', {}, { file }) };
  const view = viewOf(bytes);
  const count = view.getUint32(4, true);
  const head = view.getUint16(8, true);
  const width = view.getUint16(10, true);
  const fields = fieldsOf(bytes, head, width);
  if (!fields) return { problem: problem('dbf-invalid', {}, { file }) };
  const present = Math.max(0, Math.floor((bytes.length - head) / width));
  if (present < count)
    return { problem: problem('dbf-truncated', { expected: count, found: present }, { file }) };
  const cells = function* (): Generator<Uint8Array> {
    for (const { bytes: name } of fields) yield name;
    for (let r = 0; r < count; r++)
      for (const { type, start, length } of fields)
        if (type === 'C')
          yield filled(bytes.subarray(head + r * width + start, head + r * width + start + length));
  };
  const found = encodingOfDbf(cells, bytes[29] ?? 0, declared, file);
  if ('problem' in found) return found;
  const { finding, notes } = found;
  const read = (cell: Uint8Array): string => textOf(cell, finding.encoding, file);
  const records: (readonly DbfValue[] | null)[] = [];
  for (let r = 0; r < count; r++) {
    if (r % 512 === 0) await pause(r, count);
    const begin = head + r * width;
    if (bytes[begin] === 0x2a) records.push(null);
    else
      records.push(
        fields.map((field) =>
          cellValue(field, bytes.subarray(begin + field.start, begin + field.start + field.length), read),
        ),
      );
  }
  return {
    names: uniqueNames(fields.map((field) => read(field.bytes).trim())),
    records,
    encoding: finding,
    notes,
  };
}

function fieldsOf(bytes: Uint8Array, head: number, width: number): readonly Field[] | null {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= head && at + 32 <= bytes.length; at += 32) {
    if (bytes[at] === 0x0d) break;
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]!);
    const high = bytes[at + 17]!;
    // Clipper keeps the upper byte of long texts where others keep the decimals.
    const isLong = type === 'C' && high > 0 && start + bytes[at + 16]! + high * 256 <= width;
    const length = bytes[at + 16]! + (isLong ? high * 256 : 0);
    fields.push({
      bytes: end < 0 ? name : name.subarray(0, end),
      type,
      start,
      length,
      decimals: type === 'C' ? 0 : high,
    });
    start += length;
  }
  return fields.length > 0 && start <= width ? fields : null;
}

function cellValue(field: Field, cell: Uint8Array, read: (cell: Uint8Array) => string): DbfValue {
  switch (field.type) {
    case 'C':
      return read(filled(cell)) || null;
    case 'N':
    case 'F':
      return numberOf(ascii(cell), field.decimals);
    case 'D': {
      const day = /^(\d{4})(\d\d)(\d\d)$/.exec(ascii(cell).trim());
      return day && day[1] !== '0000' ? `${day[1]}-${day[2]}-${day[3]}` : null;
    }
    case 'L': {
      const sign = ascii(cell).trim().toUpperCase();
      if (sign === 'T' || sign === 'Y' || sign === 'J') return true;
      return sign === 'F' || sign === 'N' ? false : null;
    }
    case 'I':
    case '+':
      return cell.length === 4 ? viewOf(cell).getInt32(0, true) : null;
    case 'O':
    case 'B': {
      const value = cell.length === 8 ? viewOf(cell).getFloat64(0, true) : NaN;
      return Number.isFinite(value) ? value : null;
    }
    default:
      // Memos and pictures stand in another file.
      return null;
  }
}

/** Stars mean that the number did not fit. */
function numberOf(cell: string, decimals: number): DbfValue {
  const text = cell.replaceAll('\0', ' ').trim();
  if (text === '' || /^\*+$/.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return decimals > 0 || /[.e]/i.test(text) || String(value) === text ? value : text;
}

/** The cell without the blanks that fill it up. */
function filled(cell: Uint8Array): Uint8Array {
  const nul = cell.indexOf(0);
  let end = nul < 0 ? cell.length : nul;
  while (end > 0 && cell[end - 1] === 0x20) end--;
  return cell.subarray(0, end);
}

function textOf(cell: Uint8Array, encoding: string, file: string): string {
  if (cell.every((byte) => byte < 0x80)) return ascii(cell);
  const whole = /^utf-?8$/i.test(encoding) ? completeUtf8(cell) : cell;
  const decoded = decodeText(whole, encoding, file);
  // Only beyond the cells that the encoding was found by: what does not fit is shown as such.
  return 'text' in decoded ? decoded.text : new TextDecoder(encoding).decode(whole);
}

function ascii(cell: Uint8Array): string {
  let text = '';
  for (const byte of cell) text += String.fromCharCode(byte);
  return text;
}

/** Names of ten characters are often the same for several fields. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
