import { type Problem, problem } from '#model/result.ts';
import type { MarkLabel } from '../columns/parseNumber.ts';
import type { InspectedFile, Inspection } from '../inspect/inspection.ts';
import type { RecipeInput } from '../recipe/recipe.ts';
import { sourceOfFile } from './fileSources.ts';
import { Ids } from './ids.ts';
import type { ImportPlan, TablePlan } from './plan.ts';
import { asideRows } from './proposeTable.ts';

type FileInput = RecipeInput['files'][number];

/** How all numbers of a file are written. */
interface Written {
  readonly decimal: string;
  readonly thousands: string;
  readonly marks: readonly { readonly value: string; readonly label: MarkLabel }[];
}

function writing({ decimal, thousands, marks }: Written): Pick<FileInput, 'decimal' | 'thousands' | 'marks'> {
  return { decimal, thousands, marks: marks.map(({ value, label }) => ({ value, label })) };
}

/** One entry for every sheet or layer that is used, as it is read. */
export class RecipeFileList {
  readonly #plan: ImportPlan;
  readonly #inspection: Inspection;
  readonly #files = new Map<string, FileInput>();
  readonly #ids = new Ids();
  readonly #problems: Problem[] = [];

  constructor(plan: ImportPlan, inspection: Inspection) {
    this.#plan = plan;
    this.#inspection = inspection;
  }

  entries(): Iterable<FileInput> {
    return this.#files.values();
  }

  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Id of the file in the recipe in which a table stands. */
  table(
    id: string,
    how: { readonly head: TablePlan['head']; readonly withoutRows: readonly number[] },
    written: Written | null = null,
  ): string {
    const table = this.#inspection.tables.find((one) => one.id === id);
    const file = table && this.#file(table.file);
    if (!table || !file) return this.#unknown(id);
    const { head, withoutRows } = how;
    const isPlain = head.first === 1 && head.last === 1;
    return this.#take(JSON.stringify([id, head, withoutRows, written && writing(written)]), id, {
      ...this.#reading(file),
      ...(table.sheet === '' ? {} : { sheet: table.sheet }),
      ...(isPlain ? {} : { head }),
      ...(withoutRows.length > 0 ? { withoutRows: [...withoutRows] } : {}),
      ...(written ? writing(written) : {}),
    });
  }

  /** A table as it was recognised, where a plan does not say how to read it; its numbers as one of `numbers` is written. */
  asFound(id: string, numbers: readonly string[] = []): string {
    const table = this.#inspection.tables.find((one) => one.id === id);
    const { headFirst = 1, headLast = 1 } = table?.shape ?? {};
    const written = table?.columns.find(({ name, number }) => number && numbers.includes(name))?.number;
    return this.list(id, { first: headFirst, last: headLast }, written ?? null);
  }

  /** A list whose numbers are all written in one way. */
  list(id: string, head: TablePlan['head'], written: Written | null): string {
    const table = this.#inspection.tables.find((one) => one.id === id);
    return this.table(id, { head, withoutRows: table ? asideRows(table) : [] }, written);
  }

  layer(id: string, how: { readonly crs: string; readonly swapped: boolean }): string {
    const layer = this.#inspection.layers.find((one) => one.id === id);
    const file = layer && this.#file(layer.file);
    if (!layer || !file) return this.#unknown(id);
    return this.#take(`${id}\n${JSON.stringify(how)}`, id, {
      ...this.#reading(file),
      ...(layer.layer === '' ? {} : { sheet: layer.layer }),
      crs: how.crs,
      ...(how.swapped ? { swapped: true } : {}),
    });
  }

  #file(path: string): InspectedFile | undefined {
    return this.#inspection.files.find((file) => file.path === path && file.format !== null);
  }

  #reading({ path, format, encoding, delimiter }: InspectedFile): Omit<FileInput, 'id'> {
    const said = Object.hasOwn(this.#plan.files, path) ? this.#plan.files[path] : undefined;
    const chosenEncoding = said?.encoding ?? encoding?.encoding;
    const chosenDelimiter = said?.delimiter ?? delimiter;
    return {
      path,
      format: format ?? 'csv',
      ...(chosenEncoding === undefined ? {} : { encoding: chosenEncoding }),
      ...(chosenDelimiter === null || chosenDelimiter === undefined ? {} : { delimiter: chosenDelimiter }),
      ...(said?.from ? { from: said.from } : {}),
      source: sourceOfFile(this.#plan, path),
    };
  }

  #take(key: string, name: string, file: Omit<FileInput, 'id'>): string {
    const known = this.#files.get(key);
    if (known) return known.id;
    const short = name.slice(name.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{2,10}(?=#|$)/i, '');
    const id = this.#ids.take(short, 'datei');
    this.#files.set(key, { id, ...file });
    return id;
  }

  #unknown(id: string): string {
    this.#problems.push(problem('plan-file-gone', { file: id }));
    return 'unknown';
  }
}
