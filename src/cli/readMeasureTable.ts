import { decodeText } from '#import/columns/decodeText.ts';
import { scoreDelimiter } from '#import/columns/delimiter.ts';
import { type NumberFormat, parseNumber } from '#import/columns/parseNumber.ts';
import { readCsv } from '#import/formats/csv/readCsv.ts';
import type { TextTable } from '#import/formats/table.ts';
import type { Findings } from './findings.ts';
import { type Decimal, numberFormatOf } from './numberFormatOf.ts';
import { readBytes } from './readBytes.ts';

/** How the groups stand in the table: a column each, or one of them beside the total. */
export type GroupColumns =
  | { readonly kind: 'groups'; readonly names: readonly string[] }
  | { readonly kind: 'minority'; readonly minority: string; readonly total: string };

/** What a table says beside the counts. */
export interface OtherColumns {
  /** Where the units lie, instead of areas. */
  readonly point: { readonly x: string; readonly y: string; readonly area: string | null } | null;
  /** To which district, form of school … they belong. */
  readonly labels: readonly string[];
}

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
  /** Coordinates as they stand in the file; null where no columns are named. */
  readonly point: {
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly area: Float64Array | null;
  } | null;
  /** One column per label asked for. */
  readonly labels: readonly (readonly string[])[];
}

/** Reads the counts of a table. What is wrong goes to `findings`, with row and column; then there is no value. */
export async function readMeasureTable(
  file: string,
  unit: string,
  groups: GroupColumns,
  other: OtherColumns,
  decimal: Decimal | null,
  findings: Findings,
): Promise<MeasureTable | null> {
  const text = await textOf(file, findings);
  if (text === null) return null;
  if (text.trim() === '') {
    findings.add('Die Datei ist leer.', { file });
    return null;
  }
  const delimiter = scoreDelimiter(text);
  const { table, problems } = await readCsv(text, file, { delimiter });
  for (const found of problems) findings.problem(found);
  const names = groups.kind === 'groups' ? groups.names : [groups.minority, groups.total];
  const positions = [unit, ...names].map((name) => positionOf(table, name, findings));
  const pointNames = other.point ? [other.point.x, other.point.y, other.point.area ?? []].flat() : [];
  const pointAt = pointNames.map((name) => positionOf(table, name, findings));
  const labelsAt = other.labels.map((name) => positionOf(table, name, findings));
  if (findings.found) return null;
  if (table.rows.length === 0) {
    findings.add('Die Tabelle hat keine Zeilen mit Daten.', { file });
    return null;
  }
  const [unitAt = 0, ...countsAt] = positions;
  const cells = table.rows.flatMap(({ cells: row }) => countsAt.map((at) => (row[at] ?? '').trim()));
  const format = numberFormatOf(cells, delimiter, decimal, file, findings);
  const pointCells = table.rows.flatMap(({ cells: row }) => pointAt.map((at) => (row[at] ?? '').trim()));
  const pointFormat = numberFormatOf(pointCells, delimiter, decimal, file, findings);
  if (findings.found) return null;

  const ids: string[] = [];
  const rows: number[] = [];
  const missing: string[] = [];
  const counts: number[][] = names.map(() => []);
  const points: number[][] = pointNames.map(() => []);
  const labels: string[][] = other.labels.map(() => []);
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
    pointAt.forEach((at, k) => {
      const where = { file, row, column: pointNames[k] };
      points[k]!.push(measureOf(cells[at] ?? '', pointFormat, k === 2, where, findings));
    });
    labelsAt.forEach((at, k) => {
      const label = (cells[at] ?? '').trim();
      if (label === '') findings.add('Die Zugehörigkeit fehlt.', { file, row, column: other.labels[k] });
      labels[k]!.push(label);
    });
  }
  if (findings.found) return null;
  if (ids.length === 0) {
    findings.add('Keine Zeile hat vollständige Angaben.', { file });
    return null;
  }
  noteSumRow(ids, rows, counts, file, findings);
  noteFractions(ids, counts, names, file, findings);
  if (groups.kind === 'groups') noteTotalColumn(names, counts, file, findings);
  const columns = counts.map((column) => Float64Array.from(column));
  const [x = null, y = null, area = null] = points.map((column) => Float64Array.from(column));
  const point = x && y ? { x, y, area } : null;
  if (groups.kind === 'groups') return { file, unit, ids, rows, columns, names, missing, point, labels };
  const [minority = new Float64Array(), total = new Float64Array()] = columns;
  return {
    file,
    unit,
    ids,
    rows,
    missing,
    point,
    labels,
    columns: [minority, total.map((value, i) => value - minority[i]!)],
    names: [groups.minority, `${groups.total} ohne ${groups.minority}`],
  };
}

