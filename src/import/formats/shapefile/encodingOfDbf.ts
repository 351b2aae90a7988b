import { type Problem, problem } from '#model/result.ts';
import { decodeText } from '../../columns/decodeText.ts';
import { findEncoding } from '../../columns/findEncoding.ts';
import type { EncodingFinding } from '../driver.ts';

/** Code pages by the language byte of dBase; those of DOS that German files have read as 850, which shares their umlauts. */
const byLanguage: Readonly<Record<number, string>> = {
  1: 'cp850',
  2: 'cp850',
  3: 'windows-1252',
  8: 'cp850',
  9: 'cp850',
  10: 'cp850',
  13: 'cp850',
  14: 'cp850',
  15: 'cp850',
  16: 'cp850',
  17: 'cp850',
  18: 'cp850',
  20: 'cp850',
  21: 'cp850',
  22: 'cp850',
  24: 'cp850',
  25: 'cp850',
  26: 'cp850',
  27: 'cp850',
  29: 'cp850',
  37: 'cp850',
  38: 'ibm866',
  55: 'cp850',
  77: 'gbk',
  78: 'euc-kr',
  79: 'big5',
  80: 'windows-874',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
  101: 'ibm866',
  123: 'shift_jis',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
};

/** Names of encodings as they stand in `.cpg` files. */
function encodingOfCpg(text: string): string | null {
  const name = text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
  const plain = name.replace(/[^a-z0-9]/g, '');
  if (/^(utf8|65001|cp65001)$/.test(plain)) return 'utf-8';
  const language = /^ldid\/?(\d+)$/.exec(name);
  if (language) return byLanguage[Number(language[1])] ?? null;
  if (/^(iso)?88591(15|5)?$/.test(plain)) return plain.endsWith('15') ? 'iso-8859-15' : 'windows-1252';
  if (/^(latin1|ansi|system)$/.test(plain)) return 'windows-1252';
  const page = /^(?:ansi|oem|cp|windows|ibm|dos)?(\d{3,4})$/.exec(plain)?.[1];
  if (page === '437' || page === '850' || page === '858') return 'cp850';
  if (page?.startsWith('125')) return `windows-${page}`;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/**
 * How the text of a dBase table is encoded: as chosen, as `.cpg` or the language byte says, else by evidence. What is
 * declared gives way where the bytes contradict it: many programs write a language byte without meaning it.
 */
export function encodingOfDbf(
  cells: () => Iterable<Uint8Array>,
  languageByte: number,
  declared: { readonly cpg: Uint8Array | undefined; readonly chosen: string | undefined },
  file: string,
): { readonly finding: EncodingFinding; readonly notes: readonly Problem[] } | { readonly problem: Problem } {
  const words = distinctWords(cells());
  const isUtf8 = words.length > 0 && fits(words, 'utf-8');
  const lines = joined(isUtf8 ? words.map(completeUtf8) : words);
  const { chosen } = declared;
  if (chosen !== undefined) {
    for (const word of [new Uint8Array(), ...words]) {
      const read = decoded(word, chosen, file);
      if ('problem' in read) return read;
    }
    return { finding: findEncoding(lines, chosen), notes: [] };
  }
  const cpg = declared.cpg ? encodingOfCpg(new TextDecoder('latin1').decode(declared.cpg)) : null;
  const said = cpg ?? byLanguage[languageByte] ?? null;
  const byEvidence = findEncoding(lines);
  if (said !== null && fits(words, said) && (said === 'utf-8' || !isUtf8)) {
    return { finding: { ...findEncoding(lines, said), from: 'declared' }, notes: [] };
  }
  const notes =
    said === null || words.length === 0
      ? []
      : [problem('encoding-overruled', { declared: said, encoding: byEvidence.encoding }, { file })];
  return { finding: byEvidence, notes };
}

/** Enough to judge by, and few enough to keep. */
const mostWords = 2_000;

/** The different cells that are not plain ASCII. */
function distinctWords(cells: Iterable<Uint8Array>): readonly Uint8Array[] {
  const words = new Map<string, Uint8Array>();
  for (const cell of cells) {
    if (cell.every((byte) => byte < 0x80)) continue;
    words.set(String.fromCharCode(...cell.subarray(0, 254)), cell);
    if (words.size >= mostWords) break;
  }
  return [...words.values()];
}

/** The cells as lines of one text, for those who judge texts. */
function joined(words: readonly Uint8Array[]): Uint8Array {
  const lines = new Uint8Array(words.reduce((sum, word) => sum + word.length + 1, 0));
  let at = 0;
  for (const word of words) {
    lines.set(word, at);
    at += word.length;
    lines[at++] = 0x0a;
  }
  return lines;
}

/** Do all cells read without a byte that the encoding does not know, and without control characters? */
function fits(words: readonly Uint8Array[], encoding: string): boolean {
  return words.every((word) => {
    const read = decoded(word, encoding, '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return 'text' in read && !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(read.text);
  });
}

function decoded(word: Uint8Array, encoding: string, file: string): ReturnType<typeof decodeText> {
  return decodeText(/^utf-?8$/i.test(encoding) ? completeUtf8(word) : word, encoding, file);
}

/** Without the beginning of a character whose rest did not fit into the field. */
export function completeUtf8(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}
