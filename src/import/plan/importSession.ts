import { type Problem, problem } from '#model/result.ts';
import { collectFiles } from '../formats/containers/collectFiles.ts';
import type { LooseFile } from '../formats/containers/looseFile.ts';
import type { FileContents, FormatFile, FormatId, RawLayer, ReadContext, Sheet } from '../formats/driver.ts';
import { readFile } from '../formats/readFile.ts';
import type { TextTable } from '../formats/table.ts';
import type { InspectedFile, InspectedLayer, InspectedTable, Inspection } from '../inspect/inspection.ts';
import { inspectLayer } from '../inspect/inspectLayer.ts';
import { inspectTable } from '../inspect/inspectTable.ts';
import { statedSource } from '../inspect/statedSource.ts';
import { fromFormatFiles, type RecipeSource } from '../recipe/recipeSource.ts';
import { attributeSheet } from '../tables/attributeSheet.ts';
import { tableOf } from '../tables/sheetTable.ts';
import type { ImportData } from './importData.ts';
import { knownReading } from './knownReading.ts';
import type { FileDecision, ImportPlan } from './plan.ts';

/** A file as it is read now; kept as long as neither its bytes nor what was decided about reading it change. */
interface ReadEntry {
  readonly file: FormatFile;
  readonly decision: string;
  readonly format: FormatId | null;
  readonly contents: FileContents | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

interface TableEntry {
  readonly sheet: Sheet;
  /** Null: found, not chosen. */
  readonly head: Head | null;
  readonly inspected: InspectedTable;
  readonly rows: TextTable;
}

interface LayerEntry {
  readonly layer: RawLayer;
  /** Null: found, not chosen. */
  readonly choice: LayerChoice | null;
  readonly inspected: InspectedLayer;
}

type Head = { readonly first: number; readonly last: number };
type LayerChoice = { readonly crs?: string; readonly swapped?: boolean; readonly key?: string };

const emptyInspection: Inspection = { files: [], tables: [], layers: [] };

/** The files of one import, read and looked at once, and again only where something about them was decided anew. */
export class ImportSession implements ImportData {
  #loose: readonly LooseFile[] = [];
  #files: readonly FormatFile[] = [];
  #collectProblems: readonly Problem[] = [];
  #removed = new Set<string>();
  #refusedFiles: readonly Problem[] = [];
  #read = new Map<string, ReadEntry>();
  #tables = new Map<string, TableEntry>();
  #layers = new Map<string, LayerEntry>();
  #inspection: Inspection = emptyInspection;

  get inspection(): Inspection {
    return this.#inspection;
  }

  /** The files as they came, to be kept elsewhere. */
  get loose(): readonly LooseFile[] {
    return this.#loose;
  }

  table(id: string): TextTable | null {
    return this.#tables.get(id)?.rows ?? null;
  }

  layer(id: string): RawLayer | null {
    return this.#layers.get(id)?.layer ?? null;
  }

