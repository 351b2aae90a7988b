import { type Problem, problem } from '#model/result.ts';
import { scoreDelimiter } from '../columns/delimiter.ts';
import { decimalFor, marksOf, type NumberFormat } from '../columns/parseNumber.ts';
import { readCsv } from '../formats/csv/readCsv.ts';
import type { RawFeature } from '../formats/feature.ts';
import { readGeoJson } from '../formats/geojson/readGeoJson.ts';
import type { TextRow, TextTable } from '../formats/table.ts';
import { readTopoJson } from '../formats/topojson/readTopoJson.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { parseJson, readBytes, readText } from '../pack/readPackFile.ts';
import type { FileSource } from '../pack/source.ts';
import type { Join, Mark, RecipeFile } from './recipe.ts';

/** Reads a cell of one column from a row. */
export type CellReader = (row: TextRow) => string;

/** A table with the columns that joins add to it. */
export interface JoinedTable {
  readonly file: string;
  readonly rows: readonly TextRow[];
  /** Null, with a problem, when there is no such column. */
  column(name: string): CellReader | null;
  /** How the numbers of a column are written: as said of the column, else of the file it stands in. */
  numberFormat(name: string, said?: CellFormat): NumberFormat;
}

export interface CellFormat {
  readonly decimal?: string;
  readonly thousands?: string;
  readonly marks?: readonly Mark[];
}

/** The source files of a recipe, each read once. */
export class RecipeFiles {
  readonly #source: FileSource;
  readonly #files: ReadonlyMap<string, RecipeFile>;
  readonly #problems: ProblemList;
  readonly #tables = new Map<string, Promise<TextTable | null>>();

  constructor(source: FileSource, files: readonly RecipeFile[], problems: ProblemList) {
    this.#source = remembered(source);
    this.#files = new Map(files.map((file) => [file.id, file]));
    this.#problems = problems;
  }

  /** Are all files there? Those missing are problems at once, not one after the other. */
  async arePresent(): Promise<boolean> {
    let complete = true;
    for (const { path } of this.#files.values()) {
      const bytes = await readBytes(this.#source, path, this.#problems);
      if (!bytes) complete = false;
    }
    return complete;
  }

  file(id: string): RecipeFile | null {
    return this.#files.get(id) ?? null;
  }

  pathOf(id: string): string {
    return this.#files.get(id)?.path ?? id;
  }

  #numberFormat(id: string, marks: readonly Mark[], said: CellFormat): NumberFormat {
    const file = this.#files.get(id);
    // What is said of the column wins; a sign of the file that it takes away is gone.
    const thousands = said.thousands ?? (file?.thousands === said.decimal ? '' : (file?.thousands ?? ''));
    const decimal = said.decimal ?? (file?.decimal === said.thousands ? undefined : file?.decimal);
    return {
      decimal: decimalFor(decimal, thousands),
      thousands,
      marks: marksOf([...marks, ...(file?.marks ?? []), ...(said.marks ?? [])]),
    };
  }

  async joined(id: string, joins: readonly Join[]): Promise<JoinedTable | null> {
    const table = await this.#table(id);
    if (!table) return null;
    const others = new Map<string, JoinedColumns>();
    for (const join of joins) {
      const other = await this.#table(join.file);
      const on = this.#position(table, join.on);
      const key = other && this.#position(other, join.key);
      if (!other || on === null || key === null) return null;
      const byKey = new Map<string, TextRow>();
      for (const row of other.rows) {
        const value = (row.cells[key] ?? '').trim();
        if (value !== '' && !byKey.has(value)) byKey.set(value, row);
      }
      others.set(join.as, { table: other, on, byKey });
    }
    return {
      file: table.file,
      rows: table.rows,
      column: (name) => this.#reader(table, others, name),
      numberFormat: (name, said = {}) => {
        const join = joins.find(({ as }) => name.startsWith(`${as}.`));
        return this.#numberFormat(join?.file ?? id, join ? (this.file(id)?.marks ?? []) : [], said);
      },
    };
  }

  async features(id: string): Promise<readonly RawFeature[] | null> {
    const file = this.#files.get(id);
    if (!file || file.format === 'csv') {
      this.#refuse(id, file, 'geojson, topojson');
      return null;
    }
    const text = await readText(this.#source, file.path, file.encoding ?? 'utf-8', this.#problems);
    const json = text === null ? null : parseJson(text, file.path, this.#problems);
    if (!json) return null;
    const read =
      file.format === 'topojson'
        ? await readTopoJson(json.value, file.path, file.object)
        : readGeoJson(json.value, file.path);
    if ('features' in read) return read.features;
    this.#problems.push(read.problem);
    return null;
  }

  #table(id: string): Promise<TextTable | null> {
    let table = this.#tables.get(id);
    if (!table) {
      table = this.#read(id);
      this.#tables.set(id, table);
    }
    return table;
  }

  async #read(id: string): Promise<TextTable | null> {
    const file = this.#files.get(id);
    if (file?.format !== 'csv') {
      this.#refuse(id, file, 'csv');
      return null;
    }
    const text = await readText(this.#source, file.path, file.encoding ?? 'utf-8', this.#problems);
    if (text === null) return null;
    const { table, problems } = await readCsv(text, file.path, {
      delimiter: file.delimiter ?? scoreDelimiter(text),
      headerRows: file.headerRows,
    });
    for (const found of problems) this.#problems.push(found);
    return table;
  }

  #reader(table: TextTable, others: ReadonlyMap<string, JoinedColumns>, name: string): CellReader | null {
    const dot = name.indexOf('.');
    const other = dot > 0 ? others.get(name.slice(0, dot)) : undefined;
    if (!other) {
      const position = this.#position(table, name);
      return position === null ? null : (row) => (row.cells[position] ?? '').trim();
    }
    const position = this.#position(other.table, name.slice(dot + 1));
    if (position === null) return null;
    return (row) => {
      const match = other.byKey.get((row.cells[other.on] ?? '').trim());
      return (match?.cells[position] ?? '').trim();
    };
  }

  #position(table: TextTable, column: string): number | null {
    const position = table.header.indexOf(column.trim());
    if (position >= 0) return position;
    this.#problems.push(unknownColumn(table, column));
    return null;
  }

  #refuse(id: string, file: RecipeFile | undefined, expected: string): void {
    if (file) this.#problems.add('format-unexpected', { format: file.format, expected }, { file: file.path });
    else
      this.#problems.add('reference-unknown', { id, kind: 'file', path: 'files' }, { file: 'recipe.json' });
  }
}

/** Reads each file once, however often it is asked for. */
function remembered(source: FileSource): FileSource {
  const files = new Map<string, Promise<Uint8Array | null>>();
  return {
    name: source.name,
    read(path) {
      let bytes = files.get(path);
      if (!bytes) {
        bytes = source.read(path);
        files.set(path, bytes);
      }
      return bytes;
    },
  };
}

interface JoinedColumns {
  readonly table: TextTable;
  readonly on: number;
  readonly byKey: ReadonlyMap<string, TextRow>;
}

function unknownColumn(table: TextTable, column: string): Problem {
  return problem(
    'column-unknown',
    { column, available: table.header.join(', ') },
    { file: table.file, row: 1, column },
  );
}
