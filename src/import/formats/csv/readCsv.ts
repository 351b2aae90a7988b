import { type Problem, problem } from '#model/result.ts';
import type { TextRow, TextTable } from '../table.ts';

export interface CsvOptions {
  readonly delimiter: string;
  /** Rows before the data; the last of them has the names. Earlier ones are passed over. */
  readonly headerRows?: number;
}

/** Separated text to a table. No cell is interpreted: `01001` stays `01001`. */
export async function readCsv(
  text: string,
  file: string,
  { delimiter, headerRows = 1 }: CsvOptions,
): Promise<{ readonly table: TextTable; readonly problems: readonly Problem[] }> {
  const { default: Papa } = await import('papaparse');
  const body = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');
  const skipped = text.length - body.length > 1 ? 1 : 0;
  const parsed = Papa.parse<string[]>(body, { delimiter, header: false, skipEmptyLines: false });
  const problems = parsed.errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => problem('quotes-unbalanced', {}, { file, row: (error.row ?? 0) + 1 + skipped }));
  const records = parsed.data;
  const header = (records[headerRows - 1] ?? []).map((name) => name.trim());
  while (header.length > 0 && header.at(-1) === '') header.pop();
  const rows: TextRow[] = [];
  for (let r = headerRows; r < records.length; r++) {
    const cells = records[r]!;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = r + 1 + skipped;
    const surplus = cells.slice(header.length).some((cell) => cell.trim() !== '');
    if (cells.length < header.length || surplus)
      problems.push(problem('row-width', { expected: header.length, found: cells.length }, { file, row }));
    else rows.push({ row, cells });
  }
  const seen = new Set<string>();
  for (const name of header) {
    if (name !== '' && seen.has(name))
      problems.push(problem('column-duplicate', {}, { file, row: 1, column: name }));
    seen.add(name);
  }
  return { table: { file, header, rows }, problems };
}
