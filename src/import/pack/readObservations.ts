import { signCode } from '#model/sign.ts';
import type { Column, Level, Observations, Variable } from '#model/study.ts';
import { joinedTexts } from '#model/text.ts';
import { type NumberFormat, parseNumber } from '../columns/parseNumber.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import type { Descriptor } from './descriptor.ts';
import { KeyCheck, readYear } from './keyCheck.ts';
import type { ProblemList } from './problemList.ts';
import { columnsOf, type PackReader } from './readPackFile.ts';

const MISSING = signCode('missing');

type DeclaredTable = Descriptor['quartierlupe']['observations'][number];
type DeclaredVariable = Descriptor['quartierlupe']['variables'][number];

/** Observations of one level, with the place each cell came from. */
export interface PlacedObservations extends Observations {
  readonly place: (
    variable: string,
    cell: number,
  ) => { readonly file: string; readonly row: number; readonly column: string } | null;
}

interface KeyedTable {
  readonly table: TextTable;
  readonly rows: readonly { readonly area: number; readonly year: number; readonly source: TextRow }[];
  readonly columns: readonly {
    readonly variable: DeclaredVariable;
    readonly position: number;
    readonly format: NumberFormat;
  }[];
}

/** All tables of areas and years, put together per level. Cells no table has are missing. */
export async function readObservations(
  declared: readonly DeclaredTable[],
  levels: readonly Level[],
  variables: readonly DeclaredVariable[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): Promise<readonly PlacedObservations[]> {
  const byLevel = new Map<string, KeyedTable[]>();
  for (const entry of declared) {
    const table = await reader.table(entry.resource);
    const level = levels.find((candidate) => candidate.id === entry.level);
    if (!table || !level) continue;
    const keyed = keyRows(entry, table, level, variables, reader, problems, notes);
    if (!keyed) continue;
    const others = byLevel.get(level.id);
    if (others) others.push(keyed);
    else byLevel.set(level.id, [keyed]);
  }
  const all = [...byLevel].map(([id, tables]) =>
    fillCells(levels.find((level) => level.id === id)!, tables, problems),
  );
  checkShares(variables, all, problems, notes);
  return all;
}

function keyRows(
  entry: DeclaredTable,
  table: TextTable,
  level: Level,
  variables: readonly DeclaredVariable[],
  reader: PackReader,
  problems: ProblemList,
  notes: ProblemList,
): KeyedTable | null {
  const { file } = table;
  const at = columnsOf(table, { area: entry.area, year: entry.year }, problems);
  if (!at) return null;
  const columns = table.header.flatMap((name, position) => {
    const variable = variables.find((candidate) => candidate.id === name);
    return variable && position !== at.area && position !== at.year
      ? [{ variable, position, format: reader.numberFormat(entry.resource, name) }]
      : [];
  });
  const ignored = table.header.filter(
    (name, position) =>
      position !== at.area && position !== at.year && !columns.some((column) => column.variable.id === name),
  );
  if (ignored.length > 0)
    notes.add('columns-ignored', { n: ignored.length, columns: ignored.join(', ') }, { file });

  const keys = new KeyCheck(level);
  const firstRow = new Map<string, number>();
  const areasOfYear = new Map<number, number>();
  const rows: { area: number; year: number; source: TextRow }[] = [];
  for (const source of table.rows) {
    const { row, cells } = source;
    const key = (cells[at.area] ?? '').trim();
    const area = keys.find(key, { file, row, column: entry.area }, problems);
    const year = readYear(cells[at.year] ?? '', { file, row, column: entry.year }, problems);
    if (area < 0 || Number.isNaN(year)) continue;
    const id = `${area} ${year}`;
    const first = firstRow.get(id);
    if (first !== undefined) {
      problems.add('row-duplicate', { key, year: String(year), first }, { file, row, column: entry.area });
      continue;
    }
    firstRow.set(id, row);
    areasOfYear.set(year, (areasOfYear.get(year) ?? 0) + 1);
    rows.push({ area, year, source });
  }
  keys.finish(problems);
  const yearsLacking = new Map<number, number[]>();
  for (const [year, areas] of areasOfYear) {
    const n = level.keys.length - areas;
    if (n > 0) yearsLacking.set(n, [...(yearsLacking.get(n) ?? []), year]);
  }
  for (const [n, years] of yearsLacking) {
    notes.add('rows-missing', { n, years: years.sort().join(', '), level: level.id }, { file });
  }
  return { table, rows, columns };
}

function fillCells(level: Level, tables: readonly KeyedTable[], problems: ProblemList): PlacedObservations {
  const years = [...new Set(tables.flatMap(({ rows }) => rows.map((row) => row.year)))].sort((a, b) => a - b);
  const yearAt = new Map(years.map((year, y) => [year, y]));
  const n = level.keys.length;
  const columns: Record<string, Column> = {};
  const places = new Map<string, { files: (string | null)[]; rows: Int32Array }>();
  for (const { table, rows, columns: own } of tables) {
    for (const { variable, position, format } of own) {
      const { id } = variable;
      let place = places.get(id);
      if (!place) {
        const cells = n * years.length;
        place = { files: new Array<string | null>(cells).fill(null), rows: new Int32Array(cells) };
        places.set(id, place);
        columns[id] = {
          values: new Float64Array(cells).fill(NaN),
          signs: new Uint8Array(cells).fill(MISSING),
        };
      }
      const column = columns[id]!;
      for (const { area, year, source } of rows) {
        const cell = yearAt.get(year)! * n + area;
        const where = { file: table.file, row: source.row, column: id };
        const text = source.cells[position] ?? '';
        const read = parseNumber(text, format);
        if (!read) {
          problems.add('number-invalid', { value: text.slice(0, 40) }, where);
          continue;
        }
        const first = place.files[cell];
        if (first) {
          // Two tables may list the same area and year, as long as only one of them has the figure.
          if (Number.isNaN(read.value)) continue;
          if (!Number.isNaN(column.values[cell]!)) {
            problems.add('cell-duplicate', { key: level.keys[area] ?? '', year: String(year), first }, where);
            continue;
          }
        }
        place.files[cell] = table.file;
        place.rows[cell] = source.row;
        column.signs![cell] = read.sign;
        column.values[cell] = scaled(read.value, variable);
        checkRange(variable, column.values[cell]!, text, where, problems);
      }
    }
  }
  for (const id of Object.keys(columns)) {
    const column = columns[id]!;
    if (column.signs!.every((sign) => sign === 0)) columns[id] = { values: column.values, signs: null };
  }
  return {
    level: level.id,
    years,
    columns,
    place: (variable, cell) => {
      const place = places.get(variable);
      const file = place?.files[cell];
      return place && file ? { file, row: place.rows[cell]!, column: variable } : null;
    },
  };
}

function scaled(value: number, variable: DeclaredVariable): number {
  return variable.stored === 'percent' ? value / 100 : value;
}

/** A count is never negative, nor is a published share. */
function checkRange(
  variable: Variable,
  value: number,
  text: string,
  where: { readonly file: string; readonly row: number; readonly column: string },
  problems: ProblemList,
): void {
  if (!(value < 0)) return;
  if (variable.kind === 'count') problems.add('count-negative', { value: text.trim() }, where);
  else if (variable.unit === 'share') problems.add('share-negative', { value: text.trim() }, where);
}

/**
 * Published rates may pass 100 % here and there (moves per resident). Where most of a column does, it holds percent
 * that the descriptor calls plain.
 */
function checkShares(
  variables: readonly DeclaredVariable[],
  all: readonly PlacedObservations[],
  problems: ProblemList,
  notes: ProblemList,
): void {
  for (const observations of all) {
    for (const variable of variables) {
      const column = columnOf(observations, variable.id);
      if (variable.kind !== 'value' || variable.unit !== 'share' || !column) continue;
      const first = column.values.findIndex((value) => value > 1);
      if (first < 0) continue;
      const known = column.values.filter((value) => !Number.isNaN(value)).length;
      const above = column.values.filter((value) => value > 1).length;
      const where = observations.place(variable.id, first);
      if (above > known / 2) problems.add('share-not-percent', { n: above, total: known }, where);
      else notes.add('shares-above-one', { n: above }, where && { ...where, row: undefined });
    }
  }
}

/** Parts must not exceed their wholes: shares of indicators, groups of residents. */
export function checkTotals(
  all: readonly PlacedObservations[],
  own: Descriptor['quartierlupe'],
  levels: readonly Level[],
  problems: ProblemList,
): void {
  const pairs = new Map<string, { part: readonly string[]; whole: readonly string[] }>();
  const pair = (part: readonly string[], whole: readonly string[]): void => {
    pairs.set(JSON.stringify([part, whole]), { part, whole });
  };
  for (const { measure } of own.indicators) {
    if (measure.kind === 'share') pair(measure.numerator, measure.denominator);
  }
  for (const group of own.groups) {
    if (group.scope === 'residents') pair([group.count], [group.universe]);
  }
  const names = new Map(own.variables.map(({ id, name }) => [id, name]));
  const nameOf = (ids: readonly string[]) =>
    joinedTexts(
      ids.map((id) => names.get(id) ?? id),
      ' + ',
    );
  for (const observations of all) {
    const keys = levels.find((level) => level.id === observations.level)?.keys ?? [];
    for (const { part, whole } of pairs.values()) {
      const parts = part.map((id) => columnOf(observations, id));
      const wholes = whole.map((id) => columnOf(observations, id));
      if (parts.includes(null) || wholes.includes(null)) continue;
      for (let cell = 0; cell < keys.length * observations.years.length; cell++) {
        const x = sumAt(parts, cell);
        const t = sumAt(wholes, cell);
        if (!(x > t + 1e-9 * Math.abs(t))) continue;
        problems.add(
          'count-over-total',
          {
            part: nameOf(part),
            whole: nameOf(whole),
            count: x,
            total: t,
            key: keys[cell % keys.length] ?? '',
            year: String(observations.years[Math.floor(cell / keys.length)]),
          },
          observations.place(part[0] ?? '', cell),
        );
      }
    }
  }
}

function columnOf(observations: Observations, id: string): Column | null {
  return Object.hasOwn(observations.columns, id) ? (observations.columns[id] ?? null) : null;
}

function sumAt(columns: readonly (Column | null)[], cell: number): number {
  let sum = 0;
  for (const column of columns) sum += column?.values[cell] ?? NaN;
  return sum;
}
