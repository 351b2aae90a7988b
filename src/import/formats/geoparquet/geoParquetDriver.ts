import type { ColumnMetaData, Compressors, FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { Driver, FileContents, FormatFile, ReadContext } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import { isBrokenWkb, readWkb } from '../geopackage/readWkb.ts';
import { crsOfJson, type GeoColumn, geoColumnOf } from './geoMetadata.ts';
import { isNestedEncoding, nestedGeometry } from './nestedGeometry.ts';
import { type PlainValue, parquetValue, parsers } from './parquetValue.ts';
import { loadPageTools, refuseBrokenPages } from './refuseBrokenPages.ts';

/** Values of one file: a small file can claim to unpack to more than there is memory for. */
const mostValues = 20_000_000;

/** Parquet: with outlines (GeoParquet) a layer, without a table. */
export const geoParquetDriver: Driver = {
  id: 'geoparquet',
  extensions: ['parquet', 'geoparquet', 'pq'],
  companions: [],
  recognises({ path, bytes }) {
    if (/^PAR[1E]$/.test(letters(bytes.subarray(0, 4)))) return 1;
    return this.extensions.includes(extensionOf(path)) ? 0.5 : 0;
  },
  read: readParquet,
};

async function readParquet(
  file: FormatFile,
  _choices: unknown,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const { path, bytes } = file;
  const where = { file: path };
  await context.pause(0, 1);
  if (letters(bytes.subarray(-4)) === 'PARE') return fail(problem('parquet-encrypted', {}, where));
  const { parquetMetadata, parquetRead, parquetSchema } = await import('hyparquet');
  const opened = await attempt(() => {
    const metadata = parquetMetadata(bytes.slice().buffer, { geoparquet: false });
    const schema = parquetSchema(metadata);
    refuseContradictions(metadata, schema, bytes.length);
    return { metadata, schema, columns: schema.children.map(({ element }) => element) };
  });
  if ('reason' in opened) return fail(problem('parquet-invalid', { reason: opened.reason }, where));
  const { metadata, schema, columns } = opened.value;
  const compressors = await compressorsFor(metadata, bytes.length);
  const toolsFor = await loadPageTools();
  const count = Number(metadata.num_rows);
  if (Math.max(count * columns.length, valuesOf(metadata)) > mostValues)
    return fail(problem('parquet-too-large', { n: mostValues / 1_000_000 }, where));
  const geo = geometryIn(metadata, columns);
  if (geo && geo.encoding !== 'WKB' && !isNestedEncoding(geo.encoding)) {
    return fail(problem('parquet-encoding-unknown', { encoding: geo.encoding }, where));
  }
  const table = new Table(columns, geo);
  const slices = {
    byteLength: bytes.length,
    slice: (from: number, to?: number) => bytes.slice(from, to).buffer,
  };
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    await context.pause(rowStart, count);
    const start = rowStart;
    const checked = await attempt(() => {
      for (const { meta_data: meta } of group.columns) {
        if (!meta) continue;
        const [from, to] = rangeOf(meta);
        refuseBrokenPages(
          bytes.subarray(from, to),
          meta,
          compressors,
          toolsFor(pathIn(schema, meta.path_in_schema)),
        );
      }
    });
    if ('reason' in checked) return fail(problem('parquet-invalid', { reason: checked.reason }, where));
    const read = await attempt(async () => {
      let rows: unknown[][] = [];
      await parquetRead({
        file: slices,
        metadata,
        rowStart: start,
        rowEnd,
        compressors,
        parsers,
        utf8: false,
        geoparquet: false,
        onComplete: (complete) => {
          rows = complete;
        },
      });
      return rows;
    });
    if ('reason' in read) return fail(problem('parquet-invalid', { reason: read.reason }, where));
    for (const row of read.value) {
      if (table.size % 512 === 0) await context.pause(table.size, count);
      table.add(row);
    }
    rowStart = rowEnd;
  }
  if (table.size === 0) return fail(problem('layer-empty', {}, where));
  return table.finish(path);
}

/**
 * Every group has each column of the schema once, within the file. Where that is not so, the library begins to read
 * some columns and fails at the next, and nobody waits for the first any more: their errors would end the program.
 */
function refuseContradictions(metadata: FileMetaData, schema: SchemaTree, size: number): void {
  const expected = leavesOf(schema).sort().join('\n');
  for (const { columns } of metadata.row_groups) {
    const found = columns.map(({ meta_data: meta }) => (meta ? meta.path_in_schema.join('.') : ''));
    if (found.sort().join('\n') !== expected) throw new Error('columns and schema contradict each other');
    for (const { meta_data: meta, file_path: path } of columns) {
      const [start, end] = meta ? rangeOf(meta) : [0, 0];
      if (path || !(start >= 0 && start <= end && end <= size)) throw new Error('column outside of the file');
    }
  }
}

