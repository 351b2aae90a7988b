import { isRecord } from '../feature.ts';
import type { Answer } from './requests.ts';

/** The JSON object an answer holds; null when it holds none. */
export function parsedJson({
  bytes,
  charset,
}: Pick<Answer, 'bytes' | 'charset'>): Readonly<Record<string, unknown>> | null {
  const text = textOf(bytes, charset);
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // What is no number is written by some servers as the language they are made in does.
    if (!/NaN|Infinity/.test(text)) return null;
  }
  try {
    return objectOf(JSON.parse(text.replace(/([:,[]\s*)-?(?:NaN|Infinity)(?=\s*[,}\]])/g, '$1null')));
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return isRecord(value) ? value : null;
}

/** JSON is UTF-8; where it is not, what is declared beside it counts, and else the code page of Windows. */
function textOf(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderOf(charset).decode(bytes);
  }
}

function decoderOf(charset: string): TextDecoder {
  try {
    const declared = new TextDecoder(charset);
    return declared.encoding === 'utf-8' ? new TextDecoder('windows-1252') : declared;
  } catch {
    return new TextDecoder('windows-1252');
  }
}
