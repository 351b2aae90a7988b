import { fail, problem, succeed } from '#model/result.ts';
import type { Driver, Sheet } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import { isMarkup } from '../isMarkup.ts';
import { aboutGenesis } from './aboutGenesis.ts';
import { genesisSheet } from './genesis.ts';
import { readSeparated } from './readSeparated.ts';

/** Separated text. What no other format claims is read as text when it is text. */
export const csvDriver: Driver = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'asc', 'dat'],
  companions: [],
  recognises({ path, bytes }) {
    if (looksBinary(bytes) || isMarkup(bytes)) return 0;
    return this.extensions.includes(extensionOf(path)) ? 0.4 : 0.1;
  },
  async read(file, choices, context) {
    const read = await readSeparated(file, choices, context);
    if (!read.ok) return read;
    const { encoding, delimiter, rows } = read.value;
    if (rows.every((row) => row.every((cell) => cell.trim() === ''))) {
      return fail(problem('table-empty', {}, { file: file.path }));
    }
    const genesis = await genesisSheet(rows, file.path, context);
    const sheet: Sheet = genesis?.sheet ?? { name: '', rows, merges: [], hasNativeNumbers: false };
    const notes = [...read.notes, ...(genesis?.notes ?? [])];
    const about = genesis && aboutGenesis(rows[0] ?? [], rows[1] ?? [], file.path);
    return succeed({ encoding, delimiter, sheets: [sheet], layers: [], ...(about ? { about } : {}) }, notes);
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
