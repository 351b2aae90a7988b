import { signCode, signs } from '#model/sign.ts';
import type { Level } from '#model/study.ts';
import { type Cell, type NumberFormat, parseNumber } from '../columns/parseNumber.ts';
import { writeCsv } from '../formats/csv/writeCsv.ts';
import type { TextRow } from '../formats/table.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import { KeyCheck, readYear } from '../pack/keyCheck.ts';
import type { ProblemList } from '../pack/problemList.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import { testOf } from './conditions.ts';
import type { NumberSpec, Recipe } from './recipe.ts';
import type { JoinedTable, RecipeFiles } from './recipeFiles.ts';

type Table = Recipe['tables'][number];
type Part = Table['parts'][number];

/** How each sign is written in the tables of a built pack, declared there as missing value with its label. */
const writtenSign: Readonly<Record<string, string>> = {
  missing: '',
  secret: '.',
  blocked: 'x',
  later: '...',
  excluded: '#',
  'too-small': '<',
};

export const writtenMarks: readonly { readonly value: string; readonly label: string }[] = Object.entries(
  writtenSign,
).map(([label, value]) => ({ value, label }));

export interface BuiltTable {
  readonly file: PackFile;
  readonly resource: DescriptorInput['resources'][number];
  readonly observations: DescriptorInput['quartierlupe']['observations'][number];
}

/** One table of areas and years, put together from all files that hold a part of it. */
export async function buildTable(
  table: Table,
  level: Level,
  files: RecipeFiles,
  problems: ProblemList,
): Promise<BuiltTable> {
  const cells = new CellGrid(level);
  const variables = new Set([
    ...Object.keys(table.columns),
    ...Object.keys(table.pivot?.variables ?? {}),
    ...table.parts.flatMap((part) => Object.keys(part.columns)),
  ]);
  const keys = new KeyCheck(level);
  for (const part of table.parts) {
    const joined = await files.joined(part.file, [...table.joins, ...part.joins]);
    if (joined) readPart(table, part, joined, files, keys, cells, problems);
  }
  keys.finish(problems);
  return written(table, [...variables], cells);
}

function readPart(
  table: Table,
  part: Part,
  joined: JoinedTable,
  files: RecipeFiles,
  keys: KeyCheck,
  cells: CellGrid,
  problems: ProblemList,
): void {
  const areaColumn = [table.area.column].flat();
  const areaCells = areaColumn.map((name) => joined.column(name));
  const area = areaCells.includes(null)
    ? null
    : (row: TextRow): string => areaCells.map((cell) => cell?.(row) ?? '').join('');
  const yearCell = table.yearColumn === undefined ? null : joined.column(table.yearColumn);
  const keep = testOf([...table.where, ...part.where], joined);
  const write = table.pivot
    ? pivotWriter(table.pivot, part, joined, files)
    : columnWriter({ ...table.columns, ...part.columns }, part, joined, files);
  const overrides = table.signs.map((rule) => ({
    test: testOf(rule.where, joined),
    sign: signCode(rule.sign),
    except: new Set(rule.except),
  }));
  if (!area || !keep || !write || (table.yearColumn !== undefined && !yearCell)) return;
  if (overrides.some((rule) => !rule.test)) return;
  const { file } = joined;
  for (const row of joined.rows) {
    if (!keep(row)) continue;
    const key = area(row).padStart(table.area.pad ?? 0, '0');
    const position = keys.find(key, { file, row: row.row, column: areaColumn.join(' + ') }, problems);
    const where = { file, row: row.row, column: table.yearColumn };
    const year = yearCell ? readYear(yearCell(row), where, problems) : part.year;
    if (year === undefined) {
      problems.add('year-unknown', { value: '' }, { file });
      return;
    }
    if (position < 0 || Number.isNaN(year)) continue;
    const override = overrides.find((rule) => rule.test?.(row));
    write(row, (variable, column, cell, text) => {
      const place = { file, row: row.row, column };
      if (!cell) {
        problems.add('number-invalid', { value: text.slice(0, 40) }, place);
        return;
      }
      const kept = override && !override.except.has(variable) ? { value: NaN, sign: override.sign } : cell;
      const first = cells.put(position, year, variable, kept, row.row);
      if (first !== null) problems.add('row-duplicate', { key, year: String(year), first }, { ...place });
    });
  }
}

type Take = (variable: string, column: string, cell: Cell | null, text: string) => void;
type RowWriter = (row: TextRow, take: Take) => void;

