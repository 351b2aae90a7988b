import type { MultiPolygon, Polygon, Position } from 'geojson';
import { defaultTolerance, queenContiguity } from '#geo/contiguity.ts';
import { unnoticedContacts } from '#geo/unnoticed-contacts.ts';
import { isRecord, propertyOf } from '#import/formats/feature.ts';
import { readGeoJson } from '#import/formats/geojson/readGeoJson.ts';
import { checkGeometry } from '#import/geometry/checkGeometry.ts';
import { crossesItself } from '#import/geometry/crossesItself.ts';
import { ProblemList } from '#import/pack/problemList.ts';
import type { Findings } from './findings.ts';
import { readBytes } from './readBytes.ts';
import type { MeasureTable } from './readMeasureTable.ts';

export type Area = Polygon | MultiPolygon;

export const geographic: readonly string[] = ['EPSG:4326', 'EPSG:4258'];

/** The areas of the units of a table, from the polygons of a GeoJSON file; findings where they do not fit. */
export async function readMeasureGeometry(
  file: string,
  property: string,
  crs: string,
  table: MeasureTable,
  findings: Findings,
): Promise<readonly Area[] | null> {
  const areas = await readAreas(file, property, crs, findings);
  if (!areas) return null;
  const byDigits = new Map([...areas.keys()].map((key) => [withoutZeros(key), key]));
  const unknown = table.ids.filter((id) => !areas.has(id));
  const lost = unknown.filter((id) => byDigits.has(withoutZeros(id)));
  const [first] = lost;
  if (first !== undefined) {
    findings.add(
      `${lost.length === 1 ? 'Ein Schlüssel unterscheidet' : `${lost.length} Schlüssel unterscheiden`} sich von dem der Geometrie nur durch führende Nullen, zum Beispiel „${first}“ statt „${byDigits.get(withoutZeros(first))}“. Bitte die Spalte als Text speichern.`,
      { file: table.file, row: table.rows[table.ids.indexOf(first)], column: table.unit },
    );
  }
  for (const id of unknown) {
    if (byDigits.has(withoutZeros(id))) continue;
    findings.add(`Zum Schlüssel „${id}“ gibt es keine Fläche mit „${property}“ = „${id}“ in ${file}.`, {
      file: table.file,
      row: table.rows[table.ids.indexOf(id)],
      column: table.unit,
    });
  }
  if (findings.found) return null;
  const listed = new Set([...table.ids, ...table.missing]);
  const bare = [...areas.keys()].filter((key) => !listed.has(key));
  if (bare.length > 0) {
    findings.note(
      `${bare.length === 1 ? 'Eine Fläche hat' : `${bare.length} Flächen haben`} keine Zeile in ${table.file} und ${bare.length === 1 ? 'bleibt' : 'bleiben'} außer Betracht: ${bare.slice(0, 5).join(', ')}${bare.length > 5 ? ' …' : ''}.`,
      { file },
    );
  }
  const used = table.ids.flatMap((id) => areas.get(id) ?? []);
  noteContacts(used, queenContiguity(used), table.ids, file, findings);
  return used;
}

const mostNamed = 5;

/** Outlines that do not fit together give other neighbours than the map seems to show. */
function noteContacts(
  areas: readonly (Area | null)[],
  contiguity: ReturnType<typeof queenContiguity>,
  ids: readonly string[],
  file: string,
  findings: Findings,
): void {
  const contacts = unnoticedContacts(areas, contiguity, defaultTolerance(areas));
  const named = (kind: (typeof contacts)[number]['kind']): string | null => {
    const pairs = contacts.filter((contact) => contact.kind === kind);
    if (pairs.length === 0) return null;
    const first = pairs.slice(0, mostNamed).map(({ first: a, second: b }) => `${ids[a]} und ${ids[b]}`);
    return `${first.join(', ')}${pairs.length > mostNamed ? ' …' : ''} (${pairs.length === 1 ? 'ein Paar' : `${pairs.length} Paare`})`;
  };
  const overlaps = named('overlap');
  const touches = named('touch');
  if (overlaps) findings.note(`Flächen liegen übereinander: ${overlaps}.`, { file });
  if (touches) {
    findings.note(
      `Flächen berühren sich, ohne einen Eckpunkt zu teilen, und gelten deshalb nicht als Nachbarn: ${touches}.`,
      { file },
    );
  }
  const crossed = ids.filter((_, i) => areas[i] && ringsOf(areas[i]).some(crossesItself));
  if (crossed.length > 0) {
    findings.note(
      `Umrisse überkreuzen sich selbst: ${crossed.slice(0, mostNamed).join(', ')}${crossed.length > mostNamed ? ' …' : ''}.`,
      { file },
    );
  }
}

function ringsOf({ type, coordinates }: Area): readonly Position[][] {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}

