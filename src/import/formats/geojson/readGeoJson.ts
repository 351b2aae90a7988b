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
  return {
    features: value.features.map((feature: unknown) => ({
      properties: isRecord(feature) && isRecord(feature.properties) ? feature.properties : {},
      geometry: isRecord(feature) ? (feature.geometry ?? null) : null,
    })),
  };
}