function columnWriter(
  columns: Readonly<Record<string, NumberSpec | null>>,
  part: Part,
  joined: JoinedTable,
  files: RecipeFiles,
): RowWriter | null {
  const writers: RowWriter[] = [];
  for (const [variable, spec] of Object.entries(columns)) {
    if (spec === null) continue;
    const { column, marks = [], map } = typeof spec === 'string' ? { column: spec } : spec;
    const names = typeof column === 'string' ? [column] : column;
    const readers = names.map((name) => joined.column(name));
    if (readers.includes(null)) return null;
    const format = files.numberFormat(part.file, marks);
    const words = map && new Map(Object.entries(map));
    writers.push((row, take) => {
      let sum: Cell | null = null;
      let text = '';
      for (const reader of readers) {
        text = reader?.(row) ?? '';
        const cell = words ? mapped(text, words, format) : parseNumber(text, format);
        if (!cell) {
          sum = null;
          break;
        }
        sum = sum ? { value: sum.value + cell.value, sign: Math.max(sum.sign, cell.sign) } : cell;
      }
      take(variable, names.join(' + '), sum, text);
    });
  }
  return (row, take) => {
    for (const writer of writers) writer(row, take);
  };
}

function mapped(text: string, words: ReadonlyMap<string, number>, format: NumberFormat): Cell | null {
  const value = words.get(text);
  if (value !== undefined) return { value, sign: 0 };
  const mark = format.marks.get(text);
  return typeof mark === 'number' ? { value: NaN, sign: mark } : null;
}

function pivotWriter(
  pivot: NonNullable<Table['pivot']>,
  part: Part,
  joined: JoinedTable,
  files: RecipeFiles,
): RowWriter | null {
  const by = pivot.by.map((name) => joined.column(name));
  const value = joined.column(pivot.value);
  if (by.includes(null) || !value) return null;
  const targets = new Map(
    Object.entries(pivot.variables).map(([variable, spec]) => {
      const { is, marks = [] } = 'is' in spec ? spec : { is: spec };
      return [JSON.stringify(is), { variable, format: files.numberFormat(part.file, marks) }];
    }),
  );
  return (row, take) => {
    const target = targets.get(JSON.stringify(by.map((cell) => cell?.(row) ?? '')));
    if (!target) return;
    const text = value(row);
    take(target.variable, pivot.value, parseNumber(text, target.format), text);
  };
}

/** Cells by area, year and variable. */
class CellGrid {
  readonly level: Level;
  readonly #rows = new Map<string, Map<string, Cell & { readonly row: number }>>();

  constructor(level: Level) {
    this.level = level;
  }

  /** @returns the row that filled the cell before, or null. */
  put(area: number, year: number, variable: string, cell: Cell, row: number): number | null {
    const id = `${year} ${area}`;
    let cells = this.#rows.get(id);
    if (!cells) {
      cells = new Map();
      this.#rows.set(id, cells);
    }
    const before = cells.get(variable);
    if (before) return before.row;
    cells.set(variable, { ...cell, row });
    return null;
  }

  years(): readonly number[] {
    const years = new Set([...this.#rows.keys()].map((id) => Number(id.slice(0, id.indexOf(' ')))));
    return [...years].sort((a, b) => a - b);
  }

  row(area: number, year: number): ReadonlyMap<string, Cell> | null {
    return this.#rows.get(`${year} ${area}`) ?? null;
  }
}

function written(table: Table, variables: readonly string[], cells: CellGrid): BuiltTable {
  const rows: string[][] = [['area', 'year', ...variables]];
  for (const year of cells.years()) {
    cells.level.keys.forEach((key, area) => {
      const row = cells.row(area, year);
      if (row) rows.push([key, String(year), ...variables.map((id) => writtenCell(row.get(id)))]);
    });
  }
  const path = `tables/${table.id}.csv`;
  return {
    file: { path, bytes: writeCsv(rows) },
    resource: {
      name: table.id,
      path,
      format: 'csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',' },
      schema: {
        fields: [
          { name: 'area', type: 'string' },
          { name: 'year', type: 'year' },
          ...variables.map((name) => ({ name, type: 'number' as const })),
        ],
        primaryKey: ['area', 'year'],
        missingValues: writtenMarks.map((mark) => mark) as never,
      },
    },
    observations: { level: table.level, resource: table.id },
  };
}

function writtenCell(cell: Cell | undefined): string {
  if (!cell) return '';
  const sign = signs[cell.sign] ?? 'missing';
  if (sign === 'present') return String(cell.value);
  if (sign === 'unreliable') return Number.isNaN(cell.value) ? '' : `(${cell.value})`;
  return writtenSign[sign] ?? '';
}
