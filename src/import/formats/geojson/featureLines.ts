import { type Problem, problem } from '#model/result.ts';
import { isRecord } from '../feature.ts';

const recordSeparator = '\u001e';

/** Is it a feature per line (GeoJSON Lines, GeoJSON Text Sequences)? A document of one feature is none. */
export function isFeatureLines(text: string): boolean {
  if (text.trimStart().startsWith(recordSeparator)) return true;
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  if (start < 0 || end < 0 || !text.slice(end).trim().startsWith('{')) return false;
  try {
    return isRecord(JSON.parse(text.slice(start, end)));
  } catch {
    return false;
  }
}

/** The features of a file that has one on each line. */
export async function featureLines(
  text: string,
  file: string,
  pause: (done: number, of: number) => Promise<void>,
): Promise<{ readonly values: readonly unknown[] } | { readonly problem: Problem }> {
  const values: unknown[] = [];
  let row = 0;
  for (let start = 0; start < text.length; row++) {
    if (row % 256 === 0) await pause(start, text.length);
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).replace(recordSeparator, '').trim();
    start = end + 1;
    if (line === '') continue;
    try {
      values.push(JSON.parse(line));
    } catch {
      return { problem: problem('geojson-line-invalid', {}, { file, row: row + 1 }) };
    }
  }
  return { values };
}
