import { type Problem, problem } from '#model/result.ts';
import { cp850 } from './cp850.ts';

/** Bytes as text. A byte order mark is dropped; bytes that the encoding does not know are a problem, never a `�`. */
export function decodeText(
  bytes: Uint8Array,
  encoding: string,
  file: string,
): { readonly text: string } | { readonly problem: Problem } {
  const label = encoding.trim().toLowerCase();
  if (label === 'cp850' || label === 'ibm850') return { text: cp850(bytes) };
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return { problem: problem('encoding-unknown', { encoding }, { file }) };
  }
  try {
    const text = decoder.decode(bytes);
    return { text: decoder.encoding === 'windows-1252' ? withPunctuation(text) : text };
  } catch {
    const row = decoder.encoding === 'utf-8' ? lineOf(bytes, firstInvalidUtf8(bytes)) : undefined;
    return { problem: problem('encoding-invalid', { encoding: decoder.encoding }, { file, row }) };
  }
}

/** What Windows-1252 has where Latin-1 has controls. */
const punctuation = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes Windows-1252 as Latin-1 (nodejs/node#56542): euro, dashes and quotation marks come out as controls. */
function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => punctuation[control.charCodeAt(0) - 128] ?? control);
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10) line++;
  return line;
}

/** Position of the first byte that starts no valid sequence. Only called for bytes known to be invalid. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    if (length === 4 && (lead < 0xf0 || lead > 0xf4)) return i;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k];
      if (next === undefined || (next & 0xc0) !== 0x80) return i;
    }
    i += length;
  }
  return bytes.length;
}
