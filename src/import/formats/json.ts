import { type Problem, problem } from '#model/result.ts';
import { decodeText } from '../columns/decodeText.ts';

/** Does JSON text say that it is of one of these `type`s, near its start or its end? Null when it is no JSON object. */
export function mentionsType(bytes: Uint8Array, types: readonly string[]): boolean | null {
  const latin = new TextDecoder('latin1');
  const head = latin.decode(bytes.subarray(0, 8_192)).replace(/^ï»¿/, '');
  if (!/^\s*\{/.test(head)) return null;
  const text = head + latin.decode(bytes.subarray(Math.max(8_192, bytes.length - 1_024)));
  return [...text.matchAll(/"type"\s*:\s*"(\w+)"/g)].some(([, type = '']) => types.includes(type));
}

/** JSON is UTF-8; older desktop GIS wrote the code page of Windows. */
export function jsonText(bytes: Uint8Array, file: string, chosen?: string): ReturnType<typeof decodeText> {
  if (chosen !== undefined) return decodeText(bytes, chosen, file);
  const utf8 = decodeText(bytes, 'utf-8', file);
  return 'text' in utf8 ? utf8 : decodeText(bytes, 'windows-1252', file);
}

export function parseJsonText(
  text: string,
  file: string,
): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: problem('json-invalid', { reason }, { file }) };
  }
}