async function readAreas(
  file: string,
  property: string,
  crs: string,
  findings: Findings,
): Promise<ReadonlyMap<string, Area> | null> {
  const content = await jsonOf(file, findings);
  if (content === null) return null;
  const read = readGeoJson(content.value, file);
  if ('problem' in read) {
    findings.problem(read.problem);
    return null;
  }
  const areas = new Map<string, Area>();
  const problems = new ProblemList();
  read.features.forEach((feature, i) => {
    const where = { file, row: i + 1, column: property };
    const value =
      propertyOf(feature, property) ?? (property === 'id' ? featureId(content.value, i) : undefined);
    const key = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (key === '') {
      const present = Object.keys(feature.properties).map((name) => `„${name}“`);
      findings.add(
        `Der Fläche ${i + 1} fehlt die Eigenschaft „${property}“. Vorhanden: ${present.join(', ') || 'keine'}.`,
        where,
      );
      return;
    }
    if (areas.has(key)) findings.add(`Die Fläche „${key}“ kommt mehrfach vor.`, where);
    const area = geographic.includes(crs)
      ? checkGeometry(feature.geometry, key, where, problems)
      : planarArea(feature.geometry);
    if (area) areas.set(key, area);
    else if (!geographic.includes(crs)) {
      findings.add(`Die Fläche „${key}“ ist kein gültiges Polygon: ${whyNoArea(feature.geometry)}.`, where);
    }
  });
  for (const found of problems.list()) findings.problem(found);
  if (findings.found) return null;
  noteOtherCrs(content.value, crs, file, findings);
  if (areas.size === 0) findings.add('Die Datei enthält keine Flächen.', { file });
  else if (crs.startsWith('EPSG:') && !geographic.includes(crs) && looksGeographic(areas.values())) {
    findings.add(
      `Die Koordinaten sind Längen- und Breitengrade und keine Meter: ${crs} passt nicht, wohl EPSG:4326.`,
      {
        file,
      },
    );
  }
  return findings.found ? null : areas;
}

/** GeoJSON's own `id` of a feature, which stands beside the properties. */
function featureId(collection: unknown, position: number): unknown {
  const features = isRecord(collection) && Array.isArray(collection.features) ? collection.features : [];
  const feature: unknown = features[position];
  return isRecord(feature) ? feature.id : undefined;
}

async function jsonOf(file: string, findings: Findings): Promise<{ readonly value: unknown } | null> {
  const bytes = await readBytes(file, findings);
  if (!bytes) return null;
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (error) {
    findings.add(`Die Datei ist kein gültiges JSON (${(error as Error).message}).`, { file });
    return null;
  }
}

/** Older GeoJSON names its system; then it should be the one of the call. */
function noteOtherCrs(collection: unknown, crs: string, file: string, findings: Findings): void {
  const member = isRecord(collection) && isRecord(collection.crs) ? collection.crs.properties : null;
  const name = isRecord(member) && typeof member.name === 'string' ? member.name : '';
  const code = /CRS84/i.test(name) ? '4326' : /EPSG:+(?:[\d.]*:)?(\d{4,5})$/i.exec(name)?.[1];
  if (code === undefined || crs === 'planar' || crs === `EPSG:${code}`) return;
  findings.note(`Die Datei nennt als Bezugssystem EPSG:${code}, der Aufruf ${crs}.`, { file });
}

function whyNoArea(geometry: unknown): string {
  if (!isRecord(geometry)) return 'Sie hat keine Geometrie';
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    return `Sie ist vom Typ ${String(geometry.type)}`;
  return 'Ein Ring ist nicht geschlossen, zu kurz oder hat ungültige Koordinaten';
}

/** A polygon in projected or plane coordinates whose rings are closed and finite; else null. */
function planarArea(geometry: unknown): Area | null {
  if (!isRecord(geometry)) return null;
  const { type, coordinates } = geometry;
  if (type === 'Polygon' && isRings(coordinates)) return { type, coordinates };
  if (type === 'MultiPolygon' && isListOf(coordinates, isRings)) return { type, coordinates };
  return null;
}

const isRings = (value: unknown): value is Position[][] => isListOf(value, isRing);

function isRing(value: unknown): value is Position[] {
  if (!isListOf(value, isPosition) || value.length < 4) return false;
  const first = value[0]!;
  const last = value.at(-1)!;
  return first[0] === last[0] && first[1] === last[1];
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function looksGeographic(areas: Iterable<Area>): boolean {
  for (const { type, coordinates } of areas) {
    const outlines = type === 'Polygon' ? [coordinates[0]] : coordinates.map((rings) => rings[0]);
    for (const [x = 0, y = 0] of outlines.flatMap((ring) => ring ?? [])) {
      if (Math.abs(x) > 180 || Math.abs(y) > 90) return false;
    }
  }
  return true;
}

function withoutZeros(key: string): string {
  return key.replace(/^0+(?=.)/, '');
}
