import { type Problem, problem } from '#model/result.ts';
import { normalCrs } from '../../geometry/normalCrs.ts';
import { isRecord } from '../feature.ts';
import { declaredCrs } from '../geojson/declaredCrs.ts';
import type { ServiceLayer } from './service.ts';

export const mostPages = 500;
export const mostFeatures = 200_000;

/** Features of a layer as GeoJSON has them, not looked at. */
export interface LayerFeatures {
  readonly features: readonly unknown[];
  readonly crs: string | null;
  readonly notes: readonly Problem[];
}

/** How many there are altogether as services write it; `unknown` is one of the ways. */
export function countIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

/**
 * The system of a collection. What it says stands unless its numbers forbid it: some services answer in degrees whatever
 * was asked for and say nothing of it, others name degrees over metres.
 */
export function crsOfCollection(
  collection: Readonly<Record<string, unknown>>,
  asked: string | null,
): string | null {
  const said = statedCrs(collection) ?? asked;
  const [x, y] = firstPosition(collection.features) ?? [];
  if (x === undefined || y === undefined) return said;
  const areDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
  const isSaidInDegrees = said === null ? null : degrees.has(said);
  if (areDegrees && isSaidInDegrees === false) return 'EPSG:4326';
  if (!areDegrees && isSaidInDegrees === true) return asked !== null && !degrees.has(asked) ? asked : null;
  return said;
}

const degrees: ReadonlySet<string> = new Set(['EPSG:4326', 'EPSG:4258', 'EPSG:4314']);

/** The `crs` of old GeoJSON, or the `coordRefSys` of JSON-FG. */
function statedCrs(collection: Readonly<Record<string, unknown>>): string | null {
  const { coordRefSys } = collection;
  if (typeof coordRefSys === 'string') return normalCrs(coordRefSys.replace(/^\[(.*)\]$/, '$1'));
  return declaredCrs(collection).crs;
}

function firstPosition(features: unknown): readonly [number, number] | null {
  if (!Array.isArray(features)) return null;
  for (const feature of (features as unknown[]).slice(0, 200)) {
    const geometry = isRecord(feature) ? feature.geometry : null;
    let value: unknown = isRecord(geometry) ? geometry.coordinates : null;
    for (let depth = 0; depth < 5 && Array.isArray(value) && Array.isArray(value[0]); depth++)
      value = value[0];
    const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
  }
  return null;
}

/** A feature of JSON-FG has its outline at another place where that is no plain GeoJSON. */
export function plainFeatures(
  collection: Readonly<Record<string, unknown>>,
  features: readonly unknown[],
): readonly unknown[] {
  if (!('conformsTo' in collection) && !('coordRefSys' in collection)) return features;
  return features.map((feature) =>
    isRecord(feature) && feature.geometry === null && isRecord(feature.place)
      ? { ...feature, geometry: feature.place, place: undefined }
      : feature,
  );
}

/** What tells a feature from others even where its id is drawn anew for every answer. */
export function likenessOf(feature: unknown): string {
  if (!isRecord(feature)) return JSON.stringify(feature) ?? '';
  const properties = isRecord(feature.properties) ? { ...feature.properties, gml_id: undefined } : null;
  try {
    return JSON.stringify([properties, feature.geometry]);
  } catch {
    return '';
  }
}

/** Fewer came than there are, or as many as some limit lets through. */
export function cutLayer({ title }: ServiceLayer, n: number, all: number | null): Problem {
  return all === null
    ? problem('service-layer-perhaps-cut', { layer: title, n })
    : problem('service-layer-cut', { layer: title, n, all });
}

/** More than anybody has agreed to. */
export function tooMany({ id, title }: ServiceLayer, n: number): Problem {
  return problem('service-layer-many', { id, layer: title, n });
}
