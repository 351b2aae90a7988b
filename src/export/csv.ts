import type { Sign } from '#model/sign.ts';

/** `de`: semicolon, decimal comma, byte order mark, as Excel in German expects. `international`: comma, point. */
export const csvFormats = ['de', 'international'] as const;
export type CsvFormat = (typeof csvFormats)[number];

export interface CsvColumn {
  readonly head: string;
  /** Digits after the comma where the precision is `shown`; without it whole numbers and full precision stay as they are. */
  readonly decimals?: number;
}

/** A text, a number, or why there is none. An unreliable figure may carry its value. NaN and null are `missing`. */
export type CsvCell = string | number | null | { readonly sign: Sign; readonly value?: number };

export interface CsvOptions {
  readonly format: CsvFormat;
  /** Title, definition, source, date: written on top, each line after `# `. */
  readonly head?: readonly string[];
  readonly precision?: 'full' | 'shown';
}

/** What stands in a cell without a figure, after DIN 55301 where it has a sign. */
export const csvMarks: Readonly<Record<Sign, string>> = {
  present: '',
  missing: '.',
  secret: '*',
  unreliable: '/',
  blocked: 'x',
  later: '...',
  excluded: 'o',
  'too-small': '<',
};

/**
 * The text of a CSV file: optional `#` lines, the heads, one line per row, each ended by CRLF. Texts that a
 * spreadsheet would run as a formula are made harmless with an apostrophe; numbers stay numbers.
 */
export function tableToCsv(
  columns: readonly CsvColumn[],
  rows: readonly (readonly CsvCell[])[],
  options: CsvOptions,
): string {
  const german = options.format === 'de';
  const delimiter = german ? ';' : ',';
  const shown = options.precision === 'shown';
  const text = (value: number, column: CsvColumn): string =>
    number(value, german, shown ? column.decimals : undefined);
  const write = (cell: CsvCell, column: CsvColumn): string => {
    if (typeof cell === 'string') return quoted(harmless(cell), delimiter);
    const figure = (value: number): string => quoted(text(value, column), delimiter);
    if (typeof cell === 'number') return Number.isFinite(cell) ? figure(cell) : csvMarks.missing;
    if (cell === null) return csvMarks.missing;
    const { sign, value } = cell;
    if (value === undefined || !Number.isFinite(value)) return csvMarks[sign];
    if (sign === 'present') return figure(value);
    // Brackets are the sign for a figure of limited worth; a value behind any other sign must not leak.
    return sign === 'unreliable' ? quoted(`(${text(value, column)})`, delimiter) : csvMarks[sign];
  };
  const lines = (options.head ?? []).flatMap((paragraph) =>
    paragraph.split(/\r\n|\r|\n/).map((line) => quoted(`# ${line}`, delimiter)),
  );
  lines.push(columns.map((column) => quoted(harmless(column.head), delimiter)).join(delimiter));
  for (const row of rows) {
    if (row.length !== columns.length)
      throw new Error(`invalid row: ${row.length} of ${columns.length} cells`);
    lines.push(columns.map((column, position) => write(row[position] ?? null, column)).join(delimiter));
  }
  return (german ? '\ufeff' : '') + lines.map((line) => `${line}\r\n`).join('');
}

/** The signs that a table uses, in the order of `csvMarks`, for the key to them in the head lines. */
export function csvSigns(rows: readonly (readonly CsvCell[])[]): Sign[] {
  const used = new Set<Sign>();
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) used.add('missing');
      else if (typeof cell === 'object' && cell.sign !== 'present') used.add(cell.sign);
    }
  }
  return (Object.keys(csvMarks) as Sign[]).filter((sign) => used.has(sign));
}

/**
 * Spreadsheets run a cell that starts like this, also with full-width signs, and some leave out blanks and characters that
 * cannot be seen before they look.
 */
const formulaStart = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

function harmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function number(value: number, german: boolean, decimals: number | undefined): string {
  let text = decimals === undefined ? String(value) : value.toFixed(decimals);
  if (!/[1-9]/.test(text)) text = text.replace('-', '');
  return german ? text.replace('.', ',') : text;
}
