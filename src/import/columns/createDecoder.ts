import { cp850 } from './cp850.ts';

export interface Decoder {
  /** Lower case, as this house names it. */
  readonly encoding: string;
  /** The next bytes as text; the last piece has to be told. Throws when it is strict and meets what cannot be. */
  decode(bytes: Uint8Array, isLast: boolean): string;
}

/**
 * Decodes text piece by piece; null when the encoding is not known. Unless `strict`, bytes that cannot be become U+FFFD. A
 * byte order mark is dropped.
 */
export function createDecoder(encoding: string, strict: boolean): Decoder | null {
  const label = encoding.trim().toLowerCase();
  if (label === 'cp850' || label === 'ibm850') return { encoding: 'cp850', decode: cp850 };
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: strict });
  } catch {
    return null;
  }
  const isWindows = decoder.encoding === 'windows-1252';
  return {
    encoding: decoder.encoding,
    decode(bytes, isLast) {
      const text = decoder.decode(bytes, { stream: !isLast });
      return isWindows ? withPunctuation(text) : text;
    },
  };
}

/** What Windows-1252 has where Latin-1 has controls. */
const punctuation = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes Windows-1252 as Latin-1 (nodejs/node#56542): euro, dashes and quotation marks come out as controls. */
function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => punctuation[control.charCodeAt(0) - 128] ?? control);
}
