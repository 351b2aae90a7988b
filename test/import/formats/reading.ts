import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import proj4 from 'proj4';
import type { Driver, FileContents, FormatFile, ReadChoices, ReadContext } from '#import/formats/driver.ts';
import type { Problem } from '#model/result.ts';
import { requireRealData } from '../../realData.ts';

export const quiet: ReadContext = { pause: async () => {} };

export function formatFile(
  path: string,
  bytes: Uint8Array,
  companions: Readonly<Record<string, Uint8Array>> = {},
): FormatFile {
  return { path, bytes, companions: new Map(Object.entries(companions)) };
}

/** What a driver makes of a file that it must be able to read. */
export async function contentsOf(
  driver: Driver,
  file: FormatFile,
  choices: ReadChoices = {},
): Promise<FileContents & { readonly notes: readonly Problem[] }> {
  const read = await driver.read(file, choices, quiet);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.problems)}`);
  return { ...read.value, notes: read.notes };
}

/** Codes of the problems of a file that cannot be read; empty when it can. */
export async function refusalOf(driver: Driver, file: FormatFile): Promise<readonly string[]> {
  const read = await driver.read(file, {}, quiet);
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

export type AreaFeature = Feature<Polygon | MultiPolygon, Record<string, unknown>>;

const utm = (zone: number): string => `+proj=utm +zone=${zone} +ellps=GRS80 +units=m +no_defs`;

/** Polygons of a real city, in degrees as published and in metres as its office would hand them out. */
export function realAreas(city: 'nuernberg' | 'berlin'): {
  readonly degrees: FeatureCollection<Polygon | MultiPolygon, Record<string, unknown>>;
  readonly metres: FeatureCollection<Polygon | MultiPolygon, Record<string, unknown>>;
  readonly epsg: number;
} {
  const path = city === 'berlin' ? 'berlin/geo/plr_2021.geojson' : 'nuernberg/statistische_bezirke.geojson';
  const degrees = JSON.parse(readFileSync(requireRealData(path), 'utf8'));
  const zone = city === 'berlin' ? 33 : 32;
  const projection = proj4('EPSG:4326', utm(zone));
  const moved = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? projection.forward(value as number[])
      : (value as unknown[]).map(moved);
  return {
    degrees,
    metres: {
      ...degrees,
      features: degrees.features.map((feature: AreaFeature) => ({
        ...feature,
        geometry: { ...feature.geometry, coordinates: moved(feature.geometry.coordinates) },
      })),
    },
    epsg: 25_800 + zone,
  };
}

/** Every corner of a geometry as text, rings in no order: two geometries of the same corners are the same text. */
export function cornersOf(geometry: unknown): string {
  const rings: string[] = [];
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (Array.isArray(value[0]) && typeof value[0][0] === 'number')
      rings.push(
        (value as Position[])
          .map(([x, y]) => `${x} ${y}`)
          .sort()
          .join(','),
      );
    else for (const part of value) visit(part);
  };
  visit((geometry as { readonly coordinates?: unknown } | null)?.coordinates);
  return rings.sort().join(';');
}

/** Bytes cut off after every tenth, without the whole. */
export function truncations(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: 9 }, (_, i) => bytes.slice(0, Math.floor((bytes.length * (i + 1)) / 10)));
}
