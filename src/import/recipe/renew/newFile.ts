import type { FileContents, FormatFile, ReadContext, Sheet } from '../../formats/driver.ts';
import { propertyOf, type RawFeature } from '../../formats/feature.ts';
import { readFile } from '../../formats/readFile.ts';
import type { TextTable } from '../../formats/table.ts';
import { findShape } from '../../inspect/findShape.ts';
import { statedSource } from '../../inspect/statedSource.ts';
import type { ProblemList } from '../../pack/problemList.ts';
import { attributeSheet } from '../../tables/attributeSheet.ts';
import { tableOf } from '../../tables/sheetTable.ts';
import { firstHead } from '../firstHead.ts';
import type { RecipeFile } from '../recipe.ts';
import { namePattern } from './fileNames.ts';
import { has } from './renamedColumns.ts';

/** A new file read as one entry of the recipe: the entry as it has to be now, and what it holds. */
export interface NewFile {
  readonly entry: RecipeFile;
  readonly table: TextTable | null;
  /** With the rows that the entry leaves out. */
  readonly allRows: TextTable | null;
  /** Rows that are no data, where the head was looked for anew. */
  readonly aside: readonly number[];
  readonly features: readonly RawFeature[];
  readonly changes: readonly FormChange[];
}

/** How the file is written, where that is not as it was. */
export interface FormChange {
  readonly what: 'format' | 'encoding' | 'delimiter' | 'sheet' | 'head';
  readonly before: string;
  readonly now: string;
}

/** New files, each read once; whatever they hold is looked at with the columns that are needed of it. */
export class NewFiles {
  readonly #context: ReadContext;
  readonly #contents = new Map<FormatFile, Promise<Contents | null>>();

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** Null when it cannot be read, with the reasons in `problems`. */
  async as(
    file: FormatFile,
    entry: RecipeFile,
    needed: readonly string[],
    problems: ProblemList | null,
  ): Promise<NewFile | null> {
    const read = await this.#read(file, problems);
    if (!read) return null;
    const { format, contents } = read;
    const changes: FormChange[] = [];
    const now: Writable<RecipeFile> = { ...entry, path: file.path, format };
    if (format !== entry.format) changes.push({ what: 'format', before: entry.format, now: format });
    const encoding = contents.encoding?.encoding;
    if (entry.encoding !== undefined && encoding !== undefined && !isSameEncoding(entry.encoding, encoding))
      changes.push({ what: 'encoding', before: entry.encoding, now: encoding });
    // What evidence finds in the new file goes before what was said of the old one.
    now.encoding = entry.encoding === undefined ? undefined : encoding;
    if (
      entry.delimiter !== undefined &&
      contents.delimiter !== null &&
      entry.delimiter !== contents.delimiter
    )
      changes.push({ what: 'delimiter', before: entry.delimiter, now: contents.delimiter });
    now.delimiter = entry.delimiter === undefined ? undefined : (contents.delimiter ?? undefined);
    const [layer, ...layers] = contents.layers;
    const sheets: readonly Sheet[] =
      contents.sheets.length > 0 ? contents.sheets : contents.layers.map((one) => attributeSheet(one));
    const found = await this.#table(sheets, entry, needed, file.path);
    if (found) {
      now.head = found.head;
      now.withoutRows = found.withoutRows;
      if (entry.sheet !== undefined) now.sheet = found.sheet === '' ? undefined : found.sheet;
      if (entry.sheet !== undefined && found.sheet !== entry.sheet)
        changes.push({ what: 'sheet', before: entry.sheet, now: found.sheet });
      if (found.isMoved) changes.push({ what: 'head', before: rowsOf(entry.head), now: rowsOf(found.head) });
    }
    const chosen = layers.find((one) => one.name === now.sheet) ?? layer;
    return {
      entry: withoutUndefined(now),
      table: found?.table ?? null,
      allRows: found?.allRows ?? null,
      aside: found?.isMoved ? found.withoutRows : [],
      features: chosen?.features ?? [],
      changes,
    };
  }

