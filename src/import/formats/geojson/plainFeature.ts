import type { Geometry } from 'geojson';
import { isRecord, type RawFeature } from '../feature.ts';
import { mergedGeometry } from './mergedGeometry.ts';

/**
 * A feature as the other formats have it: properties are text, numbers, truths or null, what is nested is written as
 * JSON; an `id` beside the properties is one of them, because it often is the only key; a collection of outlines is one.
 */
export function plainFeature({ properties, geometry }: RawFeature, id: unknown): RawFeature {
  const plain = Object.entries(properties).map(([name, value]): [string, unknown] => [
    name,
    plainValue(value),
  ]);
  if ((typeof id === 'string' || typeof id === 'number') && !Object.hasOwn(properties, 'id'))
    plain.push(['id', id]);
  return { properties: Object.fromEntries(plain), geometry: plainGeometry(geometry) };
}

function plainValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the engine can follow: no figure of an office.
    return null;
  }
}

/** Only collections whose members look like geometries; whatever else stands there is told by the check of outlines. */
function plainGeometry(geometry: unknown): unknown {
  if (!isRecord(geometry) || geometry.type !== 'GeometryCollection' || !Array.isArray(geometry.geometries))
    return geometry;
  const parts: unknown[] = geometry.geometries;
  const areSound = parts.every(
    (part) => isRecord(part) && part.type !== 'GeometryCollection' && Array.isArray(part.coordinates),
  );
  return areSound ? mergedGeometry(parts as Geometry[]) : geometry;
}
