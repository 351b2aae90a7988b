import type { Database, SqlValue, Statement } from 'sql.js';
import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { aboutMetadata } from '../aboutMetadata.ts';
import type { Driver, FileAbout, FileContents, FormatFile, RawLayer, ReadContext, Sheet } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import { crsOfCode, crsOfWkt } from '../shapefile/crsOfWkt.ts';
import { openDatabase } from './openDatabase.ts';
import { readGpkgGeometry } from './readGpkgGeometry.ts';
import { isBrokenWkb } from './readWkb.ts';

const magic = 'SQLite format 3\0';

/** OGC GeoPackage: a database with layers and tables. */
export const geoPackageDriver: Driver = {
  id: 'geopackage',
  extensions: ['gpkg'],
  companions: ['gpkg-wal', 'gpkg-shm', 'gpkg-journal'],
  blocks: true,
  recognises({ path, bytes }) {
    const isDatabase = [...magic].every((char, i) => bytes[i] === char.charCodeAt(0));
    const name = extensionOf(path) === 'gpkg';
    if (!isDatabase) return name ? 0.5 : 0;
    const application = String.fromCharCode(...bytes.subarray(68, 72));
    return name || /^GP/.test(application) ? 1 : 0.6;
  },
  async read(file, _choices, context) {
    const where = { file: file.path };
    const broken = brokenHead(file);
    if (broken) return fail(broken);
    await context.pause(0, 1);
    const database = await openDatabase(settled(file.bytes));
    if (!database) return fail(problem('gpkg-program-missing', {}, where));
    try {
      return await readDatabase(database, file, context);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      return fail(problem('gpkg-invalid', { reason: error.message }, where));
    } finally {
      database.close();
    }
  },
};

function brokenHead({ path, bytes }: FormatFile): Problem | null {
  const where = { file: path };
  if (geoPackageDriver.recognises({ path: '', bytes }) === 0 || bytes.length < 100)
    return problem('gpkg-invalid', { reason: 'SQLite format 3' }, where);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = view.getUint16(16);
  const pages = view.getUint32(28);
  // The number of pages counts only where it was written together with the last change.
  const isCurrent = view.getUint32(24) === view.getUint32(92);
  const size = (stated === 1 ? 65_536 : stated) * pages;
  if (isCurrent && bytes.length < size) {
    return problem('gpkg-truncated', { percent: Math.floor((bytes.length / size) * 100) }, where);
  }
  return null;
}

/** QGIS leaves files that announce a log of changes beside them, which SQLite then asks for in vain. */
function settled(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

class SqlError extends Error {}

async function readDatabase(
  database: Database,
  file: FormatFile,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const where = { file: file.path };
  const notes: Problem[] = [];
  if ((file.companions.get('gpkg-wal')?.length ?? 0) > 0) notes.push(problem('gpkg-log-unread', {}, where));
  const contents = rowsOf(database, 'SELECT table_name, data_type, srs_id FROM gpkg_contents ORDER BY rowid');
  const features = new Map(
    rowsOf(database, 'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns').map(
      ([table, column, srs]) => [String(table), { column: String(column), srs: Number(srs) }],
    ),
  );
  const tables = contents.filter(([, type]) => ['features', 'attributes', 'aspatial'].includes(String(type)));
  const layers: RawLayer[] = [];
  const sheets: Sheet[] = [];
  let done = 0;
  for (const [value] of tables) {
    const table = String(value);
    const before = done++;
    const step: Step = (part) => context.pause(before + part, tables.length);
    await step(0);
    if (isEndless(database, table)) {
      notes.push(problem('gpkg-view-unread', { table }, where));
    } else {
      const geometry = features.get(table);
      const name = tables.length === 1 ? '' : table;
      if (geometry) {
        const { features, unread } = await readLayer(database, table, geometry.column, step);
        if (unread > 0) notes.push(problem('gpkg-geometry-unread', { table, n: unread }, where));
        layers.push({ name, features, ...crsOf(database, geometry.srs) });
      } else
        sheets.push({
          name,
          rows: await readCells(database, table, step),
          merges: [],
          hasNativeNumbers: true,
        });
    }
  }
  const isEmpty =
    layers.every((layer) => layer.features.length === 0) && sheets.every(({ rows }) => rows.length < 2);
  if (isEmpty)
    return fail(...notes, problem(tables.length === 0 ? 'gpkg-tables-missing' : 'layer-empty', {}, where));
  const about = aboutOf(database);
  return succeed({ encoding: null, delimiter: null, sheets, layers, ...(about ? { about } : {}) }, notes);
}

/** More than this is no note about a source. */
const longestDocument = 100_000;

function aboutOf(database: Database): FileAbout | null {
  const texts = (sql: string): string[] => {
    try {
      return rowsOf(database, sql).flatMap(([text]) => (typeof text === 'string' ? [text.trim()] : []));
    } catch (error) {
      // Tables of metadata may be missing, or have other columns.
      if (error instanceof SqlError) return [];
      throw error;
    }
  };
  const descriptions = texts(
    'SELECT description FROM gpkg_contents WHERE length(description) BETWEEN 1 AND 200 LIMIT 20',
  );
  const [metadata = ''] = texts(
    `SELECT metadata FROM gpkg_metadata WHERE length(metadata) < ${longestDocument} LIMIT 1`,
  );
  return aboutMetadata(metadata, descriptions);
}

type Step = (part: number) => Promise<void>;

async function readLayer(
  database: Database,
  table: string,
  geometryColumn: string,
  step: Step,
): Promise<{ readonly features: readonly RawFeature[]; readonly unread: number }> {
  const features: RawFeature[] = [];
  let unread = 0;
  for await (const [names, row] of rowsOfTable(database, table, step)) {
    const at = names.findIndex((name) => name.toLowerCase() === geometryColumn.toLowerCase());
    const blob = row[at];
    let geometry: RawFeature['geometry'] = null;
    try {
      if (blob instanceof Uint8Array) geometry = readGpkgGeometry(blob);
    } catch (error) {
      if (!isBrokenWkb(error)) throw error;
      unread++;
    }
    const properties = names.flatMap((name, i) =>
      i === at ? [] : [[name, row[i] instanceof Uint8Array ? null : row[i]]],
    );
    features.push({ properties: Object.fromEntries(properties), geometry });
  }
  return { features, unread };
}

async function readCells(database: Database, table: string, step: Step): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const [names, row] of rowsOfTable(database, table, step)) {
    if (rows.length === 0) rows.push([...names]);
    rows.push(row.map((value) => (value === null || value instanceof Uint8Array ? '' : String(value))));
  }
  return rows;
}

