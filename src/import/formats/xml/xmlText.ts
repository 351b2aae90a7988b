import { type Problem, problem } from '#model/result.ts';
import { decodeText } from '../../columns/decodeText.ts';

/** The text of an XML file in the encoding that it declares. */
export function xmlText(
  bytes: Uint8Array,
  file: string,
  chosen: string | undefined,
): { readonly text: string } | { readonly problem: Problem } {
  const decoded = decodeText(bytes, chosen ?? encodingOfXml(bytes), file);
  if ('problem' in decoded) return decoded;
  const text = decoded.text.replace(/^\uFEFF/, '');
  if (!/^\s*</.test(text)) return { problem: problem('xml-invalid', {}, { file }) };
  return { text };
}

/** As a byte order mark or the declaration says; UTF-8 otherwise. */
function encodingOfXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(startOf(bytes, 200))?.[1] ?? 'utf-8';
}

/** The beginning of a file, for those who only want to know what it is. */
export function startOf(bytes: Uint8Array, length = 4_096): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length)).replaceAll('\0', '');
}
