import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { createDecoder } from '../../columns/createDecoder.ts';
import { DelimiterTally } from '../../columns/delimiter.ts';
import { findEncoding } from '../../columns/findEncoding.ts';
import type { EncodingFinding, FormatFile, ReadChoices, ReadContext } from '../driver.ts';
import { CsvRows, longestLine, mostColumns } from './csvRows.ts';

export interface SeparatedText {
  readonly encoding: EncodingFinding;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** Bytes decoded at once: small enough to be cancelled soon, large enough to be quick. */
const portion = 2 * 1024 * 1024;

/**
 * The rows of a separated text, as they stand. The file is gone through three times – for its encoding, its separator and
 * its cells – so that all of it has a say and never more than a portion of text is held beside the cells.
 */
export async function readSeparated(
  { path, bytes }: Pick<FormatFile, 'path' | 'bytes'>,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<SeparatedText>> {
  const of = bytes.length * 2;
  await context.pause(0, of);
  const encoding = findEncoding(bytes, choices.encoding);
  if (!createDecoder(encoding.encoding, false)) {
    return fail(problem('encoding-unknown', { encoding: encoding.encoding }, { file: path }));
  }
  const tally = new DelimiterTally();
  const damage = new Damage();
  for (const { text, done } of portions(bytes, encoding.encoding)) {
    tally.push(text);
    damage.push(text);
    await context.pause(done, of);
  }
  const found = tally.finish();
  const delimiter = choices.delimiter ?? found.delimiter;
  const columns = delimiter === found.delimiter ? found.columns : 0;
  const cells = new CsvRows({ delimiter, quote: found.quote, columns });
  let isFirst = true;
  for (const { text, done } of portions(bytes, encoding.encoding)) {
    let clean = damage.zeros > 0 ? text.replaceAll('\0', '') : text;
    if (isFirst) clean = withoutDeclaration(clean);
    isFirst = false;
    cells.push(clean);
    if (cells.stop) break;
    await context.pause(bytes.length + done, of);
  }
  cells.finish();
  if (cells.stop) {
    const { reason, row } = cells.stop;
    return fail(
      reason === 'line-too-long'
        ? problem('line-too-long', { megabytes: longestLine / 1048576 }, { file: path, row })
        : problem('columns-too-many', { most: mostColumns }, { file: path, row }),
    );
  }
  return succeed({ encoding, delimiter, rows: cells.rows }, [
    ...damage.notes(path),
    ...quoteNotes(cells.openQuotes, path),
  ]);
}

function* portions(bytes: Uint8Array, encoding: string): Generator<{ text: string; done: number }> {
  const decoder = createDecoder(encoding, false);
  for (let start = 0; decoder && start < bytes.length; start += portion) {
    const done = Math.min(start + portion, bytes.length);
    yield { text: decoder.decode(bytes.subarray(start, done), done === bytes.length), done };
  }
}

/** `sep=;` is an instruction to Excel; its row stays, empty, so that rows are counted as in an editor. */
function withoutDeclaration(text: string): string {
  return text.replace(/^sep=.(?=\r|\n|$)/i, '');
}

/** Characters that were lost before the file came here or are none. */
class Damage {
  zeros = 0;
  #lost = 0;
  #firstRow = 0;
  #doubled = 0;
  #rows = 1;

  push(text: string): void {
    if (text.includes('\0')) this.zeros += text.split('\0').length - 1;
    if (text.includes('\ufffd')) {
      if (this.#lost === 0) this.#firstRow = this.#rows + linesIn(text.slice(0, text.indexOf('\ufffd')));
      this.#lost += text.split('\ufffd').length - 1;
    }
    if (this.#lost === 0) this.#rows += linesIn(text);
    // UTF-8 that was once taken for Windows-1252 and written as UTF-8 again.
    if (text.includes('Ã')) this.#doubled += text.match(/Ã[¤¶¼Ÿ„–œ]/g)?.length ?? 0;
  }

  notes(file: string): readonly Problem[] {
    const notes: Problem[] = [];
    if (this.zeros > 0) notes.push(problem('zeros-removed', { n: this.zeros }, { file }));
    if (this.#lost > 0) {
      notes.push(problem('characters-lost', { n: this.#lost }, { file, row: this.#firstRow }));
    }
    if (this.#doubled > 0) notes.push(problem('encoding-doubled', { n: this.#doubled }, { file }));
    return notes;
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function quoteNotes(rows: readonly number[], file: string): readonly Problem[] {
  const row = rows[0];
  return row === undefined ? [] : [problem('quotes-open', { n: rows.length }, { file, row })];
}
