import { createDecoder } from '../columns/createDecoder.ts';

/** The bytes are no text in the encoding they are read in. */
export class NotInEncoding extends Error {}

/**
 * Bytes of a text in which a byte below 128 is always the ASCII sign, so that it can be cut at such signs and each piece
 * be decoded on its own.
 */
export interface EncodedText {
  readonly bytes: Uint8Array;
  readonly isUtf8: boolean;
  /** After the byte order mark, if it has one. */
  readonly start: number;
  /** Throws `NotInEncoding`. A byte order mark at the start of the piece is dropped. */
  decode(piece: Uint8Array): string;
  /** How many bytes a piece of the text takes. */
  lengthOf(text: string): number;
}

const cuttable: ReadonlySet<string> = new Set(['utf-8', 'windows-1252', 'cp850']);

/** Other encodings are written anew as UTF-8. Null when the encoding is not known. */
export function encodedText(bytes: Uint8Array, name: string): EncodedText | null {
  const encoding = createDecoder(name, true)?.encoding;
  if (encoding === undefined) return null;
  const decode = (piece: Uint8Array): string => {
    try {
      return createDecoder(encoding, true)?.decode(piece, true) ?? '';
    } catch {
      throw new NotInEncoding(encoding);
    }
  };
  if (!cuttable.has(encoding)) return encodedText(new TextEncoder().encode(decode(bytes)), 'utf-8');
  const isUtf8 = encoding === 'utf-8';
  const lengthOf = (text: string): number => (isUtf8 ? new TextEncoder().encode(text).length : text.length);
  const hasMark = isUtf8 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { bytes, isUtf8, start: hasMark ? 3 : 0, decode, lengthOf };
}

/** Line and column of the sign that a byte belongs to, counted from 1. */
export function placeOf(
  { bytes, isUtf8, decode }: EncodedText,
  at: number,
): { readonly line: number; readonly column: number } {
  let offset = at;
  // Never in the middle of a sign of several bytes.
  while (isUtf8 && offset > 0 && (bytes[offset]! & 0xc0) === 0x80) offset--;
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && end < offset; end = bytes.indexOf(10, end + 1)) {
    line++;
    start = end + 1;
  }
  return { line, column: decode(bytes.subarray(start, offset)).length + 1 };
}
