import { basename } from 'node:path';
import { polygonArea, polygonBounds } from '#geo/planar.ts';
import { type Projection, utmCodeOf, utmProjection } from '#geo/projection.ts';
import { geographyOf } from '#measuring/geography.ts';
import { type SpaceChoice, type UnitPlaces, unitContext } from '#measuring/unitSpace.ts';
import type { IndexContext } from '#stats/spec.ts';
import type { Findings } from './findings.ts';
import type { MeasureOptions, SpaceOptions, TableSource } from './measureOptions.ts';
import type { MeasureSide } from './measureSide.ts';
import { type Area, geographic, readMeasureGeometry } from './readMeasureGeometry.ts';
import { readMeasurePack } from './readMeasurePack.ts';
import { type MeasureTable, readMeasureTable } from './readMeasureTable.ts';

/** One side, or two to be compared; null with findings where the data do not allow it. */
export async function readMeasureInput(
  { source }: MeasureOptions,
  findings: Findings,
): Promise<readonly MeasureSide[] | null> {
  if (!source) return null;
  if (source.kind === 'pack') return readMeasurePack(source, findings);
  const sides: MeasureSide[] = [];
  const same = new Set(source.files.map((file) => basename(file))).size < source.files.length;
  for (const file of source.files) {
    const table = await readMeasureTable(
      file,
      source.unit,
      source.groups,
      source.other,
      source.decimal,
      findings,
    );
    const side = table && (await tableSide(source, inOrderOf(sides[0]?.keys, table), findings));
    if (side) sides.push(same ? { ...side, label: file } : side);
  }
  return findings.found ? null : sides;
}

/** The rows in the order of other keys, where they are the same ones: so that two years of a unit stand side by side. */
function inOrderOf(keys: readonly string[] | undefined, table: MeasureTable): MeasureTable {
  if (!keys || keys.length !== table.ids.length) return table;
  const rowOf = new Map(table.ids.map((id, row) => [id, row]));
  const order = keys.map((key) => rowOf.get(key) ?? -1);
  if (order.includes(-1)) return table;
  const sorted = (column: Float64Array): Float64Array => Float64Array.from(order, (i) => column[i]!);
  return {
    ...table,
    ids: keys,
    rows: order.map((i) => table.rows[i]!),
    columns: table.columns.map(sorted),
    labels: table.labels.map((column) => order.map((i) => column[i]!)),
    point: table.point && {
      x: sorted(table.point.x),
      y: sorted(table.point.y),
      area: table.point.area && sorted(table.point.area),
    },
  };
}

async function tableSide(
  source: TableSource,
  table: MeasureTable,
  findings: Findings,
): Promise<MeasureSide | null> {
  const { geometry, crs } = source;
  const areas =
    geometry && crs ? await readMeasureGeometry(geometry.file, geometry.key, crs, table, findings) : null;
  if (geometry && !areas) return null;
  const project = crs === null ? null : projectionFor(crs, areas, table);
  const places =
    areas && crs
      ? areaPlaces(areas, crs, project, table, source, findings)
      : pointPlaces(table, source, project, findings);
  if (crs === 'EPSG:3857' || crs === 'EPSG:900913') {
    findings.note(
      `${crs} (Web-Mercator) streckt Längen in Deutschland um mehr als die Hälfte: Entfernungen und Flächen stimmen nicht. Besser ist UTM, zum Beispiel EPSG:25832.`,
      { file: geometry?.file ?? table.file },
    );
  }
  if (findings.found) return null;
  const used = table.ids.filter((_, i) => table.columns.some((column) => column[i]! > 0)).length;
  if (table.missing.length > 0) {
    findings.note(
      `${table.missing.length === 1 ? 'Eine Zeile' : `${table.missing.length} Zeilen`} ohne vollständige Angaben: ${table.missing.slice(0, 5).join(', ')}${table.missing.length > 5 ? ' …' : ''}.`,
      { file: table.file },
    );
  }
  return {
    keys: table.ids,
    columns: table.columns,
    names: table.names,
    title: table.file,
    label: basename(table.file),
    notices: [],
    places,
    project,
    isPlane: crs === 'planar' || crs === null,
    vintage: null,
    levels: source.other.labels.map((name, k) => ({ name, labels: table.labels[k]! })),
    used,
    excluded: table.ids.length - used + table.missing.length,
    emptyUnits: 'zero',
  };
}

