import type { Geometry } from 'geojson';
import initSqlJs, { type Database } from 'sql.js';
import { type WkbStyle, wkbBytes } from './writeWkb.ts';

export interface GeoPackageTable {
  readonly name: string;
  /** Names and declared types of the columns beside the geometry. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** With geometries it is a layer, without a table. */
  readonly geometries?: readonly (Uint8Array | null)[];
  readonly srs?: number;
}

/** Geometry with the head that GeoPackage puts before it; `box` says how many numbers of a box stand there. */
export function gpkgGeometry(
  geometry: Geometry | null,
  { box = 0, style = {}, srs = 25832 }: { box?: 0 | 1 | 2 | 3 | 4; style?: WkbStyle; srs?: number } = {},
): Uint8Array {
  const size = [0, 32, 48, 48, 64][box] ?? 0;
  const wkb = geometry ? wkbBytes(geometry, style) : wkbBytes({ type: 'MultiPolygon', coordinates: [] });
  const bytes = new Uint8Array(8 + size + wkb.length);
  bytes.set([0x47, 0x50, 0, 1 | (box << 1) | (geometry ? 0 : 0x10)]);
  new DataView(bytes.buffer).setInt32(4, srs, true);
  bytes.set(wkb, 8 + size);
  return bytes;
}

/** The bytes of a GeoPackage; `more` may do anything else to the database. */
export async function geoPackageBytes(
  tables: readonly GeoPackageTable[],
  more: (database: Database) => void = () => {},
): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`
    PRAGMA application_id = 1196444487;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
      organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('ETRS89 / UTM 32N', 25832, 'EPSG', 25832, 'PROJCS["x"]', NULL),
      ('ETRS89 / UTM 33N', 25833, 'epsg', 25833, 'PROJCS["x"]', NULL),
      ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["x"]', NULL),
      ('own', 100001, 'NONE', 100001, 'LOCAL_CS["Baugrube"]', NULL),
      ('undefined', -1, 'NONE', -1, 'undefined', NULL);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
      z INTEGER, m INTEGER);
  `);
  for (const { name, columns, rows, geometries, srs = 25832 } of tables) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const declared = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
    database.run(
      `CREATE TABLE ${quoted} (${['fid INTEGER PRIMARY KEY', ...(geometries ? ['geom BLOB'] : []), ...declared].join(', ')})`,
    );
    database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?)', [
      name,
      geometries ? 'features' : 'attributes',
      name,
      srs,
    ]);
    if (geometries) {
      database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)", [
        name,
        srs,
      ]);
    }
    rows.forEach((row, r) => {
      const values = [r + 1, ...(geometries ? [geometries[r] ?? null] : []), ...row];
      database.run(`INSERT INTO ${quoted} VALUES (${values.map(() => '?').join(', ')})`, values);
    });
  }
  more(database);
  const bytes = database.export();
  database.close();
  return bytes;
}
