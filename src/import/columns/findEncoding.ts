import type { EncodingFinding } from '../formats/driver.ts';
import { createDecoder } from './createDecoder.ts';
import { utf8Evidence } from './utf8Evidence.ts';

/** What German offices write, in the order in which it is believed when the evidence is even. */
const codePages = ['windows-1252', 'cp850'] as const;
const switchable = ['utf-8', ...codePages] as const;
const portion = 4 * 1024 * 1024;
const mostSampleWords = 5;

/**
 * The encoding of a text by evidence: byte order mark, then sound UTF-8, then the code page under which the characters
 * above ASCII make the most plausible German words. `chosen` overrules it, but the alternatives stay known.
 */
export function findEncoding(bytes: Uint8Array, chosen?: string): EncodingFinding {
  const wide = wideEncoding(bytes);
  const found: Pick<EncodingFinding, 'encoding' | 'from'> =
    chosen === undefined ? (wide ?? narrowEncoding(bytes)) : { encoding: chosen, from: 'chosen' };
  if (wide) {
    const head = createDecoder(wide.encoding, false)?.decode(bytes.subarray(0, 65_536), false) ?? '';
    const words = head.match(/[\p{L}-]*[äöüÄÖÜß][\p{L}-]*/gu) ?? [];
    return { ...found, alternatives: [], sample: [...new Set(words)].slice(0, mostSampleWords).join(', ') };
  }
  const words = sampleWords(bytes, found.encoding);
  const others = words.length === 0 ? [] : switchable.filter((encoding) => encoding !== found.encoding);
  return {
    ...found,
    alternatives: others.map((encoding) => ({ encoding, sample: readAs(words, encoding) })),
    sample: readAs(words, found.encoding),
  };
}

type Found = Pick<EncodingFinding, 'encoding' | 'from'>;

/** UTF-16 by its mark, or by the zeros that every second byte then is. */
function wideEncoding(bytes: Uint8Array): Found | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', from: 'bom' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', from: 'bom' };
  const head = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const most = head.length * 0.35;
  if (odd > most && even < most / 10) return { encoding: 'utf-16le', from: 'evidence' };
  if (even > most && odd < most / 10) return { encoding: 'utf-16be', from: 'evidence' };
  return null;
}

function narrowEncoding(bytes: Uint8Array): Found {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', from: 'bom' };
  if (isUtf8(bytes)) return { encoding: 'utf-8', from: 'valid' };
  const { sound, broken } = utf8Evidence(bytes);
  // A few damaged places, or a file that ends in the middle of a character.
  if (sound > 4 * broken) return { encoding: 'utf-8', from: 'evidence' };
  return { encoding: likeliestCodePage(bytes), from: 'evidence' };
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = createDecoder('utf-8', true);
  try {
    for (let start = 0; start < bytes.length; start += portion) {
      decoder?.decode(bytes.subarray(start, start + portion), start + portion >= bytes.length);
    }
    return true;
  } catch {
    return false;
  }
}

/** What stands beside a character: nothing of a word, a small or capital letter, a digit, another one above ASCII. */
const kinds = 5;
type Kind = 0 | 1 | 2 | 3 | 4;

function kindOf(byte: number | undefined): Kind {
  if (byte === undefined) return 0;
  if (byte >= 128) return 4;
  if (byte >= 97 && byte <= 122) return 1;
  if (byte >= 65 && byte <= 90) return 2;
  return byte >= 48 && byte <= 57 ? 3 : 0;
}

function likeliestCodePage(bytes: Uint8Array): string {
  // Each byte above ASCII with its neighbours is counted once; every code page is then judged by the counts.
  const counts = new Uint32Array(128 * kinds * kinds);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 128) {
      const at = ((byte - 128) * kinds + kindOf(bytes[i - 1])) * kinds + kindOf(bytes[i + 1]);
      counts[at] = counts[at]! + 1;
    }
  }
  const upper = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
  let best: string = codePages[0];
  let bestScore = -Infinity;
  for (const encoding of codePages) {
    const characters = createDecoder(encoding, false)?.decode(upper, true) ?? '';
    let score = 0;
    for (let at = 0; at < counts.length; at++) {
      const count = counts[at]!;
      if (count === 0) continue;
      const character = characters[Math.floor(at / (kinds * kinds))] ?? '';
      const before = (Math.floor(at / kinds) % kinds) as Kind;
      score += count * plausibility(character, before, (at % kinds) as Kind);
    }
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

const isLetter = (kind: Kind): boolean => kind === 1 || kind === 2 || kind === 4;

/** How well a character fits between its neighbours in German text. */
function plausibility(character: string, before: Kind, after: Kind): number {
  const startsWord = !isLetter(before);
  if (/[äöüß]/.test(character)) {
    if (startsWord && (after === 2 || character === 'ß')) return -2;
    if (startsWord && !isLetter(after)) return -1;
    return 4;
  }
  if (/[ÄÖÜ]/.test(character)) {
    if (before === 1) return -3;
    return isLetter(after) || before === 2 ? 4 : -1;
  }
  if (/[\u0080-\u009f]/.test(character)) return -6;
  if (/[\u2500-\u25ff\u2017]/.test(character)) return -4;
  if (/[–—„“”‚‘’…€§°²³·´½¼¾±×•®©µ\u00a0\u00ad«»]/.test(character)) {
    if (!startsWord && isLetter(after)) return /[–’·´\u00ad]/.test(character) ? 0 : -2;
    return 1;
  }
  if (/\p{Lu}/u.test(character)) return before === 1 ? -2 : isLetter(after) ? 0.5 : -1;
  if (/\p{Ll}/u.test(character)) return startsWord && !isLetter(after) ? -1 : 0.5;
  return -1;
}

/** Words with characters above ASCII, as bytes; those with umlauts first. */
function sampleWords(bytes: Uint8Array, encoding: string): readonly Uint8Array[] {
  const words = new Map<string, Uint8Array>();
  const isWord = (byte: number | undefined): boolean =>
    byte !== undefined && (byte >= 128 || byte === 45 || isLetter(kindOf(byte)));
  let tries = 0;
  for (let i = 0; i < bytes.length && words.size < 60 && tries < 5_000; i++) {
    if (bytes[i]! < 128) continue;
    tries++;
    let start = i;
    let end = i + 1;
    while (isWord(bytes[start - 1]) && i - start < 30) start--;
    while (isWord(bytes[end]) && end - i < 30) end++;
    const word = bytes.subarray(start, end);
    words.set(String.fromCharCode(...word), word);
    i = end;
  }
  const decoded = [...words.values()].map((word) => ({ word, text: readAs([word], encoding) }));
  const german = decoded.filter(({ text }) => /[äöüÄÖÜß]/.test(text));
  const rest = decoded.filter((one) => !german.includes(one));
  return [...german, ...rest].slice(0, mostSampleWords).map(({ word }) => word);
}

function readAs(words: readonly Uint8Array[], encoding: string): string {
  return words
    .map((word) => createDecoder(encoding, false)?.decode(word, true) ?? '')
    .map((word) => word.replace(/\p{Cc}/gu, '\ufffd'))
    .join(', ');
}
