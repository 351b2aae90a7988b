import type { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { Driver, FileContents, FormatFile, RawLayer, ReadContext } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import { crsOfCode, crsOfWkt } from '../shapefile/crsOfWkt.ts';
import { BrokenFgb, readFgbGeometry } from './readFgbGeometry.ts';
import { type FgbColumn, readFgbProperties } from './readFgbProperties.ts';

const magic = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];

/** FlatGeobuf: a head, an index, and features one after the other. */
export const flatGeobufDriver: Driver = {
  id: 'flatgeobuf',
  extensions: ['fgb'],
  companions: [],
  recognises({ path, bytes }) {
    if (isFgb(bytes)) return 1;
    return extensionOf(path) === 'fgb' ? 0.5 : 0;
  },
  async read(file, _choices, context) {
    try {
      return await readFgb(file, context);
    } catch (error) {
      if (!(error instanceof BrokenFgb || error instanceof RangeError)) throw error;
      return fail(problem('fgb-invalid', {}, { file: file.path }));
    }
  },
};

/** The fourth byte is the version, the last one the patch, which does not matter. */
function isFgb(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && magic.every((byte, i) => bytes[i] === byte);
}

async function readFgb({ path, bytes }: FormatFile, context: ReadContext): Promise<Result<FileContents>> {
  const where = { file: path };
  if (!isFgb(bytes)) throw new BrokenFgb('no FlatGeobuf');
  // Their parts alone: the package as a whole brings readers for the network and another compression along.
  const [{ ByteBuffer }, { Header: HeaderTable }, { Feature }] = await Promise.all([
    import('flatbuffers'),
    import('flatgeobuf/lib/mjs/flat-geobuf/header.js'),
    import('flatgeobuf/lib/mjs/flat-geobuf/feature.js'),
  ]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headSize = view.getUint32(8, true);
  if (12 + headSize > bytes.length) return fail(problem('fgb-truncated', {}, where));
  const header = HeaderTable.getSizePrefixedRootAsHeader(new ByteBuffer(bytes.slice(8, 12 + headSize)));
  const columns = columnsOf(header, headSize);
  const count = Number(header.featuresCount());
  const type = header.geometryType();
  const features: RawFeature[] = [];
  let unread = 0;
  let at = 12 + headSize + indexSize(count, header.indexNodeSize());
  while (at < bytes.length) {
    if (features.length % 256 === 0) await context.pause(at, bytes.length);
    const size = at + 4 <= bytes.length ? view.getUint32(at, true) : Infinity;
    if (at + 4 + size > bytes.length) return fail(problem('fgb-truncated', {}, where));
    // A copy, so that nothing beyond the feature is read however wrong its offsets are.
    const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes.slice(at, at + 4 + size)));
    const cells = feature.propertiesArray();
    const properties = readFgbProperties(cells ?? new Uint8Array(), columns);
    const shape = feature.geometry();
    let geometry: RawFeature['geometry'] = null;
    try {
      geometry = shape && readFgbGeometry(shape, type, size);
    } catch (error) {
      if (!(error instanceof BrokenFgb || error instanceof RangeError)) throw error;
      unread++;
    }
    features.push({ properties, geometry });
    at += 4 + size;
  }
  if (features.length < count) return fail(problem('fgb-truncated', {}, where));
  if (features.length === 0) return fail(problem('layer-empty', {}, where));
  const notes: Problem[] = unread > 0 ? [problem('fgb-geometry-unread', { n: unread }, where)] : [];
  const layer: RawLayer = { name: '', features, ...crsOf(header) };
  return succeed({ encoding: null, delimiter: null, sheets: [], layers: [layer] }, notes);
}

function columnsOf(header: Header, size: number): readonly FgbColumn[] {
  const count = header.columnsLength();
  if (count * 4 > size) throw new BrokenFgb('more than there are bytes');
  const columns: FgbColumn[] = [];
  for (let i = 0; i < count; i++) {
    const column = header.columns(i);
    if (!column) throw new BrokenFgb('column missing');
    columns.push({ name: column.name() ?? '', type: column.type() });
  }
  return columns;
}

/** Bytes of the spatial index: a tree of boxes of 40 bytes each. */
function indexSize(count: number, nodeSize: number): number {
  if (nodeSize < 2 || count === 0) return 0;
  let level = count;
  let boxes = level;
  do {
    level = Math.ceil(level / nodeSize);
    boxes += level;
  } while (level > 1);
  return boxes * 40;
}

function crsOf(header: Header): Pick<RawLayer, 'crs' | 'crsText'> {
  const system = header.crs();
  if (!system) return { crs: null, crsText: null };
  const authority = system.org() ?? 'EPSG';
  const code = system.code();
  if (code > 0 && /^epsg$/i.test(authority)) return { crs: crsOfCode(code), crsText: null };
  const wkt = system.wkt() ?? '';
  const crs = crsOfWkt(wkt);
  const text = wkt || system.codeString() || system.name() || '';
  return { crs, crsText: crs === null && text !== '' ? text : null };
}
