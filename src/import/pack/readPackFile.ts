import { decodeText } from '../columns/decodeText.ts';
import { decimalFor, marksOf, type NumberFormat } from '../columns/parseNumber.ts';
import { readCsv } from '../formats/csv/readCsv.ts';
import type { RawFeature } from '../formats/feature.ts';
import { readGeoJson } from '../formats/geojson/readGeoJson.ts';
import type { TextTable } from '../formats/table.ts';
import { readTopoJson } from '../formats/topojson/readTopoJson.ts';
import type { Descriptor } from './descriptor.ts';
import type { ProblemList } from './problemList.ts';
import type { FileSource } from './source.ts';

export type Resource = Descriptor['resources'][number];

/** Bytes of one file of the source, or null with the reason in `problems`. */
export async function readBytes(
  source: FileSource,
  path: string,
  problems: ProblemList,
): Promise<Uint8Array | null> {
  try {
    const bytes = await source.read(path);
    if (!bytes) problems.add('file-missing', { source: source.name }, { file: path });
    return bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.add('file-unreadable', { reason }, { file: path });
    return null;
  }
}

/** Text of one file of the source, or null with the reason in `problems`. */
export async function readText(
  source: FileSource,
  path: string,
  encoding: string,
  problems: ProblemList,
): Promise<string | null> {
  const bytes = await readBytes(source, path, problems);
  if (!bytes) return null;
  const decoded = decodeText(bytes, encoding, path);
  if ('text' in decoded) return decoded.text;
  problems.push(decoded.problem);
  return null;
}

export function parseJson(
  text: string,
  file: string,
  problems: ProblemList,
): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    problems.add(
      'json-invalid',
      { reason: error instanceof Error ? error.message : String(error) },
      { file },
    );
    return null;
  }
}

/** Reads the resources of one pack, each file once. */
export class PackReader {
  readonly #source: FileSource;
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #problems: ProblemList;
  readonly #tables = new Map<string, Promise<TextTable | null>>();
  readonly #json = new Map<string, Promise<{ readonly value: unknown } | null>>();

  constructor(source: FileSource, resources: readonly Resource[], problems: ProblemList) {
    this.#source = source;
    this.#problems = problems;
    this.#resources = new Map(resources.map((resource) => [resource.name, resource]));
  }

  resource(name: string): Resource | undefined {
    return this.#resources.get(name);
  }

  fileOf(name: string): string {
    return this.#resources.get(name)?.path ?? name;
  }

  table(name: string): Promise<TextTable | null> {
    return cached(this.#tables, name, async () => {
      const resource = this.#need(name, ['csv']);
      if (!resource) return null;
      const text = await readText(this.#source, resource.path, resource.encoding, this.#problems);
      if (text === null) return null;
      const { table, problems } = await readCsv(text, resource.path, {
        delimiter: resource.dialect?.delimiter ?? ',',
      });
      for (const found of problems) this.#problems.push(found);
      if (table.header.length === 0) {
        this.#problems.add('table-empty', {}, { file: resource.path });
        return null;
      }
      let complete = true;
      for (const { name: column } of resource.schema?.fields ?? []) {
        if (table.header.includes(column)) continue;
        this.#problems.add(
          'column-unknown',
          { column, available: table.header.join(', ') },
          { file: resource.path, row: 1, column },
        );
        complete = false;
      }
      return complete ? table : null;
    });
  }

  async features(name: string, object: string | undefined): Promise<readonly RawFeature[] | null> {
    const resource = this.#need(name, ['geojson', 'topojson']);
    if (!resource) return null;
    const json = await cached(this.#json, name, async () => {
      const text = await readText(this.#source, resource.path, resource.encoding, this.#problems);
      return text === null ? null : parseJson(text, resource.path, this.#problems);
    });
    if (!json) return null;
    const read =
      resource.format === 'topojson'
        ? await readTopoJson(json.value, resource.path, object)
        : readGeoJson(json.value, resource.path);
    if ('features' in read) return read.features;
    this.#problems.push(read.problem);
    return null;
  }

  /** How numbers of one column are written, as the resource declares it. */
  numberFormat(name: string, column: string): NumberFormat {
    const schema = this.#resources.get(name)?.schema;
    const field = schema?.fields.find((candidate) => candidate.name === column);
    return {
      decimal: decimalFor(field?.decimalChar, field?.groupChar),
      thousands: field?.groupChar ?? '',
      whole: field?.type === 'integer',
      marks: marksOf(
        (schema?.missingValues ?? []).map((mark) =>
          typeof mark === 'string' ? { value: mark, label: 'missing' as const } : mark,
        ),
      ),
    };
  }

  #need(name: string, formats: readonly Resource['format'][]): Resource | null {
    const resource = this.#resources.get(name);
    // An unknown name has been reported with its path by the check of references.
    if (!resource) return null;
    if (formats.includes(resource.format)) return resource;
    this.#problems.add(
      'format-unexpected',
      { format: resource.format, expected: formats.join(', ') },
      { file: resource.path },
    );
    return null;
  }
}

function cached<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = map.get(key);
  if (!value) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** Positions of the columns a table must have, or null with the reason in `problems`. */
export function columnsOf<K extends string>(
  table: TextTable,
  names: Readonly<Record<K, string>>,
  problems: ProblemList,
): Readonly<Record<K, number>> | null {
  const found = {} as Record<K, number>;
  let complete = true;
  for (const key of Object.keys(names) as K[]) {
    const column = names[key];
    found[key] = table.header.indexOf(column);
    if (found[key] >= 0) continue;
    problems.add(
      'column-unknown',
      { column, available: table.header.join(', ') },
      { file: table.file, row: 1, column },
    );
    complete = false;
  }
  return complete ? found : null;
}