/** UTM: the zone that the call names, or the one around the middle of longitudes and latitudes. */
function projectionFor(
  crs: string,
  areas: readonly Area[] | null,
  { point }: MeasureTable,
): Projection | null {
  const code = Number(/^EPSG:(258[23]\d|32[67]\d\d)$/.exec(crs)?.[1]);
  try {
    if (code) return utmProjection(code);
  } catch {
    // A code that only looks like one.
  }
  if (!geographic.includes(crs)) return null;
  const xs = areas
    ? areas.flatMap((area) => {
        const bounds = polygonBounds(area);
        return bounds ? [bounds[0], bounds[2]] : [];
      })
    : [...(point?.x ?? [])];
  const west = xs.reduce((a, b) => Math.min(a, b), Infinity);
  const east = xs.reduce((a, b) => Math.max(a, b), -Infinity);
  const middle = (west + east) / 2;
  return utmProjection(utmCodeOf(Math.abs(middle) <= 180 ? middle : 9));
}

function areaPlaces(
  areas: readonly Area[],
  crs: string,
  project: Projection | null,
  table: MeasureTable,
  { geometry }: TableSource,
  findings: Findings,
): UnitPlaces {
  areas.forEach((area, i) => {
    if (polygonArea(area) > 0) return;
    findings.add(`Die Fläche „${table.ids[i]}“ hat keinen Flächeninhalt.`, {
      file: geometry?.file ?? '',
      column: geometry?.key,
    });
  });
  return {
    kind: 'areas',
    geography: geographyOf(areas, geographic.includes(crs) ? project : null),
    geometries: areas,
    positions: Int32Array.from(areas.keys()),
  };
}

function pointPlaces(
  { file, rows, point }: MeasureTable,
  { other, crs }: TableSource,
  project: Projection | null,
  findings: Findings,
): UnitPlaces | null {
  if (!point || !other.point || !crs) return null;
  const { x, y, area } = point;
  const isDegrees = (i: number): boolean => Math.abs(x[i]!) <= 180 && Math.abs(y[i]!) <= 90;
  if (!geographic.includes(crs)) {
    if (crs !== 'planar' && rows.every((_, i) => isDegrees(i))) {
      findings.add(
        `Die Koordinaten sind Längen- und Breitengrade und keine Meter: ${crs} passt nicht, wohl EPSG:4326.`,
        { file, column: other.point.x },
      );
    }
    return { kind: 'points', places: { x, y }, areas: area };
  }
  const east = new Float64Array(x.length);
  const north = new Float64Array(x.length);
  rows.forEach((row, i) => {
    if (!isDegrees(i)) {
      findings.add(`Das ist keine Länge und Breite in Grad: ${x[i]}, ${y[i]}.`, {
        file,
        row,
        column: other.point?.x,
      });
    } else if (project) [east[i], north[i]] = project(x[i]!, y[i]!);
  });
  return { kind: 'points', places: { x: east, y: north }, areas: area };
}

/** What spatial indices need of one side; a finding where the centre has no place in its system. */
export function contextOfSide(
  { columns, places, project, isPlane, emptyUnits, title }: MeasureSide,
  { empty, centre, ...options }: SpaceOptions,
  findings: Findings,
): IndexContext {
  const total = new Float64Array(columns[0]?.length ?? 0);
  for (const column of columns) for (let i = 0; i < total.length; i++) total[i]! += column[i]!;
  const choice = { ...options, emptyUnits: empty ?? emptyUnits };
  const at = centreIn(centre, project, isPlane);
  if (at === null) {
    findings.add('--centre in Grad braucht ein bekanntes Bezugssystem: EPSG:4326, EPSG:4258 oder UTM.', {
      file: title,
    });
  }
  return unitContext(places, total, { ...choice, centre: at ?? 'population-weighted' });
}

/** Degrees are projected: nothing in Germany has coordinates that small in metres. */
function centreIn(
  centre: SpaceOptions['centre'],
  project: Projection | null,
  isPlane: boolean,
): SpaceChoice['centre'] | null {
  if (typeof centre === 'string' || isPlane) return centre;
  const [x, y] = centre;
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return centre;
  return project ? project(x, y) : null;
}
