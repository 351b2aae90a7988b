import { decimalFor, marksOf, type NumberFormat } from '../columns/parseNumber.ts';
import type { FileContents, ReadContext, Sheet } from '../formats/driver.ts';
import type { RawFeature } from '../formats/feature.ts';
import { type ReadFile, readFile } from '../formats/readFile.ts';
import type { TextTable } from '../formats/table.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { readBytes } from '../pack/readPackFile.ts';
import { attributeSheet } from '../tables/attributeSheet.ts';
import { tableOf } from '../tables/sheetTable.ts';
import { firstHead } from './firstHead.ts';
import { type CellFormat, type JoinedTable, joinTables, type OtherTable } from './joinedTable.ts';
import { noteWideRows } from './noteWideRows.ts';
import type { Join, Mark, RecipeFile } from './recipe.ts';
import { insideArchives, type RecipeSource, withCompanions } from './recipeSource.ts';

export type { CellReader, JoinedTable } from './joinedTable.ts';

/** Features with their coordinates as in the file, and the system they are in. */
export interface RecipeLayer {
  readonly features: readonly RawFeature[];
  readonly crs: string;
  readonly swapped: boolean;
}

/** The source files of a recipe, each read once. */
export class RecipeFiles {
  readonly #source: RecipeSource;
  readonly #files: ReadonlyMap<string, RecipeFile>;
  readonly #problems: ProblemList;
  readonly #notes: ProblemList;
  readonly #context: ReadContext;
  readonly #tables = new Map<string, Promise<TextTable | null>>();
  readonly #contents = new Map<string, Promise<ReadFile | null>>();

  constructor(
    source: RecipeSource,
    files: readonly RecipeFile[],
    problems: ProblemList,
    notes: ProblemList,
    context: ReadContext,
  ) {
    this.#source = insideArchives(source);
    this.#files = new Map(files.map((file) => [file.id, file]));
    this.#problems = problems;
    this.#notes = notes;
    this.#context = context;
  }

  /** Are all files there? Those missing are problems at once, not one after the other. */
  async arePresent(): Promise<boolean> {
    let complete = true;
    const seen = new Set<string>();
    for (const { path, from, offered } of this.#files.values()) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (await this.#source.read(path).catch(() => null)) continue;
      complete = false;
      const where = { file: path };
      const source = this.#source.name;
      if (from)
        this.#problems.add(
          'file-missing-service',
          { source, address: from.address, layer: from.layer },
          where,
        );
      else if (offered !== null) this.#problems.add('file-missing-offered', { source, offered }, where);
      else await readBytes(this.#source, path, this.#problems);
    }
    return complete;
  }

  file(id: string): RecipeFile | null {
    return this.#files.get(id) ?? null;
  }

  pathOf(id: string): string {
    return this.#files.get(id)?.path ?? id;
  }

  /** Progress of long work, and the place where it is cancelled. */
  get context(): ReadContext {
    return this.#context;
  }

  /** Of several joins under one name the last one counts: parts say what is not as in their table. */
  async joined(id: string, all: readonly Join[]): Promise<JoinedTable | null> {
    const table = await this.table(id);
    if (!table) return null;
    const joins = [...new Map(all.map((join) => [join.as, join])).values()];
    const others: OtherTable[] = [];
    for (const join of joins) {
      const other = await this.table(join.file);
      if (!other) return null;
      others.push({ ...join, table: other });
    }
    const numberFormat = (name: string, said: CellFormat = {}): NumberFormat => {
      const join = joins.find(({ as }) => name.startsWith(`${as}.`));
      return this.#numberFormat(join?.file ?? id, join ? (this.file(id)?.marks ?? []) : [], said);
    };
    return joinTables(table, others, numberFormat, this.#problems);
  }

  async layer(id: string): Promise<RecipeLayer | null> {
    const file = this.#known(id);
    const contents = file && (await this.#read(file));
    if (!file || !contents) return null;
    if (contents.layers.length === 0) {
      this.#refuse(file, 'geojson, topojson, shapefile, geopackage');
      return null;
    }
    const layer = this.#chosen(file, contents.layers);
    if (!layer) return null;
    const crs = file.crs ?? layer.crs ?? layer.crsText ?? 'EPSG:4326';
    return { features: layer.features, crs, swapped: file.swapped };
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

  /** Columns and rows of one file, without joins. */
  table(id: string): Promise<TextTable | null> {
    let table = this.#tables.get(id);
    if (!table) {
      table = this.#readTable(id);
      this.#tables.set(id, table);
    }
    return table;
  }

  async #readTable(id: string): Promise<TextTable | null> {
    const file = this.#known(id);
    if (!file) return null;
    const contents = await this.#read(file);
    if (!contents) return null;
    const sheets: readonly Sheet[] =
      contents.sheets.length > 0 ? contents.sheets : contents.layers.map((layer) => attributeSheet(layer));
    const sheet = this.#chosen(file, sheets);
    if (!sheet) return null;
    const head = file.head ?? firstHead(sheet, file.headerRows);
    const { withoutRows, fillDown } = file;
    const table = tableOf(sheet, head, file.path, { withoutRows, fillDown });
    if (contents.delimiter !== null) noteWideRows(table, sheet, head, this.#notes);
    return table;
  }

  async #read(file: RecipeFile): Promise<FileContents | null> {
    const key = JSON.stringify([file.path, file.encoding, file.delimiter]);
    let reading = this.#contents.get(key);
    if (!reading) {
      reading = this.#readContents(file);
      this.#contents.set(key, reading);
    }
    const read = await reading;
    if (!read) return null;
    if (read.format === file.format) return read.contents;
    const params = { declared: file.format, found: read.format };
    this.#problems.add('format-differs', params, { file: file.path });
    return null;
  }

  async #readContents({ path, encoding, delimiter }: RecipeFile): Promise<ReadFile | null> {
    const bytes = await readBytes(this.#source, path, this.#problems);
    if (!bytes) return null;
    const whole = await withCompanions(this.#source, path, bytes);
    const choices = { encoding, delimiter };
    const read = this.#source.known?.(whole, choices) ?? (await readFile(whole, choices, this.#context));
    for (const found of read.ok ? read.notes : []) this.#notes.push(found);
    for (const found of read.ok ? [] : read.problems) this.#problems.push(found);
    return read.ok ? read.value : null;
  }

  /** The sheet or layer the recipe names, else the first. */
  #chosen<T extends { readonly name: string }>(file: RecipeFile, all: readonly T[]): T | null {
    const name = file.sheet ?? file.object;
    const [first] = all;
    const chosen =
      name === undefined || (all.length === 1 && first?.name === '')
        ? first
        : all.find((one) => one.name === name);
    if (chosen) return chosen;
    const available = all.map((one) => one.name).join(', ');
    this.#problems.add('sheet-unknown', { sheet: name ?? '', available }, { file: file.path });
    return null;
  }

  #known(id: string): RecipeFile | null {
    const file = this.#files.get(id);
    if (file) return file;
    this.#problems.add('reference-unknown', { id, kind: 'file', path: 'files' }, { file: 'recipe.json' });
    return null;
  }

  #refuse(file: RecipeFile, expected: string): void {
    this.#problems.add('format-unexpected', { format: file.format, expected }, { file: file.path });
  }
}
