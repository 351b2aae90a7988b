import { readFile } from 'node:fs/promises';
import { decodeText } from '#import/columns/decodeText.ts';
import { scoreDelimiter } from '#import/columns/delimiter.ts';
import { marksOf, type NumberFormat, parseNumber } from '#import/columns/parseNumber.ts';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import type { TextTable } from '#import/formats/table.ts';
import type { Findings } from './findings.ts';

/** How the groups stand in the table: a column each, or one of them beside the total. */
export type GroupColumns =
  | { readonly kind: 'groups'; readonly names: readonly string[] }
  | { readonly kind: 'minority'; readonly minority: string; readonly total: string };

export interface MeasureTable {
  readonly file: string;
  /** Column of the keys. */
  readonly unit: string;
  /** Units with all figures, in the order of the rows. */
  readonly ids: readonly string[];
  readonly rows: readonly number[];
  readonly columns: readonly Float64Array[];
  /** Names of the columns' groups. */
  readonly names: readonly string[];
  /** Units with a missing or secret figure: left out. */
  readonly missing: readonly string[];
}

/** What stands for "no figure" in German tables (DIN 55301) and in exports of statistics programs. */
const marks = marksOf([
  { value: '-', label: 'zero' },
  { value: '–', label: 'zero' },
  { value: '.', label: 'secret' },
  { value: '•', label: 'secret' },
  { value: '*', label: 'secret' },
  { value: '/', label: 'unreliable' },
  { value: 'x', label: 'blocked' },
  { value: 'X', label: 'blocked' },
  { value: '…', label: 'later' },
  { value: '...', label: 'later' },
  { value: 'NA', label: 'missing' },
  { value: 'N/A', label: 'missing' },
  { value: 'n/a', label: 'missing' },
  { value: 'NaN', label: 'missing' },
  { value: 'null', label: 'missing' },
]);

/** Reads the counts of a table. What is wrong goes to `findings`, with row and column; then there is no value. */
export async function readMeasureTable(
  file: string,
  unit: string,
  groups: GroupColumns,
  findings: Findings,
): Promise<MeasureTable | null> {
  const text = await textOf(file, findings);
  if (text === null) return null;
  const delimiter = scoreDelimiter(text);
  const { table, problems } = await readCsv(text, file, { delimiter });
  for (const found of problems) findings.problem(found);
  const names = groups.kind === 'groups' ? groups.names : [groups.minority, groups.total];
  const positions = [unit, ...names].map((name) => positionOf(table, name, findings));
  if (findings.found || positions.includes(-1)) return null;
  if (table.rows.length === 0) {
    findings.add('Die Tabelle hat keine Zeilen mit Daten.', { file });
    return null;
  }
  const [unitAt = 0, ...countsAt] = positions;
  const format = formatOf(table, countsAt, delimiter, findings);

  const ids: string[] = [];
  const rows: number[] = [];
  const missing: string[] = [];
  const counts: number[][] = names.map(() => []);
  const rowOfKey = new Map<string, number>();
  for (const { row, cells } of table.rows) {
    const key = (cells[unitAt] ?? '').trim();
    const before = rowOfKey.get(key);
    if (key === '') findings.add('Der Schlüssel fehlt.', { file, row, column: unit });
    else if (before) {
      findings.add(`Der Schlüssel „${key}“ steht schon in Zeile ${before}.`, { file, row, column: unit });
    }
    rowOfKey.set(key, row);
    const values = countsAt.map((at, g) =>
      countOf(cells[at] ?? '', format, { file, row, column: names[g] }, findings),
    );
    if (values.some((value) => Number.isNaN(value))) {
      missing.push(key);
      continue;
    }
    const [first = 0, second = 0] = values;
    if (groups.kind === 'minority' && first > second) {
      findings.add(
        `Die Gruppe (${plain(first)}) ist größer als die Gesamtzahl (${plain(second)}, Spalte „${groups.total}“).`,
        { file, row, column: groups.minority },
      );
    }
    ids.push(key);
    rows.push(row);
    values.forEach((value, g) => {
      counts[g]!.push(value);
    });
  }
  if (findings.found) return null;
  noteSumRow(ids, rows, counts, file, findings);
  const columns = counts.map((column) => Float64Array.from(column));
  if (groups.kind === 'groups') return { file, unit, ids, rows, columns, names, missing };
  const [minority = new Float64Array(), total = new Float64Array()] = columns;
  return {
    file,
    unit,
    ids,
    rows,
    missing,
    columns: [minority, total.map((value, i) => value - minority[i]!)],
    names: [groups.minority, `${groups.total} ohne ${groups.minority}`],
  };
}

