import type { InspectedColumn, InspectedTable } from '../inspect/inspection.ts';
import type { AreasOfPlan } from '../join/areaKeys.ts';
import { writingRepairs } from '../join/keyRepairs.ts';
import type { ImportData } from './importData.ts';
import { fitScore, type KeyFit, keyCandidates, keyFit } from './keyCandidates.ts';
import type { LevelPlan, TablePlan, YearPlan } from './plan.ts';
import { cellReader } from './tableColumns.ts';
import { yearIn } from './yearsIn.ts';

/** A table nobody has said anything about yet: not used, everything below its head counts. */
export function plainTable(table: InspectedTable): TablePlan {
  const { shape } = table;
  return {
    table: table.id,
    use: 'ignore',
    level: '',
    head: { first: shape.headFirst, last: shape.headLast },
    withoutRows: rowsSetAside(table),
    where: [],
    key: { columns: [], pad: null, by: 'key', map: {} },
    year: { kind: 'fixed', year: null },
    columns: [],
    pivot: null,
  };
}

/** Rows below the head that are no data: notes and sub-headings. */
export function asideRows({ shape }: InspectedTable): readonly number[] {
  return shape.aside.map(({ row }) => row).filter((row) => row > shape.headLast);
}

/** Rows below the head that are no data of this table: notes, sub-headings, sums of others. */
function rowsSetAside(table: InspectedTable): readonly number[] {
  const rows = [...asideRows(table), ...table.shape.totals.map(({ row }) => row)];
  return [...new Set(rows)].sort((a, b) => a - b);
}

export interface TableFit {
  readonly level: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly areas: number;
}

/** A table is only taken for one of areas when this part of its rows or of the areas has a partner. */
const leastPart = 0.3;

/**
 * The level and the column whose cells are its keys. Where no cell is a key as it stands, the level that a repair would
 * match is named, and the repair is left to be asked for.
 */
export function bestFit(
  table: InspectedTable,
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
): TableFit | null {
  const rows = data.table(table.id);
  if (!rows) return null;
  const left = new Set(rowsSetAside(table));
  const count = rows.rows.length - left.size;
  let best: TableFit | null = null;
  let bestScore = 0;
  for (const columns of keyCandidates(table)) {
    for (const { id } of levels) {
      const fit = keyFit(columns, rows, areas.of(id), left);
      const score = fitScore(fit);
      if (score <= bestScore || !isFit(fit, count, areas.of(id).size)) continue;
      best = { ...fit, level: id };
      bestScore = score;
    }
  }
  return best ?? fitAfterRepair(table, levels, areas, data);
}

function isFit({ rows, areas }: KeyFit, count: number, all: number): boolean {
  return areas > 1 && (rows >= leastPart * count || areas >= leastPart * all);
}

/** Names, and keys written differently: only where the table would be joined, not how. */
function fitAfterRepair(
  table: InspectedTable,
  levels: readonly LevelPlan[],
  areas: AreasOfPlan,
  data: ImportData,
): TableFit | null {
  const rows = data.table(table.id);
  if (!rows) return null;
  const left = new Set(rowsSetAside(table));
  let best: TableFit | null = null;
  let bestMore = 0;
  for (const columns of keyCandidates(table)) {
    const cell = cellReader(rows, columns);
    if (!cell) continue;
    const cells = new Map<string, number>();
    for (const row of rows.rows) {
      if (!left.has(row.row)) cells.set(cell(row), (cells.get(cell(row)) ?? 0) + 1);
    }
    const count = rows.rows.length - left.size;
    for (const { id } of levels) {
      const names = new Set(areas.of(id).values());
      let named = 0;
      for (const [text, n] of cells) if (names.has(text)) named += n;
      const written = Math.max(0, ...writingRepairs(cells, areas.of(id)).map(({ more }) => more));
      const more = Math.max(named, written);
      if (more <= bestMore || (more < leastPart * count && more < leastPart * areas.of(id).size)) continue;
      best = { level: id, columns, rows: 0, areas: 0 };
      bestMore = more;
    }
  }
  return best;
}

/** A column of years, years in the heads of the columns, or the year that titles and names of the file speak of. */
export function proposeYear(table: InspectedTable, key: readonly string[]): YearPlan {
  if (table.long?.year) return { kind: 'column', column: table.long.year };
  const column = table.columns.find(
    ({ name, type, guess, filled }) =>
      !key.includes(name) &&
      filled > 0 &&
      (guess.role === 'year' || (type === 'year' && filled >= table.rows)),
  );
  if (column) return { kind: 'column', column: column.name };
  // Called the year, but not all of its cells are one: which of them, the review says.
  const called = table.columns.find((one) => isCalledYear(one) && one.filled > 0 && !key.includes(one.name));
  if (called) return { kind: 'column', column: called.name };
  const figures = table.columns.filter((one) => isFigure(one) && !key.includes(one.name));
  if (isSeries(figures)) return { kind: 'columns' };
  const titles = table.shape.aside.filter(({ kind }) => kind === 'title').map(({ text }) => text);
  const named = firstYear([...titles, table.sheet, table.file.slice(table.file.lastIndexOf('/') + 1)]);
  return { kind: 'fixed', year: usualYear(figures) ?? named };
}

function isCalledYear({ name, type }: InspectedColumn): boolean {
  return type === 'number' && /^(?:jahr|year|berichtsjahr|bezugsjahr|erhebungsjahr)$/i.test(name.trim());
}

/** Is one thing given for several years, each in a column of its own – and no column without a year? */
function isSeries(figures: readonly InspectedColumn[]): boolean {
  if (figures.length < 2 || figures.some(({ year }) => year === null)) return false;
  const years = new Set(figures.map(({ year }) => year));
  const names = new Set(figures.map(nameWithoutYear));
  return years.size > 1 && names.size < figures.length;
}

/** The year that most columns with one have, when that is many of them: those without are taken for the same. */
function usualYear(figures: readonly InspectedColumn[]): number | null {
  const counts = new Map<number, number>();
  for (const { year } of figures) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= figures.length / 4 ? most[0] : null;
}

/** `Einwohner 2023` → `Einwohner`. */
export function nameWithoutYear({ name, year }: InspectedColumn): string {
  if (year === null) return name;
  const bare = name
    .replace(String(year), '')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? name : bare;
}

export function firstYear(texts: readonly string[]): number | null {
  for (const text of texts) {
    const year = yearIn(text);
    if (year !== null) return year;
  }
  return null;
}

export function isFigure({ type, number, guess }: InspectedColumn): boolean {
  return (
    number !== null &&
    type !== 'empty' &&
    !['area-key', 'institution-key', 'year', 'x', 'y', 'word', 'name', 'area-name'].includes(guess.role)
  );
}
