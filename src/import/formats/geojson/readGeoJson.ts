import { type Problem, problem } from '#model/result.ts';
import { isRecord, type RawFeature } from '../feature.ts';

/** The features of a FeatureCollection, geometry still unchecked. */
export function readGeoJson(
  value: unknown,
  file: string,
): { readonly features: readonly RawFeature[] } | { readonly problem: Problem } {
  if (!isRecord(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) {
    return { problem: problem('geojson-invalid', {}, { file }) };
  }
  return { features: value.features.map(rawFeature) };
}

/** What is no feature is one without anything. */
export function rawFeature(value: unknown): RawFeature {
  return {
    properties: isRecord(value) && isRecord(value.properties) ? value.properties : {},
    geometry: isRecord(value) ? (value.geometry ?? null) : null,
  };
}