/** UTF-8, or UTF-16 with its mark; what is neither is an old German export. */
async function textOf(file: string, findings: Findings): Promise<string | null> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    findings.add(`Die Datei lässt sich nicht lesen (${(error as NodeJS.ErrnoException).code}).`, { file });
    return null;
  }
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const first = decodeText(bytes, isWide ? 'utf-16le' : 'utf-8', file);
  if ('text' in first) return first.text;
  const second = decodeText(bytes, 'windows-1252', file);
  if ('problem' in second) {
    findings.problem(first.problem);
    return null;
  }
  findings.note('Die Datei ist nicht UTF-8; sie wurde als Windows-1252 gelesen.', { file });
  return second.text;
}

function positionOf(table: TextTable, name: string, findings: Findings): number {
  const position = table.header.indexOf(name);
  if (position < 0) {
    const alike = table.header.find((column) => column.toLowerCase() === name.toLowerCase());
    const hint = alike
      ? `Gemeint ist wohl „${alike}“.`
      : `Vorhanden: ${table.header.map((column) => `„${column}“`).join(', ')}.`;
    findings.add(`Die Spalte „${name}“ fehlt. ${hint}`, { file: table.file, row: 1, column: name });
  }
  return position;
}

/**
 * How numbers are written, from all cells together. `1.234` is a thousand in a file with semicolons or tabs and a
 * decimal fraction in one with commas.
 */
function formatOf(
  table: TextTable,
  countsAt: readonly number[],
  delimiter: string,
  findings: Findings,
): NumberFormat {
  const cells = table.rows.flatMap(({ cells: row }) => countsAt.map((at) => (row[at] ?? '').trim()));
  const numbers = cells.filter((cell) => /\d/.test(cell));
  const blank = numbers.some((cell) => /\d[ \u00a0\u202f\u2009]\d/.test(cell)) ? ' ' : '';
  const withComma = numbers.filter((cell) => cell.includes(','));
  const withPoint = numbers.filter((cell) => cell.includes('.'));
  if (withComma.length > 0) {
    const isEnglish =
      delimiter === ',' && withComma.every((cell) => /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell));
    return isEnglish
      ? { decimal: '.', thousands: ',', marks }
      : { decimal: ',', thousands: blank || '.', marks };
  }
  const isGerman =
    delimiter !== ',' &&
    withPoint.length > 0 &&
    withPoint.every((cell) => /^[+-]?\d{1,3}(\.\d{3})+$/.test(cell));
  if (isGerman) {
    findings.note(`Punkte wie in „${withPoint[0]}“ wurden als Tausendertrennzeichen gelesen.`, {
      file: table.file,
    });
    return { decimal: ',', thousands: '.', marks };
  }
  return { decimal: '.', thousands: blank, marks };
}

/** A count ≥ 0; NaN where a sign says why there is none, or with a finding where it is no count. */
function countOf(
  text: string,
  format: NumberFormat,
  where: { readonly file: string; readonly row: number; readonly column?: string },
  findings: Findings,
): number {
  const cell = parseNumber(text, format);
  if (!cell) {
    findings.add(`„${text.trim()}“ ist keine Zahl.`, where);
    return NaN;
  }
  if (cell.value < 0) {
    findings.add(`Die Anzahl ist negativ (${text.trim()}).`, where);
    return NaN;
  }
  return cell.value;
}

/** A last line "Summe" would count everybody twice; said aloud, since it can also be chance. */
function noteSumRow(
  ids: readonly string[],
  rows: readonly number[],
  counts: readonly (readonly number[])[],
  file: string,
  findings: Findings,
): void {
  if (ids.length < 4) return;
  const sums = counts.map((column) => column.reduce((sum, value) => sum + value, 0));
  if (sums.some((sum) => sum === 0)) return;
  const at = ids.findIndex((_, i) => counts.every((column, g) => column[i]! * 2 === sums[g]));
  if (at < 0) return;
  findings.note(
    `„${ids[at]}“ ist die Summe aller anderen Zeilen. Eine Summenzeile gehört nicht in die Tabelle.`,
    {
      file,
      row: rows[at],
    },
  );
}

function plain(value: number): string {
  return String(value).replace('.', ',');
}
