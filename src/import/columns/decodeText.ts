import { type Problem, problem } from '#model/result.ts';
import { createDecoder } from './createDecoder.ts';
import { utf8Evidence } from './utf8Evidence.ts';

/** Bytes as text. A byte order mark is dropped; bytes that the encoding does not know are a problem, never a `�`. */
export function decodeText(
  bytes: Uint8Array,
  encoding: string,
  file: string,
): { readonly text: string } | { readonly problem: Problem } {
  const decoder = createDecoder(encoding, true);
  if (!decoder) return { problem: problem('encoding-unknown', { encoding }, { file }) };
  try {
    return { text: decoder.decode(bytes, true) };
  } catch {
    const row = decoder.encoding === 'utf-8' ? lineOf(bytes, utf8Evidence(bytes).firstBroken) : undefined;
    return { problem: problem('encoding-invalid', { encoding: decoder.encoding }, { file, row }) };
  }
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let i = 0; i < end; i++) if (bytes[i] === 10) line++;
  return line;
}
