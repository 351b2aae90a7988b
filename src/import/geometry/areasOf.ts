import type { MultiPolygon, Polygon, Position } from 'geojson';
import { facesOf } from '#geo/faces.ts';
import { type Bounds, polygonBounds } from '#geo/planar.ts';
import type { Ring, Rings } from '#geo/polygon.ts';
import type { Place } from '#model/result.ts';
import { padKey } from '../columns/padKey.ts';
import type { ReadContext } from '../formats/driver.ts';
import { isRecord, propertyOf, type RawFeature } from '../formats/feature.ts';
import type { GeometryFinding, GeometryReport } from '../inspect/inspection.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { type PositionProblem, positionProblem, shownPosition } from './checkGeometry.ts';
import { fitsGrid, geometryOf, squareMetresOf } from './outlineGrid.ts';
import type { Projection } from './project.ts';
import { repairPolygon } from './repairPolygon.ts';
import { projectGeometry } from './roundGeometry.ts';

export interface AreaChoices {
  /** Property with the key, and that with the name. */
  readonly key: string;
  readonly name: string;
  /** Length to fill keys up to with zeros in front; null: as they stand. */
  readonly pad: number | null;
  /** To WGS 84. */
  readonly project: Projection;
  readonly file: string;
}

export interface Area {
  readonly key: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Where to say what was found: `problems` keep the layer from being used, `notes` do not. */
export interface Found {
  readonly problems: ProblemList;
  readonly notes: ProblemList;
}

/** Repairs that change an area by more than this part are reported as `ring-invalid`, smaller ones as `ring-repaired`. */
const repairTolerance = 0.01;

/**
 * The areas of a layer in WGS 84 on the common grid, in the order of their keys. Keys become text; polygons of one key
 * become one area, without the borders they have in common; rings are repaired. What has no key or no polygon is left
 * out and listed. Problems are only coordinates that are no longitude and latitude, and a layer without any area.
 */
export async function areasOf(
  features: readonly RawFeature[],
  choices: AreaChoices,
  found: Found,
  context?: ReadContext,
): Promise<{ readonly areas: readonly Area[]; readonly report: GeometryReport }> {
  const parts = new Map<string, { name: string; features: number; polygons: Rings[] }>();
  const findings: GeometryFinding[] = [];
  for (const [i, feature] of features.entries()) {
    if (context && i % 20 === 0) await context.pause(i, features.length);
    const place = { file: choices.file, row: i + 1, column: choices.key };
    const key = keyOf(feature, choices);
    if (key === null) {
      found.notes.add('feature-without-key', {}, place);
      continue;
    }
    const polygons = soundPolygons(feature.geometry, key, choices.project, place, found, findings);
    if (polygons.length === 0) continue;
    const name = nameOf(feature, choices);
    const known = parts.get(key);
    if (!known) {
      parts.set(key, { name, features: 1, polygons: [...polygons] });
      continue;
    }
    // Publishers list the parts of one area as features of their own.
    known.polygons.push(...polygons);
    known.features++;
    if (known.name === '') known.name = name;
    else if (name !== '' && name !== known.name)
      found.notes.add('names-differ', { key, first: known.name, second: name }, place);
  }
  if (parts.size === 0 && found.problems.size === 0)
    found.problems.add('layer-without-areas', { n: features.length }, { file: choices.file });
  const areas: Area[] = [];
  for (const [key, { name, polygons }] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (context && areas.length % 50 === 0) await context.pause(features.length, features.length);
    areas.push({ key, name: name === '' ? key : name, geometry: united(polygons) });
  }
  const dissolved = [...parts].filter(([, part]) => part.features > 1).map(([key]) => key);
  return { areas, report: { areas: areas.length, dissolved: dissolved.sort(), findings } };
}

function keyOf(feature: RawFeature, { key, pad }: AreaChoices): string | null {
  const value = propertyOf(feature, key);
  const isKey = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  if (!isKey) return null;
  const text = String(value).trim();
  return text === '' ? null : padKey(text, pad);
}

function nameOf(feature: RawFeature, { name }: AreaChoices): string {
  const value = propertyOf(feature, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function soundPolygons(
  geometry: unknown,
  key: string,
  project: Projection,
  place: Place,
  found: Found,
  findings: GeometryFinding[],
): readonly Rings[] {
  const sound = soundOf(geometry, project);
  if (sound.refused) {
    const { reason, x, y } = sound.refused;
    found.problems.add(reason, { area: key, x, y }, place);
  }
  for (const finding of sound.findings) findings.push({ ...finding, areas: [key] });
  return sound.polygons;
}

/** What one geometry comes to, whatever its key. */
interface Sound {
  readonly polygons: readonly Rings[];
  readonly findings: readonly GeometryFinding[];
  readonly refused: { readonly reason: PositionProblem; readonly x: string; readonly y: string } | null;
}

/** Looked at when a layer is inspected, when its areas are built and when places are sought in them: repaired once. */
const made = new WeakMap<object, { readonly project: Projection; readonly sound: Sound }>();

function soundOf(geometry: unknown, project: Projection): Sound {
  const known = isRecord(geometry) ? made.get(geometry) : undefined;
  if (known?.project === project) return known.sound;
  const sound = makeSound(geometry, project);
  if (isRecord(geometry)) made.set(geometry, { project, sound });
  return sound;
}

function makeSound(geometry: unknown, project: Projection): Sound {
  const nothing = { polygons: [], findings: [], refused: null };
  const missing = (
    kind: 'empty' | 'not-polygon' | 'ring-invalid',
    before: readonly GeometryFinding[] = [],
  ): Sound => ({
    ...nothing,
    findings: [...before, { kind, areas: [], squareMetres: null, place: null }],
  });
  const given = polygonsIn(geometry);
  if (given === null) return missing('not-polygon');
  const polygons: Rings[] = [];
  const findings: GeometryFinding[] = [];
  if (given.length === 0) return missing('empty');
  for (const polygon of given) {
    const rings = projectGeometry({ type: 'Polygon', coordinates: polygon }, project);
    const positions = isRecord(rings) && Array.isArray(rings.coordinates) ? checked(rings.coordinates) : null;
    if (!positions) return missing('empty', findings);
    if ('reason' in positions) return { ...nothing, findings, refused: positions };
    if (!fitsGrid([{ type: 'Polygon', coordinates: positions.rings }]))
      return missing('ring-invalid', findings);
    const repaired = repairPolygon(positions.rings);
    if (repaired.isChanged) findings.push(repairFinding(positions.rings, repaired));
    polygons.push(...repaired.polygons);
  }
  return { polygons, findings, refused: null };
}

function repairFinding(
  before: Position[][],
  { polygons, change, fault }: ReturnType<typeof repairPolygon>,
): GeometryFinding {
  const after = polygons.length > 0 ? squareMetresOf(geometryOf(polygons)) : 0;
  return {
    kind: change > repairTolerance ? 'ring-invalid' : 'ring-repaired',
    areas: [],
    squareMetres: Math.abs(after - squareMetresOf({ type: 'Polygon', coordinates: before })),
    place: fault ? [fault[0]! / 1e6, fault[1]! / 1e6] : null,
  };
}

/** Coordinates of all polygons in a geometry, collections included; null where it is of another kind, [] where empty. */
function polygonsIn(geometry: unknown, depth = 0): unknown[][] | null {
  if (geometry === null || geometry === undefined) return [];
  // Collections within collections deeper than this are no real geometry.
  if (!isRecord(geometry) || depth > 8) return null;
  if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    const inside = (geometry.geometries as unknown[])
      .map((part) => polygonsIn(part, depth + 1))
      .filter((one) => one !== null);
    return inside.length > 0 || geometry.geometries.length === 0 ? inside.flat() : null;
  }
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
  if (!Array.isArray(geometry.coordinates)) return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : (geometry.coordinates as unknown[]);
  return polygons.filter((polygon): polygon is unknown[] => Array.isArray(polygon) && polygon.length > 0);
}

type Checked =
  | { readonly rings: Position[][] }
  | { readonly reason: PositionProblem; readonly x: string; readonly y: string };

function checked(rings: readonly unknown[]): Checked | null {
  const sound: Position[][] = [];
  for (const ring of rings) {
    if (!Array.isArray(ring) || ring.length === 0) continue;
    for (const position of ring as unknown[]) {
      const reason = positionProblem(position);
      if (!reason) continue;
      return { reason, ...shownPosition(position) };
    }
    sound.push(ring as Position[]);
  }
  return sound.length > 0 ? { rings: sound } : null;
}

/** Polygons of one area on the grid; borders between them disappear. */
function united(polygons: readonly Rings[]): Polygon | MultiPolygon {
  const apart = geometryOf(polygons);
  if (polygons.length < 2 || !someMeet(polygons) || !fitsGrid([apart])) return apart;
  const { covered } = facesOf(polygons.flat(), 'winding');
  return geometryOf(covered);
}

function someMeet(polygons: readonly Rings[]): boolean {
  const boxes = polygons
    .map((rings) => polygonBounds({ type: 'Polygon', coordinates: rings as readonly Ring[] }))
    .filter((box): box is Bounds => box !== null)
    .sort((a, b) => a[0] - b[0]);
  return boxes.some((box, i) => {
    for (let k = i + 1; k < boxes.length && boxes[k]![0] <= box[2]; k++)
      if (boxes[k]![1] <= box[3] && box[1] <= boxes[k]![3]) return true;
    return false;
  });
}