  /** The date a file gives of itself; empty where it gives none or cannot be read. */
  async statedDate(file: FormatFile): Promise<string> {
    const read = await this.#read(file, null);
    return (read && statedSource(read.contents)?.date) ?? '';
  }

  async #table(
    sheets: readonly Sheet[],
    entry: RecipeFile,
    needed: readonly string[],
    path: string,
  ): Promise<FoundTable | null> {
    let best: FoundTable | null = null;
    for (const sheet of inOrder(sheets, entry.sheet)) {
      const said = entry.head ?? firstHead(sheet, entry.headerRows);
      const { withoutRows, fillDown } = entry;
      const asSaid = tableOf(sheet, said, path, { withoutRows, fillDown });
      const allRows = tableOf(sheet, said, path, { fillDown });
      const kept = {
        table: asSaid,
        allRows,
        sheet: sheet.name,
        head: entry.head,
        withoutRows,
        isMoved: false,
      };
      const first = { ...kept, hits: hits(asSaid.header, needed) };
      if (!best || first.hits > best.hits) best = first;
      if (first.hits === needed.length) break;
      // Names stand elsewhere: a title more or less, another row in the head.
      const shape = await findShape(sheet, this.#context);
      if (shape.head.first < 1) continue;
      const aside = shape.aside.filter(({ row }) => row > shape.head.last).map(({ row }) => row);
      const table = tableOf(sheet, shape.head, path, { withoutRows: aside, fillDown });
      const moved = hits(table.header, needed);
      if (moved > best.hits) {
        const whole = tableOf(sheet, shape.head, path, { fillDown });
        best = {
          table,
          allRows: whole,
          sheet: sheet.name,
          head: shape.head,
          withoutRows: aside,
          isMoved: true,
          hits: moved,
        };
      }
    }
    return best;
  }

  #read(file: FormatFile, problems: ProblemList | null): Promise<Contents | null> {
    let contents = this.#contents.get(file);
    if (!contents) {
      contents = readFile(file, {}, this.#context).then((read) => {
        if (read.ok) return { format: read.value.format, contents: read.value.contents };
        for (const found of read.problems) problems?.push(found);
        return null;
      });
      this.#contents.set(file, contents);
    }
    return contents;
  }
}

interface Contents {
  readonly format: RecipeFile['format'];
  readonly contents: FileContents;
}

interface FoundTable {
  readonly table: TextTable;
  readonly allRows: TextTable;
  readonly sheet: string;
  readonly head: RecipeFile['head'];
  readonly withoutRows: number[];
  readonly isMoved: boolean;
  /** Needed columns that are there. */
  readonly hits: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Part of the needed columns or properties that a new file has; null when nothing is needed of it. */
export function fitOf(found: NewFile | null, needed: readonly string[]): number | null {
  if (needed.length === 0) return null;
  if (!found) return 0;
  const properties = found.features[0] ? found.features : [];
  const header = found.table?.header ?? [];
  const there = needed.filter(
    (name) => has(header, name) || properties.some((feature) => propertyOf(feature, name) !== undefined),
  );
  return there.length / needed.length;
}

function hits(header: readonly string[], needed: readonly string[]): number {
  return needed.filter((name) => has(header, name)).length;
}

/** The sheet of the same name first, then those that differ by digits only, then the others. */
function inOrder(sheets: readonly Sheet[], name: string | undefined): readonly Sheet[] {
  if (name === undefined) return sheets.slice(0, 1);
  const rank = (sheet: Sheet): number =>
    sheet.name === name ? 0 : namePattern(sheet.name) === namePattern(name) ? 1 : 2;
  return [...sheets].sort((a, b) => rank(a) - rank(b));
}

function isSameEncoding(one: string, other: string): boolean {
  const plain = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(one) === plain(other);
}

function rowsOf(head: RecipeFile['head']): string {
  if (!head) return '1';
  return head.first === head.last ? String(head.first) : `${head.first}–${head.last}`;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