/** The system of a layer. Whatever its own order of axes: in a GeoPackage x stands first. */
function crsOf(database: Database, srs: number): Pick<RawLayer, 'crs' | 'crsText'> {
  const [row] = rowsOf(
    database,
    'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
    [srs],
  );
  if (!row || srs <= 0) return { crs: null, crsText: null };
  const [organization, code, definition] = row;
  const text = String(definition ?? '');
  const isEpsg = /^epsg$/i.test(String(organization)) && Number(code) > 0;
  const crs = isEpsg ? crsOfCode(Number(code)) : crsOfWkt(text);
  return { crs, crsText: crs === null ? text || `${String(organization)}:${String(code)}` : null };
}

/** A view that calls itself may never come to an end; views may be made of others. */
function isEndless(database: Database, table: string): boolean {
  const views = rowsOf(database, "SELECT name, sql FROM sqlite_master WHERE type = 'view'");
  const isView = views.some(([name]) => String(name).toLowerCase() === table.toLowerCase());
  return isView && views.some(([, sql]) => /\brecursive\b/i.test(String(sql)));
}

async function* rowsOfTable(
  database: Database,
  table: string,
  step: Step,
): AsyncGenerator<readonly [names: readonly string[], row: readonly SqlValue[]]> {
  const quoted = `"${table.replaceAll('"', '""')}"`;
  const count = Number(rowsOf(database, `SELECT count(*) FROM ${quoted}`)[0]?.[0] ?? 0);
  const statement = asked(() => database.prepare(`SELECT * FROM ${quoted}`));
  try {
    const names = asked(() => statement.getColumnNames());
    for (let done = 0; asked(() => statement.step()); done++) {
      if (done % 256 === 0) await step(Math.min(1, done / Math.max(1, count)));
      yield [names, rowOf(statement)];
    }
  } finally {
    statement.free();
  }
}

/** Whole numbers beyond what a number can hold come as text: they are keys. */
function rowOf(statement: Statement): SqlValue[] {
  const row = asked(() => statement.get());
  if (
    !row.some((value) => typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
  )
    return row;
  const exact: { get(params: null, options: { useBigInt: boolean }): (SqlValue | bigint)[] } = statement;
  return exact
    .get(null, { useBigInt: true })
    .map((value, i) =>
      typeof value === 'bigint'
        ? Number.isSafeInteger(Number(value))
          ? Number(value)
          : String(value)
        : (row[i] ?? null),
    );
}

function rowsOf(database: Database, sql: string, parameters: SqlValue[] = []): SqlValue[][] {
  return asked(() => database.exec(sql, parameters)[0]?.values ?? []);
}

/** SQLite reports what is wrong with a file as errors; everything else is ours. */
function asked<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    throw new SqlError(error instanceof Error ? error.message : String(error));
  }
}