/** UTF-8, or UTF-16 with its mark; what is neither is an old German export. */
async function textOf(file: string, findings: Findings): Promise<string | null> {
  const bytes = await readBytes(file, findings);
  if (!bytes) return null;
  const first = decodeText(bytes, encodingByMark(bytes), file);
  if ('text' in first) return first.text;
  const second = decodeText(bytes, 'windows-1252', file);
  if ('problem' in second) {
    findings.problem(first.problem);
    return null;
  }
  findings.note('Die Datei ist nicht UTF-8; sie wurde als Windows-1252 gelesen.', { file });
  return second.text;
}

function encodingByMark([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Names listed in a message: tables of statistics offices have hundreds of columns. */
const mostNames = 12;

function positionOf(table: TextTable, name: string, findings: Findings): number {
  const position = table.header.indexOf(name);
  if (position < 0) {
    const alike = table.header.find((column) => column.toLowerCase() === name.toLowerCase());
    const hint = alike ? `Gemeint ist wohl „${alike}“.` : `Vorhanden: ${listed(table.header)}.`;
    findings.add(`Die Spalte „${name}“ fehlt. ${hint}`, { file: table.file, row: 1, column: name });
  }
  return position;
}

function listed(header: readonly string[]): string {
  const names = header.slice(0, mostNames).map((column) => `„${column}“`);
  const more = header.length - names.length;
  return `${names.join(', ') || 'keine'}${more > 0 ? ` und ${more} weitere` : ''}`;
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

/** A coordinate or an area in square metres; NaN with a finding where it is none. */
function measureOf(
  text: string,
  format: NumberFormat,
  isArea: boolean,
  where: { readonly file: string; readonly row: number; readonly column?: string },
  findings: Findings,
): number {
  const value = parseNumber(text, format)?.value ?? NaN;
  if (Number.isNaN(value)) {
    findings.add(
      text.trim() === ''
        ? `${isArea ? 'Die Fläche' : 'Die Koordinate'} fehlt.`
        : `„${text.trim()}“ ist keine ${isArea ? 'Fläche' : 'Koordinate'}.`,
      where,
    );
  } else if (isArea && value <= 0) {
    findings.add(`Die Fläche ist nicht größer als 0 (${text.trim()}).`, where);
  }
  return value;
}

/** A last line "Summe" would count everybody twice; said aloud, since it can also be chance. */
function noteSumRow(
  ids: readonly string[],
  rows: readonly number[],
  counts: readonly (readonly number[])[],
  file: string,
  findings: Findings,
): void {
  const sums = counts.map((column) => column.reduce((sum, value) => sum + value, 0));
  if (ids.length < 3 || sums.some((sum) => sum === 0)) return;
  const isSum = ids.findIndex((_, i) => counts.every((column, g) => column[i]! * 2 === sums[g]));
  const at = isSum < 0 ? ids.findIndex((id) => sumName.test(id)) : isSum;
  if (at < 0) return;
  findings.note(
    `„${ids[at]}“ ${isSum < 0 ? 'heißt wie eine Summe' : 'ist die Summe aller anderen Zeilen'}. Eine Summenzeile gehört nicht in die Tabelle.`,
    { file, row: rows[at] },
  );
}

const sumName = /^(summe|insgesamt|gesamt|total|zusammen)(?!\p{L})/iu;
const totalName =
  /(^|[^\p{L}])(gesamt|insgesamt|summe|total|alle|einwohner|bev(ö|oe)lkerung|residents|population)(?!\p{L})|gesamt$/iu;

/** People come whole. Parts of people are computed figures – or thousands misread. */
function noteFractions(
  ids: readonly string[],
  counts: readonly (readonly number[])[],
  names: readonly string[],
  file: string,
  findings: Findings,
): void {
  for (const [g, column] of counts.entries()) {
    const at = column.findIndex((value) => !Number.isInteger(value));
    if (at < 0) continue;
    findings.note(
      `Es gibt Anzahlen mit Nachkommastellen, zum Beispiel ${plain(column[at]!)} bei „${ids[at]}“.`,
      {
        file,
        column: names[g],
      },
    );
    return;
  }
}

/** A total among the groups counts everybody twice. */
function noteTotalColumn(
  names: readonly string[],
  counts: readonly (readonly number[])[],
  file: string,
  findings: Findings,
): void {
  const [first = []] = counts;
  const total = counts.findIndex((column, g) =>
    names.length > 2
      ? column.every((value, i) => value * 2 === counts.reduce((sum, other) => sum + other[i]!, 0))
      : totalName.test(names[g] ?? '') && column.every((value, i) => value >= counts[1 - g]![i]!),
  );
  if (total < 0 || first.length < 2) return;
  findings.note(
    `„${names[total]}“ sieht nach einer Gesamtzahl aus, in der ${names.length > 2 ? 'die anderen Gruppen' : 'die andere Gruppe'} schon enthalten ${names.length > 2 ? 'sind' : 'ist'}. Eine Gesamtzahl gehört zu --total, neben --minority.`,
    { file, column: names[total] },
  );
}

function plain(value: number): string {
  return String(value).replace('.', ',');
}
