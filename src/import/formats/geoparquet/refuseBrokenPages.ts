import type { ColumnMetaData, Compressors, SchemaTree } from 'hyparquet';

/** What the check needs of the library, which is loaded late. */
export interface PageTools {
  readonly parquetHeader: typeof import('hyparquet/src/column.js').parquetHeader;
  readonly decompressPage: typeof import('hyparquet/src/datapage.js').decompressPage;
  readonly readVarInt: typeof import('hyparquet/src/thrift.js').readVarInt;
  readonly maxDefinitionLevel: number;
  readonly maxRepetitionLevel: number;
}

export async function loadPageTools(): Promise<(path: SchemaTree[]) => PageTools> {
  const [
    { parquetHeader },
    { decompressPage },
    { readVarInt },
    { getMaxDefinitionLevel, getMaxRepetitionLevel },
  ] = await Promise.all([
    import('hyparquet/src/column.js'),
    import('hyparquet/src/datapage.js'),
    import('hyparquet/src/thrift.js'),
    import('hyparquet/src/schema.js'),
  ]);
  return (path) => ({
    parquetHeader,
    decompressPage,
    readVarInt,
    maxDefinitionLevel: getMaxDefinitionLevel(path),
    maxRepetitionLevel: getMaxRepetitionLevel(path),
  });
}

/**
 * Throws where a page of a column says what cannot be: the library believes it and then reads for ever, or repeats one
 * value until the memory is full.
 */
export function refuseBrokenPages(
  chunk: Uint8Array,
  meta: ColumnMetaData,
  compressors: Compressors,
  tools: PageTools,
): void {
  const reader = { view: viewOf(chunk), offset: 0 };
  const declared = Number(meta.num_values);
  let values = 0;
  while (reader.offset < chunk.length - 1) {
    const header = tools.parquetHeader(reader);
    const size = within(header.compressed_page_size, chunk.length - reader.offset);
    const body = chunk.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    const {
      data_page_header: first,
      data_page_header_v2: second,
      dictionary_page_header: dictionary,
    } = header;
    if (header.type === 'DATA_PAGE' && first) {
      const count = within(first.num_values, declared - values);
      values += count;
      const page = tools.decompressPage(body, Number(header.uncompressed_page_size), meta.codec, compressors);
      let at = 0;
      for (const level of [tools.maxRepetitionLevel, tools.maxDefinitionLevel])
        if (level > 0) at = afterMeasuredRuns(page, at, bitsOf(level), count, tools);
      checkIndexes(page, at, first.encoding, meta.type, count, tools);
    } else if (header.type === 'DATA_PAGE_V2' && second) {
      const count = within(second.num_values, declared - values);
      within(second.num_rows, count);
      within(second.num_nulls, count);
      values += count;
      const repetition = within(second.repetition_levels_byte_length, size);
      const levels = repetition + within(second.definition_levels_byte_length, size - repetition);
      checkRuns(body.subarray(0, repetition), bitsOf(tools.maxRepetitionLevel), count, tools);
      checkRuns(body.subarray(repetition, levels), bitsOf(tools.maxDefinitionLevel), count, tools);
      const packed = body.subarray(levels);
      const isPacked = second.is_compressed !== false && meta.codec !== 'UNCOMPRESSED' && packed.length > 0;
      const length = Number(header.uncompressed_page_size) - levels;
      const page = isPacked ? tools.decompressPage(packed, length, meta.codec, compressors) : packed;
      checkIndexes(page, 0, second.encoding, meta.type, count, tools);
    } else if (header.type === 'DICTIONARY_PAGE' && dictionary) {
      // A value of no length takes four bytes at least, a truth an eighth.
      within(dictionary.num_values, within(header.uncompressed_page_size, Infinity) * 8);
    } else if (header.type !== 'INDEX_PAGE') throw new Error('unknown page');
  }
}

/** Indexes into the dictionary, or truths in runs, where the values are kept so. */
function checkIndexes(
  page: Uint8Array,
  at: number,
  encoding: string,
  type: string,
  count: number,
  tools: PageTools,
): void {
  if (!/^(PLAIN_DICTIONARY|RLE_DICTIONARY|RLE)$/.test(encoding) || at >= page.length) return;
  if (type === 'BOOLEAN') {
    afterMeasuredRuns(page, at, 1, count, tools);
    return;
  }
  const width = within(page[at], 32);
  if (width > 0) checkRuns(page.subarray(at + 1), width, count, tools);
}

/** Runs that say first how many bytes they take. */
function afterMeasuredRuns(
  page: Uint8Array,
  at: number,
  width: number,
  count: number,
  tools: PageTools,
): number {
  if (at + 4 > page.length) throw new Error('page ends too early');
  const length = within(viewOf(page).getUint32(at, true), page.length - at - 4);
  checkRuns(page.subarray(at + 4, at + 4 + length), width, count, tools);
  return at + 4 + length;
}

/** Runs of equal values, and groups of eight. No run may be longer than what is still to come, filled up to eight. */
function checkRuns(runs: Uint8Array, width: number, count: number, { readVarInt }: PageTools): void {
  const reader = { view: viewOf(runs), offset: 0 };
  for (let seen = 0; seen < count && reader.offset < runs.length; ) {
    const head = readVarInt(reader);
    const isGroup = (head & 1) === 1;
    const length = (head >>> 1) * (isGroup ? 8 : 1);
    if (length === 0 || length > count - seen + 7) throw new Error('run too long');
    seen += length;
    reader.offset += isGroup ? (length / 8) * width : Math.ceil(width / 8);
  }
}

function within(value: number | undefined, most: number): number {
  if (value === undefined || !(value >= 0 && value <= most)) throw new Error('page contradicts its column');
  return value;
}

function bitsOf(level: number): number {
  return 32 - Math.clz32(level);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
