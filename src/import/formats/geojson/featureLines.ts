import { type Problem, problem } from '#model/result.ts';
import type { EncodedText } from '../encodedText.ts';
import { isRecord } from '../feature.ts';

const recordSeparator = '\u001e';
const lineFeed = 10;

/** Bytes of lines that are decoded at once. */
const batchSize = 1024 * 1024;

/** Is it a feature per line (GeoJSON Lines, GeoJSON Text Sequences)? A document of one feature is none. */
export function areFeatureLines(text: EncodedText): boolean {
  const { bytes, decode } = text;
  const start = nextSign(text, text.start);
  if (bytes[start] === recordSeparator.charCodeAt(0)) return true;
  const end = bytes.indexOf(lineFeed, start);
  if (end < 0 || bytes[start] !== 0x7b || bytes[nextSign(text, end)] !== 0x7b) return false;
  try {
    return isRecord(JSON.parse(decode(bytes.subarray(start, end))));
  } catch {
    return false;
  }
}

/** Where the next sign stands that is neither blank nor a (doubled) byte order mark. */
function nextSign({ bytes, isUtf8 }: EncodedText, start: number): number {
  let at = start;
  for (;;) {
    const code = bytes[at];
    if (isUtf8 && code === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
    else if (code === 32 || (code !== undefined && code >= 9 && code <= 13)) at++;
    else return at;
  }
}

/** Hands out the value on each line and yields how far it has come; ends with the first line that is none. */
export function* featureLines(
  { bytes, decode }: EncodedText,
  file: string,
  take: (value: unknown) => void,
): Generator<number, Problem | null> {
  let row = 0;
  for (let start = 0; start < bytes.length; ) {
    const last = bytes.lastIndexOf(lineFeed, start + batchSize);
    const found = last >= start ? last : bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    for (const text of decode(bytes.subarray(start, end)).split('\n')) {
      row++;
      const line = text.replace(recordSeparator, '').trim();
      if (line === '') continue;
      try {
        take(JSON.parse(line));
      } catch {
        return problem('geojson-line-invalid', {}, { file, row });
      }
    }
    start = end + 1;
    yield start;
  }
  return null;
}
