import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { aboutMetadata } from '../aboutMetadata.ts';
import type { Driver, FileContents, FormatFile, ReadChoices, ReadContext, Sheet } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import { crsOfWkt } from './crsOfWkt.ts';
import { type DbfTable, type DbfValue, looksLikeDbf, readDbf } from './readDbf.ts';
import { looksLikeShp, readShp } from './readShp.ts';

/** ESRI shapefile: `.shp` with its companions, or a `.dbf` alone, which is a table. */
export const shapefileDriver: Driver = {
  id: 'shapefile',
  extensions: ['shp', 'dbf'],
  companions: [
    'dbf',
    'shx',
    'prj',
    'cpg',
    'cst',
    'qpj',
    'sbn',
    'sbx',
    'qix',
    'fix',
    'ain',
    'aih',
    'atx',
    'xml',
    'qmd',
    'qml',
    'sld',
  ],
  recognises({ path, bytes }) {
    if (looksLikeShp(bytes)) return 1;
    const extension = extensionOf(path);
    if (extension === 'dbf') return looksLikeDbf(bytes) ? 0.95 : 0.5;
    return extension === 'shp' ? 0.5 : 0;
  },
  read: (file, choices, context) =>
    extensionOf(file.path) === 'dbf' && !looksLikeShp(file.bytes)
      ? readTable(file, choices, context)
      : readLayer(file, choices, context),
};

async function readLayer(
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const where = { file: file.path };
  const shapes = await readShp(file.bytes, file.path, (done, of) => context.pause(done, of * 2));
  if ('problem' in shapes) return fail(shapes.problem);
  const { geometries } = shapes;
  const notes: Problem[] = [];
  const dbf = file.companions.get('dbf');
  const table = dbf
    ? await readDbf(dbf, file.path, declared(file, choices), (done, of) => context.pause(of + done, of * 2))
    : null;
  if (!table) notes.push(problem('dbf-missing', {}, where));
  else if ('problem' in table) return fail(table.problem);
  else if (table.records.length !== geometries.length) {
    const counts = { shapes: geometries.length, records: table.records.length };
    return fail(problem('shapefile-counts-differ', counts, where));
  } else notes.push(...table.notes);
  const features: RawFeature[] = [];
  for (const [i, geometry] of geometries.entries()) {
    const record = table ? table.records[i] : [];
    if (record) features.push({ properties: propertiesOf(table?.names ?? [], record), geometry });
  }
  if (features.length === 0) return fail(problem('layer-empty', {}, where));
  const metadata = file.companions.get('xml') ?? file.companions.get('qmd');
  const about = metadata ? aboutMetadata(textOf(metadata)) : null;
  const wkt = textOf(file.companions.get('prj') ?? file.companions.get('qpj'));
  const crs = wkt === '' ? null : crsOfWkt(wkt);
  return succeed(
    {
      encoding: table?.encoding ?? null,
      delimiter: null,
      sheets: [],
      layers: [{ name: '', features, crs, crsText: crs === null && wkt !== '' ? wkt : null }],
      ...(about ? { about } : {}),
    },
    notes,
  );
}

async function readTable(
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const table = await readDbf(file.bytes, file.path, declared(file, choices), (done, of) =>
    context.pause(done, of),
  );
  if ('problem' in table) return fail(table.problem);
  const sheet: Sheet = {
    name: '',
    rows: [table.names, ...table.records.flatMap((record) => (record ? [record.map(cellOf)] : []))],
    merges: [],
    hasNativeNumbers: true,
  };
  return succeed({ encoding: table.encoding, delimiter: null, sheets: [sheet], layers: [] }, table.notes);
}

function declared(file: FormatFile, choices: ReadChoices): Parameters<typeof readDbf>[2] {
  return { cpg: file.companions.get('cpg') ?? file.companions.get('cst'), chosen: choices.encoding };
}

/** Own properties whatever their names are: a field may be called `__proto__`. */
function propertiesOf(names: DbfTable['names'], record: readonly DbfValue[]): RawFeature['properties'] {
  return Object.fromEntries(names.map((name, i) => [name, record[i] ?? null]));
}

function cellOf(value: DbfValue): string {
  return value === null ? '' : String(value);
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes).replaceAll('\0', '').trim() : '';
}