  /** The files for a recipe: what was read of them is not read again. */
  source(): RecipeSource {
    const known: RecipeSource['known'] = (file, choices) => knownReading(this.#read.values(), file, choices);
    return { ...fromFormatFiles(this.#files), known };
  }

  /** Files with the names recipes know them by. */
  files(): readonly FormatFile[] {
    return this.#files;
  }

  /** Remembers which files there are; to be called when reading them was broken off. */
  snapshot(): () => void {
    const [loose, files, removed, collected, refused] = [
      this.#loose,
      this.#files,
      new Set(this.#removed),
      this.#collectProblems,
      this.#refusedFiles,
    ];
    return () => {
      this.#loose = loose;
      this.#files = files;
      this.#removed = removed;
      this.#collectProblems = collected;
      this.#refusedFiles = refused;
    };
  }

  /** Takes files in; one of the same path replaces the one before. `refused`: why others could not be taken. */
  async change(
    added: readonly LooseFile[],
    without: readonly string[],
    refused: readonly Problem[] = [],
  ): Promise<void> {
    if (added.length === 0 && without.length === 0 && refused.length === 0) return;
    const gone = new Set(without);
    const replaced = new Set([
      ...added.map(({ path }) => path),
      ...refused.map(({ where }) => where?.file ?? ''),
    ]);
    this.#refusedFiles = [
      ...this.#refusedFiles.filter(
        ({ where }) => !gone.has(where?.file ?? '') && !replaced.has(where?.file ?? ''),
      ),
      ...refused,
    ];
    this.#loose = [...this.#loose.filter(({ path }) => !gone.has(path) && !replaced.has(path)), ...added];
    for (const path of gone) this.#removed.add(path);
    for (const path of replaced) this.#removed.delete(path);
    const collected = await collectFiles(this.#loose);
    this.#files = collected.files.filter(({ path }) => !this.#removed.has(path));
    this.#collectProblems = collected.problems.filter(({ where }) => !this.#removed.has(where?.file ?? ''));
  }

  /** Reads and looks at everything that is new or was decided differently. */
  async inspect(plan: ImportPlan | null, context: ReadContext): Promise<Inspection> {
    const read = new Map<string, ReadEntry>();
    const tables = new Map<string, TableEntry>();
    const layers = new Map<string, LayerEntry>();
    const files: InspectedFile[] = [];
    const steps = this.#files.length * stepsPerFile;
    for (const [i, file] of this.#files.entries()) {
      const part = portion(context, i * stepsPerFile, steps);
      await part.pause(0, 1);
      const entry = await this.#readFile(file, decisionOf(plan, file.path), part);
      read.set(file.path, entry);
      files.push(describe(entry));
      if (!entry.contents) continue;
      for (const found of await this.#layersOf(entry, entry.contents, plan, [...layers.values()], part)) {
        layers.set(found.inspected.id, found);
      }
      for (const found of await this.#tablesOf(entry, entry.contents, plan, part)) {
        tables.set(found.inspected.id, found);
      }
    }
    files.push(...this.#refused());
    this.#read = read;
    this.#tables = tables;
    this.#layers = layers;
    this.#inspection = {
      files,
      tables: [...tables.values()].map(({ inspected }) => inspected),
      layers: [...layers.values()].map(({ inspected }) => inspected),
    };
    return this.#inspection;
  }

  async #readFile(file: FormatFile, decision: FileDecision, context: ReadContext): Promise<ReadEntry> {
    const said = JSON.stringify(decision);
    const known = this.#read.get(file.path);
    if (known && known.decision === said && isSameFile(known.file, file)) return known;
    const result = await readFile(file, decision, context);
    const head = { file, decision: said };
    if (!result.ok) return { ...head, format: null, contents: null, problems: result.problems, notes: [] };
    const { format, contents } = result.value;
    return { ...head, format, contents, problems: [], notes: result.notes };
  }

  async #tablesOf(
    { file }: ReadEntry,
    contents: FileContents,
    plan: ImportPlan | null,
    context: ReadContext,
  ): Promise<readonly TableEntry[]> {
    const found: TableEntry[] = [];
    const parts = [
      ...contents.sheets.map((sheet) => ({ sheet, layer: null })),
      ...contents.layers.map((layer) => ({ sheet: this.#attributes(layer), layer })),
    ];
    for (const { sheet, layer } of parts) {
      const id = idOf(file.path, sheet.name, parts.length > 1);
      const known = this.#tables.get(id);
      const chosen = chosenHead(plan, id, known?.inspected ?? null);
      if (known && known.sheet === sheet && !chosen) {
        found.push(known);
        continue;
      }
      const head = chosen ?? known?.head ?? null;
      const origin = { id, file: file.path, layer: layer ? id : null, ...(head ? { head } : {}) };
      const inspected = await inspectTable(sheet, origin, context);
      const { headFirst: first, headLast: last } = inspected.shape;
      const rows = tableOf(sheet, { first, last }, file.path);
      found.push({ sheet, head, inspected, rows });
    }
    return found;
  }

  readonly #attributeSheets = new WeakMap<RawLayer, Sheet>();

  #attributes(layer: RawLayer): Sheet {
    const known = this.#attributeSheets.get(layer);
    if (known) return known;
    const sheet = attributeSheet(layer);
    this.#attributeSheets.set(layer, sheet);
    return sheet;
  }

  async #layersOf(
    { file }: ReadEntry,
    contents: FileContents,
    plan: ImportPlan | null,
    others: readonly LayerEntry[],
    context: ReadContext,
  ): Promise<readonly LayerEntry[]> {
    const found: LayerEntry[] = [];
    const several = contents.layers.length + contents.sheets.length > 1;
    for (const layer of contents.layers) {
      const id = idOf(file.path, layer.name, several);
      const known = this.#layers.get(id);
      const chosen = chosenCrs(plan, id, known?.inspected ?? null);
      if (known && known.layer === layer && !chosen) {
        found.push(known);
        continue;
      }
      const choice = chosen ?? known?.choice ?? null;
      const near = others.flatMap(({ inspected: { crs } }) => (crs.bounds ? [crs.bounds] : []));
      const inspected = await inspectLayer(layer, { id, file: file.path }, { ...choice, near }, context);
      found.push({ layer, choice, inspected });
    }
    return found;
  }

  /** Files that could not even be taken out of their archive, each with why. */
  #refused(): readonly InspectedFile[] {
    const byFile = new Map<string, Problem[]>();
    for (const found of [...this.#refusedFiles, ...this.#collectProblems]) {
      const path = found.where?.file ?? '';
      byFile.set(path, [...(byFile.get(path) ?? []), found]);
    }
    return [...byFile].map(([path, problems]) => ({
      path,
      bytes: this.#loose.find((file) => file.path === path)?.bytes.length ?? 0,
      format: null,
      encoding: null,
      delimiter: null,
      problems,
      notes: [],
    }));
  }
}

const stepsPerFile = 100;

/** The progress of one file as a part of that of all. */
function portion(context: ReadContext, from: number, of: number): ReadContext {
  return {
    ...context,
    pause: (done, all) => context.pause(from + Math.round((stepsPerFile * done) / Math.max(all, 1)), of),
  };
}

function describe({ file, format, contents, problems, notes }: ReadEntry): InspectedFile {
  const stated = contents && statedSource(contents);
  return {
    path: file.path,
    bytes: file.bytes.length,
    format,
    encoding: contents?.encoding ?? null,
    delimiter: contents?.delimiter ?? null,
    problems:
      contents && contents.sheets.length + contents.layers.length === 0
        ? [...problems, problem('plan-file-empty', {}, { file: file.path })]
        : problems,
    notes,
    ...(stated ? { stated } : {}),
  };
}

function idOf(path: string, name: string, several: boolean): string {
  return several && name !== '' ? `${path}#${name}` : path;
}

function decisionOf(plan: ImportPlan | null, path: string): FileDecision {
  const said = plan && Object.hasOwn(plan.files, path) ? plan.files[path] : undefined;
  return {
    ...(said?.encoding ? { encoding: said.encoding } : {}),
    ...(said?.delimiter ? { delimiter: said.delimiter } : {}),
  };
}

/** The head a plan names, if it is not the one with which the table was read before. */
function chosenHead(plan: ImportPlan | null, id: string, before: InspectedTable | null): Head | null {
  const head =
    plan?.institutions.find(({ table, use }) => table === id && use === 'institutions')?.head ??
    plan?.tables.find(({ table }) => table === id)?.head;
  if (!head || !isHead(head)) return null;
  const { shape } = before ?? {};
  return head.first === shape?.headFirst && head.last === shape.headLast ? null : head;
}

/** An input field that was left empty is no row. */
function isHead({ first, last }: Head): boolean {
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first >= 0 && last >= first;
}

/** The coordinate system a plan names, if it is not the one with which the layer was read before. */
function chosenCrs(plan: ImportPlan | null, id: string, before: InspectedLayer | null): LayerChoice | null {
  const ways = [
    ...(plan?.levels ?? []).flatMap(({ from }) => (from.kind === 'layer' ? [from] : [])),
    ...(plan?.catchments ?? []),
  ];
  for (const { layer, crs, swapped, key } of ways) {
    if (layer !== id || crs === '') continue;
    if (crs !== before?.crs.crs || swapped !== before.crs.swapped) return { crs, swapped, key };
  }
  return null;
}

function isSameFile(one: FormatFile, other: FormatFile): boolean {
  return (
    isSame(one.bytes, other.bytes) &&
    one.companions.size === other.companions.size &&
    [...one.companions].every(([extension, bytes]) => isSame(bytes, other.companions.get(extension)))
  );
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  if (one === other) return true;
  return one.length === other?.length && one.every((byte, i) => byte === other[i]);
}
