import { type Problem, problem } from '#model/result.ts';
import { drivers } from './catalog.ts';
import { isZip, zipDirectory } from './containers/zipDirectory.ts';
import type { Driver, FormatFile } from './driver.ts';
import { extensionOf } from './extension.ts';

/** The driver that is surest of the file; of equally sure ones the first of the catalogue. */
export function recognise(file: Pick<FormatFile, 'path' | 'bytes'>): Driver | null {
  let best: Driver | null = null;
  let bestScore = 0;
  for (const driver of drivers) {
    const score = driver.recognises(file);
    if (score > bestScore) {
      best = driver;
      bestScore = score;
    }
  }
  // Only text without any sign of its own is taken for a table because nothing else claims it.
  return bestScore < 0.5 && knownKind(file.bytes) !== null ? null : best;
}

/** Why no driver wants a file. */
export function unrecognised({ path, bytes }: Pick<FormatFile, 'path' | 'bytes'>): Problem {
  const where = { file: path };
  const extension = extensionOf(path);
  const kind = knownKind(bytes);
  if (kind === 'HTML') return problem('web-page', {}, where);
  if (kind !== null) return problem('format-unsupported', { kind }, where);
  if (drivers.some(({ extensions }) => extensions.includes(extension))) {
    return problem('content-unexpected', { extension }, where);
  }
  return problem('format-unknown', { extension: extension === '' ? '–' : extension }, where);
}

/** First characters of files that people do drop here, by what they call them. */
const signatures: readonly (readonly [start: RegExp, kind: string])[] = [
  [/^%PDF/, 'PDF'],
  [/^\x89PNG/, 'PNG'],
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^GIF8/, 'GIF'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^Rar!/, 'RAR'],
  [/^7z\xbc\xaf/, '7-Zip'],
  [/^.{4}Standard (?:Jet|ACE) DB/s, 'Access'],
  [/^\$FL[23]/, 'SPSS'],
  [/^<stata_dta/, 'Stata'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i, 'HTML'],
];

function knownKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  for (const [start, kind] of signatures) if (start.test(head)) return kind;
  if (!isZip(bytes)) return null;
  const names = zipDirectory(bytes)?.map(({ name }) => name) ?? [];
  if (names.some((name) => name.startsWith('word/'))) return 'Word';
  if (names.some((name) => name.startsWith('ppt/'))) return 'PowerPoint';
  return names.includes('content.xml') ? 'OpenDocument' : null;
}
