import { fail, problem, succeed } from '#model/result.ts';
import { decodeText } from '../../columns/decodeText.ts';
import { scoreDelimiter } from '../../columns/delimiter.ts';
import { findEncoding } from '../../columns/findEncoding.ts';
import type { Driver } from '../driver.ts';
import { extensionOf } from '../extension.ts';

/** Separated text. What no other format claims is read as text when it is text. */
export const csvDriver: Driver = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'asc', 'dat'],
  companions: [],
  recognises({ path, bytes }) {
    if (looksBinary(bytes)) return 0;
    return this.extensions.includes(extensionOf(path)) ? 0.4 : 0.1;
  },
  async read({ path, bytes }, choices, context) {
    await context.pause(0, 2);
    const found = findEncoding(bytes, choices.encoding);
    const decoded = decodeText(bytes, found.encoding, path);
    if ('problem' in decoded) return fail(decoded.problem);
    const delimiter = choices.delimiter ?? scoreDelimiter(decoded.text);
    const { default: Papa } = await import('papaparse');
    await context.pause(1, 2);
    const text = decoded.text.replace(/^sep=.(\r?\n)/i, '$1');
    const rows = Papa.parse<string[]>(text, { delimiter }).data;
    if (rows.length === 0) return fail(problem('table-empty', {}, { file: path }));
    return succeed({
      encoding: found,
      delimiter,
      sheets: [{ name: '', rows, merges: [], hasNativeNumbers: false }],
      layers: [],
    });
  },
};

/** Control characters that no text has; zeros are what UTF-16 is full of. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096);
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return false;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return false;
  return controls > head.length / 50;
}