/** Unpack pages, but none that claims to become larger than a page of such a file can be. */
async function compressorsFor({ row_groups: groups }: FileMetaData, size: number): Promise<Compressors> {
  const { snappyUncompress } = await import('hyparquet');
  const codecs = new Set(groups.flatMap(({ columns }) => columns.map(({ meta_data: meta }) => meta?.codec)));
  codecs.delete('UNCOMPRESSED');
  codecs.delete('SNAPPY');
  const all: Compressors = {
    ...(codecs.size > 0 ? (await import('hyparquet-compressors')).compressors : {}),
    // That of the other package is WebAssembly, which some hosts forbid.
    SNAPPY: (input, length) => {
      const output = new Uint8Array(length);
      snappyUncompress(input, output);
      return output;
    },
  };
  const most = 16 * 1024 * 1024 + 64 * size;
  const limited = Object.entries(all).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number): Uint8Array => {
      if (!(length >= 0 && length <= most)) throw new Error('page too large');
      return unpack(input, length);
    },
  ]);
  return Object.fromEntries(limited);
}

function rangeOf(meta: ColumnMetaData): readonly [number, number] {
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  return [start, start + Number(meta.total_compressed_size)];
}

function valuesOf({ row_groups: groups }: FileMetaData): number {
  return groups.reduce(
    (sum, { columns }) =>
      columns.reduce((inner, { meta_data: meta }) => inner + Number(meta?.num_values ?? 0), sum),
    0,
  );
}

/** The elements of the schema from its root to a column. */
function pathIn(schema: SchemaTree, names: readonly string[]): SchemaTree[] {
  const path = [schema];
  for (const name of names) {
    const next = path.at(-1)?.children.find(({ element }) => element.name === name);
    if (next) path.push(next);
  }
  return path;
}

function leavesOf({ children, path }: SchemaTree): string[] {
  return children.length === 0 ? [path.join('.')] : children.flatMap(leavesOf);
}

/** The column with the outlines: by the metadata of GeoParquet, else one that is declared as geometry. */
function geometryIn(metadata: FileMetaData, columns: readonly SchemaElement[]): GeoColumn | null {
  const declared = geoColumnOf(metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value);
  if (declared && columns.some(({ name }) => name === declared.name)) return declared;
  for (const { name, logical_type: type } of columns) {
    if (type?.type !== 'GEOMETRY' && type?.type !== 'GEOGRAPHY') continue;
    const crs = type.crs === undefined ? { crs: 'EPSG:4326', crsText: null } : crsOfJson(type.crs);
    return { name, encoding: 'WKB', crs, others: [] };
  }
  return null;
}

class Table {
  readonly #columns: readonly SchemaElement[];
  readonly #geo: GeoColumn | null;
  readonly #kept: readonly number[];
  readonly #features: RawFeature[] = [];
  readonly #rows: string[][] = [];
  #unread = 0;

  constructor(columns: readonly SchemaElement[], geo: GeoColumn | null) {
    this.#columns = columns;
    this.#geo = geo;
    this.#kept = columns.flatMap(({ name }, i) =>
      name === geo?.name || geo?.others.includes(name) ? [] : [i],
    );
  }

  get size(): number {
    return this.#features.length + this.#rows.length;
  }

  add(row: readonly unknown[]): void {
    const values = this.#kept.map((i): [string, PlainValue] => {
      const element = this.#columns[i]!;
      return [element.name, parquetValue(row[i], element)];
    });
    if (!this.#geo) this.#rows.push(values.map(([, value]) => (value === null ? '' : String(value))));
    else
      this.#features.push({
        properties: Object.fromEntries(values),
        geometry: this.#geometryOf(row, this.#geo),
      });
  }

  #geometryOf(row: readonly unknown[], { name, encoding }: GeoColumn): RawFeature['geometry'] {
    const value = row[this.#columns.findIndex((column) => column.name === name)];
    if (encoding !== 'WKB') return nestedGeometry(value, encoding);
    if (!(value instanceof Uint8Array)) return null;
    try {
      return readWkb(value);
    } catch (error) {
      if (!isBrokenWkb(error)) throw error;
      this.#unread++;
      return null;
    }
  }

  finish(file: string): Result<FileContents> {
    const notes: Problem[] =
      this.#unread > 0 ? [problem('parquet-geometry-unread', { n: this.#unread }, { file })] : [];
    const names = this.#kept.map((i) => this.#columns[i]!.name);
    const contents = this.#geo
      ? { sheets: [], layers: [{ name: '', features: this.#features, ...this.#geo.crs }] }
      : {
          sheets: [{ name: '', rows: [names, ...this.#rows], merges: [], hasNativeNumbers: true }],
          layers: [],
        };
    return succeed({ encoding: null, delimiter: null, ...contents }, notes);
  }
}

/** The library reports broken files as errors of every kind. */
async function attempt<T>(
  question: () => T | Promise<T>,
): Promise<{ readonly value: T } | { readonly reason: string }> {
  try {
    return { value: await question() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function letters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
